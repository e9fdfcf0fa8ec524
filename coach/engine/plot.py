"""Series, marks and bands as rows of cells, each with its role. Knows no colours and no words of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from coach.engine.axis import Tick
from coach.engine.backdrop import draw_axes, draw_bands, draw_breaks, draw_marks
from coach.engine.canvas import Canvas, Cell
from coach.engine.curve import Spot, draw_line, draw_points, draw_spans
from coach.engine.frame import Frame, lay_out
from coach.engine.trend import Band, Direction, Mark, Series

_BARS = {False: "▁▂▃▄▅▆▇█", True: "_.-~=+*#"}


@dataclass(frozen=True, slots=True)
class Plot:
    """A finished plot: every row has exactly as many cells as the frame is wide.

    ``spots`` say where each visible point lies. ``legend_marks`` holds, for each number standing in for labels without
    room, the marks it stands for. ``broken`` is true where a break is in view.
    """

    rows: tuple[tuple[Cell, ...], ...]
    spots: tuple[Spot, ...]
    ticks: tuple[Tick, ...]
    legend_marks: tuple[tuple[int, tuple[Mark, ...]], ...]
    broken: bool


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
    for which, each in backwards:
        draw_spans(canvas, field, which, each)
    for which, each in backwards:
        draw_line(canvas, field, which, each)
    spots = [draw_points(canvas, field, which, each) for which, each in backwards]
    return Plot(canvas.rows(), tuple(spot for found in reversed(spots) for spot in found), ticks, legend, broken)


def sparkline(values: Sequence[float | None], width: int, ascii: bool = False, top: float | None = None) -> str:
    """The newest values as bars in exactly ``width`` cells, the newest last; a gap is a blank.

    Bars grow from 0 to ``top``, the highest value where not given, so that rows with one ``top`` compare.
    """
    bars = _BARS[ascii]
    shown = list(values)[-width:] if width > 0 else []
    full = top if top is not None else max((value for value in shown if value is not None), default=0.0)
    parts = (None if value is None else min(max(value / full, 0.0), 1.0) if full > 0 else 0.0 for value in shown)
    drawn = "".join(" " if part is None else bars[max(ceil(part * len(bars)), 1) - 1] for part in parts)
    return drawn.rjust(max(width, 0))


def arrow(direction: Direction) -> str:
    """The id of the glyph that shows a direction."""
    return f"arrow.{direction.value}"
