"""A check before signing in words, the same for screens, prompts and commands. Knows wording; decides nothing.

What it returns may hold the owner's own words: text to show, never markup.
"""

from typing import NamedTuple

from coach.casebook.prospects import PROSPECT_CHECK, BeforeSigning, ProspectResult, SeenThen
from coach.engine.prospect import Advice, visible
from coach.formats.text import clean
from coach.library.library import Library
from coach.wording.checks.items import ItemWording

FILE = "prospect"


class TermLine(NamedTuple):
    """Something to agree on first: its words, the boundary it belongs to or none, and the letter with a clause."""

    line: str
    boundary: str
    letter: str


class ProspectWording:
    """Puts what was found before signing into the words of one library."""

    def __init__(self, library: Library) -> None:
        self.library, self.words, self.items = library, library.words, ItemWording(library)

    def of(self, outcome: Advice, field: str) -> str:
        """The recommendation: its line, its tag of one to three words, what it means, or the next act."""
        return self.words.say(FILE, f"outcome.{outcome}.{field}")

    def reasons(self, result: ProspectResult) -> list[str]:
        """Every rule that held, as a sentence; the hardest first."""
        return [self.words.say_or(FILE, f"rule.{each}.reason", each) for each in result.considered.rules]

    def questions(self, result: ProspectResult) -> list[str]:
        """What is still to ask them, as one would say it."""
        return [self.words.say_or(FILE, f"question.{each}.ask", each) for each in result.considered.questions]

    def terms(self, result: ProspectResult) -> list[TermLine]:
        """What is to be agreed on first."""
        known = {each.id: each for each in self.library.prospect.terms}
        return [
            TermLine(self.words.say_or(FILE, f"term.{each}.line", each), known[each].boundary, known[each].letter)
            for each in result.considered.terms
            if each in known
        ]

    def seen(self, result: ProspectResult) -> list[str]:
        """What could be seen of them already, in a few words each."""
        return [self._seen(each.item) for each in visible(result.answers, self.library.prospect)]

    def notes(self, result: ProspectResult) -> list[str]:
        """What was noted beside the answers, each with what it is about."""
        known = self.library.instrument(PROSPECT_CHECK).items
        return [
            self.words("prospect.note", about=self._short(item), note=clean(given.text))
            for item, given in result.answers.items()
            if given.text and item in known
        ]

    def findings(self, result: ProspectResult) -> list[tuple[str, list[str]]]:
        """Everything found, each kind under its heading, as a report and a person read it."""
        kinds = {
            "reasons": self.reasons(result),
            "questions": self.questions(result),
            "terms": [each.line for each in self.terms(result)],
            "seen": self.seen(result),
            "notes": self.notes(result),
        }
        return [(self.words(f"prospect.{kind}"), entries) for kind, entries in kinds.items() if entries]

    def before(self, before: BeforeSigning) -> list[str]:
        """What was visible before signing, beside what a check of today finds; one sentence where nothing was."""
        day = self.words.day(before.on_day)
        if not before.seen:
            return [self.words.say(FILE, "before.nothing", day=day)]
        return [self.words.say(FILE, "before.lead", day=day), *(self._then(each) for each in before.seen)]

    def _then(self, seen: SeenThen) -> str:
        names = self.words.commas(self.items.sign(sign, "name").lower() for sign in seen.now)
        return self.words.say(
            FILE, f"before.{'came' if seen.now else 'stayed_away'}", seen=self._seen(seen.item), now=names
        )

    def _seen(self, item: str) -> str:
        """What could be seen, in a few words: those of its own, or else the short name of the item."""
        return self.words.say_or(FILE, f"trace.{item}", self._short(item))

    def _short(self, item: str) -> str:
        return self.words.item(PROSPECT_CHECK, item, "short")
