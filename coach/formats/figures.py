"""Figures as people write them: comma or point, ranges, hours and minutes, times. Knows no currency and no wording."""

import re

SCALE = {"money": 100, "hours": 60, "minutes": 1, "months": 1, "days": 1, "percent": 1, "count": 1, "time": 60}
"""Whole units kept for one unit written: cents, minutes, minutes since midnight, and the rest as they are."""
LARGEST = 10**13
LONGEST = 40
"""Characters of one figure; more is no figure anybody means."""
_GROUPS = r"\d{1,3}(?:[ '\u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:\.\d{3})+,\d+"
_NUMBER = _GROUPS + r"|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3}){2,}|\d+(?:[.,]\d+)?|\d+:\d\d"
_TIME = r"(\d{1,2})(?:[:.](\d\d))?"
_RANGE = rf"({_NUMBER})(?:\s*(?:-|–|—|to|\.\.)\s*({_NUMBER}))?"


def read_figure(text: str, unit: str) -> tuple[int, int]:
    """A figure or a range as two whole numbers in the unit kept; an exact figure gives both alike.

    A time of day is one moment: 9, 9:30 or 16.00; 24 is the end of the day. Raises ValueError where the text is no
    figure, runs backwards or is out of all proportion.
    """
    if unit == "time":
        return _time(text), _time(text)
    found = re.fullmatch(_RANGE, " ".join(text.split()).rstrip("%").strip(), re.ASCII)
    if found is None:
        raise ValueError("no figure")
    low = _whole(found[1], unit)
    high = _whole(found[2], unit) if found[2] else low
    if high < low:
        raise ValueError("backwards")
    return low, high


def _time(text: str) -> int:
    found = re.fullmatch(_TIME, text.strip(), re.ASCII)
    if found is None:
        raise ValueError("no time")
    minutes = int(found[1]) * 60 + int(found[2] or 0)
    if int(found[2] or 0) > 59 or minutes > 24 * 60:
        raise ValueError("no time")
    return minutes


def _whole(text: str, unit: str) -> int:
    if len(text) > LONGEST:
        raise ValueError("too large")
    if ":" in text:
        hours, minutes = text.split(":")
        if unit != "hours" or int(minutes) > 59:
            raise ValueError("no figure")
        scaled = int(hours) * 60 + int(minutes)
    else:
        scaled = round(float(_plainly(text, unit)) * SCALE[unit])
    if scaled > LARGEST:
        raise ValueError("too large")
    return scaled


def _plainly(text: str, unit: str) -> str:
    """The figure without thousands signs and with a point: of two different signs the last one is the decimal."""
    plain = re.sub(r"[ '\u00a0\u202f]", "", text)
    signs = [character for character in plain if character in ",."]
    grouped = len(signs) > 1 and len(set(signs)) == 1
    # With money, three digits after the only sign are thousands: nobody owes a tenth of a cent.
    if grouped or (unit == "money" and len(signs) == 1 and re.fullmatch(r"\d{1,3}[.,]\d{3}", plain)):
        return re.sub(r"[.,]", "", plain)
    if len(set(signs)) == 2:
        plain = plain.replace(signs[0], "")
    return plain.replace(",", ".")


def write_figure(low: int, high: int, unit: str) -> str:
    """The figure as a person would write it, without a currency; a range with a dash."""
    first = _plain(low, unit)
    return first if low == high else f"{first}-{_plain(high, unit)}"


def _plain(value: int, unit: str) -> str:
    if unit == "time":
        return f"{value // 60}:{value % 60:02}"
    return f"{value / SCALE[unit]:.2f}".rstrip("0").rstrip(".")
