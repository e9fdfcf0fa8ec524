"""A trend chart as rows of cells: the legend, the plot, what its numbers stand for. Knows no widget and no colour."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from operator import itemgetter

from coach.engine.plot.axis import Grain
from coach.engine.plot.canvas import Cell
from coach.engine.plot.curve import Spot
from coach.engine.plot.frame import SMALLEST, Frame
from coach.engine.plot.plot import Plot, plot
from coach.engine.value import Value
from screens.widgets.chart.contents import Contents, Reading
from screens.widgets.chart.legend import Day, Figure, Lines, Words, clusters

PLOT = 1
"""The first row of the plot: the legend stands above it."""
STYLES = {Grain.DAY: "short", Grain.WEEK: "short", Grain.MONTH: "mon", Grain.QUARTER: "mon", Grain.YEAR: "year"}


class Picture(Value):
    """Rows of cells: the legend, then the plot, where there is one, and below it what its numbers stand for."""

    rows: tuple[tuple[Cell, ...], ...] = ()
    plot: Plot | None = None

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where the points lie in the plot."""
        return self.plot.spots if self.plot else ()

    def row_of(self, point: Reading | None) -> int | None:
        """The row in which a point lies; None where it is not in view."""
        spot = self.plot.where.get(point) if self.plot and point else None
        return None if spot is None else spot.y + PLOT

    def reads(self, points: Iterable[Reading | None]) -> set[int]:
        """The rows that change where the cursor leaves one of these points for the other: theirs, and the legend."""
        return {0} | {row for point in points if (row := self.row_of(point)) is not None}

    def stretches(self, y: int, read: Reading | None) -> list[tuple[str, str]]:
        """One row as texts of one part each: the name of a role, or cursor where the point is that is being read."""
        at = self.plot.where[read].x if self.plot and read and self.row_of(read) == y else None
        cells = [
            (character, "cursor" if x == at else role.value.replace("_", "-"))
            for x, (character, role) in enumerate(self.rows[y])
        ]
        return [("".join(cell[0] for cell in run), part) for part, run in groupby(cells, key=itemgetter(1))]


class View(Value):
    """How contents are to be drawn: which days, how large, in which words and characters."""

    span: str
    back: int
    size: tuple[int, int]
    ascii: bool
    words: Words
    day: Day
    figure: Figure
    plots: dict[int, Plot]
    """Plots by height: nothing but the legend changes while the points are being read."""

    def picture(self, contents: Contents, read: Reading | None) -> Picture:
        """The legend, the plot below it and, where labels had no room, what their numbers stand for.

        ``read`` is what the cursor reads out: the legend then gives its values and day. Below the smallest size of a
        plot only the legend is drawn, and without a single value only that there is none.
        """
        width, height = self.size
        lines = Lines(width, self.ascii, self.words, self.day, self.figure)
        if width and height and not contents.valued:
            return Picture((*[lines.row([])] * (height // 2), lines.centred("trend.empty")))
        first, last, _ = contents.window(self.span, self.back)
        if width < SMALLEST[0] or height - 1 < SMALLEST[1]:
            return Picture((lines.legend(contents, first, last, read),) if width and height else ())
        drawn = self._plot(contents, first, last, height - 1)
        notes: list[tuple[Cell, ...]] = []
        # A lower plot may have less room for labels, and so more numbers to explain.
        while len(found := lines.numbers(drawn)[: max(height - 1 - SMALLEST[1], 0)]) > len(notes):
            notes = found
            drawn = self._plot(contents, first, last, height - 1 - len(notes))
        notes = [*found, *notes[len(found) :]]
        legend = lines.legend(contents, first, last, read, drawn)
        rows = [legend, *drawn.rows, *notes]
        if not drawn.spots:
            rows[height // 2] = lines.centred("trend.none_in_view")
        return Picture(tuple(rows), drawn)

    def _plot(self, contents: Contents, first: date, last: date, height: int) -> Plot:
        if height not in self.plots:
            frame = Frame(first, last, self.size[0], height, self._tick, self.figure, self.ascii, clusters)
            self.plots[height] = plot(contents.series, frame, contents.marks, contents.bands)
        return self.plots[height]

    def _tick(self, day: date, grain: Grain) -> str:
        return self.day(day, STYLES[grain])
