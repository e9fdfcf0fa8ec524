"""Figures as people write them: comma or point, ranges, hours and minutes. Knows no currency and no wording."""

import re

SCALE = {"money": 100, "hours": 60, "months": 1, "days": 1, "percent": 1, "count": 1}
"""Whole units kept for one unit written: cents, minutes, and the rest as they are."""
LARGEST = 10**13
_NUMBER = r"\d{1,3}(?:[ '  ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|\d+:\d\d"
_RANGE = re.compile(rf"({_NUMBER})(?:\s*(?:-|–|—|to|\.\.)\s*({_NUMBER}))?", re.ASCII)


def read_figure(text: str, unit: str) -> tuple[int, int]:
    """A figure or a range as two whole numbers in the unit kept; an exact figure gives both alike.

    Raises ValueError where the text is no figure, runs backwards or is out of all proportion.
    """
    found = _RANGE.fullmatch(" ".join(text.split()).rstrip("%").strip())
    if found is None:
        raise ValueError("no figure")
    low = _whole(found[1], unit)
    high = _whole(found[2], unit) if found[2] else low
    if high < low:
        raise ValueError("backwards")
    return low, high


def _whole(text: str, unit: str) -> int:
    if ":" in text:
        hours, minutes = text.split(":")
        if unit != "hours" or int(minutes) > 59:
            raise ValueError("no figure")
        return int(hours) * 60 + int(minutes)
    plain = re.sub(r"[ '  ]", "", text)
    if re.fullmatch(r"\d{1,3}[.,]\d{3}", plain) and unit == "money":
        plain = re.sub(r"[.,]", "", plain)
    scaled = round(float(plain.replace(",", ".")) * SCALE[unit])
    if scaled > LARGEST:
        raise ValueError("too large")
    return scaled


def write_figure(low: int, high: int, unit: str) -> str:
    """The figure as a person would write it, without a currency; a range with a dash."""
    first = _plain(low, unit)
    return first if low == high else f"{first}-{_plain(high, unit)}"


def _plain(value: int, unit: str) -> str:
    return f"{value / SCALE[unit]:.2f}".rstrip("0").rstrip(".")
