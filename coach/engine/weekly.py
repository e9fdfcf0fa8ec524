"""Counts and amounts by the week. Knows days and numbers, no client and no log."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from coach.engine.trend import ENOUGH, Direction, Point, Series, direction

WEEK = timedelta(weeks=1)


def weeks_of(days: Iterable[date], since: date, today: date, measure: str) -> Series:
    """How many there were in each whole week, a point on its Sunday; a week without any counts as nothing.

    The first week is the first whole one from ``since`` on; the week that still runs would look like fewer.
    """
    count = Counter(_monday(each) for each in days)
    first = _monday(since + timedelta(days=6))
    points = []
    while first + WEEK <= today + timedelta(days=1):
        points.append(Point(first + timedelta(days=6), float(count[first])))
        first += WEEK
    return Series(measure, tuple(points))


def heading(series: Series, unit: float = 0.25) -> Direction:
    """Where counts by the week are heading, from averages of up to four weeks each.

    Single weeks are mostly nothing or one, between which a median slope sees no move. ``unit`` is in counts a week.
    """
    size = max(1, min(4, len(series.points) // ENOUGH))
    points = list(reversed(series.points))
    groups = [points[start : start + size] for start in range(0, len(points) - size + 1, size)]
    averages = (Point(each[0].day, sum(point.value or 0.0 for point in each) / size) for each in groups)
    return direction(Series(series.measure, tuple(averages)), unit)


def a_week(value: float, since: date | None, on_day: date) -> float:
    """An amount gathered from one day to another as an amount a week; less than a week counts as one."""
    days = (on_day - since).days if since is not None else 7
    return value * 7 / max(days, 7)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
