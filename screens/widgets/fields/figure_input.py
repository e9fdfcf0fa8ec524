"""A field for a figure, in which everything that prints is typed. Knows not what is counted."""

from coach.formats.figures import LONGEST
from screens.widgets.fields.clean_input import CleanInput


class FigureInput(CleanInput):
    """An input for a figure; whoever asks for it says what is none, and it stays there to be mended."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(max_length=LONGEST, select_on_focus=False, id=id)
