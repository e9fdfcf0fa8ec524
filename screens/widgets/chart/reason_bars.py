"""What weighs, as bars: theirs solid, mine light, with the figures and the evidence. Knows no check."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from coach.engine.value import Value

FULL = 12
"""Points of a bar that fills its room: the heaviest a sign can weigh, so that bars of different clients compare."""

NAME, FIGURE = 28, 9
"""Columns of a name and of a figure where there is room."""

SOLID, LIGHT = "█", "░"


class BarRow(Value):
    """One bar: its name, the points either side, those as they are written, and what lies behind them."""

    name: str
    theirs: float
    mine: float
    figures: tuple[str, str]
    evidence: str


class BarLine(Widget):
    """One line of a bar chart: name, bar, two figures; in the head, what the two are."""

    DEFAULT_CSS = "BarLine { height: 1; }"

    def __init__(self, row: BarRow, tail: int, head: bool = False) -> None:
        """``tail`` is how many columns a figure needs right of its decimal sign, that sign included."""
        super().__init__()
        self.row, self.tail, self.head = row, tail, head

    def render(self) -> Content:
        """The line at the width there is."""
        width = self.size.width
        name = min(NAME, max(width * 2 // 5, 12))
        room = max(width - name - 1 - 2 * FIGURE, 0)
        theirs, mine = (_aligned(each, 0 if self.head else self.tail) for each in self.row.figures)
        solid, light = _lengths(self.row, room)
        return Content.assemble(
            set_cell_size(_cut(self.row.name, name), name + 1),
            (SOLID * solid, "$accent"),
            (LIGHT * light, "$foreground 60%"),
            " " * (room - solid - light),
            (theirs, "$accent" if self.head else ""),
            (mine, "$foreground 60%"),
        )


class ReasonBars(Vertical):
    """Bars with their evidence, the heaviest first."""

    DEFAULT_CSS = """
    ReasonBars { height: auto; }
    ReasonBars .evidence { color: $text-muted; padding: 0 0 0 2; height: auto; }
    """

    rows: reactive[tuple[BarRow, ...]] = reactive((), recompose=True)

    def __init__(self, names: tuple[str, str]) -> None:
        """``names`` are those of the two sides, theirs first."""
        super().__init__()
        self.names = names

    def compose(self) -> ComposeResult:
        """A head, then two lines a bar."""
        tail = max((len(_tail(each)) for row in self.rows for each in row.figures), default=0)
        if self.rows:
            theirs, mine = self.names
            yield BarLine(BarRow("", 0, 0, (f"{SOLID} {theirs}", f"{LIGHT} {mine}"), ""), tail, head=True)
        for row in self.rows:
            yield BarLine(row, tail)
            yield Static(Content(row.evidence), classes="evidence")

    def show(self, rows: Sequence[BarRow]) -> None:
        """Draw these bars."""
        self.rows = tuple(rows)


def _lengths(row: BarRow, room: int) -> tuple[int, int]:
    """Cells of the solid and of the light part; what is not nothing is seen."""
    whole = min(row.theirs + row.mine, FULL)
    cells = round(whole / FULL * room)
    solid = round(min(row.theirs, FULL) / FULL * room)
    solid = max(solid, 1) if row.theirs and room > 1 else solid
    light = max(cells - solid, 1) if row.mine and room > 1 else 0
    return min(solid, room), min(light, max(room - solid, 0))


def _aligned(figure: str, tail: int) -> str:
    """The figure at the right of its column, its decimal sign below those of the others."""
    return (figure + " " * (tail - len(_tail(figure)))).rjust(FIGURE)


def _tail(figure: str) -> str:
    whole = next((index for index, character in enumerate(figure) if not character.isdigit()), len(figure))
    return figure[whole:]


def _cut(name: str, room: int) -> str:
    return name if cell_len(name) <= room else set_cell_size(name, room - 1) + "…"
