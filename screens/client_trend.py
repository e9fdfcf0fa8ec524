"""What a client's trend says in words, and its points as rows. Knows no widget and draws nothing."""

from itertools import zip_longest

from textual.content import Content

from coach.engine.trend import Direction, Point, Series, direction
from coach.library.wording import Words
from screens.client_cells import figure_cells
from screens.widgets.columns import Column, Row, Section


def said_of(series: tuple[Series, ...], words: Words) -> str:
    """What the picture says, a sentence a measure; a direction is named only from enough points on."""
    points = max((len(_valued(each)) for each in series), default=0)
    if points < 2:
        return words("client.trend.nothing" if not points else "client.trend.point")
    return " ".join(_sentence(each, words) for each in series if _valued(each))


def _sentence(series: Series, words: Words) -> str:
    run = list(series.runs())[-1]
    first, last = run[0], run[-1]
    if len(run) < 2:
        return words(f"client.trend.{series.measure}.alone", last=words.number(last.value or 0))
    return words(
        f"client.trend.{series.measure}.{_kind(series, first.value or 0, last.value or 0)}",
        first=words.number(first.value or 0),
        last=words.number(last.value or 0),
        day=words.day(first.day),
    )


def _kind(series: Series, first: float, last: float) -> str:
    """Which sentence fits: the direction where there is one, unless its own two ends belie it."""
    heading = direction(series)
    if heading is Direction.TOO_FEW or (heading is Direction.STEADY and first == last):
        return "same" if first == last else "moved"
    belied = last <= first if heading is Direction.RISING else last >= first
    return "mixed" if heading is not Direction.STEADY and belied else heading.value


def figures_of(series: tuple[Series, ...], words: Words) -> Section:
    """The points as rows, the newest first: day, depth and one column a measure."""
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
                str(index),
                (
                    Content(words.day(point.day, "dated")),
                    depth_cell(point.hollow, words),
                    *(each[index] for each in figures),
                ),
            )
            for index, point in enumerate(days)
        ),
    )


def depth_cell(quick: bool, words: Words) -> Content:
    """Which check a point came from."""
    return Content(words("client.quick" if quick else "client.full"))


def _valued(series: Series) -> list[Point]:
    return [point for point in series.points if point.value is not None]
