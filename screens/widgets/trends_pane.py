"""A trend as a sentence over a picture, or over its figures. Given values; knows no casebook and no rule."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from coach.engine.trend import Series
from coach.library.wording import Words
from screens.widgets.columns import Section
from screens.widgets.table import Table
from screens.widgets.trend_chart import TrendChart


class TrendsPane(Vertical):
    """One plain sentence, and below it the chart or the same points as a table."""

    DEFAULT_CSS = """
    TrendsPane #sentence { height: auto; margin-bottom: 1; max-width: 92; }
    TrendsPane TrendChart > .trend-chart--line-b, TrendsPane TrendChart > .trend-chart--point-b { color: $secondary; }
    """

    as_figures = reactive(False)

    def __init__(self, words: Words, id: str | None = None) -> None:
        super().__init__(id=id)
        self.words = words

    def compose(self) -> ComposeResult:
        yield Static(id="sentence")
        yield TrendChart(self.words, self.words.day, self.words.number)
        yield Table("")

    @property
    def chart(self) -> TrendChart:
        """The picture."""
        return self.query_one(TrendChart)

    def show(self, said: str, series: tuple[Series, ...], figures: Section) -> None:
        """Show other values; what is being read stays."""
        self.query_one("#sentence", Static).update(Content(said))
        if self.chart.series != series:
            self.chart.series = series
        self.query_one(Table).show_section(figures)
        self.watch_as_figures()

    def watch_as_figures(self) -> None:
        """Show one of the two; with nothing to draw, neither."""
        drawn = any(each.points for each in self.chart.series)
        self.chart.display = drawn and not self.as_figures
        self.query_one(Table).display = drawn and self.as_figures
