"""Series, marks and bands as rows of cells, each with its role. Knows no colours and no words of its own."""

from collections.abc import Sequence
from functools import cached_property

from coach.engine.plot.axis import Tick
from coach.engine.plot.backdrop import draw_axes, draw_bands, draw_breaks, draw_marks
from coach.engine.plot.canvas import Canvas, Cell
from coach.engine.plot.curve import BOTH, Spot, draw_line, draw_points, draw_spans, trace
from coach.engine.plot.frame import Frame, lay_out
from coach.engine.trend import Band, Mark, Series
from coach.engine.value import Value


class Plot(Value):
    """A finished plot: every row has exactly as many cells as the frame is wide.

    ``spots`` say where each visible point lies. ``legend_marks`` holds, for each number standing in for labels without
    room, the marks it stands for. ``broken`` is true where a break is in view, ``met`` where marks of both series fall
    on one cell.
    """

    rows: tuple[tuple[Cell, ...], ...]
    spots: tuple[Spot, ...]
    ticks: tuple[Tick, ...]
    legend_marks: tuple[tuple[int, tuple[Mark, ...]], ...]
    broken: bool
    met: bool

    @cached_property
    def where(self) -> dict[tuple[int, int], Spot]:
        """The spot of each visible point, by its series and its place in it."""
        return {(spot.series, spot.point): spot for spot in self.spots}


def plot(series: Sequence[Series], frame: Frame, marks: Sequence[Mark] = (), bands: Sequence[Band] = ()) -> Plot:
    """Lay out one or two series with event marks and bands over a range of days.

    Zero is always on the value axis, the highest value in view and every band too. Raises ValueError for more than two
    series.
    """
    if len(series) > 2:
        raise ValueError("a plot shows one or two series")
    layout = lay_out(series, frame, marks, bands)
    canvas = Canvas(frame.width, frame.height, frame.ascii)
    field = layout.field
    draw_bands(canvas, frame, layout, bands)
    broken = draw_breaks(canvas, field, series)
    legend = draw_marks(canvas, frame, layout)
    ticks = draw_axes(canvas, frame, field)
    backwards = list(enumerate(series))[::-1]
    traces = [(which, trace(canvas, field, each)) for which, each in backwards]
    for which, traced in traces:
        draw_spans(canvas, field, which, traced)
    for which, traced in traces:
        draw_line(canvas, field, which, traced)
    spots = [draw_points(canvas, field, which, each) for which, each in backwards]
    rows, marked = canvas.rows(), BOTH[frame.ascii]
    met = any(rows[spot.y][spot.x][0] == marked for spot in spots[-1]) if len(spots) > 1 else False
    return Plot(rows, tuple(spot for found in reversed(spots) for spot in found), ticks, legend, broken, met)
