"""Values over days: a series with gaps and breaks, and where it is heading. Knows nothing of drawing or of wording."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import combinations, pairwise
from math import isfinite
from operator import attrgetter
from statistics import median

from coach.engine.value import Value

LARGEST = 1e15
"""No value may be larger, either way: up to here a float still holds every whole number."""

ENOUGH = 4
"""Valued points from which a direction may be given; fewer are noise (DECISION_MODEL 6)."""


MOST = 60
"""Values a direction is read from, since the work grows as their square; of more, neighbours are joined."""


class Direction(StrEnum):
    """Where a series is heading."""

    RISING = "rising"
    STEADY = "steady"
    FALLING = "falling"
    TOO_FEW = "too_few"


class Point(Value):
    """One value on one day.

    ``value`` is in the unit of its measure; None is a gap. ``hollow`` marks a quick check, ``note`` is the owner's own
    text. Raises ValueError where the value is not a finite number within ``LARGEST``.
    """

    day: date
    value: float | None
    hollow: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        if self.value is not None and not (isfinite(self.value) and abs(self.value) <= LARGEST):
            raise ValueError("a point holds a finite number, or None for a gap")


class Series(Value):
    """The points of one measure, oldest first; given in any order, those of one day stay in the order given.

    A break is the day from which a newer instrument or model version speaks: values either side of it do not compare.
    """

    measure: str
    points: tuple[Point, ...]
    breaks: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        self._settle(points=tuple(sorted(self.points, key=attrgetter("day"))), breaks=tuple(sorted(set(self.breaks))))

    def runs(self) -> Iterator[tuple[Point, ...]]:
        """The stretches of valued points that neither a gap nor a break interrupts, oldest first."""
        run: list[Point] = []
        breaks = list(self.breaks)
        for point in self.points:
            crossed = bool(breaks) and breaks[0] <= point.day
            while breaks and breaks[0] <= point.day:
                breaks.pop(0)
            if run and (crossed or point.value is None):
                yield tuple(run)
                run = []
            if point.value is not None:
                run.append(point)
        if run:
            yield tuple(run)


class Mark(Value):
    """Something that happened on a day and belongs beside the values."""

    day: date
    label: str


class Band(Value):
    """A level the values are read against."""

    value: float
    label: str


def latest(series: Series) -> Point | None:
    """The newest point that has a value."""
    return next((point for point in reversed(series.points) if point.value is not None), None)


def change(series: Series) -> float | None:
    """How far the newest value lies from the one before it; None where there are not two that compare."""
    values = _comparable(series)
    return values[-1][1] - values[-2][1] if len(values) > 1 else None


def direction(series: Series, unit: float = 1.0) -> Direction:
    """Where the values since the last break are heading: Theil-Sen, the median of the slopes between all pairs.

    A move over the whole span below one ``unit`` is steady. Values of one day have no slope between them.
    """
    values = _comparable(series)
    slopes = [
        (later[1] - earlier[1]) / (later[0] - earlier[0])
        for earlier, later in combinations(_joined(values), 2)
        if later[0] != earlier[0]
    ]
    if len(values) < ENOUGH or not slopes:
        return Direction.TOO_FEW
    move = median(slopes) * (values[-1][0] - values[0][0])
    if abs(move) < unit:
        return Direction.STEADY
    return Direction.RISING if move > 0 else Direction.FALLING


def by_week(series: Series) -> dict[date, float]:
    """The highest value of each week that has one, by the week's Monday."""
    found: dict[date, float] = {}
    for point in series.points:
        if point.value is not None:
            monday = date.fromordinal(point.day.toordinal() - point.day.weekday())
            found[monday] = max(found.get(monday, point.value), point.value)
    return found


def sliced(series: Series, first: date, last: date, parts: int) -> list[float | None]:
    """The newest value in each of so many equal parts of the days from first to last; None where there is none."""
    found: list[float | None] = [None] * parts
    start, days = first.toordinal(), last.toordinal() - first.toordinal() + 1
    for point in series.points:
        if point.value is not None and first <= point.day <= last:
            found[(point.day.toordinal() - start) * parts // days] = point.value
    return found


def _joined(values: list[tuple[int, float]]) -> list[tuple[float, float]]:
    """The values as they are, or at most ``MOST`` medians of neighbours."""
    if len(values) <= MOST:
        return [(float(day), value) for day, value in values]
    groups = [values[start:end] for start, end in pairwise(len(values) * part // MOST for part in range(MOST + 1))]
    return [(median(day for day, _ in group), median(value for _, value in group)) for group in groups]


def _comparable(series: Series) -> list[tuple[int, float]]:
    """Day number and value of every valued point since the last break that has one after it."""
    valued = [(point.day, point.value) for point in series.points if point.value is not None]
    newest = max((day for day in series.breaks if valued and day <= valued[-1][0]), default=date.min)
    return [(day.toordinal(), value) for day, value in valued if day >= newest]
