"""A few ways side by side on one line, one of them chosen. Given their words; knows nothing of what they mean."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from screens.widgets.fields.offer import Offer, Turned
from screens.widgets.glyphs import round_mark

GAP = 3
"""Cells between two ways."""


class OneOf(Offer):
    """Ways on one line; left and right move, a digit or a click chooses, and each change posts ``Changed``."""

    BINDINGS = [
        Binding("left", "move(-1)", show=False, id="one_of.left"),
        Binding("right,space", "move(1)", show=False, id="one_of.right"),
        Binding("up", "turn(-1)", show=False, id="one_of.up"),
        Binding("down", "turn(1)", show=False, id="one_of.down"),
        Binding("enter", "take", show=False, id="one_of.take"),
        *(Binding(str(each), f"number({each})", show=False, id=f"one_of.{each}") for each in range(1, 5)),
    ]
    DEFAULT_CSS = """
    OneOf { height: 1; width: 1fr; padding: 0 1; }
    """

    chosen: reactive[int] = reactive(0)

    class Changed(Message):
        """Another one was chosen."""

        def __init__(self, line: "OneOf") -> None:
            self.line = line
            super().__init__()

        @property
        def control(self) -> "OneOf":
            """The line it was chosen on."""
            return self.line

    class Taken(Message):
        """The one chosen was taken."""

    def show(self, labels: Sequence[str], chosen: int = 0) -> None:
        """Offer these, one of them chosen; -1 suggests none."""
        self.labels, self.chosen = tuple(labels), chosen

    def render(self) -> Content:
        """The ways; the chosen one stands out, more so while the keys go here."""
        parts = []
        for index, label in enumerate(self.labels):
            here = index == self.chosen
            style = ("$accent bold" if self.has_focus else "bold") if here else ""
            mark = f"{round_mark(here)} "
            # Where none is chosen yet, the marks alone show that the keys go here.
            faint = "$accent" if self.has_focus and self.chosen < 0 else "$foreground 60%"
            parts.append(Content.assemble((mark, style or faint), (label, style)))
        return Content(" " * GAP).join(parts)

    def action_move(self, by: int) -> None:
        """Choose the way beside, round the end."""
        self._choose((self.chosen + by) % len(self.labels) if self.chosen >= 0 else 0)

    def action_take(self) -> None:
        """Take the one chosen."""
        self.post_message(self.Taken())

    def action_turn(self, by: int) -> None:
        """Ask for the field before or after."""
        self.post_message(Turned(by))

    def action_number(self, number: int) -> None:
        """Choose the way of that number."""
        self._choose(number - 1)

    def on_click(self, event: Click) -> None:
        """Choose the way clicked."""
        end = 0
        for index, label in enumerate(self.labels):
            end += len(f"{round_mark(True)} {label}") + GAP
            if event.x < end:
                self._choose(index)
                return

    def _choose(self, index: int) -> None:
        if index != self.chosen and 0 <= index < len(self.labels):
            self.chosen = index
            self.post_message(self.Changed(self))
