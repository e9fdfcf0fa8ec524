"""The till receipt as forty columns of text and as a small picture. Knows lines and widths; reckons nothing."""

from collections.abc import Iterator, Mapping
from html import escape

from coach.engine.receipt import Receipt
from coach.wording.receipts import WIDE, LineKind, Printed, ReceiptWording, width_of

CELL, LINE, EDGE = 9, 21, 24
"""Size of a character and the margin, in pixels."""
FACES = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
XMLNS = "http://www.w3.org/2000/svg"
PAPER, INK = "#fbf9f2", "#26241f"


def receipt_text(wording: ReceiptWording, receipt: Receipt, name: str = "") -> str:
    """The receipt as text, lines of at most forty columns; without a name it is somebody's."""
    return "".join(f"{_as_text(each).rstrip()}\n" for each in wording.printed(receipt, name))


def receipt_svg(wording: ReceiptWording, receipt: Receipt, name: str = "") -> str:
    """The receipt as a picture: paper with a torn edge and the same lines, whatever face there is to draw in."""
    printed = list(wording.printed(receipt, name))
    wide, high = WIDE * CELL + 2 * EDGE, len(printed) * LINE + 3 * EDGE
    drawn = (_as_picture(each, 2 * EDGE + place * LINE) for place, each in enumerate(printed))
    rows = "".join(element for line in drawn for element in line)
    text = _tag("g", {"font-family": FACES, "font-size": 15, "fill": INK}, "\n" + rows)
    paper = _tag("path", {"d": _torn(wide, high), "fill": PAPER})
    size = {"width": wide, "height": high, "viewBox": f"0 0 {wide} {high}"}
    about = {"xmlns": XMLNS, **size, "role": "img", "aria-label": wording.say("alt")}
    return _tag("svg", about, "\n" + paper + text)


def _as_text(each: Printed) -> str:
    if each.kind is LineKind.FIGURE:
        return each.text + " " * max(1, WIDE - width_of(each.text) - width_of(each.figure)) + each.figure
    if each.kind in (LineKind.RULE, LineKind.DOUBLE):
        return ("=" if each.kind is LineKind.DOUBLE else "-") * WIDE
    return " " * ((WIDE - width_of(each.text)) // 2) + each.text


def _as_picture(each: Printed, y: int) -> Iterator[str]:
    left, right = EDGE, EDGE + WIDE * CELL
    weight = {"font-weight": "bold"} if each.strong else {}
    if each.kind is LineKind.CENTRED:
        middle = {"x": (left + right) // 2, "y": y, "text-anchor": "middle"}
        yield _tag("text", {**middle, **weight}, escape(each.text))
    elif each.kind is LineKind.FIGURE:
        yield _tag("text", {"x": left, "y": y, **weight}, escape(each.text))
        yield _tag("text", {"x": right, "y": y, "text-anchor": "end", **weight}, escape(each.figure))
    elif each.kind in (LineKind.RULE, LineKind.DOUBLE):
        dashes = {"stroke-dasharray": "5 4"} if each.kind is LineKind.RULE else {}
        for up in (5, 8) if each.kind is LineKind.DOUBLE else (5,):
            yield _tag("path", {"d": f"M{left} {y - up}H{right}", "stroke": INK, **dashes})
    elif each.kind is LineKind.CODE:
        start = left + (WIDE - len(each.text)) * CELL // 2
        for place, sign in enumerate(each.text):
            if sign != " ":
                thick = 3 if place % 3 else 5
                yield _tag("path", {"d": f"M{start + place * CELL} {y - 16}v20h{thick}v-20z"})


def _tag(name: str, attributes: Mapping[str, object], inside: str = "") -> str:
    """One element of a picture; what stands inside it is markup already."""
    said = "".join(f' {key}="{escape(str(value))}"' for key, value in attributes.items())
    return f"<{name}{said}>{inside}</{name}>\n"


def _torn(wide: int, high: int) -> str:
    """The outline of the paper: straight at three sides, torn at the foot."""
    teeth = wide // 12
    step = wide / teeth
    foot = [(wide - step * place, high - (8 if place % 2 else 0)) for place in range(teeth + 1)]
    return f"M0 0H{wide}V{high}" + "".join(f"L{x:.1f} {y}" for x, y in foot) + "Z"
