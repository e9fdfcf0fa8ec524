"""A text and nothing else on the screen, so that marking it copies it clean. Given the text; knows no letter."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.formats.text import clean
from screens.frame.place import Place
from screens.widgets.frame.key_bar import KeyBar


class PlainTextScreen(Place):
    """The text from the left edge on, without a frame; the last line says how to copy it."""

    INERT_TOP = True
    BINDINGS = [
        Binding("y", "hand_over", "bare.key.hand_over", id="bare.key.hand_over"),
        Binding("escape", "back", "bare.key.back", id="bare.key.back"),
    ]
    DEFAULT_CSS = """
    PlainTextScreen VerticalScroll { height: 1fr; scrollbar-size: 0 0; padding: 0; }
    PlainTextScreen #text { width: 100%; height: auto; padding: 0; }
    PlainTextScreen #how { height: auto; background: $panel; color: $text-muted; padding: 0 1; }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(Content(clean(self.text, lines=True)), id="text")
        yield Static(Content(self.words("bare.how")), id="how")
        yield KeyBar()

    def action_hand_over(self) -> None:
        """Hand the text to the terminal's clipboard, which may or may not take it."""
        self.app.copy_to_clipboard(self.text)
        self.notify(self.words("bare.handed_over"), markup=False)
