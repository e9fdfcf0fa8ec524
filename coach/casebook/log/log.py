"""The log: what happened on which day, corrected, taken out, searched and counted.

Knows entries and their types; draws no conclusion and knows no wording.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from coach.casebook.clients import Clients
from coach.casebook.desk import Noun, Refused
from coach.engine.incident import Incident, IncidentType, count_by_sign, crossings
from coach.engine.value import Value, replace
from coach.formats.text import clean, one_line
from coach.store import incidents
from coach.store.file.writer import Writer

LONGEST_ENTRY = 4000
"""Characters of what a camera would have recorded."""
LONGEST_DETAIL, LONGEST_PROOF = 80, 300
"""Characters of a channel and of a person's name, and of where a proof lies: it may be a long path."""
MOST_MINUTES = 10_000
MOST_MONEY = 10**12
EARLIEST = date(1900, 1, 1)
TOLD = ("", "yes", "no")


class NewEntry(Value):
    """What is written down: everything but the words may come later. ``type`` empty means it is named later."""

    text: str
    mine: bool = False
    type: str = ""
    on_day: date | None = None
    minutes: int | None = None
    amount: int | None = None
    channel: str = ""
    who: str = ""
    told: str = ""
    proof: str = ""


def as_new_entry(entry: Incident) -> NewEntry:
    """An entry as it would be written down again."""
    return NewEntry(
        entry.text, entry.mine, entry.type, entry.on_day, entry.minutes, entry.amount,
        entry.channel, entry.who, entry.told, entry.proof,
    )  # fmt: skip


class Log(Noun):
    """Verbs about incidents and slips."""

    clients: Clients

    def add(self, client_id: int, note: NewEntry) -> Incident:
        """Keep an entry about a client. Raises Refused for one without words and kind, or with a day to come."""
        self.clients.one(client_id)
        entry, at = self._entry(client_id, note), self.clock.now()
        if not entry.who:
            # The one row that a command writes: nothing slow is loaded for it.
            new = self.store.note("log", at, client_id, "incident", incidents.row_of(entry))
        else:
            with self.store.write("log", at, client_id) as writer:
                new = incidents.add(writer, entry, self._person(writer, entry))
        return replace(entry, id=new)

    def amend(self, entry_id: int, note: NewEntry) -> Incident:
        """Correct an entry; what stood before stays as an earlier row. Raises Refused as ``log`` does."""
        was, at = self.entry(entry_id), self.clock.now()
        note = replace(note, on_day=note.on_day or was.on_day)
        if as_new_entry(was) == note:
            return was
        entry = replace(self._entry(was.client_id, note), replaces=was.id)
        with self.store.write("amend", at, was.client_id) as writer:
            incidents.remove(writer, was.id, at)
            new = incidents.add(writer, entry, self._person(writer, entry))
        return replace(entry, id=new)

    def remove(self, entry_id: int) -> None:
        """Take an entry out of the log; undo brings it back. Raises Refused where it is not there."""
        was, at = self.entry(entry_id), self.clock.now()
        with self.store.write("remove", at, was.client_id) as writer:
            incidents.remove(writer, was.id, at)

    def entry(self, entry_id: int) -> Incident:
        """One entry that stands in the log. Raises Refused."""
        found = incidents.get(self.store, entry_id)
        if found is None or found.removed_at is not None:
            raise Refused("entry_gone")
        return found

    def corrected(self, entry: Incident) -> list[Incident]:
        """What an entry said before it was corrected, the latest first."""
        found: list[Incident] = []
        earlier = entry.replaces
        while earlier is not None and (was := incidents.get(self.store, earlier)) is not None:
            found.append(was)
            earlier = was.replaces
        return found

    def of(self, client_id: int) -> list[Incident]:
        """What stands in the log of a client, the newest first."""
        return incidents.of_client(self.store, client_id)

    def unnamed(self) -> list[Incident]:
        """What was written down without a kind, the newest first."""
        return incidents.unnamed(self.store)

    def counted(self, client_id: int, first: date, last: date) -> dict[str, int]:
        """How many incidents of each sign the log of a client holds in a window, both days in it."""
        return count_by_sign(self.of(client_id), self.library.incident_types, first, last)

    def crossed(self, boundary: str, client_id: int, since: date) -> list[Incident]:
        """What a client did across a boundary since the day they were told, the newest first."""
        return crossings(self.of(client_id), self.library.incident_types, boundary, since)

    def kinds(self, mine: bool) -> dict[str, IncidentType]:
        """The types there are of theirs, or of my own slips, in order."""
        return {name: each for name, each in self.library.incident_types.items() if each.mine is mine}

    def boundary_of(self, type: str) -> str:
        """The boundary that an entry of this type crosses or breaks; an empty string where there is none."""
        return self.boundary_by_type.get(type, "")

    @property
    def boundary_by_type(self) -> Mapping[str, str]:
        """Which boundary each type of entry belongs to."""
        return {each: found.boundary for each, found in self.library.incident_types.items()}

    def last_client(self) -> int | None:
        """The client last written about, or the only one there is; None where that is not clear."""
        found = incidents.last_client(self.store)
        if found is not None:
            return found
        everyone = self.clients.everyone()
        return everyone[0].id if len(everyone) == 1 else None

    def _entry(self, client_id: int, note: NewEntry) -> Incident:
        text = clean(note.text, lines=True, limit=LONGEST_ENTRY).strip()
        today = self.clock.today()
        day = note.on_day or today
        slip = self.library.is_slip(note.type) if note.type else note.mine
        if slip is None:
            raise Refused("kind_unknown", kind=clean(note.type, limit=40))
        if not (text or note.type):
            raise Refused("entry_empty")
        if day > today:
            raise Refused("day_to_come_log")
        if day < EARLIEST:
            raise Refused("day_unreadable")
        if note.minutes is not None and not 0 <= note.minutes <= MOST_MINUTES:
            raise Refused("minutes_odd")
        if note.amount is not None and abs(note.amount) > MOST_MONEY:
            raise Refused("money_odd")
        if note.told not in TOLD:
            raise Refused("told_odd")
        given = ((note.channel, LONGEST_DETAIL), (note.who, LONGEST_DETAIL), (note.proof, LONGEST_PROOF))
        channel, who, proof = (one_line(each, limit) for each, limit in given)
        return Incident(
            0, client_id, note.type, slip, day, text, note.minutes, note.amount, channel, who, note.told, proof
        )

    def _person(self, writer: Writer, entry: Incident) -> int | None:
        if not entry.who:
            return None
        found = incidents.person(self.store, entry.client_id, entry.who)
        return found if found is not None else incidents.add_person(writer, entry.client_id, entry.who)


def search(
    entries: Iterable[Incident], text: str = "", mine: bool | None = None, names: Mapping[str, str] | None = None
) -> list[Incident]:
    """The entries that hold every word looked for, in what was written, who, channel, proof or the name of the type."""
    wanted = clean(text).casefold().split()
    named = names or {}

    def held(entry: Incident) -> str:
        return " ".join([entry.text, entry.who, entry.channel, entry.proof, named.get(entry.type, "")]).casefold()

    return [
        each
        for each in entries
        if (mine is None or each.mine is mine) and (not wanted or all(word in held(each) for word in wanted))
    ]
