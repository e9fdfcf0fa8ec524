"""A field for a figure in which letters stay free to act as keys. Knows characters, not what is counted."""

from textual import events

from screens.widgets.fields.clean_input import CleanInput

LONGEST = 40
FIGURE = frozenset("0123456789.,:-–—%' \u00a0\u202f")
"""Every character a figure or a range of two may hold."""


class FigureInput(CleanInput):
    """An input for a figure: what cannot be part of one is left to the screen's keys."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(max_length=LONGEST, select_on_focus=False, id=id)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the key is typed here."""
        return super().check_consume_key(key, character) and character in FIGURE

    def on_key(self, event: events.Key) -> None:
        """Leave a letter to the screen."""
        if event.is_printable and event.character not in FIGURE:
            event.prevent_default()
