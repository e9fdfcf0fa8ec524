"""A few numbered ways to choose from, one of them chosen. Knows nothing of what they mean."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from screens.widgets.frame.key_names import name_keys

MOST = 9
"""Ways that a digit can reach; more are reached by the arrows."""


class Choices(Widget, can_focus=True):
    """Numbered lines; a digit, a click or Enter takes one and posts ``Taken``, the arrows only move."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False, id="choices.up"),
        Binding("down", "move(1)", show=False, id="choices.down"),
        Binding("enter", "take", "enter", id="choices.take"),
        *(Binding(str(each), f"number({each})", show=False, id=f"choices.{each}") for each in range(1, MOST + 1)),
    ]
    DEFAULT_CSS = """
    Choices { height: auto; }
    Choices:focus { background-tint: transparent; }
    """

    labels: reactive[tuple[str, ...]] = reactive((), layout=True)
    chosen: reactive[int] = reactive(0)

    class Taken(Message):
        """One was taken."""

    def __init__(self, take_label: str) -> None:
        """``take_label`` is what the footer says of Enter."""
        super().__init__()
        name_keys(self, lambda _: take_label)

    def show(self, labels: Sequence[str], chosen: int = 0) -> None:
        """Offer these, one of them chosen."""
        self.labels, self.chosen = tuple(labels), chosen

    def render(self) -> Content:
        """A line each; the chosen one stands out, more so while the keys go here."""
        lines = []
        for index, label in enumerate(self.labels):
            here = index == self.chosen
            style = ("$accent bold" if self.has_focus else "bold") if here else ""
            lines.append(
                Content.assemble(
                    (f"{'●' if here else '○'} ", style or "$foreground 60%"), (f"{index + 1}  {label}", style)
                )
            )
        return Content("\n").join(lines)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Repaint, since the chosen line shows where the keys go."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def action_move(self, by: int) -> None:
        """Choose the next or the one before."""
        self.chosen = min(max(self.chosen + by, 0), len(self.labels) - 1)

    def action_number(self, number: int) -> None:
        """Take the one of that number."""
        if number <= len(self.labels):
            self.chosen = number - 1
            self.post_message(self.Taken())

    def action_take(self) -> None:
        """Take the chosen one."""
        self.post_message(self.Taken())

    def on_click(self, event: Click) -> None:
        """Take the one clicked."""
        self.action_number(event.y + 1)
