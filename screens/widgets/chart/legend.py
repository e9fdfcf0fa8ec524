"""The lines of words around a chart: its legend, what its numbers stand for, what is said in place of it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from string import Template

from rich.cells import split_graphemes

from coach.engine.plot.canvas import Canvas, Cell, Role, pieces
from coach.engine.plot.curve import BOTH, LOOKS
from coach.engine.plot.plot import Plot
from coach.engine.trend import Point, latest
from coach.engine.value import Value
from screens.widgets.chart.contents import Contents, Reading

Words = Callable[[str], str]
"""The text of a key."""

Day = Callable[[date, str], str]
"""A day in one of the styles ``short`` (day and month), ``mon``, ``year`` and ``dated`` (all three)."""

Figure = Callable[[float], str]
"""A value as it is to be read."""

CLEAR = 12
"""Cells that must be left for what stands at the right of a legend, or it is left out."""


def whole(value: float) -> str:
    """A value as a whole number, or with one place where it is none."""
    return f"{value:.0f}" if value == round(value) else f"{value:.1f}"


def clusters(text: str) -> Iterable[tuple[str, int]]:
    """What a terminal puts in one place, with its width in cells."""
    return ((text[start:end], width) for start, end, width in split_graphemes(text)[0])


class Lines(Value):
    """Writes lines of one width, in the words and the characters of one view."""

    width: int
    ascii: bool
    words: Words
    day: Day
    figure: Figure

    def legend(
        self, contents: Contents, first: date, last: date, read: Reading | None, drawn: Plot | None = None
    ) -> tuple[Cell, ...]:
        """Name and mark of each series with its newest value, and at the right what days these are.

        Where a point is being read, each series has its value of that check instead, and the right says which it was.
        """
        right = self._range(first, last) if read is None else self._check(contents.series[read[0]].points[read[1]])
        parts: list[tuple[str, Role]] = []
        for which, series in enumerate(contents.series):
            look = LOOKS[self.ascii][which]
            point = latest(series) if read is None else contents.beside(read, which)
            value = "" if point is None or point.value is None else f" {self.figure(point.value)}"
            name = self.words(f"trend.measure.{series.measure}")
            parts += [(f"{look.filled} ", look.point), (f"{name}{value}   ", look.line)]
        signs = [(":" if self.ascii else "┊", Role.BREAK, "trend.break")] if drawn and drawn.broken else []
        signs += [(BOTH[self.ascii], Role.POINT_A, "trend.both")] if drawn and drawn.met else []
        for sign, role, key in signs:
            more = [(f"{sign} ", role), (f"{self.words(key)}   ", Role.TICK)]
            if self._long([*parts, *more]) + (len(self._cells(right)) if read else 0) <= self.width:
                parts += more
        # The days also stand on the axis below, so that they leave first; what is being read stands nowhere else.
        fits = read is not None or self._long(parts) + len(self._cells(right)) <= self.width
        return self.row(parts, right if fits else "")

    def numbers(self, drawn: Plot) -> list[tuple[Cell, ...]]:
        """What the numbers in a plot stand for, in as many rows as it takes."""
        rows: list[list[tuple[str, Role]]] = [[]]
        for number, marks in drawn.legend_marks:
            labels = list(dict.fromkeys(mark.label for mark in marks))
            for place, label in enumerate(labels):
                ending = "   " if place + 1 == len(labels) else ", "
                parts = [(f"{label}{ending}", Role.TICK)]
                if not place:
                    parts.insert(0, (f"{number} ", Role.MARK_LABEL))
                if rows[-1] and self._long([*rows[-1], *parts]) > self.width + len(ending):
                    rows.append([("  ", Role.TICK)] if place else [])
                rows[-1] += parts
        return [self.row([*parts[:-1], (parts[-1][0].rstrip(), parts[-1][1])]) for parts in rows if parts]

    def centred(self, key: str) -> tuple[Cell, ...]:
        """One sentence in the middle."""
        text = self.words(key)
        return self.row([(" " * max((self.width - len(text)) // 2, 0) + text, Role.TICK)])

    def row(self, parts: Sequence[tuple[str, Role]], right: str = "") -> tuple[Cell, ...]:
        """One row of texts from the left, and one at the right where it keeps clear of them."""
        canvas = Canvas(self.width, 1, self.ascii)
        x = 0
        for text, role in parts:
            cells = self._cells(text, self.width - x)
            canvas.write(x, 0, cells, role)
            x += len(cells)
        ending = self._cells(right, self.width - x) if self.width - x >= CLEAR else ()
        canvas.write(self.width - len(ending), 0, ending, Role.TICK)
        return canvas.rows()[0]

    def _long(self, parts: Sequence[tuple[str, Role]]) -> int:
        return sum(len(self._cells(text)) for text, _ in parts)

    def _check(self, point: Point) -> str:
        kind = self.words("trend.quick" if point.hollow else "trend.full")
        return ", ".join(part for part in (self.day(point.day, "dated"), kind, point.note) if part)

    def _range(self, first: date, last: date) -> str:
        days = {"first": self.day(first, "dated"), "last": self.day(last, "dated")}
        return days["first"] if first == last else Template(self.words("trend.range")).safe_substitute(days)

    def _cells(self, text: str, room: int | None = None) -> tuple[str, ...]:
        return pieces(text, clusters, max(self.width if room is None else room, 0), ".." if self.ascii else "…")
