"""One section of rows whose headings stay in sight. Given values; posts what its list posts."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.widgets.lists.columns import Section
from screens.widgets.lists.row_list import MARGIN, RowList


class Table(Vertical):
    """Rows in columns under headings that do not scroll away."""

    DEFAULT_CSS = """
    Table { height: 1fr; }
    Table > .headings { height: 1; color: $text-muted; }
    Table > RowList { height: 1fr; }
    """

    def __init__(self, open_label: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self.open_label = open_label

    def compose(self) -> ComposeResult:
        yield Static(classes="headings")
        yield RowList(self.open_label, headed=False)

    @property
    def rows(self) -> RowList:
        """The rows, with their cursor."""
        return self.query_one(RowList)

    def show_section(self, section: Section) -> None:
        """Show other rows."""
        self.query_one(".headings").display = bool(section.rows)
        self.rows.show_sections(section)

    @on(RowList.LaidOut)
    def _head(self, message: RowList.LaidOut) -> None:
        message.stop()
        self.query_one(".headings", Static).update(Content(" " * MARGIN) + message.heading)
