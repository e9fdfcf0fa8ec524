"""What the fields to choose from have in common: labels, numbered or not. Knows nothing of what they mean."""

from collections.abc import Iterable

from textual.containers import ScrollableContainer
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from screens.widgets.frame.key_names import name_keys

MOST = 9
"""Lines that a digit can reach; more are reached by the arrows."""


class Turned(Message):
    """The field before or after is wanted: in a field of one line the arrows have nothing else to do."""

    def __init__(self, by: int) -> None:
        self.by = by
        super().__init__()


class Offer(Widget, can_focus=True):
    """Labels to choose from; which one stands out shows where the keys go."""

    DEFAULT_CSS = """
    Offer { height: auto; }
    Offer:focus { background-tint: transparent; }
    """

    labels: reactive[tuple[str, ...]] = reactive((), layout=True)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Repaint, since the line that stands out shows where the keys go."""
        super().watch_has_focus(has_focus)
        self.refresh()


class NumberedOffer(Offer):
    """Numbered lines, each reached by its digit or a click; an Enter that the footer names."""

    def __init__(self, enter_label: str) -> None:
        """``enter_label`` is what the footer says of Enter."""
        super().__init__()
        self._rows: list[int] = []
        name_keys(self, lambda _: enter_label)

    def lines(self, looks: Iterable[tuple[str, str]]) -> Content:
        """A line each; ``looks`` gives the mark before it and its style."""
        marked = enumerate(zip(self.labels, looks, strict=True), 1)
        listed = [
            Content.assemble(
                (f"{mark} ", style or "$foreground 60%"), (f"{number}  {label}", style if "bold" in style else "")
            )
            for number, (label, (mark, style)) in marked
        ]
        # A label that is too long takes more rows than one, each of which is a click on it.
        self._rows = [place for place, line in enumerate(listed) for _ in line.wrap(max(self.content_size.width, 1))]
        return Content("\n").join(listed)

    def moved(self, place: int, by: int) -> int:
        """The place some lines on, as far as there are any."""
        return min(max(place + by, 0), len(self.labels) - 1)

    def bring(self, place: int) -> None:
        """Scroll a line into sight, where not all of them are."""
        top = self.region.y + self._rows.index(place) if place in self._rows else self.region.y
        end = top + self._rows.count(place)
        for holder in self.ancestors:
            if isinstance(holder, ScrollableContainer):
                view = holder.scrollable_content_region
                holder.scroll_relative(y=max(end - view.bottom, 0) + min(top - view.y, 0), animate=False)

    def action_number(self, number: int) -> None:
        """Do with the line of that number what the field is for."""

    def on_click(self, event: Click) -> None:
        """The same with the line clicked."""
        if event.y < len(self._rows):
            self.action_number(self._rows[event.y] + 1)
