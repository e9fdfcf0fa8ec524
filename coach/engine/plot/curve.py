"""One series as lines, spans and point marks on a canvas. Knows where days and values lie, not what is around them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from statistics import median
from typing import NamedTuple

from coach.engine.plot.axis import Scale
from coach.engine.plot.canvas import Canvas, Role
from coach.engine.trend import Point, Series
from coach.engine.value import Value

CROWDED = 0.6
"""Share of the columns holding points above which marks would hide the line, and only the line is drawn."""


class Look(Value):
    """How one series is told from another without colour."""

    line: Role
    span: Role
    point: Role
    filled: str
    hollow: str
    ascii_line: str
    every: int


LOOKS: Mapping[bool, tuple[Look, Look]] = {
    False: (
        Look(Role.LINE_A, Role.SPAN_A, Role.POINT_A, "●", "○", "", 1),
        Look(Role.LINE_B, Role.SPAN_B, Role.POINT_B, "◆", "◇", "", 2),
    ),
    True: (
        Look(Role.LINE_A, Role.SPAN_A, Role.POINT_A, "*", "o", ".", 1),
        Look(Role.LINE_B, Role.SPAN_B, Role.POINT_B, "#", "+", ",", 2),
    ),
}
"""The first and the second series, by whether only ASCII may be used."""

BOTH = {False: "◈", True: "@"}
"""A mark of the one series upon a mark of the other, by whether only ASCII may be used."""


class Spot(NamedTuple):
    """Where a visible point of a series lies, in cells from the top left of the plot; ``point`` is its place there."""

    series: int
    point: int
    x: int
    y: int


class PlotArea(Value):
    """The part of the canvas that values are drawn in, and the days it shows, as day numbers."""

    left: int
    top: int
    columns: int
    first: int
    last: int
    scale: Scale
    margin: int

    def column(self, day: int) -> int:
        """The cell, from the left of the canvas, in which a day lies."""
        return self.left + self.margin + int(self._along(day) * (self.columns - 2 * self.margin - 1) + 0.5)

    def dot(self, canvas: Canvas, day: float, value: float) -> tuple[int, int]:
        """The dot of a day and a value, in dots of the canvas."""
        rise = self.scale.rows - 1 - self.scale.height(value)
        y = int(rise * canvas.down + (canvas.down - 1) / 2 + 0.5)
        return self.across(canvas, day), self.top * canvas.down + min(max(y, 0), self.scale.rows * canvas.down - 1)

    def across(self, canvas: Canvas, day: float) -> int:
        """The dot of a day, from the left of the canvas."""
        inner = self.columns - 2 * self.margin
        return (self.left + self.margin) * canvas.across + int(self._along(day) * (inner * canvas.across - 1) + 0.5)

    def _along(self, day: float) -> float:
        return (day - self.first) / (self.last - self.first) if self.last > self.first else 0.5


Node = tuple[float, float]
"""Day number and value of a bend in the line."""
Trace = list[list[list[Node]]]
"""The bends of each run of a series, those of one column of cells together."""


def visible(series: Series, first: int, last: int) -> Iterator[list[Node]]:
    """The runs of a series between two days; a run that goes on beyond them ends where its line crosses the edge."""
    for run in series.runs():
        nodes = [(float(point.day.toordinal()), point.value or 0.0) for point in run]
        inside = [node for node in nodes if first <= node[0] <= last]
        before = max((index for index, node in enumerate(nodes) if node[0] < first), default=None)
        after = next((index for index, node in enumerate(nodes) if node[0] > last), None)
        if before is not None and before + 1 < len(nodes):
            inside.insert(0, _between(nodes[before], nodes[before + 1], first))
        if after is not None and after > 0:
            inside.append(_between(nodes[after - 1], nodes[after], last))
        if inside:
            yield inside


def trace(canvas: Canvas, field: PlotArea, series: Series) -> Trace:
    """The runs of a series that can be seen, and of each its bends by the column of cells they fall in."""
    return [_by_column(canvas, field, run) for run in visible(series, field.first, field.last)]


def draw_spans(canvas: Canvas, field: PlotArea, which: int, traced: Trace) -> None:
    """Draw, in each column with several values, every second dot from the lowest to the highest."""
    look = LOOKS[canvas.ascii][which]
    for nodes in chain.from_iterable(traced):
        if len(nodes) > 1:
            values = [value for _, value in nodes]
            x, top = field.dot(canvas, nodes[0][0], max(values))
            foot = field.dot(canvas, nodes[0][0], min(values))[1]
            canvas.line((x, top), (x, foot), look.span, look.ascii_line, 1 if canvas.ascii else 2)


def draw_line(canvas: Canvas, field: PlotArea, which: int, traced: Trace) -> None:
    """Draw the line of a series, through the middle value of each column."""
    look = LOOKS[canvas.ascii][which]
    for run in traced:
        bends = [
            field.dot(canvas, (nodes[0][0] + nodes[-1][0]) / 2, median([value for _, value in nodes])) for nodes in run
        ]
        for start, end in pairwise(bends):
            canvas.line(start, end, look.line, look.ascii_line, look.every)


def draw_points(canvas: Canvas, field: PlotArea, which: int, series: Series) -> list[Spot]:
    """Mark the points of a series over its line, and say where each lies.

    A point alone in its column has its mark; of several in one column the middle value has one. Where the columns are
    crowded, only those without a neighbour are marked, unless in ASCII, whose lines are too faint to stand alone.
    """
    look = LOOKS[canvas.ascii][which]
    spots: list[Spot] = []
    columns: dict[int, list[tuple[Spot, Point]]] = {}
    for index, point in enumerate(series.points):
        day = point.day.toordinal()
        if point.value is None or not field.first <= day <= field.last:
            continue
        x, y = field.dot(canvas, day, point.value)
        spot = Spot(which, index, x // canvas.across, y // canvas.down)
        spots.append(spot)
        columns.setdefault(spot.x, []).append((spot, point))
    if not canvas.ascii and len(columns) > CROWDED * field.columns:
        columns = {x: found for x, found in columns.items() if x - 1 not in columns and x + 1 not in columns}
    for found in columns.values():
        spot, point = sorted(found, key=lambda pair: pair[1].value or 0.0)[(len(found) - 1) // 2]
        hollow = all(each.hollow for _, each in found)
        met = canvas.role(spot.x, spot.y) in (Role.POINT_A, Role.POINT_B)
        canvas.put(spot.x, spot.y, BOTH[canvas.ascii] if met else look.hollow if hollow else look.filled, look.point)
    return spots


def _by_column(canvas: Canvas, field: PlotArea, run: Sequence[Node]) -> list[list[Node]]:
    columns: dict[int, list[Node]] = {}
    for node in run:
        columns.setdefault(field.across(canvas, node[0]) // canvas.across, []).append(node)
    return list(columns.values())


def _between(start: Node, end: Node, day: float) -> Node:
    """The point of a straight line at a day."""
    part = (day - start[0]) / (end[0] - start[0])
    return day, start[1] + (end[1] - start[1]) * part
