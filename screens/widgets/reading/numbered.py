"""A heading and numbered lines that hang below it, or plain ones. Knows no boundary and no rule."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static


class Numbered(Vertical):
    """A heading with the lines below it, numbered where there are several; not shown while there are none."""

    DEFAULT_CSS = """
    Numbered { height: auto; margin: 0 0 1 0; }
    Numbered Horizontal { height: auto; }
    Numbered .mark { width: 3; color: $accent; }
    Numbered .line { width: 1fr; height: auto; }
    """

    lines: reactive[tuple[Content, ...]] = reactive((), recompose=True)

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.heading = ""

    def compose(self) -> ComposeResult:
        """The heading, then a line each, its later rows below its first word."""
        yield Static(Content(self.heading), classes="title")
        for place, line in enumerate(self.lines, 1):
            with Horizontal():
                if len(self.lines) > 1:
                    yield Static(Content(str(place)), classes="mark")
                yield Static(line, classes="line")

    def say(self, heading: str, lines: Sequence[str]) -> None:
        """Say these lines under a heading."""
        self.heading = heading
        self.lines = tuple(Content(line) for line in lines)
        self.display = bool(lines)
