"""What to say, line by line, to read from while speaking: a label at the left, the words beside it. Knows no client."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static


class CallCard(VerticalScroll):
    """Parts with air between them; nothing in it moves."""

    DEFAULT_CSS = """
    CallCard { height: 1fr; scrollbar-size-vertical: 1; padding: 0; }
    CallCard Horizontal { height: auto; margin: 0 0 1 0; }
    CallCard .label { width: 12; height: auto; color: $accent; }
    CallCard .words { width: 1fr; height: auto; max-width: 76; }
    """

    parts: reactive[tuple[tuple[str, Content], ...]] = reactive((), recompose=True)

    def compose(self) -> ComposeResult:
        """A line a part, its later rows below its first word."""
        for label, words in self.parts:
            with Horizontal():
                yield Static(Content(label), classes="label")
                yield Static(words, classes="words")

    def say(self, parts: Sequence[tuple[str, Content]]) -> None:
        """Show these labels and words."""
        self.parts = tuple(parts)
