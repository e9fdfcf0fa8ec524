"""A few numbered lines of which some are ticked. Knows nothing of what they mean."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from screens.widgets.fields.offer import MOST, NumberedOffer
from screens.widgets.glyphs import square_mark


class Ticks(NumberedOffer):
    """Numbered lines; a digit, a click or space ticks one, Enter goes on and posts ``Done``."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False, id="ticks.up"),
        Binding("down", "move(1)", show=False, id="ticks.down"),
        Binding("space", "tick", show=False, id="ticks.tick"),
        Binding("enter", "done", "enter", id="ticks.done"),
        *(Binding(str(each), f"number({each})", show=False, id=f"ticks.{each}") for each in range(1, MOST + 1)),
    ]

    ticked: reactive[frozenset[int]] = reactive(frozenset())
    at: reactive[int] = reactive(0)

    class Changed(Message):
        """Others are ticked."""

    class Done(Message):
        """Enough were ticked."""

    def show(self, labels: Sequence[str], ticked: Sequence[int] = ()) -> None:
        """Offer these, some of them ticked."""
        self.labels, self.ticked = tuple(labels)[:MOST], frozenset(ticked)

    def render(self) -> Content:
        """A line each; the one under the cursor stands out while the keys go here."""
        looks = []
        for index in range(len(self.labels)):
            on, here = index in self.ticked, self.has_focus and index == self.at
            looks.append((square_mark(on), "$accent bold" if here else "bold" if on else ""))
        return self.lines(looks)

    def action_move(self, by: int) -> None:
        """Go to the next or the one before."""
        self.at = self.moved(self.at, by)
        self.bring(self.at)

    def watch_ticked(self) -> None:
        """Say that others are ticked."""
        self.post_message(self.Changed())

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
