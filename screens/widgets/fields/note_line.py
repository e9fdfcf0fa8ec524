"""A line to write a note on. Given the note so far; posts nothing of its own and keeps nothing."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from screens.widgets.fields.long_input import LongInput


class NoteLine(Horizontal):
    """A label and a field; its Input messages bubble to the screen."""

    DEFAULT_CSS = """
    NoteLine { height: 1; padding: 0 2 0 3; }
    NoteLine Static { width: auto; padding: 0 1 0 0; color: $accent; }
    NoteLine CleanInput { width: 1fr; }
    """

    def __init__(self, longest: int) -> None:
        """``longest`` is the greatest number of characters of a note."""
        super().__init__()
        self.longest = longest
        self.field = LongInput(max_length=self.longest, select_on_focus=False)

    def compose(self) -> ComposeResult:
        yield Static()
        yield self.field

    def on_mount(self) -> None:
        """Stay out of sight until a note is written."""
        self.display = False

    @property
    def text(self) -> str:
        """What is written."""
        return self.field.text

    def open(self, label: str, text: str) -> None:
        """Show the line with a text to go on from; the label says what the note is about."""
        self.query_one(Static).update(Content(label))
        with self.prevent(Input.Changed):
            self.field.hold_text(text)
        self.display = True
        self.hold()

    def hold(self) -> None:
        """Give the keys to the note."""
        self.field.focus()
