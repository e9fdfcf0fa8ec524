"""Theirs against mine as rows of cells: one client's checks, and the other clients. Knows no colour and no client."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from coach.engine.canvas import Canvas, Cell, Role

SMALLEST = (24, 7)
"""Columns and rows below which nothing can be read from the picture."""

LEAST_TOP = 8
"""Points at the far end of both axes at least, so that a light client stays near the corner."""

STEP = 4
"""The far end is a multiple of this many points."""

Spot = tuple[float, float]
"""Points mine, then theirs."""

GLYPHS = {False: ("●", "○", "·"), True: ("@", "o", ".")}
"""This check, an earlier one, another client; with or without more than ASCII."""


@dataclass(frozen=True, slots=True)
class Names:
    """The words in the picture: the axes, then the corners from the top left by rows."""

    theirs: str
    mine: str
    corners: tuple[str, str, str, str]


def draw(
    size: tuple[int, int], trail: Sequence[Spot], others: Sequence[Spot], names: Names, ascii: bool = False
) -> tuple[tuple[Cell, ...], ...]:
    """The picture in exactly ``size`` cells, columns by rows; empty below the smallest size.

    ``trail`` runs from the oldest check to the one shown. Both axes have one scale, so that the middle lines part what
    is heavy from what is light, and theirs from mine.
    """
    width, height = size
    if width < SMALLEST[0] or height < SMALLEST[1]:
        return ()
    canvas = Canvas(width, height, ascii)
    top = _top([*trail, *others])
    left = len(str(top)) + 1
    across, down = width - left - 2, height - 4
    _axes(canvas, left, top, names)
    _corners(canvas, (left, across, down), names.corners)
    now, before, other = GLYPHS[ascii]
    for spots, glyph, role in ((others, other, Role.POINT_B), (trail[:-1], before, Role.LINE_A), (trail[-1:], now, Role.POINT_A)):
        for mine, theirs in spots:
            x = left + 1 + round(min(mine, top) / top * across)
            canvas.put(x, 1 + down - round(min(theirs, top) / top * down), glyph, role)
    return canvas.rows()


def _top(spots: Sequence[Spot]) -> int:
    most = max((value for spot in spots for value in spot), default=0)
    return max(LEAST_TOP, ceil(most / STEP) * STEP)


def _axes(canvas: Canvas, left: int, top: int, names: Names) -> None:
    """The two axes with their ends named, and faint lines through their middles."""
    bar, dash = ("|", "-") if canvas.ascii else ("│", "─")
    width, base = canvas.width, canvas.height - 2
    middle = (left + 1 + round((width - left - 2) / 2), 1 + round((base - 2) / 2))
    for x in range(left + 1, width):
        canvas.put(x, middle[1], dash, Role.BAND)
    for y in range(1, base):
        canvas.put(middle[0], y, bar, Role.BAND)
        canvas.put(left, y, bar, Role.AXIS)
    for x in range(left, width):
        canvas.put(x, base, dash, Role.AXIS)
    canvas.write(0, 0, names.theirs[:width], Role.TICK)
    for text, x, y in ((str(top), left - len(str(top)), 1), ("0", left - 1, base - 1), ("0", left + 1, base + 1)):
        canvas.write(x - (1 if x == left - 1 else 0) * 0, y, text, Role.TICK)
    end = f"{names.mine} {top}"
    canvas.write(max(width - len(end), left + 3), base + 1, end[: width - left - 3], Role.TICK)


def _corners(canvas: Canvas, field: tuple[int, int, int], names: Sequence[str]) -> None:
    """What lies in each quarter, where the word has room beside the middle line."""
    left, across, down = field
    half = across // 2
    for index, name in enumerate(names):
        if len(name) <= half - 2:
            right, low = index % 2, index // 2
            x = left + 2 + (half + 1 if right else 0)
            canvas.write(x, down if low else 2, name, Role.BAND_LABEL)
