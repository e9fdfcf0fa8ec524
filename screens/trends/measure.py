"""One measure of a client as the trends pane shows it: sentence, picture, figures. Draws nothing, decides nothing."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from textual.content import Content

from coach.casebook.trends.trends import Measure, Measured
from coach.engine.trend import Band, Series
from coach.library.words import Words
from coach.store.events import Event
from coach.wording.trends import TrendWording
from screens.frame.client_rows import figure_cells
from screens.frame.discreet import DOTS, hides
from screens.trends.points import marks_of
from screens.widgets.chart.trends_pane import Trends
from screens.widgets.lists.columns import Column, Row, Section


def measure_trends(measured: Measured, events: Iterable[Event], said: TrendWording, today: date) -> Trends:
    """Everything the trends of a client's page show of a measure other than the points of checks."""
    words, hidden = said.words, hides(said.words)
    series = () if hidden else measured.series
    marks = marks_of(events, said.recommendation, today)
    bands = () if measured.floor is None else (Band(measured.floor, words("trend.band.floor")),)
    days = [*(point.day for each in series for point in each.points), *(mark.day for mark in marks)]
    sentence = DOTS if hidden else said.picture(measured)
    figures = partial(_figures, series, words, said, measured.measure)
    return Trends(sentence, series, marks, () if hidden else bands, (), max(days, default=None), figures)


def _figures(series: tuple[Series, ...], words: Words, said: TrendWording, measure: Measure) -> Section:
    """The points as rows, the newest first: day and one column a measure."""
    if len(series) > 1:
        columns = [figure_cells([point.value for point in reversed(each.points)], words) for each in series]
    else:
        columns = [[Content(said.figure(measure, point.value or 0)) for point in reversed(series[0].points)]]
    days = [point.day for point in reversed(series[0].points)]
    heads = [Column(words(f"trend.measure.{each.measure}"), right=True) for each in series]
    rows = tuple(
        Row(str(len(days) - 1 - place), (Content(words.day(day, "dated")), *(column[place] for column in columns)))
        for place, day in enumerate(days)
    )
    return Section((Column(words("client.column.day")), *heads), rows)
