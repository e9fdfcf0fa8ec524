"""A heading and the lines below it. Knows no client and no rule."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static


class Passage(Vertical):
    """A heading with lines that hang below it; not shown while there are none."""

    DEFAULT_CSS = """
    Passage { height: auto; margin: 1 0 0 0; }
    Passage Horizontal { height: auto; }
    Passage .mark { width: 2; color: $text-muted; }
    Passage .line { width: 1fr; height: auto; }
    """

    lines: reactive[tuple[Content, ...]] = reactive((), recompose=True)

    def __init__(self, heading: str, id: str) -> None:
        super().__init__(id=id)
        self.heading = heading

    def compose(self) -> ComposeResult:
        """The heading, then a line each, its later rows below its first word."""
        yield Static(Content(self.heading), classes="title")
        for line in self.lines:
            with Horizontal():
                yield Static(Content("·"), classes="mark")
                yield Static(line, classes="line")

    def say(self, lines: Sequence[Content]) -> None:
        """Say these lines."""
        self.lines = tuple(lines)
        self.display = bool(lines)
