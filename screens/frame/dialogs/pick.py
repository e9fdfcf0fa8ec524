"""One of several, chosen in a small screen: whom a letter is for, what it is about. Knows no record."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from screens.frame.place import Dialog
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_list import RowList


class PickDialog(Dialog[str | None]):
    """Offers lines under a title; gives the id of the one chosen, or None."""

    BINDINGS = [Binding("escape", "cancel", "pick.key.cancel", id="pick.key.cancel")]
    DEFAULT_CSS = """
    PickDialog RowList { height: auto; max-height: 16; margin-top: 1; }
    PickDialog .dialog > Static { height: auto; padding: 0 2; }
    """

    def __init__(self, title: str, lines: Sequence[tuple[str, Content]]) -> None:
        """``lines`` are ids and what is shown of them; an id that is empty cannot be chosen."""
        super().__init__()
        self.title_shown, self.offered = title, tuple(lines)

    def parts(self) -> ComposeResult:
        yield Static(Content(self.title_shown), classes="title")
        yield RowList(self.words("pick.key.choose"), headed=False)

    def on_mount(self) -> None:
        """Show the lines."""
        rows = tuple(Row(line, (shown,)) for line, shown in self.offered)
        self.query_one(RowList).show_sections(Section((Column("", least=10, most=80),), rows))

    @on(RowList.Chosen)
    def _choose(self, message: RowList.Chosen) -> None:
        self.dismiss(message.row)
