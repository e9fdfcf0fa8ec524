"""Theirs against mine as rows of cells: one client's checks, and the other clients. Knows no colour and no client."""

from collections.abc import Sequence
from math import ceil

from coach.engine.plot.canvas import Canvas, Cell, Role
from coach.engine.value import Value

SMALLEST = (24, 7)
"""Columns and rows below which nothing can be read from the picture."""

LEAST_TOP = 8
"""Points at the far end of both axes at least, so that a light client stays near the corner."""

STEP = 4
"""The far end is a multiple of this many points."""

Spot = tuple[float, float]
"""Points mine, then theirs."""

GLYPHS = ("●", "○", "·")
"""This check, an earlier one, another client."""


class Names(Value):
    """The words in the picture: the axes, then the corners from the top left by rows."""

    theirs: str
    mine: str
    corners: tuple[str, str, str, str]


def draw(
    size: tuple[int, int], trail: Sequence[Spot], others: Sequence[Spot], names: Names
) -> tuple[tuple[Cell, ...], ...]:
    """The picture in exactly ``size`` cells, columns by rows; empty below the smallest size.

    ``trail`` runs from the oldest check to the one shown. Both axes have one scale, so that the middle lines part what
    is heavy from what is light, and theirs from mine.
    """
    width, height = size
    if width < SMALLEST[0] or height < SMALLEST[1]:
        return ()
    canvas = Canvas(width, height, ascii=False)
    top = _top([*trail, *others])
    left = len(str(top)) + 1
    across, down = width - left - 2, height - 4
    middle = (left + 1 + across // 2, 1 + down // 2)

    def cell(spot: Spot) -> tuple[int, int]:
        return left + 1 + round(spot[0] / top * across), 1 + down - round(spot[1] / top * down)

    _axes(canvas, left, top, middle, names)
    _corners(canvas, left, middle, names.corners, {cell(spot) for spot in (*trail, *others)})
    now, before, other = GLYPHS
    layers = ((others, other, Role.POINT_B), (trail[:-1], before, Role.LINE_A), (trail[-1:], now, Role.POINT_A))
    for spots, glyph, role in layers:
        for spot in spots:
            canvas.put(*cell(spot), glyph, role)
    return canvas.rows()


def _top(spots: Sequence[Spot]) -> int:
    most = max((value for spot in spots for value in spot), default=0)
    return max(LEAST_TOP, ceil(most / STEP) * STEP)


def _axes(canvas: Canvas, left: int, top: int, middle: tuple[int, int], names: Names) -> None:
    """The two axes with their ends named, and faint lines through their middles."""
    bar, dash = "│", "─"
    width, base = canvas.width, canvas.height - 2
    for x in range(left + 1, width):
        canvas.put(x, middle[1], dash, Role.BAND)
    for y in range(1, base):
        canvas.put(middle[0], y, bar, Role.BAND)
        canvas.put(left, y, bar, Role.AXIS)
    for x in range(left, width):
        canvas.put(x, base, dash, Role.AXIS)
    canvas.write(0, 0, names.theirs[:width], Role.TICK)
    for text, x, y in ((str(top), 0, 1), ("0", left - 2, base - 1), ("0", left + 1, base + 1)):
        canvas.write(x, y, text, Role.TICK)
    end = f"{names.mine} {top}"
    canvas.write(max(width - len(end), left + 3), base + 1, end[: width - left - 3], Role.TICK)


def _corners(
    canvas: Canvas, left: int, middle: tuple[int, int], names: Sequence[str], taken: set[tuple[int, int]]
) -> None:
    """What lies in each quarter, where the word has room beside the middle line and no point lies on it."""
    base = canvas.height - 2
    for index, name in enumerate(names):
        x = (middle[0] if index % 2 else left) + 2
        rows = (base - 2, base - 1, base - 3) if index // 2 else (2, 1, 3)
        free = [y for y in rows if taken.isdisjoint((column, y) for column in range(x, x + len(name)))]
        if free and x + len(name) < (canvas.width if index % 2 else middle[0]):
            canvas.write(x, free[0], name, Role.BAND_LABEL)
