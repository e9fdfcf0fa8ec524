"""The till receipt in words, line by line. Knows wording and widths; draws and reckons nothing."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from coach.engine.receipt import Receipt
from coach.formats.text import clean
from coach.library.library import Library

WIDE = 40
"""Columns of a receipt."""
RECEIPT = "receipt"
MONEY, HOUR = 100, 60
BARS = "|| ||| | || |||| | ||| || | |||| || |"
"""The code at its foot, which stands for nothing."""


class LineKind(Enum):
    """How a line of the receipt is set."""

    CENTRED = auto()
    FIGURE = auto()
    RULE = auto()
    DOUBLE = auto()
    CODE = auto()
    BLANK = auto()


class Printed(NamedTuple):
    """One line: centred text, a label with its figure, a rule, the code, or nothing; ``strong`` where it stands out."""

    kind: LineKind
    text: str = ""
    figure: str = ""
    strong: bool = False


class ReceiptWording:
    """Puts a receipt into the words of one library."""

    def __init__(self, library: Library) -> None:
        self.words = library.words

    def say(self, key: str, /, **blanks: object) -> str:
        """A sentence of the receipt."""
        return self.words.say(RECEIPT, key, **blanks)

    def printed(self, receipt: Receipt, name: str = "") -> Iterator[Printed]:
        """The receipt line by line; without a name it is somebody's."""
        say, quarter = self.say, receipt.quarter
        yield from _centred(say("title"), strong=True)
        yield from _centred(say("shown", name=clean(name)) if name else say("masked"))
        first, last = (self.words.day(each, "dated") for each in (quarter.first, quarter.last))
        yield from _centred(say("period", first=first, last=last))
        if receipt.partial:
            yield from _centred(say("partial"))
        yield Printed(LineKind.RULE)
        if receipt.empty:
            yield from _centred(say("empty"))
            return
        yield from self._known(receipt)
        money = list(self._money(receipt))
        yield from money
        yield Printed(LineKind.DOUBLE)
        if money:
            yield from _centred(say("note"))
        if receipt.source:
            yield from _centred(say(f"source.{receipt.source}"))
        yield Printed(LineKind.BLANK)
        yield Printed(LineKind.CODE, BARS)
        mostly_mine = (receipt.given or 0) > (receipt.taken or 0)
        yield from _centred(say("both" if mostly_mine else "thanks"))

    def _known(self, receipt: Receipt) -> Iterator[Printed]:
        number = self.words.number
        if receipt.unpaid is not None:
            hours = number(round(receipt.unpaid.minutes / HOUR, 1), 1)
            yield self._row("unpaid", self.say("hours", figure=hours))
        if receipt.late_days is not None:
            yield self._row("late", self.say("days", figure=number(receipt.late_days)))
        if receipt.evenings is not None:
            yield self._row("evenings", self.say("times", figure=number(receipt.evenings)))
        if receipt.rate is not None:
            yield self._row("rate", self._amount(round(sum(receipt.rate) / 2), receipt))
            if receipt.floor:
                yield self._row("floor", self._amount(receipt.floor, receipt))

    def _money(self, receipt: Receipt) -> Iterator[Printed]:
        given, taken, total = receipt.given, receipt.taken, receipt.total
        if given is None or taken is None or not total:
            return
        yield Printed(LineKind.RULE)
        if given or taken:
            yield self._row("given", self._amount(given, receipt))
            yield self._row("taken", self._amount(taken, receipt))
            if rest := total - given - taken:
                yield self._row("unsplit", self._amount(rest, receipt))
            yield Printed(LineKind.RULE)
        yield self._row("total", self._amount(total, receipt), strong=True)

    def _row(self, key: str, figure: str, strong: bool = False) -> Printed:
        return Printed(LineKind.FIGURE, self.say(key), figure, strong)

    def _amount(self, amount: int, receipt: Receipt) -> str:
        figure = self.words.number(amount / MONEY, 2)
        return self.say("money", currency=clean(receipt.currency, limit=3), figure=figure).strip()


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
            yield Printed(LineKind.CENTRED, line, strong=strong)
            line = word
        else:
            line = longer
    yield Printed(LineKind.CENTRED, line, strong=strong)
