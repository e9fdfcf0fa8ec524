"""A few values as one line of glyphs, and a direction as one. Knows cells, no widget and no words."""

from collections.abc import Sequence
from math import ceil

from coach.engine.trend import Direction

_BARS = {False: "▁▂▃▄▅▆▇█", True: "_.-~=+*#"}


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


def arrow(direction: Direction, ascii: bool = False) -> str:
    """The id of the glyph that shows a direction."""
    return f"arrow.{'ascii.' if ascii else ''}{direction.value}"
