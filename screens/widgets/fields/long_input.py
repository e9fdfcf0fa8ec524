"""A field for words that may be many, with a way out to an editor. Knows no editor, and not what is written about."""

from textual.binding import Binding
from textual.message import Message

from coach.formats.text import clean
from screens.widgets.fields.clean_input import CleanInput, NamedInput


class LongInput(CleanInput):
    """A field of one line that keeps the lines of a longer text as long as it is not typed over."""

    BINDINGS = [Binding("ctrl+e", "write_outside", id="field.outside", show=False)]

    class Outside(Message):
        """The text is to be written in an editor."""

        def __init__(self, field: "LongInput") -> None:
            self.field = field
            super().__init__()

    whole = ""
    """The text with its lines, as it was held last."""

    @property
    def text(self) -> str:
        """What is written, with its lines where they still stand."""
        return self.whole if clean(self.whole) == self.value else self.value

    def hold_text(self, text: str) -> None:
        """Show a text; its lines become one, and are kept."""
        self.whole = clean(text, lines=True, limit=self.max_length or None)
        self.value = self.whole
        self.cursor_position = len(self.value)

    def action_write_outside(self) -> None:
        """Ask for the editor."""
        self.post_message(self.Outside(self))


class NamedLongInput(NamedInput, LongInput):
    """The same with an Enter that the footer names."""
