"""A check-in in words: its questions, its answers, how often it comes. Knows wording; reads and keeps no record."""

from datetime import date

from coach.casebook.check_ins.schedule import Schedule
from coach.casebook.checks.checks import CLIENT_CHECK
from coach.casebook.checks.figures import check_typing, figure_typed
from coach.engine.cadence import Every
from coach.engine.interview.answer import Answer, AnswerKind, chosen, silent
from coach.engine.interview.instrument import Ask, Item
from coach.engine.pulse import SEEN
from coach.formats.figures import read_place
from coach.formats.units import write_figure
from coach.library.library import Library
from coach.store.turns import PULSE

FILE = "checkins"
UNSAID = "?"
"""Stands where a question was answered with nothing to count, and is typed to say so."""


class CheckInWording:
    """Puts check-ins into the words of one library."""

    def __init__(self, library: Library) -> None:
        self.library, self.words = library, library.words

    def __call__(self, key: str, /, **blanks: object) -> str:
        """A sentence about check-ins."""
        return self.words.say(FILE, key, **blanks)

    def count(self, key: str, number: int, /, **blanks: object) -> str:
        """The form of a sentence that fits a number."""
        return self.words.count(FILE, key, number, **blanks)

    def ask(self, item: Item) -> str:
        """The question; of a watched sign, what is counted."""
        return self._counted(item, "row") or self.words.item(PULSE, item.id, "ask")

    def short(self, item: Item) -> str:
        """The question in two words."""
        return self._counted(item, "short") or self.words.item(PULSE, item.id, "short")

    def why(self, item: Item) -> str:
        """What the answer is for."""
        return self._counted(item, "why") or self.words.item(PULSE, item.id, "why")

    def options(self, item: Item) -> list[str]:
        """The answers to choose from, in order."""
        return [self.words.option(item.responses, each) for each in item.options]

    def answer(self, item: Item, given: Answer | None) -> str:
        """One answer; empty where none was given."""
        if given is None:
            return ""
        if given.kind is AnswerKind.OPTION:
            return self.words.option(item.responses, given.option)
        if given.low is not None and given.high is not None and item.unit is not None:
            return write_figure(given.low, given.high, item.unit.value)
        return given.text if given.kind is AnswerKind.TEXT else UNSAID

    def read(self, item: Item, typed: str, currency: str = "") -> Answer:
        """What was typed as an answer; ``currency`` is my own, where it is set. Raises Unreadable."""
        if item.ask is Ask.WORDS:
            return Answer(item.id, AnswerKind.TEXT, text=typed)
        if typed.strip() == UNSAID:
            return silent(item.id, AnswerKind.DONT_KNOW)
        if item.options:
            return chosen(item.id, item.options[read_place(typed, len(item.options))])
        return figure_typed(item, typed, self.words.lexicon, currency)

    def check(self, item: Item, typed: str) -> None:
        """Raises Unreadable where what was typed so far can begin no answer."""
        if item.ask is Ask.NUMBER and typed.strip() != UNSAID:
            check_typing(item, typed, self.words.lexicon)

    def every(self, place: Schedule) -> str:
        """How often a client is checked in on."""
        said = self(f"every.{place.rhythm.every}")
        return said if place.chosen else self("every.auto", every=said)

    def state(self, place: Schedule, given: int, asked: int, day: date) -> str:
        """Where a check-in stands on a day, in a word or two: done, begun, due, or when it comes next."""
        if place.done:
            return self("state.done")
        if given:
            return self("state.begun", done=given, all=asked)
        if place.due is None:
            return self("state.never")
        key = "state.due" if place.due.on_day == day else "state.late" if place.due.late(day) else "state.not_due"
        return self(key, day=self.words.day(place.due.on_day, "short"))

    def slower(self, place: Schedule) -> str:
        """The question whether to change a rhythm that is not kept; empty where it is."""
        if place.slower is None or place.due is None:
            return ""
        key = "state.slower_never" if place.slower is Every.NEVER else "state.slower"
        return self(key, count=place.due.missed, every=self(f"every.{place.slower}"))

    def whole(self, place: Schedule) -> str:
        """Why a full check is proposed; empty where it is not."""
        return "" if place.whole is None else self(f"whole.{place.whole}")

    def _counted(self, item: Item, field: str) -> str:
        if not item.id.startswith(SEEN):
            return ""
        return self.words.item(CLIENT_CHECK, item.id.removeprefix(SEEN), field)
