"""Takes a picture of a running app, as text or as SVG. The only module that looks at what Textual keeps to itself."""

import re
from collections import Counter
from collections.abc import Iterator
from html import escape
from itertools import groupby

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.strip import Strip
from textual.widgets import Input

from tests.gallery.strokes import drawn, strokes

WIDE, HIGH, EDGE = 8, 17, 10
"""Pixels of a cell, and of the edge around the picture."""
FONT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"
WORDS = re.compile(r"\S+(?: \S+)*")
"""What stands between two blanks or more: a picture draws several blanks as one."""
Run = tuple[int, int, str, Style]
"""First cell, cells, text and style of a stretch of one row."""


def text(app: App[object]) -> list[str]:
    """Every row of the screen on top, without the blanks at its end."""
    return ["".join(part.text for part in strip).rstrip() for strip in _strips(app)]


def widths(app: App[object]) -> set[int]:
    """The widths of all rows in cells; one alone where nothing is out of line."""
    return {cell_len("".join(part.text for part in strip)) for strip in _strips(app)}


def svg(app: App[object]) -> str:
    """The screen on top as a picture that needs no font of its own and nothing from elsewhere."""
    rows = [list(_runs(strip)) for strip in _strips(app)]
    papers = Counter[str]()
    for _, cells, _, style in (run for runs in rows for run in runs):
        papers[_colours(style)[1]] += cells
    ground = papers.most_common(1)[0][0]
    width, height = app.size.width * WIDE + 2 * EDGE, app.size.height * HIGH + 2 * EDGE
    looks: dict[str, str] = {}
    fills, texts = [], []
    strokes_of: dict[str, list[str]] = {}
    for y, runs in enumerate(rows):
        for x, cells, said, style in runs:
            ink, paper = _colours(style)
            left, top = EDGE + x * WIDE, EDGE + y * HIGH
            if paper != ground:
                fills.append(f'<rect x="{left}" y="{top}" width="{cells * WIDE}" height="{HIGH}" fill="{paper}"/>')
            said = _draw(strokes_of.setdefault(ink, []), said, left, top)
            for words in WORDS.finditer(said):
                look = looks.setdefault(_look(ink, style), f"a{len(looks)}")
                texts.append(
                    f'<text class="{look}" x="{left + cell_len(said[: words.start()]) * WIDE}" y="{top + 13}"'
                    f' textLength="{cell_len(words[0]) * WIDE}">{escape(words[0], quote=False)}</text>'
                )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
            f"<style>text{{font:13px {FONT}}}",
            *(f".{name}{{{look}}}" for look, name in looks.items()),
            "</style>",
            f'<rect width="{width}" height="{height}" rx="6" fill="{ground}"/>',
            *fills,
            *(f'<path fill="{ink}" d="{"".join(parts)}"/>' for ink, parts in strokes_of.items() if parts),
            *texts,
            "</svg>\n",
        ]
    )


def still(app: App[object]) -> None:
    """Stop what moves by itself, so that two pictures of one place are alike."""
    app.animation_level = "none"
    for each in app.screen.query(Input):
        each.cursor_blink = False


def _strips(app: App[object]) -> list[Strip]:
    return app.screen._compositor.render_strips()


def _runs(strip: Strip) -> Iterator[Run]:
    x = 0
    for style, parts in groupby(strip, key=_style):
        said = "".join(part.text for part in parts)
        cells = cell_len(said)
        yield x, cells, said, style
        x += cells


def _draw(parts: list[str], said: str, left: int, top: int) -> str:
    """Add the strokes of what is drawn in a text, and leave blanks in its place."""
    written, x = [], left
    for character in said:
        if drawn(character):
            for across, down, wide, high in strokes(character):
                parts.append(
                    f"M{_number(x + across * WIDE)} {_number(top + down * HIGH)}"
                    f"h{_number(wide * WIDE)}v{_number(high * HIGH)}h-{_number(wide * WIDE)}z"
                )
        written.append(" " if drawn(character) else character)
        x += cell_len(character) * WIDE
    return "".join(written)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _style(part: Segment) -> Style:
    return (part.style or Style()).without_color + Style.from_color(
        part.style.color if part.style else None, part.style.bgcolor if part.style else None
    )


def _colours(style: Style) -> tuple[str, str]:
    """Ink and paper."""
    ink = style.color.get_truecolor().hex if style.color and not style.color.is_default else "#808080"
    paper = style.bgcolor.get_truecolor().hex if style.bgcolor and not style.bgcolor.is_default else "#000000"
    return (paper, ink) if style.reverse else (ink, paper)


def _look(ink: str, style: Style) -> str:
    parts = [f"fill:{ink}"]
    parts += ["font-weight:bold"] if style.bold else []
    parts += ["font-style:italic"] if style.italic else []
    parts += ["text-decoration:underline"] if style.underline else []
    return ";".join(parts)
