"""A trend chart as rows of cells: the legend, the plot, what its numbers stand for. Knows no widget and no colour."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from string import Template

from rich.cells import split_graphemes

from coach.engine.axis import Grain
from coach.engine.canvas import Canvas, Cell, Role
from coach.engine.curve import LOOKS, Spot
from coach.engine.frame import SMALLEST, Frame
from coach.engine.plot import Plot, plot
from coach.engine.trend import Point, latest
from screens.widgets.chart_contents import Contents, Reading

Words = Callable[[str], str]
"""The text of a key."""

Day = Callable[[date, str], str]
"""A day in one of the styles ``short`` (day and month), ``mon``, ``year`` and ``dated`` (all three)."""

Figure = Callable[[float], str]
"""A value as it is to be read."""

STYLES = {Grain.DAY: "short", Grain.WEEK: "short", Grain.MONTH: "mon", Grain.QUARTER: "mon", Grain.YEAR: "year"}


def whole(value: float) -> str:
    """A value as a whole number, or with one place where it is none."""
    return f"{value:.0f}" if value == round(value) else f"{value:.1f}"


def clusters(text: str) -> Iterable[tuple[str, int]]:
    """What a terminal puts in one place, with its width in cells."""
    return ((text[start:end], width) for start, end, width in split_graphemes(text)[0])


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of cells, with the spots of the points counted from the first row."""

    rows: tuple[tuple[Cell, ...], ...] = ()
    spots: tuple[Spot, ...] = ()

    def stretches(self, y: int, read: Reading | None) -> list[tuple[str, str]]:
        """One row as texts of one part each: the name of a role, or cursor where the point is that is being read."""
        at = {spot.x for spot in self.spots if spot.y == y and (spot.series, spot.index) == read}
        cells = [
            (character, "cursor" if x in at else role.value.replace("_", "-"))
            for x, (character, role) in enumerate(self.rows[y])
        ]
        return [("".join(cell[0] for cell in run), part) for part, run in groupby(cells, key=itemgetter(1))]


@dataclass(frozen=True, slots=True)
class View:
    """How contents are to be drawn: which days, how large, in which words and characters."""

    span: str
    back: int
    size: tuple[int, int]
    ascii: bool
    words: Words
    day: Day
    figure: Figure

    def picture(self, contents: Contents, read: Reading | None) -> Picture:
        """The legend, the plot below it and, where labels had no room, what their numbers stand for.

        ``read`` is what the cursor reads out: the legend then gives its value and day. Below the smallest size of a
        plot only the legend is drawn, and without a single value only that there is none.
        """
        width, height = self.size
        if width and height and not contents.valued:
            return Picture((*[self._row([])] * (height // 2), self._centred("trend.empty")))
        first, last, _ = contents.window(self.span, self.back)
        if width < SMALLEST[0] or height - 1 < SMALLEST[1]:
            return Picture((self._legend(contents, first, last, read, broken=False),) if width and height else ())
        drawn = self._plot(contents, first, last, height - 1)
        if drawn.legend_marks and height - 2 >= SMALLEST[1]:
            drawn = self._plot(contents, first, last, height - 2)
        legend = self._legend(contents, first, last, read, drawn.broken)
        spots = tuple(Spot(spot.series, spot.index, spot.x, spot.y + 1) for spot in drawn.spots)
        rows = [legend, *drawn.rows, *([self._numbers(drawn)] if len(drawn.rows) < height - 1 else [])]
        if not spots:
            rows[height // 2] = self._centred("trend.none_in_view")
        return Picture(tuple(rows), spots)

    def _plot(self, contents: Contents, first: date, last: date, height: int) -> Plot:
        frame = Frame(first, last, self.size[0], height, self._tick, self.figure, self.ascii, clusters)
        return plot(contents.series, frame, contents.marks, contents.bands)

    def _tick(self, day: date, grain: Grain) -> str:
        return self.day(day, STYLES[grain])

    def _legend(
        self, contents: Contents, first: date, last: date, read: Reading | None, broken: bool
    ) -> tuple[Cell, ...]:
        """Name, mark and newest value of each series, and at the right what days these are."""
        parts: list[tuple[str, Role]] = []
        right = self._range(first, last)
        for which, series in enumerate(contents.series):
            look = LOOKS[self.ascii][which]
            point: Point | None = latest(series)
            if read is not None and read[0] == which:
                point = series.points[read[1]]
                right = " ".join(part for part in (self.day(point.day, "dated"), point.note) if part)
            value = "" if point is None or point.value is None else f" {self.figure(point.value)}"
            name = self.words(f"trend.measure.{series.measure}")
            parts += [(f"{look.filled} ", look.point), (f"{name}{value}   ", look.line)]
        if broken:
            parts += [((":" if self.ascii else "┊") + " ", Role.BREAK), (self.words("trend.break"), Role.TICK)]
        return self._row(parts, right)

    def _numbers(self, drawn: Plot) -> tuple[Cell, ...]:
        parts: list[tuple[str, Role]] = []
        for number, marks in drawn.legend_marks:
            labels = ", ".join(mark.label for mark in marks)
            parts += [(f"{number} ", Role.MARK_LABEL), (f"{labels}   ", Role.TICK)]
        return self._row(parts)

    def _range(self, first: date, last: date) -> str:
        days = {"first": self.day(first, "dated"), "last": self.day(last, "dated")}
        return days["first"] if first == last else Template(self.words("trend.range")).safe_substitute(days)

    def _centred(self, key: str) -> tuple[Cell, ...]:
        text = self.words(key)
        return self._row([(" " * max((self.size[0] - len(text)) // 2, 0) + text, Role.TICK)])

    def _row(self, parts: Sequence[tuple[str, Role]], right: str = "") -> tuple[Cell, ...]:
        """One row of texts from the left, and one at the right where it keeps clear of them."""
        width = self.size[0]
        canvas = Canvas(width, 1, self.ascii)
        frame = Frame(
            date.min, date.min, max(width, SMALLEST[0]), SMALLEST[1], self._tick, self.figure, self.ascii, clusters
        )
        x = 0
        for text, role in parts:
            cells = frame.pieces(text, width - x)
            canvas.write(x, 0, cells, role)
            x += len(cells)
        ending = frame.pieces(right, max(width - x, 0)) if width - x >= 12 else ()
        canvas.write(width - len(ending), 0, ending, Role.TICK)
        return canvas.rows()[0]
