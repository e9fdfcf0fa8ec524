"""The tab of a client's page with the boundaries that weigh there. Reads the register; decides nothing."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from coach.casebook.overview import ClientPage
from coach.wording.boundaries import BoundaryWording, weighs
from screens.boundaries.rows import client_section
from screens.frame import commands
from screens.frame.tab import Tab
from screens.widgets.lists.row_list import RowList
from screens.widgets.lists.table import Table


class BoundariesTab(Tab):
    """Where each boundary stands with this client, what weighs most first."""

    OFFERS = frozenset({"check", "write"})
    DEFAULT_CSS = "BoundariesTab #no_boundaries { padding: 0 2; height: auto; }"

    def compose(self) -> ComposeResult:
        """What is said where nothing is known, and the table."""
        yield Static(Content(self.words("client.boundaries_empty")), id="no_boundaries", classes="muted")
        yield Table(self.words("client.key.open"))

    def fill(self, page: ClientPage) -> None:
        """Read where the boundaries stand, and show them."""
        super().fill(page)
        standings, said = self.book.boundaries.standings(self.client_id), BoundaryWording(self.book.library)
        section = client_section(standings, weighs(page.line.told), said)
        self.query_one("#no_boundaries").display = not section.rows
        self.query_one(Table).show_section(section)

    @on(RowList.Chosen)
    def _open(self, message: RowList.Chosen) -> None:
        self.post_message(commands.ShowBoundary(message.row, self.client_id))
