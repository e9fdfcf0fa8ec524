"""A few numbered lines of which some are ticked. Knows nothing of what they mean."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from screens.widgets.frame.key_names import name_keys
from screens.widgets.glyphs import ascii_only

TICKED = {False: "○✓", True: "-x"}
"""What stands before a line that is not ticked, and before one that is."""
MOST = 9
"""Lines that a digit can reach."""


class Ticks(Widget, can_focus=True):
    """Numbered lines; a digit, a click or space ticks one, Enter goes on and posts ``Done``."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False, id="ticks.up"),
        Binding("down", "move(1)", show=False, id="ticks.down"),
        Binding("space", "tick", show=False, id="ticks.tick"),
        Binding("enter", "done", "enter", id="ticks.done"),
        *(Binding(str(each), f"number({each})", show=False, id=f"ticks.{each}") for each in range(1, MOST + 1)),
    ]
    DEFAULT_CSS = """
    Ticks { height: auto; }
    Ticks:focus { background-tint: transparent; }
    """

    labels: reactive[tuple[str, ...]] = reactive((), layout=True)
    ticked: reactive[frozenset[int]] = reactive(frozenset())
    at: reactive[int] = reactive(0)

    class Done(Message):
        """Enough were ticked."""

    def __init__(self, done_label: str) -> None:
        """``done_label`` is what the footer says of Enter."""
        super().__init__()
        name_keys(self, lambda _: done_label)

    def show(self, labels: Sequence[str], ticked: Sequence[int] = ()) -> None:
        """Offer these, some of them ticked."""
        self.labels, self.ticked = tuple(labels)[:MOST], frozenset(ticked)

    def render(self) -> Content:
        """A line each; the one under the cursor stands out while the keys go here."""
        lines = []
        for index, label in enumerate(self.labels):
            on, here = index in self.ticked, self.has_focus and index == self.at
            style = "$accent bold" if here else "bold" if on else ""
            mark = TICKED[ascii_only()][on]
            lines.append(Content.assemble((f"{mark} ", style or "$foreground 60%"), (f"{index + 1}  {label}", style)))
        return Content("\n").join(lines)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Repaint, since the cursor shows where the keys go."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def action_move(self, by: int) -> None:
        """Go to the next or the one before."""
        self.at = min(max(self.at + by, 0), len(self.labels) - 1)

    def action_number(self, number: int) -> None:
        """Tick the one of that number, or take its tick away."""
        if number <= len(self.labels):
            self.at = number - 1
            self.action_tick()

    def action_tick(self) -> None:
        """Tick the one under the cursor, or take its tick away."""
        self.ticked = self.ticked ^ {self.at}

    def action_done(self) -> None:
        """Go on."""
        self.post_message(self.Done())

    def on_click(self, event: Click) -> None:
        """Tick the one clicked."""
        self.action_number(event.y + 1)
