"""A field for words that may be many, with a way out to an editor. Knows no editor, and not what is written about."""

from textual.binding import Binding
from textual.message import Message

from coach.formats.text import clean
from screens.widgets.fields.clean_input import CleanInput, NamedInput


class LongInput(CleanInput):
    """A field of one line that keeps the lines of a longer text."""

    BINDINGS = [Binding("ctrl+e", "write_outside", id="field.outside", show=False)]

    class Outside(Message):
        """The text is to be written in an editor."""

        def __init__(self, field: "LongInput") -> None:
            self.field = field
            super().__init__()

    whole = ""
    """The text with its lines: what stands in the field with blanks in their place, character by character."""

    @property
    def text(self) -> str:
        """What is written, with its lines."""
        return self.whole if clean(self.whole) == self.value else self.value

    def hold_text(self, text: str) -> None:
        """Show a text; in the field its lines are one, and they are kept."""
        self._hold(clean(text, lines=True, limit=self.max_length or None))

    def paste(self, text: str) -> None:
        """Put a text where the cursor is, or in place of what is selected; its lines are kept."""
        start, end = sorted(self.selection)
        fitting = self.fitting(clean(text, lines=True), end - start)
        before = self.text
        self._hold(before[:start] + fitting + before[end:], start + len(fitting))

    def _hold(self, text: str, cursor: int | None = None) -> None:
        self.whole = text
        self.value = clean(text)
        self.cursor_position = len(self.value) if cursor is None else cursor

    def watch_value(self, before: str, value: str) -> None:
        """Carry what was typed over into the text with its lines."""
        if clean(self.whole) != before or clean(self.whole) == value:
            return
        same = _shared(before, value)
        rest = min(_shared(before[same:][::-1], value[same:][::-1]), len(value) - same)
        self.whole = self.whole[:same] + value[same : len(value) - rest] + self.whole[len(before) - rest :]

    def action_write_outside(self) -> None:
        """Ask for the editor."""
        self.post_message(self.Outside(self))


class NamedLongInput(NamedInput, LongInput):
    """The same with an Enter that the footer names."""


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    apart = (place for place, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs)
    return next(apart, min(len(one), len(other)))
