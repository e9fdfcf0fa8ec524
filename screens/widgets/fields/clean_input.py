"""A field for one line of the owner's text, cleaned as it is typed or pasted. Knows nothing of what is asked."""

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from coach.formats.text import clean
from screens.widgets.frame.key_names import name_keys


class CleanInput(Input):
    """An input that never holds a character which would steer the terminal."""

    DEFAULT_CSS = """
    CleanInput { border: none; height: 1; padding: 0 1; background: $panel; }
    CleanInput:focus { border: none; background: $panel; background-tint: transparent; }
    """

    class Cut(Message):
        """What was pasted did not fit: how many characters there are room for, and the last words that were kept."""

        def __init__(self, limit: int, end: str) -> None:
            self.limit, self.end = limit, end
            super().__init__()

    def validate_value(self, value: str) -> str:
        """The text as it may be drawn."""
        return clean(value)

    def _on_paste(self, event: events.Paste) -> None:
        # The toolkit would take the first line alone, and nothing at all of what does not fit.
        event.stop()
        event.prevent_default()
        self.paste(event.text)

    def paste(self, text: str) -> None:
        """Put a text where the cursor is, or in place of what is selected; its lines become one."""
        start, end = sorted(self.selection)
        fitting = self.fitting(clean(text), end - start)
        self.replace(fitting, start, end)

    def restricted(self) -> None:
        """Say that what is typed has no room."""
        self.post_message(self.Cut(self.max_length or 0, " ".join(self.value.split()[-3:])))

    def fitting(self, text: str, replaced: int) -> str:
        """The part of a text that there is room for; says so where that is not all of it."""
        room = len(text) if not self.max_length else max(self.max_length - len(self.value) + replaced, 0)
        if room < len(text):
            end = f"{self.value}{text[:room]}".split()
            self.post_message(self.Cut(self.max_length or 0, " ".join(end[-3:])))
        return text[:room]


class NamedInput(CleanInput):
    """A clean input whose Enter the footer names."""

    BINDINGS = [Binding("enter", "submit", "field.submit", id="field.submit")]

    def __init__(self, value: str, submit_label: str, placeholder: str = "") -> None:
        """``submit_label`` is what the footer says of Enter."""
        super().__init__(value, placeholder)
        name_keys(self, lambda _: submit_label)
