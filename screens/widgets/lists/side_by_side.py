"""Rows of three cells whose texts wrap: what it is about, and two sides of it. Knows nothing of what they mean."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

Cells = tuple[Content, Content, Content]


class SideBySide(Vertical):
    """A line of headings, then a row each; not shown while there are none."""

    DEFAULT_CSS = """
    SideBySide { height: auto; }
    SideBySide Horizontal { height: auto; margin-bottom: 1; }
    SideBySide .headings { margin-bottom: 0; color: $text-muted; }
    SideBySide Static { width: 1fr; height: auto; padding: 0 2 0 0; }
    """

    rows: reactive[tuple[Cells, ...]] = reactive((), recompose=True)

    def compose(self) -> ComposeResult:
        """The headings, then the rows; the texts of a row break within their own cell."""
        for place, cells in enumerate(self.rows):
            with Horizontal(classes="" if place else "headings"):
                for cell in cells:
                    yield Static(cell)

    def show(self, headings: tuple[str, str], rows: Sequence[tuple[str, str, str]]) -> None:
        """Show these rows under headings of the two sides."""
        lines = [("", *headings), *rows] if rows else []
        self.rows = tuple((Content(first), Content(before), Content(after)) for first, before, after in lines)
        self.display = bool(rows)
