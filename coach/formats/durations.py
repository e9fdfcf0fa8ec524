"""Spans of time and times of day as people write them, in minutes. Knows no day and no language."""

import re

from coach.formats.figures import NUMBER, in_order, read_number, split_range
from coach.formats.lexicon import Lexicon
from coach.formats.unreadable import Unreadable

HOUR = 60
"""Minutes in an hour."""
DAY = 24 * HOUR
"""Minutes in a day: the latest time of day is its end."""
_PLACES = 4
"""Decimals of an hour that are read; a minute is less than 0.02 of one."""
_CLOCK = re.compile(r"(\d+):(\d\d)", re.ASCII)
_PART = re.compile(rf"({NUMBER})\s*([^\W\d_]+)", re.ASCII)
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d\d))?", re.ASCII)


def read_duration(text: str, lexicon: Lexicon, unit: str = "minute") -> tuple[int, int]:
    """A span or a range of two in whole minutes: 1:30, 1.5 h, 1 h 30 min, 90 min; a figure alone counts ``unit``.

    Hours with decimals are rounded to the minute. Raises Unreadable: ``duration``, and as for figures.
    """
    low, high = (_minutes(each, lexicon, unit) for each in split_range(" ".join(text.split()), lexicon.ranges))
    return in_order(low, high)


def read_time(text: str) -> int:
    """A time of day in minutes since midnight: 9, 9:30 or 16.00; 24 is the end of the day. Raises Unreadable."""
    found = _TIME.fullmatch(text.strip())
    if found is None or int(found[2] or 0) >= HOUR or int(found[1]) * HOUR + int(found[2] or 0) > DAY:
        raise Unreadable("time")
    return int(found[1]) * HOUR + int(found[2] or 0)


def write_time(minutes: int) -> str:
    """A time of day as it is read."""
    return f"{minutes // HOUR}:{minutes % HOUR:02}"


def _minutes(text: str, lexicon: Lexicon, unit: str) -> int:
    if found := _CLOCK.fullmatch(text):
        if int(found[2]) >= HOUR or len(found[1]) > 6:
            raise Unreadable("duration")
        return int(found[1]) * HOUR + int(found[2])
    if re.fullmatch(NUMBER, text, re.ASCII):
        return _of(text, unit)
    parts = _PART.findall(text)
    if not parts or "".join(text.split()) != "".join("".join(part).replace(" ", "") for part in parts):
        raise Unreadable("duration")
    units = [lexicon.units.get(name.casefold(), "") for _, name in parts]
    if units not in (["hour"], ["minute"], ["hour", "minute"]):
        raise Unreadable("duration")
    return sum(_of(number, each) for (number, _), each in zip(parts, units, strict=True))


def _of(text: str, unit: str) -> int:
    if unit == "hour":
        return round(read_number(text, _PLACES) * HOUR)
    return int(read_number(text, 0))
