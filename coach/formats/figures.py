"""Numbers as people write them: comma or point, thousands, ranges. Knows no currency, no unit and no language."""

import re
from decimal import Decimal

from coach.formats.unreadable import Unreadable

LARGEST = 10**13
"""The largest figure kept, in its smallest unit; more is out of all proportion."""
WHOLE = 100
"""Per cent of everything."""
LONGEST = 40
"""Characters of one figure; more is no figure anybody means."""
_GROUPS = r"\d{1,3}(?:[ '\u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:\.\d{3})+,\d+"
NUMBER = _GROUPS + r"|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3}){2,}|\d+(?:[.,]\d+)?"
"""One number, before its signs are understood."""


def read_number(text: str, places: int) -> Decimal:
    """A number that has at most so many decimals; three digits after its only sign are thousands where it has fewer.

    A leading 0 is never a group of thousands. Raises Unreadable: ``figure``, ``figure_large``, ``figure_whole`` or
    ``figure_places`` where it says more than can be kept.
    """
    if re.fullmatch(NUMBER, text, re.ASCII) is None:
        raise Unreadable("figure")
    if len(text) > LONGEST:
        raise Unreadable("figure_large")
    value = Decimal(_plainly(text, places))
    if value > LARGEST:
        raise Unreadable("figure_large")
    if value != round(value, places):
        raise Unreadable("figure_places" if places else "figure_whole")
    return value


def split_range(text: str, separators: tuple[str, ...] = ()) -> tuple[str, str]:
    """Both ends of a range as they are written; an exact figure gives both alike."""
    words = "|".join(rf"(?<=[\s\d]){re.escape(each)}(?=[\s\d])" for each in separators)
    parts = re.split(rf"\s*(?:-|–|—|\.\.{'|' + words if words else ''})\s*", text)
    if len(parts) > 2 or not all(parts):
        raise Unreadable("figure")
    return parts[0], parts[-1]


def read_count(text: str, separators: tuple[str, ...] = ()) -> tuple[int, int]:
    """A whole number, or a range of two. Raises Unreadable as ``read_number`` does, or ``figure_backwards``."""
    low, high = (int(read_number(each, 0)) for each in split_range(" ".join(text.split()), separators))
    return in_order(low, high)


def read_percent(text: str, separators: tuple[str, ...] = ()) -> tuple[int, int]:
    """Whole per cent, with or without the sign. Raises Unreadable as ``read_count`` does."""
    return read_count(" ".join(text.split()).removesuffix("%"), separators)


def read_share(text: str) -> int:
    """One share in whole per cent, from 0 to 100. Raises Unreadable: ``share``."""
    try:
        low, high = read_percent(text)
    except Unreadable as problem:
        raise Unreadable("share") from problem
    if low != high or high > WHOLE:
        raise Unreadable("share")
    return low


def read_place(text: str, count: int) -> int:
    """Which of so many a number from 1 names, counted from 0. Raises Unreadable: ``option``."""
    place = int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else 0
    if not 1 <= place <= count:
        raise Unreadable("option", count=count)
    return place - 1


def in_order(low: int, high: int) -> tuple[int, int]:
    """Both ends of a range. Raises Unreadable where they run backwards or are out of all proportion."""
    if high > LARGEST or low > LARGEST:
        raise Unreadable("figure_large")
    if high < low:
        raise Unreadable("figure_backwards")
    return low, high


def _plainly(text: str, places: int) -> str:
    """The figure without thousands signs and with a point: of two different signs the last one is the decimal."""
    plain = re.sub(r"[ '\u00a0\u202f]", "", text)
    signs = [character for character in plain if character in ",."]
    grouped = len(signs) > 1 and len(set(signs)) == 1
    # Where fewer than three decimals can be meant, three digits after the only sign are thousands.
    if grouped or (places < 3 and len(signs) == 1 and re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", plain)):
        return re.sub(r"[.,]", "", plain)
    if len(set(signs)) == 2:
        plain = plain.replace(signs[0], "")
    return plain.replace(",", ".")
