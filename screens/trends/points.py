"""A client's trend in words, what it is read against, and its points as rows. Draws nothing and decides nothing."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import zip_longest

from textual.content import Content

from coach.casebook.overview import ClientPage
from coach.engine.trend import ENOUGH, Band, Direction, Mark, Point, Series, direction
from coach.engine.verdict.verdict import Threshold
from coach.library.words import Words
from coach.store.events import Event
from coach.wording.checks.recommendation import RecommendationWording
from screens.frame.client_rows import depth_cell, figure_cells
from screens.frame.discreet import DOTS, hides
from screens.widgets.chart.trends_pane import Trends
from screens.widgets.lists.columns import Column, Row, Section

COUNTED = ("incident", "slip")
"""Events there are too many of to mark each."""
LEAST = 2
"""Points a value must stand beyond both ends of its series to be said."""


def trends_of(page: ClientPage, events: Iterable[Event], phrases: RecommendationWording, today: date) -> Trends:
    """Everything the trends of a client's page show, up to the newest check or event there is."""
    words, series = phrases.words, () if hides(phrases.words) else page.series
    speaks = page.line.told.speaking if page.line.told else 0
    limits = {name: _limit(each, speaks) for name, each in phrases.library.thresholds.items()}
    marks = marks_of(events, phrases, today)
    days = [*(point.day for each in series for point in each.points), *(mark.day for mark in marks)]
    return Trends(
        DOTS if hides(words) else summary_of(series, words),
        series,
        marks,
        tuple(Band(value, said) for name, value in limits.items() if (said := _worded(words, f"trend.band.{name}"))),
        tuple(sorted(value for name, value in limits.items() if words.has("screens", f"trend.weeks.level.{name}"))),
        max(days, default=None),
        partial(figures_of, series, words),
    )


def marks_of(events: Iterable[Event], phrases: RecommendationWording, today: date) -> tuple[Mark, ...]:
    """The marks of what happened up to today; incidents and slips are drawn by the week, and are no marks."""
    worth = (event for event in _first(events) if event.noun not in COUNTED and event.on_day <= today)
    return tuple(mark for event in worth if (mark := _mark(event, phrases)) is not None)


def levels_of(thresholds: Mapping[str, Threshold], words: Words) -> list[str]:
    """What weeks are called: calm, then a name for each threshold that has one, then a week without a check."""
    named = sorted((each.value, _worded(words, f"trend.weeks.level.{name}")) for name, each in thresholds.items())
    return [words("trend.weeks.calm"), *(name for _, name in named if name), words("trend.weeks.none")]


def check_of(page: ClientPage, index: int) -> int | None:
    """The check a point of the page's series came from; None where the record no longer says."""
    points = page.series[0].points
    day = points[index].day
    newer = sum(each.day == day for each in points[index + 1 :])
    checks = [each.told.assessment.id for each in page.history if each.told.assessment.on_day == day]
    return checks[newer] if newer < len(checks) else None


def summary_of(series: tuple[Series, ...], words: Words) -> str:
    """What the picture says, a sentence a measure; a direction is named only from enough points on."""
    points = max((len(_valued(each)) for each in series), default=0)
    if points < 2:
        return words("client.trend.nothing" if not points else "client.trend.point")
    return " ".join(_sentence(each, words) for each in series if _valued(each))


def _sentence(series: Series, words: Words) -> str:
    run = list(series.runs())[-1]
    first, last = run[0], run[-1]
    number = words.number
    if len(run) < 2:
        return words(f"client.trend.{series.measure}.alone", last=number(last.value or 0))
    kind, far = _kind(series, run)
    return words(
        f"client.trend.{series.measure}.{kind}",
        first=number(first.value or 0),
        last=number(last.value or 0),
        day=words.day(first.day),
        far=number(far.value or 0),
        then=words.day(far.day, "short" if far.day.year == last.day.year else "dated"),
    )


def _kind(series: Series, run: tuple[Point, ...]) -> tuple[str, Point]:
    """Which sentence fits, and the point that lies furthest from both ends.

    It is the direction where there is one, unless the picture shows first of all a height or a depth between the ends,
    or the two ends belie it.
    """
    first, last = run[0].value or 0.0, run[-1].value or 0.0
    top, foot = (pick(run, key=lambda point: point.value or 0.0) for pick in (max, min))
    above, below = (top.value or 0.0) - max(first, last), min(first, last) - (foot.value or 0.0)
    far = top if above >= below else foot
    heading = direction(series)
    if heading is Direction.TOO_FEW and len(run) < ENOUGH:
        return ("same" if first == last else "moved"), far
    half = max(LEAST, ((top.value or 0.0) - (foot.value or 0.0)) / 2)
    if max(above, below) >= half:
        both = min(above, below) >= half / 2
        return ("mixed" if both else "peaked" if far is top else "dipped"), far
    if heading is Direction.TOO_FEW or (heading is Direction.STEADY and first == last):
        return ("same" if first == last else "moved"), far
    belied = last <= first if heading is Direction.RISING else last >= first
    return ("mixed" if heading is not Direction.STEADY and belied else heading.value), far


def figures_of(series: tuple[Series, ...], words: Words) -> Section:
    """The points as rows, the newest first: day, depth and one column a measure; a row's id is the point's index."""
    rows = list(zip_longest(*(reversed(each.points) for each in series)))
    figures = [
        figure_cells([row[place].value if row[place] else None for row in rows], words) for place in range(len(series))
    ]
    days = [next(point for point in row if point is not None) for row in rows]
    return Section(
        (
            Column(words("client.column.day")),
            Column(words("client.column.depth")),
            *(Column(words(f"client.column.{each.measure}"), right=True) for each in series),
        ),
        tuple(
            Row(
                str(len(rows) - 1 - index),
                (
                    Content(words.day(point.day, "dated")),
                    depth_cell(point.hollow, words),
                    *(each[index] for each in figures),
                ),
            )
            for index, point in enumerate(days)
        ),
    )


def _first(events: Iterable[Event]) -> Iterator[Event]:
    """Every event but a step of a boundary that was reached before: each check says again what was told and kept."""
    seen: set[str] = set()
    for event in events:
        if event.noun != "rung" or event.detail not in seen:
            yield event
        if event.noun == "rung":
            seen.add(event.detail)


def _mark(event: Event, phrases: RecommendationWording) -> Mark | None:
    """What stands at an event; None for those that are no mark, as the checks themselves."""
    key, what = f"event.{event.noun}", event.detail
    if event.noun == "decision":
        what = phrases.outcome(event.detail)
    elif event.noun == "rung":
        boundary, _, rung = event.detail.rpartition(":")
        key, what = f"{key}.{rung}", phrases.words.say_or("boundaries", f"{boundary}.name", boundary)
    elif event.noun == "term":
        what = phrases.words.say_or("boundaries", f"{event.detail}.name", event.detail)
    elif event.noun == "reset_end":
        key = f"{key}.{event.detail or 'over'}"
    said = _worded(phrases.words, key, what=what)
    return Mark(event.on_day, said) if said else None


def _limit(threshold: Threshold, speaks: int) -> float:
    """The points a threshold asks for of a client for whom so much speaks."""
    raised = threshold.raised if threshold.speaks and speaks >= threshold.speaks else None
    return threshold.value if raised is None else raised


def _worded(words: Words, key: str, **blanks: object) -> str:
    return words(key, **blanks) if words.has("screens", key) else ""


def _valued(series: Series) -> list[Point]:
    return [point for point in series.points if point.value is not None]
