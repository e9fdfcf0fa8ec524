"""A trend as a sentence over a picture, its weeks or its figures. Given values; knows no casebook and no rule."""

from collections.abc import Callable, Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.reactive import reactive
from textual.widgets import Static

from coach.engine.trend import Band, Mark, Series, by_week
from coach.engine.value import Value
from coach.library.words import Words
from screens.widgets.chart.heat_strip import HeatStrip, Weeks
from screens.widgets.chart.trend_chart import TrendChart
from screens.widgets.lists.columns import Section
from screens.widgets.lists.table import Table

TALL = 18
"""Rows from which the newest weeks stand under the picture as well."""
LOW = 11
"""Rows up to which no line is spared between the sentence and the picture."""


class Trends(Value):
    """All that is shown of a trend: what it says, its values, and what they are read against.

    ``until`` is the last day of its time, ``levels`` the values from which a week is heavier than the level below,
    ``figures`` makes the rows, which may be many. Without levels there are no weeks to show.
    """

    said: str
    series: tuple[Series, ...]
    marks: tuple[Mark, ...]
    bands: tuple[Band, ...]
    levels: tuple[float, ...]
    until: date | None
    figures: Callable[[], Section]


class TrendsPane(Vertical):
    """One plain sentence, and below it the picture, its weeks, or the same points as a table."""

    DEFAULT_CSS = """
    TrendsPane #sentence { height: auto; margin-bottom: 1; max-width: 92; }
    TrendsPane.low #sentence { margin-bottom: 0; }
    TrendsPane HeatStrip.newest { margin-top: 1; }
    TrendsPane TrendChart > .trend-chart--line-b, TrendsPane TrendChart > .trend-chart--point-b { color: $secondary; }
    TrendsPane TrendChart > .trend-chart--span-b { color: $secondary 40%; }
    """

    view = reactive("picture")

    def __init__(
        self, words: Words, levels: Sequence[str], open_label: str, ascii: bool = False, id: str | None = None
    ) -> None:
        """``levels`` names the levels of a week, calm first, and last what a week without a check is."""
        super().__init__(id=id)
        self.words, self.levels, self.open_label, self.ascii = words, levels, open_label, ascii
        self.figures: Callable[[], Section] | None = None
        self.by_weeks = self.tall = False

    def compose(self) -> ComposeResult:
        yield Static(id="sentence")
        chart = TrendChart(self.words, self.words.day, self.words.number)
        chart.ascii = self.ascii
        yield chart
        strip = HeatStrip(self.words("trend.weeks.title"), self.levels, self.words.day, self.ascii)
        # Here and not later: a class that comes or goes has everything below looked through again for what it changes.
        strip.add_class("newest")
        yield strip

    @property
    def chart(self) -> TrendChart:
        """The picture."""
        return self.query_one(TrendChart)

    @property
    def draws(self) -> bool:
        """Whether there is a picture to read points from."""
        return self.view == "picture" and any(each.points for each in self.chart.series)

    async def turn(self, view: str) -> None:
        """Show the picture, the weeks or the figures; the table of these is made when they are first wanted."""
        if view == "figures" and self.table is None:
            await self.mount(Table(self.open_label))
        self.view = view

    @property
    def table(self) -> Table | None:
        """The figures, once they have been wanted."""
        return next(iter(self.query(Table)), None)

    def show(self, trends: Trends) -> None:
        """Show other values; what is being read stays."""
        self.query_one("#sentence", Static).update(Content(trends.said))
        chart, weeks = self.chart, by_week(trends.series[0]) if trends.series else {}
        chart.marks, chart.bands, chart.until = trends.marks, trends.bands, trends.until
        if chart.series != trends.series:
            chart.series = trends.series
        last = max([*weeks, *([trends.until] if trends.until else [])], default=None)
        self.query_one(HeatStrip).weeks = Weeks(weeks, last, trends.levels) if last else None
        self.figures, self.by_weeks = trends.figures, bool(trends.levels)
        self.watch_view()

    def on_resize(self, event: Resize) -> None:
        """Show the weeks under the picture where there is room."""
        self.tall = event.size.height >= TALL
        self.set_class(event.size.height <= LOW, "low")
        self.watch_view()

    def watch_view(self) -> None:
        """Show one of the three; with nothing to draw, none."""
        # Nothing before there is a size: the weeks take theirs from the picture, which would be drawn twice.
        drawn = bool(self.size) and any(each.points for each in self.chart.series)
        strip, picture = self.query_one(HeatStrip), self.view == "picture"
        self.chart.display = drawn and picture
        strip.set_class(picture, "newest")
        strip.display = drawn and self.by_weeks and (self.view == "weeks" or (picture and self.tall))
        if (table := self.table) is not None:
            table.display = drawn and self.view == "figures"
            if table.display and self.figures is not None:
                table.show_section(self.figures())
