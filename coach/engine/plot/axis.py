"""Where ticks go: sensible days along a range, even whole numbers up a scale. Knows no wording and no drawing."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from math import floor

from coach.engine.value import Value


class Grain(StrEnum):
    """How coarse a day tick is, and so how its day is to be written.

    ``YEAR`` is also what a January tick among months or quarters carries, so that the year is said where it begins.
    """

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Tick(Value):
    """One day on the axis."""

    day: date
    grain: Grain


class Scale(Value):
    """A value axis whose ticks fall on whole rows.

    ``bottom`` is the value of the lowest row and a tick; every ``every`` rows upwards there is another, ``step`` more.
    """

    bottom: float
    step: float
    every: int
    rows: int

    def height(self, value: float) -> float:
        """How many rows above the lowest one a value lies."""
        return (value - self.bottom) * self.every / self.step

    def ticks(self) -> list[tuple[int, float]]:
        """Rows above the lowest one, with the value there."""
        return [(rise, self.bottom + self.step * (rise // self.every)) for rise in range(0, self.rows, self.every)]


def value_scale(low: float, high: float, rows: int) -> Scale:
    """The scale that shows low to high, with 0 in it, in so many rows: whole steps, little waste, few ticks."""
    low, high = min(low, 0.0), max(high, 0.0)
    if high == low:
        high = 1.0
    ideal = min(6, max(2, (rows + 2) // 3))
    best: tuple[float, Scale] | None = None
    for every in range(1, max(rows, 2)):
        scale = next(
            scale
            for step in _steps()
            if (scale := Scale(floor(low / step) * step, step, every, rows)).height(high) <= max(rows - 1, 1)
        )
        waste = 1 - scale.height(high) / max(rows - 1, 1)
        cost = waste + 0.08 * abs(len(scale.ticks()) - ideal) + (0.05 if scale.step in (3.0, 4.0) else 0.0)
        if best is None or cost < best[0]:
            best = (cost, scale)
    assert best is not None
    return best[1]


def _steps() -> Iterator[float]:
    """1, 2, 3, 4, 5, 10, 20, 25, 50, 100, …"""
    yield from (1.0, 2.0, 3.0, 4.0, 5.0)
    size = 10.0
    while True:
        yield from (size, size * 2, size * 2.5, size * 5)
        size *= 10


def day_ticks(first: date, last: date, fits: Callable[[Sequence[Tick]], bool]) -> list[Tick]:
    """The finest ticks of one grain between two days that fit; the first day alone where none do."""
    span = last.toordinal() - first.toordinal() + 1
    for step in (1, 2):
        if span <= 60 and (found := _days(first, last, step, 0, Grain.DAY)) and fits(found):
            return found
    for step in (7, 14):
        if span <= 500 and (found := _days(first, last, step, 1, Grain.WEEK)) and fits(found):
            return found
    if span <= 366 * 40:
        for months in (1, 3, 6):
            if (found := _months(first, last, months)) and fits(found):
                return found
    for size in (1, 10, 100, 1000):
        for years in (size, size * 2, size * 5):
            days = [date(y, 1, 1) for y in range(first.year, last.year + 1) if y % years == 0]
            found = [Tick(day, Grain.YEAR) for day in days if day >= first]
            if found and fits(found):
                return found
    return [Tick(first, Grain.DAY)]


def _days(first: date, last: date, step: int, remainder: int, grain: Grain) -> list[Tick]:
    """Every so many days; those of whole weeks fall on Mondays, as the first day of all was one."""
    start = first.toordinal() + (remainder - first.toordinal()) % step
    return [Tick(date.fromordinal(number), grain) for number in range(start, last.toordinal() + 1, step)]


def _months(first: date, last: date, step: int) -> list[Tick]:
    """The first of every month, or of every third or sixth."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    days = [date(number // 12, number % 12 + 1, 1) for number in numbers if number % step == 0]
    grain = Grain.MONTH if step == 1 else Grain.QUARTER
    return [Tick(day, Grain.YEAR if day.month == 1 else grain) for day in days if day >= first]
