"""What an hour with a client really earns, and how that stands to one's own minimum. Knows no currency and no words."""

from typing import Final, Literal

from coach.engine.interview.answer import SILENT, Answer, AnswerKind, Answers, chosen

Figures = tuple[int, int]
"""A figure as a range of whole numbers; an exact one has both alike."""
Level = Literal["above", "about", "below"]

ABOVE: Final = 110
"""Per cent of the minimum from which a rate is above it: hours are guessed, and few guess them closer than a tenth."""
BELOW: Final = 100
"""Per cent of the minimum below which a rate is below it: a minimum has no slack of its own."""


def effective_rate(revenue: Figures, minutes: Figures) -> Figures | None:
    """Earnings an hour, lowest and highest, in the smallest unit of money.

    ``revenue`` is a month's income in that unit, ``minutes`` the time the same month took. None where it may have taken
    no time at all. Raises ValueError for figures below nothing or ranges that run backwards.
    """
    for low, high in (revenue, minutes):
        if not 0 <= low <= high:
            raise ValueError("a figure runs from nothing upwards")
    if not minutes[0]:
        return None
    return _an_hour(revenue[0], minutes[1]), _an_hour(revenue[1], minutes[0])


def pay_level(rate: Figures, floor: Figures, above: int = ABOVE, below: int = BELOW) -> Level | None:
    """Whether a rate is surely above, about or below the minimum; None where the figures leave it open.

    Both are ranges in the same unit; ``above`` and ``below`` are per cent of the minimum.
    """
    (low, high), (least, most) = rate, floor
    if low * 100 > most * above:
        return "above"
    if high * 100 < least * below:
        return "below"
    return "about" if low * 100 >= most * below and high * 100 <= least * above else None


def derived(answers: Answers) -> dict[str, Answer]:
    """The answer to ``pay_level`` that the figures give where the owner left it unsaid; else nothing.

    ``answers`` holds those of the check together with one's own limits. A note on the unsaid answer is kept.
    """
    given = answers.get("pay_level")
    revenue, minutes, floor = (_figures(answers.get(item)) for item in ("revenue", "hours", "limits.floor"))
    if given is None or given.kind not in SILENT or revenue is None or minutes is None or floor is None:
        return {}
    rate = effective_rate(revenue, minutes)
    level = None if rate is None else pay_level(rate, floor)
    return {} if level is None else {"pay_level": chosen("pay_level", level, given.text)}


def _figures(given: Answer | None) -> Figures | None:
    if given is None or given.kind is not AnswerKind.NUMBER or given.low is None:
        return None
    return given.low, given.low if given.high is None else given.high


def _an_hour(money: int, minutes: int) -> int:
    # To the nearest unit both ways, so that an exact rate stays exact.
    return (2 * money * 60 + minutes) // (2 * minutes)
