"""A grid of cells to draw on: lines in dots, characters, short texts. Knows nothing of dates, values or colours."""

from collections.abc import Callable, Iterable
from enum import StrEnum

Split = Callable[[str], Iterable[tuple[str, int]]]
"""Takes a text apart into what stands in one place, each with its width in cells: 0, 1 or 2."""


class Role(StrEnum):
    """What a cell is part of; the shell gives each its colour."""

    BLANK = "blank"
    AXIS = "axis"
    TICK = "tick"
    BAND = "band"
    BAND_LABEL = "band_label"
    MARK = "mark"
    MARK_LABEL = "mark_label"
    BREAK = "break"
    SPAN_A = "span_a"
    SPAN_B = "span_b"
    LINE_A = "line_a"
    LINE_B = "line_b"
    POINT_A = "point_a"
    POINT_B = "point_b"


Cell = tuple[str, Role]
"""What stands in one cell; the empty string continues a character two cells wide."""

_DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
_BRAILLE = 0x2800
_PATTERNS = tuple(chr(_BRAILLE + bits) for bits in range(256))
_BITS = {pattern: bits for bits, pattern in enumerate(_PATTERNS)}


def by_character(text: str) -> Iterable[tuple[str, int]]:
    """Every printable character as one cell."""
    return ((character, 1) for character in text if character.isprintable())


def pieces(text: str, split: Split, room: int, ellipsis: str) -> tuple[str, ...]:
    """The text as one entry a cell, cut with the ellipsis where it is longer than ``room`` cells.

    Control and direction characters are left out, so that no text can leave its place.
    """
    cells: list[str] = []
    for cluster, width in split("".join(c for c in text[: 8 * room + 8] if c.isprintable())):
        if width == 0 and cells:
            cells[max(index for index, cell in enumerate(cells) if cell)] += cluster
        cells.extend([cluster, ""][:width])
        if len(cells) > room:
            break
    return fitted(tuple(cells), room, ellipsis)


def fitted(cells: tuple[str, ...], room: int, ellipsis: str) -> tuple[str, ...]:
    """The cells as they are, or as many of them as leave room for the ellipsis; never half a wide character."""
    if len(cells) <= room:
        return cells
    kept = list(cells[: max(room - len(ellipsis), 0)])
    if kept and cells[len(kept)] == "":
        kept[-1] = " "
    return tuple(kept) + tuple(ellipsis[: room - len(kept)])


class Canvas:
    """Cells drawn from the back to the front: what is drawn later covers what is there.

    A dot is the unit of lines: ``across`` by ``down`` of them make a cell, 2 by 4 in braille and 1 by 1 in ASCII.
    """

    def __init__(self, width: int, height: int, ascii: bool) -> None:
        self.width, self.height, self.ascii = width, height, ascii
        self.across, self.down = (1, 1) if ascii else (2, 4)
        self._cells: list[list[Cell]] = [[(" ", Role.BLANK)] * width for _ in range(height)]

    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """What has been drawn, top row first."""
        return tuple(tuple(row) for row in self._cells)

    def role(self, x: int, y: int) -> Role:
        """What the cell at a place on the canvas is part of."""
        return self._cells[y][x][1]

    def put(self, x: int, y: int, character: str, role: Role) -> None:
        """Draw one character; outside the canvas nothing happens."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self._cells[y][x] = (character, role)

    def write(self, x: int, y: int, cells: Iterable[str], role: Role) -> None:
        """Draw one entry a cell from ``x`` to the right."""
        for offset, cell in enumerate(cells):
            self.put(x + offset, y, cell, role)

    def dot(self, x: int, y: int, role: Role, character: str) -> None:
        """Draw one dot, beside the dots its cell already has; in ASCII the character stands for it."""
        column, row = x // self.across, y // self.down
        if not (0 <= column < self.width and 0 <= row < self.height):
            return
        cells = self._cells[row]
        if not self.ascii:
            character = _PATTERNS[_BITS.get(cells[column][0], 0) | _DOTS[x % 2][y % 4]]
        cells[column] = (character, role)

    def line(self, start: tuple[int, int], end: tuple[int, int], role: Role, character: str, every: int = 1) -> None:
        """Draw a straight line of dots, both ends included; ``every`` second, third … dot leaves it dotted."""
        (x, y), wide, high = start, end[0] - start[0], end[1] - start[1]
        if not wide:
            # By far the most lines, and the longest, stand upright: one in each column of a long history.
            on = 1 if high >= 0 else -1
            for at in range(y, end[1] + on, on * every):
                self.dot(x, at, role, character)
            return
        steps = max(abs(wide), abs(high))
        for step in range(0, steps + 1, every):
            part = step / steps
            self.dot(int(x + wide * part + 0.5), int(y + high * part + 0.5), role, character)
