"""One's own limits: what stands, what a check still needs, how they are set. Knows no client, wording or screen."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from coach.casebook.desk import Noun
from coach.engine.interview.answer import Answer, AnswerKind, Answers
from coach.engine.value import replace
from coach.formats.text import clean
from coach.store import assessments
from coach.store.file.writer import Writer

if TYPE_CHECKING:
    from coach.engine.interview.instrument import Instrument, Item
    from coach.engine.interview.interview import Interview, Step

LIMITS = "limits"
LONGEST_WORDS = 400
"""Characters of an answer in one's own words: a line or two, since it is shown beside a question."""
MONEY = 100
"""Smallest units in one unit of money."""


class Limits(Noun):
    """Verbs about one's own limits."""

    def standing(self) -> dict[str, Answer]:
        """The owner's own limits that stand, as answers by item id."""
        return {
            item: given
            for each in reversed(assessments.of_client(self.store, None, LIMITS))
            for item, given in assessments.answers(self.store, each.id).items()
        }

    def answered(self) -> dict[str, Answer]:
        """Those of them of which something was said; what was passed over is left out."""
        return {item: given for item, given in self.standing().items() if given.kind is not AnswerKind.SKIPPED}

    def set(self, *answers: Answer) -> dict[str, Answer]:
        """Keep limits and return all that stand; what stood before stays in the record.

        Raises ValueError for an item the instrument does not ask, Unreadable for a figure out of bounds.
        """
        instrument = self.library.instrument(LIMITS)
        tidy = [self._tidy(instrument, given) for given in answers]
        standing, at = self.standing(), self.clock.now()
        fresh = [given for given in tidy if standing.get(given.item) != given]
        if fresh:
            with self.store.write(LIMITS, at, None) as writer:
                assessments.record(writer, self._own(writer, instrument), fresh, at)
        return {**standing, **{given.item: given for given in fresh}}

    def missing(self, item: "Item") -> tuple[str, ...]:
        """The limits, items or cards, that an item needs and of which nothing was said; "don't know" was said."""
        return _unsaid(self.library.instrument(LIMITS), item.needs, self.standing()) if item.needs else ()

    def wanted(self, step: "Step") -> tuple[str, ...]:
        """The limits to ask for before a step. A card, or the short row of a quick check, waits for nothing."""
        from coach.engine.interview.interview import StepKind

        return self.missing(step.items[0]) if step.kind is StepKind.ITEM else ()

    def floor(self) -> float | None:
        """The least I want to earn an hour, in units of money; None where that is not set."""
        given = self.standing().get("limits.floor")
        return given.low / MONEY if given is not None and given.kind is AnswerKind.NUMBER and given.low else None

    def currency(self) -> str:
        """The code of my own currency; empty where that is not set."""
        given = self.standing().get("limits.currency")
        return given.text if given is not None and given.kind is AnswerKind.TEXT else ""

    def _tidy(self, instrument: "Instrument", given: Answer) -> Answer:
        item = instrument.items.get(given.item)
        if item is None or (given.kind is AnswerKind.OPTION and given.option not in item.options):
            raise ValueError(f"{given.item} is not asked so")
        if given.low is not None and given.high is not None:
            from coach.formats.units import check_bounds

            check_bounds(given.low, given.high, item.least, item.most, item.unit or "count")
        return replace(given, text=clean(given.text, lines=True, limit=LONGEST_WORDS))

    def _own(self, writer: Writer, instrument: "Instrument") -> int:
        """The one assessment that holds the limits, made here where it is first needed."""
        from coach.engine.interview.instrument import Depth

        found = assessments.of_client(self.store, None, LIMITS)
        if found:
            return found[0].id
        today, at = self.clock.today(), self.clock.now()
        new = assessments.begin(writer, None, instrument.id, instrument.version, Depth.FULL.value, today, None, at)
        assessments.conclude(writer, new, at)
        return new


def reckoned(interview: "Interview", limits: Answers) -> "Interview":
    """The interview with what its figures and one's own limits answer, where the owner left that unsaid."""
    from coach.engine.rate import derived

    return replace(interview, answers={**interview.answers, **derived({**limits, **interview.relevant()})})


def _unsaid(instrument: "Instrument", needed: Iterable[str], standing: dict[str, Answer]) -> tuple[str, ...]:
    from coach.engine.interview.instrument import Card

    cards = {place.id: place.rows for place in instrument.order if isinstance(place, Card)}
    return tuple(each for each in needed if not any(row in standing for row in cards.get(each, (each,))))
