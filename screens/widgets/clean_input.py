"""A field for one line of the owner's text, cleaned as it is typed or pasted. Knows nothing of what is asked."""

from textual.widgets import Input

from coach.text import clean


class CleanInput(Input):
    """An input that never holds a character which would steer the terminal."""

    DEFAULT_CSS = """
    CleanInput { border: none; height: 1; padding: 0 1; background: $panel; }
    CleanInput:focus { border: none; background: $panel; background-tint: transparent; }
    """

    def validate_value(self, value: str) -> str:
        """The text as it may be drawn."""
        return clean(value)
