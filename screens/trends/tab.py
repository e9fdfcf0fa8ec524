"""The tab of a client's page with its trends: the measure chosen, and how it is shown. Draws nothing itself."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from coach.casebook.overview import ClientPage
from coach.casebook.trends.trends import Measure
from coach.engine.value import replace
from coach.wording.checks.recommendation import RecommendationWording
from coach.wording.trends import TrendWording
from screens.frame import commands
from screens.frame.tab import Tab
from screens.trends.measure import measure_trends
from screens.trends.points import check_of, levels_of, trends_of
from screens.widgets.chart.trend_chart import TrendChart
from screens.widgets.chart.trends_pane import Trends, TrendsPane
from screens.widgets.glyphs import ascii_only
from screens.widgets.lists.row_list import RowList


class TrendsTab(Tab):
    """One measure of this client over time: a sentence, and a picture, its weeks or its figures."""

    OFFERS = frozenset({"check", "read", "view", "measure", "changed"})
    DEFAULT_CSS = "TrendsTab TrendChart, TrendsTab HeatStrip, TrendsTab #sentence { padding: 0 2; }"

    def __init__(self, client_id: int, id: str) -> None:
        super().__init__(client_id, id)
        self.measure = Measure.POINTS

    def compose(self) -> ComposeResult:
        """The trends, empty until the records are read."""
        levels = levels_of(self.book.library.thresholds, self.words)
        yield TrendsPane(self.words, levels, self.words("client.key.open"), ascii_only())

    @property
    def pane(self) -> TrendsPane:
        """What is shown."""
        return self.query_one(TrendsPane)

    @property
    def keeps_keys(self) -> bool:
        """While points are being read, the chart has the keys."""
        return self.pane.chart.has_focus

    @property
    def chosen_from(self) -> Widget | None:
        """The rows of the figures, where these are shown."""
        return super().chosen_from if self.pane.view == "figures" else None

    def fill(self, page: ClientPage) -> None:
        """Read the measure, and show it."""
        super().fill(page)
        self.pane.show(self._trends(page))

    def _trends(self, page: ClientPage) -> Trends:
        events, phrases, today = (
            self.book.timeline.events(self.client_id),
            RecommendationWording(self.book.library),
            self.book.clock.today(),
        )
        if self.measure is not Measure.POINTS:
            said = TrendWording(self.book.library, self.book.limits.currency())
            return measure_trends(self.book.trends.measured(self.client_id, self.measure), events, said, today)
        found = trends_of(page, events, phrases, today)
        if page.line.told or self.discreet or len(self.book.trends.measures(self.client_id)) == 1:
            return found
        key = self.key_of("client.key.measure", "m")
        return replace(found, said=self.words("client.trend.checked_in", key=key))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the views that are not shown, and to read points where there are some."""
        pane = self.pane
        if action == "read":
            return pane.draws
        if action == "view":
            there = self.page is not None and self.page.line.told is not None
            return there and pane.view in parameters[1:] and (pane.by_weeks or parameters[0] != "weeks")
        return super().check_action(action, parameters)

    @on(RowList.Chosen)
    def _row_chosen(self, message: RowList.Chosen) -> None:
        self._open(int(message.row))

    @on(TrendChart.PointChosen)
    def _point_chosen(self, message: TrendChart.PointChosen) -> None:
        self._open(message.index)

    def _open(self, index: int) -> None:
        if self.page and self.measure is Measure.POINTS and (check := check_of(self.page, index)) is not None:
            self.post_message(commands.ShowVerdict(check))

    def go_back(self) -> bool:
        """Leave the picture where its points are being read."""
        if not self.keeps_keys:
            return False
        self.take_focus()
        return True

    def action_read(self) -> None:
        """Read the points of the picture one by one."""
        self.screen.set_focus(self.pane.chart)
        self.refresh_bindings()

    async def action_view(self, view: str, *_instead_of: str) -> None:
        """Show the points as a picture, as the weeks they fall in, or as a table, in place of another of these."""
        await self.pane.turn(view)
        self.take_focus()

    def action_measure(self) -> None:
        """Choose what to draw."""
        from screens.frame.dialogs.pick import PickDialog

        measures = self.attempt(lambda: self.book.trends.measures(self.client_id))
        if measures is None:
            return

        def chosen(measure: str | None) -> None:
            if measure:
                self.measure, self.pane.view = Measure(measure), "picture"
                self.post_message(self.Changed())

        offered = [(each.value, Content(self.words(f"trend.lens.{each}"))) for each in measures]
        self.app.push_screen(PickDialog(self.words("trend.lens_title.title"), offered), chosen)

    def action_changed(self) -> None:
        """Show what changed and how sure that is."""
        self.post_message(commands.ShowChanged(self.client_id))
