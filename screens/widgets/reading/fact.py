"""A label and what it says, in two columns; on a narrow screen one above the other. Knows no client."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static


class Fact(Horizontal):
    """One labelled line; not shown while it says nothing."""

    DEFAULT_CSS = """
    Fact { height: auto; }
    Fact .label { width: 17; color: $text-muted; }
    Fact .said { width: 1fr; height: auto; }
    """

    def __init__(self, label: str, id: str) -> None:
        super().__init__(id=id)
        self.label = label

    def compose(self) -> ComposeResult:
        """The label, then room for what it says."""
        yield Static(Content(self.label), classes="label")
        yield Static(classes="said")

    def say(self, *lines: str | Content) -> None:
        """Say these lines, without the empty ones; nothing at all hides the label too."""
        whole = [Content(line) if isinstance(line, str) else line for line in lines if line]
        self.query_one(".said", Static).update(Content("\n").join(whole))
        self.display = bool(whole)
