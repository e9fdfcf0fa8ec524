"""The tabs of a place in one line: which there are, their keys, which one is shown. Posts the one clicked."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static


class TabLine(Horizontal):
    """Names of tabs with their keys; the one shown stands out."""

    DEFAULT_CSS = """
    TabLine { height: 1; margin-bottom: 1; }
    TabLine Static { width: auto; margin-right: 3; color: $text-muted; }
    TabLine Static.here { color: $accent; text-style: bold underline; }
    """

    here = reactive("")

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, tab: str) -> None:
            self.tab = tab
            super().__init__()

    def __init__(self, tabs: dict[str, str]) -> None:
        """``tabs`` maps a tab to its name, in order; its key is its place in that order."""
        super().__init__()
        self.tabs = tabs

    def compose(self) -> ComposeResult:
        for number, (tab, name) in enumerate(self.tabs.items(), 1):
            yield Static(Content(f"{number} {name}"), name=tab)

    def watch_here(self) -> None:
        """Mark the tab that is shown."""
        for each in self.query(Static):
            each.set_class(each.name == self.here, "here")

    def on_click(self, event: Click) -> None:
        """Tell which tab was clicked."""
        if event.widget is not None and event.widget.name in self.tabs:
            self.post_message(self.Chosen(event.widget.name or ""))
