"""A few numbered ways to choose from, one of them chosen. Knows nothing of what they mean."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from screens.widgets.fields.offer import MOST, NumberedOffer
from screens.widgets.glyphs import round_mark


class Choices(NumberedOffer):
    """Numbered lines; a digit, a click or Enter takes one and posts ``Taken``, the arrows only move."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False, id="choices.up"),
        Binding("down", "move(1)", show=False, id="choices.down"),
        Binding("enter", "take", "enter", id="choices.take"),
        *(Binding(str(each), f"number({each})", show=False, id=f"choices.{each}") for each in range(1, MOST + 1)),
    ]

    chosen: reactive[int] = reactive(0)

    class Changed(Message):
        """Another one was chosen."""

    class Taken(Message):
        """One was taken."""

    def show(self, labels: Sequence[str], chosen: int = 0) -> None:
        """Offer these, one of them chosen; -1 suggests none."""
        self.labels, self.chosen = tuple(labels), chosen

    def render(self) -> Content:
        """A line each; the chosen one stands out, more so while the keys go here."""
        # Where none is chosen yet, the marks alone show that the keys go here.
        nowhere = self.has_focus and self.chosen < 0
        looks = [(round_mark(False), "$accent" if nowhere else "")] * len(self.labels)
        if 0 <= self.chosen < len(looks):
            looks[self.chosen] = (round_mark(True), "$accent bold" if self.has_focus else "bold")
        return self.lines(looks)

    def action_move(self, by: int) -> None:
        """Choose the next or the one before."""
        self.chosen = self.moved(self.chosen, by)
        self.bring(self.chosen)

    def watch_chosen(self) -> None:
        """Say that another one was chosen."""
        self.post_message(self.Changed())

    def action_number(self, number: int) -> None:
        """Take the one of that number."""
        if number <= len(self.labels):
            self.chosen = number - 1
            self.post_message(self.Taken())

    def action_take(self) -> None:
        """Take the chosen one."""
        self.post_message(self.Taken())
