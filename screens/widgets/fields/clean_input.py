"""A field for one line of the owner's text, cleaned as it is typed or pasted. Knows nothing of what is asked."""

from textual.binding import Binding
from textual.widgets import Input

from coach.formats.text import clean
from screens.widgets.frame.key_names import name_keys


class CleanInput(Input):
    """An input that never holds a character which would steer the terminal."""

    DEFAULT_CSS = """
    CleanInput { border: none; height: 1; padding: 0 1; background: $panel; }
    CleanInput:focus { border: none; background: $panel; background-tint: transparent; }
    """

    def validate_value(self, value: str) -> str:
        """The text as it may be drawn."""
        return clean(value)


class NamedInput(CleanInput):
    """A clean input whose Enter the footer names."""

    BINDINGS = [Binding("enter", "submit", "field.submit", id="field.submit")]

    def __init__(self, value: str, submit_label: str, placeholder: str = "") -> None:
        """``submit_label`` is what the footer says of Enter."""
        super().__init__(value, placeholder)
        name_keys(self, lambda _: submit_label)
