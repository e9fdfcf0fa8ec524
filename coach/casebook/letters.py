"""Letters: what was typed for them, and what was finished or sent. Knows no wording."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from coach.casebook.boundaries import Boundaries
from coach.casebook.clients import Clients
from coach.casebook.desk import Noun, Refused
from coach.casebook.files import Files
from coach.casebook.limits import Limits
from coach.engine.boundary import Rung
from coach.engine.interview.answer import Answer, AnswerKind
from coach.formats.text import clean
from coach.store import correspondence, register, settings
from coach.store.correspondence import SentLetter
from coach.store.file.writer import Writer

if TYPE_CHECKING:
    from coach.engine.letter import Blank, Letter

LONGEST_LETTER = 60_000
"""Characters of a letter as it is kept."""
LONGEST_BLANK = 4_000
OWNER = "limits.owner"
CONTACT = {"contact.name": "name", "contact.salutation": "salutation"}
JOB = {"job.name": "name", "job.law": "law", "job.notice": "notice"}
PACK = "welcome_pack"
SHARED = {"welcome_": PACK, "exit_": "exit"}
"""How the ids of letters begin that belong together, and the name they share."""


class Letters(Noun):
    """Verbs about letters."""

    clients: Clients
    limits: Limits
    boundaries: Boundaries
    files: Files

    def letter(self, letter_id: str) -> "Letter":
        """A letter by id. Raises Refused with the nearest ids where there is none."""
        known = self.library.letters[0]
        if letter_id not in known:
            import difflib

            near = difflib.get_close_matches(letter_id, known, n=3, cutoff=0.3) or sorted(known)[:3]
            raise Refused("letter_unknown", letter=clean(letter_id, limit=40), near=", ".join(near))
        return known[letter_id]

    def typed(self, letter_id: str, client_id: int | None) -> dict[str, str]:
        """What was typed for the blanks of a letter and belongs to that letter alone."""
        found = settings.get(self.store, _key(letter_id, client_id), {})
        return {str(name): str(text) for name, text in found.items()} if isinstance(found, Mapping) else {}

    def fill(self, letter: "Letter", blank: "Blank", text: str, client_id: int | None) -> None:
        """Keep what fills a blank where it belongs: my terms, my name, the contact, the job, or this letter alone."""
        said = clean(text, lines=True, limit=LONGEST_BLANK).strip()
        place = blank.places[0]
        if place.startswith("term."):
            _, boundary, param = place.split(".", 2)
            self.boundaries.set_term(boundary, {**self.boundaries.params(boundary), param: said})
        elif place == "owner.name":
            self.limits.set(Answer(OWNER, AnswerKind.TEXT, text=said))
        elif place in CONTACT and client_id is not None:
            self.clients.set_contact(client_id, **{CONTACT[place]: said})
        elif place in JOB and client_id is not None:
            self.clients.set_job(client_id, **{JOB[place]: said})
        else:
            kept = {**self.typed(letter.id, client_id), blank.id: said}
            with self.store.write("fill", self.clock.now(), client_id) as writer:
                settings.put(writer, _key(letter.id, client_id), kept)

    def keep(
        self,
        letter: "Letter",
        tone: str,
        body: str,
        client_id: int | None,
        sent_on: date | None = None,
        boundary: str = "",
    ) -> None:
        """Keep a letter as it was finished; with a day, as sent, which reaches the rung it speaks of.

        ``boundary`` names what a letter of no one boundary was written for. Raises Refused for a day to come.
        """
        self.keep_together([(letter, tone, body)], client_id, sent_on, boundary)

    def keep_together(
        self,
        finished: "Sequence[tuple[Letter, str, str]]",
        client_id: int | None,
        sent_on: date | None = None,
        boundary: str = "",
    ) -> None:
        """Keep letters that leave together, each with its tone and body, as one change. Raises Refused as above."""
        if sent_on is not None and sent_on > self.clock.today():
            raise Refused("letter_to_come")
        with self.store.write("send_letter" if sent_on else "keep_letter", self.clock.now(), client_id) as writer:
            for letter, tone, body in finished:
                self._keep(writer, letter, tone, body, client_id, sent_on, letter.boundary or boundary)

    def own_text(self, letter: "Letter", tone: str, client_id: int | None, boundary: str = "") -> str:
        """A letter as the owner has rewritten it; empty where it stands as the coach has it."""
        return self.typed(letter.id, client_id).get(_own(letter, tone, boundary), "")

    def rewrite(self, letter: "Letter", tone: str, text: str, client_id: int | None, boundary: str = "") -> None:
        """Keep a letter in the owner's words; an empty text goes back to the coach's."""
        typed, own = self.typed(letter.id, client_id), _own(letter, tone, boundary)
        said = clean(text, lines=True, limit=LONGEST_LETTER).strip()
        if said == typed.get(own, ""):
            return
        kept = {name: each for name, each in {**typed, own: said}.items() if each}
        with self.store.write("rewrite", self.clock.now(), client_id) as writer:
            settings.put(writer, _key(letter.id, client_id), kept)

    def pack_choices(self) -> dict[str, bool]:
        """The sections of the welcome pack that were put in or left out by hand."""
        found = settings.get(self.store, PACK, {})
        return {str(name): bool(each) for name, each in found.items()} if isinstance(found, Mapping) else {}

    def choose_section(self, letter: "Letter", wanted: bool) -> None:
        """Put a section into the welcome pack, or leave it out."""
        kept = {**self.pack_choices(), letter.id: wanted}
        with self.store.write("choose_section", self.clock.now(), None) as writer:
            settings.put(writer, PACK, kept)

    def save(self, letter_id: str, text: str) -> Path:
        """Write a finished text into a new file among the exports; its name tells the day and no client.

        Raises Refused where it cannot be written.
        """
        day = self.clock.today().isoformat()
        return self.files.save(f"letter-{day}-{letter_id}", text)

    def kept(self, client_id: int | None) -> list[SentLetter]:
        """The letters kept for a client, or for nobody in particular, the newest first."""
        return correspondence.letters(self.store, client_id)

    def _keep(
        self,
        writer: Writer,
        letter: "Letter",
        tone: str,
        body: str,
        client_id: int | None,
        sent_on: date | None,
        about: str,
    ) -> None:
        text, language = clean(body, lines=True, limit=LONGEST_LETTER), self.library.words.language
        correspondence.keep_letter(writer, client_id, letter.id, tone, language, sent_on, text)
        if sent_on is not None and letter.moves and about:
            rung, how = Rung(letter.moves), f"letter {letter.id}"
            register.move(writer, about, client_id, rung, how, sent_on)
            if rung is Rung.TOLD:
                register.move(writer, about, client_id, Rung.WRITTEN, how, sent_on)


def _key(letter_id: str, client_id: int | None) -> str:
    # What was said for one section of the welcome pack, or for one paper of an ending, holds in all of them.
    shared = next((name for start, name in SHARED.items() if letter_id.startswith(start)), letter_id)
    return f"letter.{shared}.{client_id or 'nobody'}"


def _own(letter: "Letter", tone: str, boundary: str) -> str:
    return f"text.{letter.id}.{tone}.{boundary}"
