"""The till receipt as forty columns of text and as a small picture. Knows wording and widths; reckons nothing."""

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from html import escape
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from coach.engine.receipt import Receipt
from coach.formats.text import clean
from coach.library.shelf import Library

WIDE = 40
"""Columns of a receipt."""
RECEIPT = "receipt"
MONEY, HOUR = 100, 60
BARS = "|| ||| | || |||| | ||| || | |||| || |"
"""The code at its foot, which stands for nothing."""
CELL, LINE, EDGE = 9, 21, 24
"""Size of a character and the margin, in pixels."""
FACES = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
XMLNS = "http://www.w3.org/2000/svg"
PAPER, INK = "#fbf9f2", "#26241f"


class Kind(Enum):
    """How a line of the receipt is set."""

    CENTRED = auto()
    FIGURE = auto()
    RULE = auto()
    DOUBLE = auto()
    CODE = auto()
    BLANK = auto()


class Printed(NamedTuple):
    """One line: centred text, a label with its figure, a rule, the code, or nothing; ``strong`` where it stands out."""

    kind: Kind
    text: str = ""
    figure: str = ""
    strong: bool = False


class ReceiptWords:
    """Puts a receipt into the words of one library."""

    def __init__(self, library: Library) -> None:
        self.words = library.words

    def lines(self, receipt: Receipt, name: str = "") -> list[str]:
        """The receipt, a line of at most forty columns each; without a name it is somebody's."""
        return [_as_text(each).rstrip() for each in self._printed(receipt, name)]

    def text(self, receipt: Receipt, name: str = "") -> str:
        """The receipt as text."""
        return "\n".join(self.lines(receipt, name)) + "\n"

    def svg(self, receipt: Receipt, name: str = "") -> str:
        """The receipt as a picture: paper with a torn edge and the same lines, whatever face there is to draw in."""
        printed = list(self._printed(receipt, name))
        wide, high = WIDE * CELL + 2 * EDGE, len(printed) * LINE + 3 * EDGE
        drawn = (_as_picture(each, 2 * EDGE + place * LINE) for place, each in enumerate(printed))
        rows = "".join(element for line in drawn for element in line)
        text = _tag("g", {"font-family": FACES, "font-size": 15, "fill": INK}, "\n" + rows)
        paper = _tag("path", {"d": _torn(wide, high), "fill": PAPER})
        size = {"width": wide, "height": high, "viewBox": f"0 0 {wide} {high}"}
        about = {"xmlns": XMLNS, **size, "role": "img", "aria-label": self._say("alt")}
        return _tag("svg", about, "\n" + paper + text)

    def _printed(self, receipt: Receipt, name: str) -> Iterator[Printed]:
        say, quarter = self._say, receipt.quarter
        yield from _centred(say("title"), strong=True)
        yield from _centred(say("shown", name=clean(name)) if name else say("masked"))
        first, last = (self.words.day(each, "dated") for each in (quarter.first, quarter.last))
        yield from _centred(say("period", first=first, last=last))
        if receipt.partial:
            yield from _centred(say("partial"))
        yield Printed(Kind.RULE)
        if receipt.empty:
            yield from _centred(say("empty"))
            return
        yield from self._known(receipt)
        money = list(self._money(receipt))
        yield from money
        yield Printed(Kind.DOUBLE)
        if money:
            yield from _centred(say("note"))
        if receipt.source:
            yield from _centred(say(f"source.{receipt.source}"))
        yield Printed(Kind.BLANK)
        yield Printed(Kind.CODE, BARS)
        mostly_mine = (receipt.given or 0) > (receipt.taken or 0)
        yield from _centred(say("both" if mostly_mine else "thanks"))

    def _known(self, receipt: Receipt) -> Iterator[Printed]:
        number = self.words.number
        if receipt.unpaid is not None:
            hours = number(round(receipt.unpaid.minutes / HOUR, 1), 1)
            yield self._row("unpaid", self._say("hours", figure=hours))
        if receipt.late_days is not None:
            yield self._row("late", self._say("days", figure=number(receipt.late_days)))
        if receipt.evenings is not None:
            yield self._row("evenings", self._say("times", figure=number(receipt.evenings)))
        if receipt.rate is not None:
            yield self._row("rate", self._amount(round(sum(receipt.rate) / 2), receipt))
            if receipt.floor:
                yield self._row("floor", self._amount(receipt.floor, receipt))

    def _money(self, receipt: Receipt) -> Iterator[Printed]:
        given, taken, total = receipt.given, receipt.taken, receipt.total
        if given is None or taken is None or not total:
            return
        yield Printed(Kind.RULE)
        if given or taken:
            yield self._row("given", self._amount(given, receipt))
            yield self._row("taken", self._amount(taken, receipt))
            if rest := total - given - taken:
                yield self._row("unsplit", self._amount(rest, receipt))
            yield Printed(Kind.RULE)
        yield self._row("total", self._amount(total, receipt), strong=True)

    def _row(self, key: str, figure: str, strong: bool = False) -> Printed:
        return Printed(Kind.FIGURE, self._say(key), figure, strong)

    def _amount(self, amount: int, receipt: Receipt) -> str:
        figure = self.words.number(amount / MONEY, 2)
        return self._say("money", currency=clean(receipt.currency, limit=3), figure=figure).strip()

    def _say(self, key: str, /, **blanks: object) -> str:
        return self.words.say(RECEIPT, key, **blanks)


def width_of(text: str) -> int:
    """Columns a text takes on a terminal."""
    return sum(0 if combining(each) else 2 if east_asian_width(each) in "WF" else 1 for each in text)


def _centred(text: str, strong: bool = False) -> Iterator[Printed]:
    """A text as centred lines, broken between words; a single word too long for the paper is cut."""
    line = ""
    for word in text.split():
        while width_of(word) > WIDE:
            word = word[:-1]
        longer = f"{line} {word}".strip()
        if width_of(longer) > WIDE:
            yield Printed(Kind.CENTRED, line, strong=strong)
            line = word
        else:
            line = longer
    yield Printed(Kind.CENTRED, line, strong=strong)


def _as_text(each: Printed) -> str:
    if each.kind is Kind.FIGURE:
        return each.text + " " * max(1, WIDE - width_of(each.text) - width_of(each.figure)) + each.figure
    if each.kind in (Kind.RULE, Kind.DOUBLE):
        return ("=" if each.kind is Kind.DOUBLE else "-") * WIDE
    return " " * ((WIDE - width_of(each.text)) // 2) + each.text


def _as_picture(each: Printed, y: int) -> Iterator[str]:
    left, right = EDGE, EDGE + WIDE * CELL
    weight = {"font-weight": "bold"} if each.strong else {}
    if each.kind is Kind.CENTRED:
        middle = {"x": (left + right) // 2, "y": y, "text-anchor": "middle"}
        yield _tag("text", {**middle, **weight}, escape(each.text))
    elif each.kind is Kind.FIGURE:
        yield _tag("text", {"x": left, "y": y, **weight}, escape(each.text))
        yield _tag("text", {"x": right, "y": y, "text-anchor": "end", **weight}, escape(each.figure))
    elif each.kind in (Kind.RULE, Kind.DOUBLE):
        dashes = {"stroke-dasharray": "5 4"} if each.kind is Kind.RULE else {}
        for up in (5, 8) if each.kind is Kind.DOUBLE else (5,):
            yield _tag("path", {"d": f"M{left} {y - up}H{right}", "stroke": INK, **dashes})
    elif each.kind is Kind.CODE:
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
