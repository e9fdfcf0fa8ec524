"""Replies that are put away until a moment. Knows when one comes back; knows no letter and no wording."""

from collections.abc import Callable
from datetime import datetime, time

from coach.casebook.desk import Noun, Refused
from coach.formats.text import clean
from coach.store import held as rows
from coach.store.held import Held

LONGEST_REPLY = 4000
"""Characters of a reply that is held."""
MORNING = time(9)
"""When a reply held until the morning comes back."""


class HeldReplies(Noun):
    """Verbs about held replies."""

    def hold(self, text: str, until: datetime, client_id: int | None = None) -> Held:
        """Put a reply away until a moment. Raises Refused where nothing is written, or that moment has passed."""
        kept = self._reply(text, until)
        with self.store.write("hold", self.clock.now(), client_id) as writer:
            new = rows.hold(writer, client_id, kept, until)
        return Held(new, client_id, until, kept, None)

    def amend(self, held: Held, text: str, until: datetime) -> None:
        """Change a reply, or let it wait longer. Raises Refused as above."""
        kept = self._reply(text, until)
        with self.store.write("hold", self.clock.now(), held.client_id) as writer:
            self._gone(lambda: rows.amend_held(writer, held.id, kept, until))

    def sent(self, held: Held) -> None:
        """Say that a reply was sent; it is put away no more."""
        at = self.clock.now()
        with self.store.write("reply_sent", at, held.client_id) as writer:
            self._gone(lambda: rows.done(writer, held.id, at))

    def discard(self, held: Held) -> None:
        """Throw a reply away; undo brings it back."""
        with self.store.write("discard_reply", self.clock.now(), held.client_id) as writer:
            self._gone(lambda: writer.delete("held", held.id))

    def one(self, held_id: int) -> Held:
        """A reply that is put away. Raises Refused where it is no more."""
        found = next((each for each in self.waiting() if each.id == held_id), None)
        if found is None:
            raise Refused("reply_gone")
        return found

    def waiting(self) -> list[Held]:
        """Every reply that is put away, the one that waits shortest first."""
        return rows.held(self.store)

    def due(self) -> list[Held]:
        """The replies whose time has come."""
        now = self.clock.now()
        return [each for each in self.waiting() if each.until <= now]

    def _reply(self, text: str, until: datetime) -> str:
        kept = clean(text, lines=True, limit=LONGEST_REPLY).strip()
        if not kept:
            raise Refused("reply_empty")
        if until <= self.clock.now():
            raise Refused("moment_past")
        return kept

    def _gone(self, act: Callable[[], None]) -> None:
        try:
            act()
        except LookupError as error:
            raise Refused("reply_gone") from error
