"""The trends of all clients as rows, one small picture each on one scale. Knows no widget and draws nothing else."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from textual.content import Content

from coach.casebook.overview import ClientLine
from coach.casebook.trends.trends import Measure
from coach.engine.plot.sparkline import arrow, sparkline
from coach.engine.trend import Series, latest, sliced
from coach.wording.trends import TrendWording
from screens.frame.client_rows import figure_cells, name_cell
from screens.frame.discreet import hides
from screens.widgets.glyphs import ascii_only
from screens.widgets.lists.columns import Column, Row, Section

MEASURE = {**{measure: measure.value for measure in Measure}, Measure.POINTS: "theirs", Measure.LOG: "incidents"}
"""The series that a list shows of each measure."""
YEAR = timedelta(weeks=52)
PARTS = {72: 26, 0: 13}
"""By the width of the screen from which they hold: into how many equal parts the year is cut, a cell each."""


def trends_table(
    lines: Sequence[ClientLine],
    series: Mapping[int, Series],
    today: date,
    width: int,
    said: TrendWording,
    measure: Measure,
) -> Section:
    """Clients by one measure over twelve months; a row's id is the client's."""
    words = said.words
    first = today - YEAR + timedelta(days=1)
    parts = next(parts for least, parts in PARTS.items() if width >= least)
    years = [_within(series.get(line.client.id, Series("theirs", ())), first, today) for line in lines]
    cut = [sliced(each, first, today, parts) for each in years]
    top = max((value for values in cut for value in values if value is not None), default=0.0)
    newest = [latest(each) for each in years]
    figures = _figures([point.value if point else None for point in newest], said, measure)
    rows = [
        Row(
            str(line.client.id),
            (
                name_cell(line, words),
                Content("" if hides(words) else sparkline(values, parts, ascii_only(), top)),
                figure,
                _heading(year, said, measure),
                Content(words.day(point.day, "short") if point else ""),
            ),
        )
        for line, values, figure, year, point in zip(lines, cut, figures, years, newest, strict=True)
    ]
    columns = (
        Column(words("clients.column.name"), least=12, most=32),
        Column(words("trends.column.year"), most=max(PARTS.values())),
        Column(words(f"trend.measure.{MEASURE[measure]}"), right=True),
        Column(),
        Column(words("trends.column.latest"), rank=1),
    )
    return Section(columns, tuple(rows))


def _figures(values: Sequence[float | None], said: TrendWording, measure: Measure) -> list[Content]:
    if measure is Measure.POINTS:
        return figure_cells(values, said.words)
    return [Content("" if value is None else said.figure(measure, value)) for value in values]


def _within(series: Series, first: date, last: date) -> Series:
    points = tuple(point for point in series.points if first <= point.day <= last)
    return Series(series.measure, points, series.breaks)


def _heading(series: Series, said: TrendWording, measure: Measure) -> Content:
    words = said.words
    if hides(words):
        return Content("")
    found = said.heading(measure, series)
    text = f"{words(arrow(found, ascii_only()))} {words(f'trends.direction.{found.value}')}"
    return Content(text.strip())
