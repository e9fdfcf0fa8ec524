"""A line of a form: what stood there when Enter was pressed is what is taken. Knows no form."""

from textual import events
from textual.binding import Binding
from textual.message import Message

from coach.formats.text import clean
from screens.widgets.fields.long_input import NamedLongInput
from screens.widgets.fields.offer import Turned

TAKES = {"enter": False, "ctrl+s": True}
"""Keys that hand over what stands in a line, and whether all of the form is to be saved then."""


class FormInput(NamedLongInput):
    """A line that hands over what stands in it at Enter; keys that follow wait until it is known where they belong."""

    BINDINGS = [
        Binding("up", "turn(-1)", show=False, id="form.up"),
        Binding("down", "turn(1)", show=False, id="form.down"),
    ]

    class Entered(Message):
        """This text was handed over; ``save`` says that all of the form is to be saved."""

        def __init__(self, text: str, save: bool) -> None:
            self.text, self.save = text, save
            super().__init__()

    def __init__(self, enter_label: str, longest: int, lines: bool, select: bool) -> None:
        """``enter_label`` is what the footer says of Enter; ``lines`` says that the text may have several.

        ``select`` says that the first key replaces what stands.
        """
        super().__init__("", enter_label)
        self.max_length, self.select_on_focus = longest, select
        self.lines, self.waiting = lines, False
        self.later: list[events.Key] = []

    def paste(self, text: str) -> None:
        """Put a text where the cursor is; where one line is asked for, its lines become one."""
        super().paste(text if self.lines else clean(text))

    def action_write_outside(self) -> None:
        """Ask for the editor, where the text may be long."""
        if self.lines:
            super().action_write_outside()

    async def action_submit(self) -> None:
        """Hand over what stands here now."""
        self._hand_over(save=False)

    def action_turn(self, by: int) -> None:
        """Ask for the field before or after."""
        self.post_message(Turned(by))

    def on_key(self, event: events.Key) -> None:
        """Take Enter at once, and keep what is typed after it away from what was handed over."""
        # As an action it would come back from the app later than a letter pressed within the same moment.
        if self.waiting or event.key in TAKES:
            event.stop()
            event.prevent_default()
            if self.waiting:
                self.later.append(events.Key(event.key, event.character))
            else:
                self._hand_over(TAKES[event.key])

    def release(self) -> list[events.Key]:
        """Be typed into again; gives the keys that came meanwhile."""
        self.waiting, later, self.later = False, self.later, []
        return later

    def _hand_over(self, save: bool) -> None:
        self.waiting = True
        self.post_message(self.Entered(self.text, save))
