"""The line at the top of every place: where one can go, where one is, and the day. Knows no casebook."""

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.message import Message

from screens.widgets.frame.links import Link, Links

TOP = {"today": "t", "clients": "c", "limits": "l", "guide": "g"}
"""The places that can be gone to from everywhere, and their keys."""
AIR = "  "
"""Either side of a name."""


class TopLine(Links):
    """Names of the places with their keys; the one shown stands out. Posts ``Chosen`` on a click."""

    DEFAULT_CSS = "TopLine { dock: top; color: $text-muted; }"

    STATE = "state"
    """What is posted where the state was clicked."""

    class Chosen(Message):
        """A place was clicked, or the state."""

        def __init__(self, place: str) -> None:
            self.place = place
            super().__init__()

    def __init__(self, places: Mapping[str, tuple[str, str]], here: str, day: str) -> None:
        """``places`` maps a place to its name and key."""
        super().__init__()
        self.places, self.here, self.day, self.state = dict(places), here, day, ""

    def links(self, width: int) -> tuple[Sequence[Link], Sequence[Link]]:
        """The places on the left; on the right the day, where there is room, and what holds everywhere just now."""
        left = [Link(self._place(place, name, key), place) for place, (name, key) in self.places.items()]
        day = Link(Content(f"{AIR}{self.day}{AIR}"))
        state = [Link(Content(f"{AIR}{self.state}{AIR}").stylize("$warning"), self.STATE)] if self.state else []
        room = width - sum(each.said.cell_length for each in (*left, *state))
        return left, [day, *state] if day.said.cell_length <= room else state

    def follow(self, target: str) -> None:
        """Tell the app which place was clicked."""
        self.post_message(self.Chosen(target))

    def show_day(self, day: str) -> None:
        """Say which day it is."""
        self.day = day
        self.refresh()

    def show_state(self, state: str, keys: Mapping[str, str]) -> None:
        """Say what holds everywhere just now, and which keys lead to the places."""
        self.state = state
        self.places = {place: (name, keys.get(place, "")) for place, (name, _) in self.places.items()}
        self.refresh()

    def _place(self, place: str, name: str, key: str) -> Content:
        said = Content.assemble(AIR, (f"{key} ", "$foreground 40%"), name, AIR)
        return said.stylize_before("bold $accent") if place == self.here else said
