"""The widgets of Today with the same rows, read from one plain list: the same picture without records or content."""

import json
import sys
from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from screens.frame.settings.themes import DARK
from screens.widgets.frame.key_bar import KeyBar
from screens.widgets.frame.top_line import TopLine
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_list import RowList

ROOT = Path(__file__).parents[3]


class Today(Screen[None]):
    """Top line, rows in sections, footer."""

    BINDINGS = [("a", "add", "Add client"), ("n", "check", "New check")]
    DEFAULT_CSS = """
    Today .sheet { padding: 1 1; height: 1fr; max-width: 120; }
    Today #said { height: auto; padding: 0 2 1 2; }
    Today RowList { height: 1fr; }
    """

    def __init__(self, shown: dict[str, Any]) -> None:
        super().__init__()
        self.shown = shown

    def compose(self) -> ComposeResult:
        yield TopLine({name: (name.title(), name[0]) for name in ("today", "clients", "limits")}, "today", "a day")
        with Vertical(classes="sheet"):
            yield Static(id="said")
            yield RowList("Open")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the rows."""
        self.query_one("#said", Static).display = False
        self.query_one(RowList).show_sections(*map(section, self.shown["sections"]))


class TodayApp(App[None]):
    """Shows the screen; ``q`` ends it."""

    CSS_PATH = ROOT / "screens" / "frame" / "coach.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [("q", "quit", "Quit")]

    def __init__(self, shown: dict[str, Any]) -> None:
        super().__init__()
        self.shown = shown
        self.register_theme(DARK)
        self.theme = DARK.name

    def on_mount(self) -> None:
        """Show it at once."""
        self.push_screen(Today(self.shown))


def section(written: dict[str, Any]) -> Section:
    """A section as it was written down by the bench."""
    rows = tuple(Row(name, tuple(map(Content, cells))) for name, cells in written["rows"])
    return Section(tuple(Column(**column) for column in written["columns"]), rows)


if __name__ == "__main__":
    TodayApp(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))).run()
