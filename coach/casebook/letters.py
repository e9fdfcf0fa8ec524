"""Letters: who is written to, what the job is, what was typed, and what was finished or sent. Knows no wording."""

from collections.abc import Mapping
from datetime import date

from coach.casebook.audit import Audit
from coach.casebook.desk import Refused
from coach.engine.answer import Answer, Kind
from coach.engine.boundary import Rung
from coach.engine.letter import Blank, Letter
from coach.store import correspondence, engagements, register, settings
from coach.store.correspondence import Contact, SentLetter
from coach.store.engagements import Job
from coach.text import clean

LONGEST_LETTER = 60_000
"""Characters of a letter as it is kept."""
LONGEST_BLANK = 4_000
OWNER = "limits.owner"
CONTACT = {"contact.name": "name", "contact.salutation": "salutation"}


class Letters(Audit):
    """Verbs about letters."""

    def letter(self, letter_id: str) -> Letter:
        """A letter by id. Raises Refused with the nearest ids where there is none."""
        known = self.library.letters[0]
        if letter_id not in known:
            import difflib

            near = difflib.get_close_matches(letter_id, known, n=3, cutoff=0.3) or sorted(known)[:3]
            raise Refused("letter_unknown", letter=clean(letter_id, limit=40), near=", ".join(near))
        return known[letter_id]

    def contact(self, client_id: int) -> Contact | None:
        """The person one writes to at a client, or None."""
        return correspondence.contact(self.store, client_id)

    def set_contact(self, client_id: int, name: str = "", salutation: str = "") -> None:
        """Name the person one writes to, or how they are addressed; what is left out stays."""
        was = self.contact(client_id)
        given = clean(name, limit=80).strip() or (was.name if was else "")
        called = clean(salutation, limit=80).strip() or (was.salutation if was else "")
        with self.store.write("set_contact", self.clock.now(), client_id) as writer:
            correspondence.set_contact(writer, client_id, given, called)

    def job(self, client_id: int) -> Job | None:
        """The job one has with a client, or None."""
        return engagements.job(self.store, client_id)

    def set_job(self, client_id: int, **facts: str) -> None:
        """Keep facts of the job: name, price, currency, law, ends, notice. Raises Refused for one it cannot hold."""
        with self.store.write("set_job", self.clock.now(), client_id) as writer:
            try:
                tidy = {name: clean(text, limit=200) for name, text in facts.items()}
                engagements.set_job(writer, client_id, self.job(client_id), tidy)
            except ValueError as error:
                raise Refused("job_fact", fact=", ".join(facts)) from error

    def typed(self, letter_id: str, client_id: int | None) -> dict[str, str]:
        """What was typed for the blanks of a letter and belongs to that letter alone."""
        found = settings.get(self.store, _key(letter_id, client_id), {})
        return {str(name): str(text) for name, text in found.items()} if isinstance(found, Mapping) else {}

    def fill(self, letter: Letter, blank: Blank, text: str, client_id: int | None) -> None:
        """Keep what fills a blank where it belongs: my terms, how I sign, the contact, the job, or this letter alone."""
        said = clean(text, lines=True, limit=LONGEST_BLANK).strip()
        place = blank.places[0]
        if place.startswith("term."):
            _, boundary, param = place.split(".", 2)
            self.set_term(boundary, {**self.params(boundary), param: said})
        elif place == "owner.name":
            self.set_limits(Answer(OWNER, Kind.TEXT, text=said))
        elif place in CONTACT and client_id is not None:
            self.set_contact(client_id, **{CONTACT[place]: said})
        elif place == "job.name" and client_id is not None:
            self.set_job(client_id, name=said)
        else:
            kept = {**self.typed(letter.id, client_id), blank.id: said}
            with self.store.write("fill", self.clock.now(), client_id) as writer:
                settings.put(writer, _key(letter.id, client_id), kept)

    def keep_letter(
        self,
        letter: Letter,
        tone: str,
        body: str,
        client_id: int | None,
        sent_on: date | None = None,
        boundary: str = "",
    ) -> None:
        """Keep a letter as it was finished; with a day, as sent, which reaches the rung it speaks of.

        ``boundary`` names what a letter of no one boundary was written for. Raises Refused for a day to come.
        """
        if sent_on is not None and sent_on > self.clock.today():
            raise Refused("day_to_come")
        text, about = clean(body, lines=True, limit=LONGEST_LETTER), letter.boundary or boundary
        verb = "send_letter" if sent_on else "keep_letter"
        with self.store.write(verb, self.clock.now(), client_id) as writer:
            language = self.library.words.language
            correspondence.keep_letter(writer, client_id, letter.id, tone, language, sent_on, text)
            if sent_on is not None and letter.moves and about:
                rung, how = Rung(letter.moves), f"letter {letter.id}"
                register.move(writer, about, client_id, rung, how, sent_on)
                if rung is Rung.TOLD:
                    register.move(writer, about, client_id, Rung.WRITTEN, how, sent_on)

    def letters_of(self, client_id: int | None) -> list[SentLetter]:
        """The letters kept for a client, or for nobody in particular, the newest first."""
        return correspondence.letters(self.store, client_id)


def _key(letter_id: str, client_id: int | None) -> str:
    return f"letter.{letter_id}.{client_id or 'nobody'}"
