"""Sums of money as people write them. Knows no exchange rate and no language."""

import re
from typing import NamedTuple

from coach.formats.figures import in_order, read_number, split_range
from coach.formats.lexicon import Lexicon
from coach.formats.unreadable import Unreadable

PLACES = 2
"""Decimals of a sum."""
SMALLEST = 100
"""Smallest units in one unit of money."""
CODE = 3
"""Letters of the code of a currency."""
_AROUND = re.compile(r"([^\d\s.,'+-]*)\s*(.*?)\s*([^\d\s.,'+-]*)", re.DOTALL)


class Money(NamedTuple):
    """A sum or a range of two in the smallest unit; ``currency`` is its code, or empty where none was written."""

    low: int
    high: int
    currency: str


def read_money(text: str, lexicon: Lexicon, currency: str = "") -> Money:
    """A sum or a range, its currency before or after it or not written at all; ``currency`` is the one expected.

    Raises Unreadable: ``money`` where it is no sum (a name, a share in per cent), ``money_places`` for more than
    hundredths, ``money_currency`` for another currency than expected, ``figure_backwards``, ``figure_large``.
    """
    before, figures, after = _AROUND.fullmatch(" ".join(text.split())).groups()  # type: ignore[union-attr]
    said = {_currency(each, lexicon) for each in (before, after) if each}
    if len(said) > 1:
        raise Unreadable("money")
    code = "".join(said)
    if code and currency and code != currency:
        raise Unreadable("money_currency", said=code, expected=currency)
    try:
        low, high = (int(read_number(each, PLACES) * SMALLEST) for each in split_range(figures, lexicon.ranges))
    except Unreadable as problem:
        key = {"figure": "money", "figure_places": "money_places"}.get(problem.key, problem.key)
        raise Unreadable(key) from problem
    return Money(*in_order(low, high), code or currency)


def read_sum(text: str, lexicon: Lexicon, currency: str = "") -> Money:
    """One sum. Raises Unreadable as above, and ``money_range`` for a range."""
    found = read_money(text, lexicon, currency)
    if found.low != found.high:
        raise Unreadable("money_range")
    return found


def read_code(text: str) -> str:
    """The three letters of a currency. Raises Unreadable: ``code``."""
    code = text.strip().upper()
    if len(code) != CODE or not (code.isascii() and code.isalpha()):
        raise Unreadable("code")
    return code


def _currency(text: str, lexicon: Lexicon) -> str:
    known = lexicon.currencies.get(text) or lexicon.currencies.get(text.upper())
    if known is None and text not in lexicon.currencies:
        raise Unreadable("money")
    return known or ""
