"""The picture theirs against mine, in colour. Given points, it draws; knows no client."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from coach.engine.plot.canvas import Role
from coach.engine.plot.quadrant import Names, Spot, draw

FAINT = "$foreground 60%"

STYLES = {
    Role.POINT_A: "$accent bold",
    Role.LINE_A: "$accent",
    Role.POINT_B: FAINT,
    Role.TICK: FAINT,
    Role.AXIS: "$foreground 40%",
    Role.BAND: "$foreground 15%",
    Role.BAND_LABEL: "$foreground 40%",
}


class Quadrant(Widget):
    """One client's checks and the other clients by what is theirs and what is mine."""

    DEFAULT_CSS = "Quadrant { height: 13; width: 1fr; max-width: 60; }"

    trail: reactive[tuple[Spot, ...]] = reactive(())
    others: reactive[tuple[Spot, ...]] = reactive(())

    def __init__(self, names: Names) -> None:
        super().__init__()
        self.names = names

    def show(self, trail: Sequence[Spot], others: Sequence[Spot]) -> None:
        """Draw these points: the checks oldest first, and where the other clients stand."""
        self.trail, self.others = tuple(trail), tuple(others)

    def render(self) -> Content:
        """The picture at the size there is."""
        rows = draw((self.size.width, self.size.height), self.trail, self.others, self.names)
        return Content("\n").join(
            Content.assemble(*((character, STYLES.get(role, "")) for character, role in row)) for row in rows
        )
