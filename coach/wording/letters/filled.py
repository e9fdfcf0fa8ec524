"""A letter filled in words: from my terms, my limits, the contact, the job and what was typed. Draws no screen.

The same for screens, prompts and commands. What it returns may hold the owner's own words: text to show, never markup.
"""

from coach.casebook.book import Casebook
from coach.engine.boundary import Rung
from coach.engine.exits.plan import SAFETY
from coach.engine.interview.answer import Answer, AnswerKind
from coach.engine.letter import Blank, BlankKind, Draft, Letter, Tone, blanks_of, fill, first_known
from coach.engine.value import Value
from coach.formats.days import Side, read_day
from coach.formats.figures import read_count
from coach.formats.money import read_money
from coach.formats.unreadable import Unreadable
from coach.library.letters.late_payment import out_of_date
from coach.wording.limits import LimitWording

WELCOME, ENDING = "welcome", "exit"
"""Groups of letters: the sections of the welcome pack, and those that end a job."""


class LetterText(Value):
    """A letter as text: its heading, its body, and the blanks still open in it."""

    heading: str
    body: str
    open: tuple[str, ...]


class LetterWording:
    """Fills letters of one casebook."""

    def __init__(self, book: Casebook) -> None:
        self.book, self.library, self.words = book, book.library, book.library.words

    def draft(self, letter: Letter, tone: Tone, client_id: int | None, boundary: str = "") -> Draft:
        """A letter in one tone, filled as far as anything is known."""
        heading, body = self.library.letter_text(letter.id, self.words.language)[tone]
        facts = self.facts(client_id, letter.boundary or boundary)
        if client_id is not None and letter.group == ENDING:
            facts |= self.ending(client_id)
        typed = self.book.letters.typed(letter.id, client_id)
        blanks = self.library.letters[1]
        filled = {name: typed.get(name) or first_known(blank, facts) for name, blank in blanks.items()}
        return Draft(letter, tone, heading, body, filled)

    def text(self, draft: Draft, shown: str = "") -> LetterText:
        """The draft as text; an open blank reads as ``shown`` with its question for ``{}``, else as it is written."""
        asked = {name: shown.format(self.ask(name)) for name in draft.open} if shown else {}
        filled = {**draft.filled, **asked}
        body = fill(draft.body, filled)
        return LetterText(fill(draft.heading, filled), _without_why(body), draft.open)

    def open_of(self, text: str, draft: Draft) -> tuple[str, ...]:
        """The blanks of a text that the draft does not fill."""
        return tuple(name for name in blanks_of(text) if name in draft.open)

    def sections(self) -> list[tuple[Letter, bool]]:
        """Every section of the welcome pack, and whether it is in: as chosen, else where its boundary is decided."""
        known, reached, chosen = (
            self.library.letters[0],
            self.book.boundaries.standings(),
            self.book.letters.pack_choices(),
        )
        return [
            (letter, chosen.get(letter.id, not letter.boundary or reached[letter.boundary].has(Rung.DECIDED)))
            for letter in known.values()
            if letter.group == WELCOME and letter.id.startswith("welcome_")
        ]

    def facts(self, client_id: int | None, boundary: str = "") -> dict[str, str]:
        """What is known for the places of blanks, in words."""
        limits, said = self.book.limits.standing(), LimitWording(self.library)
        found = {"today": self.words.day(self.book.clock.today())}
        for place in ("limits.days", "limits.from", "limits.until", "limits.response"):
            found[place] = said.known((place,), limits)
        found["owner.name"] = _said(limits.get("limits.owner"))
        for terms in (
            self.book.boundaries.terms(),
            self.book.boundaries.terms(client_id) if client_id is not None else {},
        ):
            for name, term in terms.items():
                found |= {f"term.{name}.{param}": text for param, text in term.params.items() if text}
        if boundary:
            found["boundary.rule"] = self.words.say("boundaries", f"{boundary}.rule")
        if client_id is not None:
            found |= self._of_client(client_id)
        return found | self._law(client_id, _said(limits.get("limits.country")))

    def stale(self, client_id: int | None) -> str:
        """What to check before the law of a place is quoted; empty where nothing is known to have moved."""
        place = self._place(client_id, _said(self.book.limits.standing().get("limits.country")))
        known = self.library.late_payment.get(place)
        if known is None:
            return ""
        caution = self.words.say("late_payment", f"place.{place}.caution")
        old = out_of_date(known, self.book.clock.today())
        return f"{self.words.say('late_payment', 'stale')} {caution}" if old else caution

    def ask(self, blank: str) -> str:
        """The question that fills a blank."""
        return self.words.say("letters", f"blank.{blank}.ask")

    def example(self, blank: str) -> str:
        """An example of what fills a blank."""
        return self.words.say("letters", f"blank.{blank}.example")

    def name(self, letter: str, field: str = "name") -> str:
        """A letter's name, or when to use it."""
        return self.words.say("letters", f"letter.{letter}.{field}")

    def read(self, blank: Blank, text: str) -> str:
        """What was typed for a blank, as it will stand in the letter. Raises Unreadable where it does not fit."""
        said, lexicon = text.strip(), self.words.lexicon
        if not said:
            raise Unreadable("empty")
        if blank.kind is BlankKind.DAY:
            return self.words.day(read_day(said, lexicon, self.book.clock.today(), Side.NEAR))
        if blank.kind is BlankKind.NUMBER:
            read_count(said, lexicon.ranges)
        if blank.kind is BlankKind.MONEY and not read_money(said, lexicon).currency:
            return f"{self.book.limits.currency()} {said}".strip()
        return said

    def _of_client(self, client_id: int) -> dict[str, str]:
        client, person, job = (
            self.book.clients.one(client_id),
            self.book.clients.contact(client_id),
            self.book.clients.job(client_id),
        )
        found = {"client.name": client.name}
        if person is not None:
            found |= {"contact.name": person.name, "contact.salutation": person.salutation or person.name}
        if job is not None:
            price = f"{job.currency} {self.words.number(job.price / 100)}".strip() if job.price is not None else ""
            ends = self.words.day(job.ends) if job.ends else ""
            found |= {
                "job.name": job.name,
                "job.price": price,
                "job.ends": ends,
                "job.notice": job.notice,
                "job.law": self._law_name(job.law),
            }
        if (running := self.book.tries.running_with(client_id)) is not None:
            reset = running.reset
            rules = " ".join(self.words.say("boundaries", f"{rule}.rule") for rule in reset.rules)
            follows = reset.follows.rstrip(".")
            found |= {"try.ends": self.words.day(reset.ends), "try.rules": rules, "try.follows": follows}
        return found

    def ending(self, client_id: int) -> dict[str, str]:
        """What is known of how the job with a client ends; it takes their whole history to tell, so no other asks.

        Nothing where somebody may be in danger.
        """
        from coach.wording.exits.letters import ExitLetterWording

        ground, plan = self.book.calls.ground(client_id), self.book.exits.of(client_id)
        if ground.barred == SAFETY or (plan is not None and plan.safe):
            return {}
        found = {"exit.reason": self.words.say("call", f"reason.{ground.reason}.say")}
        return (
            found | ExitLetterWording(self.library).known(plan, self.book.clock.today()) if plan is not None else found
        )

    def _law_name(self, law: str) -> str:
        """A law as a sentence names it: the place of a code, or what was typed."""
        place = law.upper()
        return self.words.say("late_payment", f"place.{place}.named") if place in self.library.late_payment else law

    def _law(self, client_id: int | None, country: str) -> dict[str, str]:
        place = self._place(client_id, country)
        if place not in self.library.late_payment:
            return {}
        return {
            f"late.{field}": self.words.say("late_payment", f"place.{place}.{field}")
            for field in ("rule", "fixed", "law")
            if self.words.has("late_payment", f"place.{place}.{field}")
        }

    def _place(self, client_id: int | None, country: str) -> str:
        job = self.book.clients.job(client_id) if client_id is not None else None
        wanted = (job.law if job and job.law else country).casefold().replace("_", "-")
        for place in self.library.late_payment:
            if wanted in (place.casefold(), self.words.say("late_payment", f"place.{place}.name").casefold()):
                return place
        return ""


def _said(given: Answer | None) -> str:
    if given is None:
        return ""
    return given.text if given.kind is AnswerKind.TEXT else given.option


def _without_why(body: str) -> str:
    """A clause without the line that says why it is there: that is for the owner."""
    return "\n".join(line for line in body.splitlines() if not line.startswith("why: ")).strip()


def reasons_of(body: str) -> str:
    """The line of a clause that says why it is there; empty where there is none."""
    return next((line[5:] for line in body.splitlines() if line.startswith("why: ")), "")
