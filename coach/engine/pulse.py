"""What a check-in asks and what it comes to: at most three watched signs, and its figures as series. Knows no wording.

Counts speak of the days since the last check-in and are told by the week, so that an early or a late one compares.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from coach.engine.interview.answer import Answer, Answers
from coach.engine.interview.instrument import Ask, Item, Unit
from coach.engine.verdict.signs import Weighed

MEASURE = "pulse."
"""Series of the check-ins begin so, and add nothing to those of the checks."""
OUT_OF_HOURS, UNPAID, DREAD, KEPT = (f"pulse.{each}" for each in ("out_of_hours", "unpaid", "dread", "kept"))
FIXED = (OUT_OF_HOURS, UNPAID, DREAD, KEPT)
"""What every check-in asks; it is finished once these are answered."""
HOURS, REVENUE, NOTE = (f"pulse.{each}" for each in ("hours", "revenue", "note"))
SEEN = "pulse.seen."
"""An item that counts one watched sign begins so."""
OVERDUE = "pulse.overdue"
"""The days by which the oldest open invoice is late; reckoned from the invoices, never asked."""
WATCHED = 3
ASKED_ANYWAY = frozenset({"after_hours"})
"""Signs a fixed item counts already."""
MOST = 999
"""Times a thing can happen between two check-ins; more is a slip of the finger."""
_BY_WEEK = (OUT_OF_HOURS, UNPAID, HOURS)


def watched(weighed: Iterable[Weighed], countable: Iterable[str]) -> tuple[str, ...]:
    """The signs to watch: of those that weighed most in the last full check, at most three that can be counted."""
    known = frozenset(countable) - ASKED_ANYWAY
    heavy = [each for each in weighed if each.sign in known and each.points > 0]
    return tuple(each.sign for each in sorted(heavy, key=lambda each: -each.points)[:WATCHED])


def counting(sign: str) -> Item:
    """The item that counts how often a watched sign was seen since last time."""
    return Item(SEEN + sign, Ask.NUMBER, unit=Unit.COUNT, least=0, most=MOST)


def finished(answers: Answers) -> bool:
    """Whether nothing that every check-in asks is still open."""
    return all(item in answers for item in FIXED)


def scores(
    answers: Answers, items: Mapping[str, Item], since: date, on_day: date, overdue: int | None
) -> dict[str, float]:
    """The figures of one check-in, by measure.

    Counts and minutes are by the week; an answer on a scale is its place from 0; revenue is in the smallest unit, as it
    was given, and stands for the days since ``since``. What was not said has no figure.
    """
    weeks = max((on_day - since).days, 1) / 7
    found = {name: _value(given, items.get(name)) for name, given in answers.items()}
    told = {name: value for name, value in found.items() if value is not None}
    for name in told:
        if name in _BY_WEEK or name.startswith(SEEN):
            told[name] = round(told[name] / weeks, 2)
    if overdue is not None:
        told[OVERDUE] = float(overdue)
    return told


def _value(given: Answer, item: Item | None) -> float | None:
    if given.low is not None and given.high is not None:
        return (given.low + given.high) / 2
    if item is not None and given.option in item.options:
        place = item.options.index(given.option)
        # The last answer about one's own rules is that there was nothing to keep to.
        return None if item.id == KEPT and place == len(item.options) - 1 else float(place)
    return None
