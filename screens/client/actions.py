"""What leads on from a client's page, and the lens its trends are seen through. Knows no tab and draws nothing."""

from textual.content import Content

from coach.casebook.desk import Refused
from coach.casebook.reading import Page
from coach.casebook.trends.measures import Lens
from coach.engine.value import replace
from coach.store.events import Event
from coach.store.file.errors import StoreFault
from coach.wording.checks.recommendation import Phrases
from coach.wording.trends import ChangeWords
from screens.frame import commands
from screens.frame.place import Place
from screens.trends.measure import lens_trends
from screens.trends.points import trends_of
from screens.widgets.chart.trends_pane import Trends, TrendsPane


class ClientDoors(Place):
    """A page about one client: its last try, what changed, what it cost, and what its trends draw."""

    def __init__(self, client_id: int) -> None:
        super().__init__()
        self.client_id, self.lens = client_id, Lens.POINTS

    def trends(self, page: Page, events: list[Event], phrases: Phrases) -> Trends:
        """The trends through the lens that was chosen."""
        today = self.book.clock.today()
        if self.lens is Lens.POINTS:
            found = trends_of(page, events, phrases, today)
            if page.line.told or self.discreet or len(self.book.lenses(self.client_id)) == 1:
                return found
            return replace(
                found, said=self.words("client.trend.checked_in", key=self.key_of("client.key.measure", "m"))
            )
        said = ChangeWords(self.book.library, self.book.currency())
        return lens_trends(self.book.measured(self.client_id, self.lens), events, said, today)

    def action_last_try(self) -> None:
        """Show the last try, or begin one."""
        self.post_message(commands.ShowTry(self.client_id))

    def action_measure(self) -> None:
        """Choose what to draw."""
        from screens.frame.pick import PickDialog

        try:
            lenses = self.book.lenses(self.client_id)
        except (Refused, StoreFault) as problem:
            self.complain(problem)
            return

        def chosen(lens: str | None) -> None:
            if lens:
                self.lens = Lens(lens)
                self.query_one(TrendsPane).view = "picture"
                self.refresh_place()

        offered = [(each.value, Content(self.words(f"trend.lens.{each}"))) for each in lenses]
        self.app.push_screen(PickDialog(self.words("trend.lens_title.title"), offered), chosen)

    def action_changed(self) -> None:
        """Show what changed and how sure that is."""
        self.post_message(commands.ShowChanged(self.client_id))

    def action_receipt(self) -> None:
        """Show what this client cost."""
        self.post_message(commands.ShowReceipt(self.client_id))
