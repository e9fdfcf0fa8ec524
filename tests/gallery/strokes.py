"""The characters of a terminal that are drawings, as strokes: a font may lack them, or leave gaps between them."""

from collections.abc import Iterator

Stroke = tuple[float, float, float, float]
"""Left, top, width and height in parts of a cell."""

LINES: dict[str, Stroke] = {
    "─": (0, 8 / 17, 1, 1 / 17),
    "━": (0, 7 / 17, 1, 3 / 17),
    "│": (0.44, 0, 0.125, 1),
    "▔": (0, 0, 1, 1 / 8),
    "▏": (0, 0, 1 / 8, 1),
    "▕": (7 / 8, 0, 1 / 8, 1),
    "▎": (0, 0, 1 / 4, 1),
    "▊": (0, 0, 3 / 4, 1),
}
BARS = "▁▂▃▄▅▆▇█"
DOTS = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))
"""Column and row of each dot of a braille cell, in the order of its bits."""


def drawn(character: str) -> bool:
    """Whether a character is drawn and not written."""
    return character in LINES or character in BARS or "\u2801" <= character <= "\u28ff"


def strokes(character: str) -> Iterator[Stroke]:
    """What a drawn character consists of."""
    if character in LINES:
        yield LINES[character]
    elif character in BARS:
        high = (BARS.index(character) + 1) / 8
        yield 0, 1 - high, 1, high
    else:
        for bit, (column, row) in enumerate(DOTS):
            if (ord(character) - 0x2800) >> bit & 1:
                yield 0.125 + column * 0.5, 0.07 + row * 0.25, 0.25, 2 / 17
