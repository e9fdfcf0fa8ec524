"""A day as people write it. Knows no language and no calendar rules of its own."""

import re
from datetime import date, timedelta

from coach.formats.lexicon import Lexicon

ALMOST_A_YEAR = timedelta(days=364)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})", re.ASCII)
_WORDED = re.compile(r"(\d{1,2})\.?\s+([^\W\d_]{3,})\.?(?:,?\s+(\d{4}))?")
_AHEAD = re.compile(r"(\d{1,3})\s*([dw])", re.ASCII | re.IGNORECASE)


def read_day(text: str, lexicon: Lexicon, today: date) -> date:
    """A day written as 2026-10-24, 24.10.2026, 24 October 2026 or 24 Oct; without a year the latest one up to today.

    Raises ValueError where the text is no day.
    """
    plain = " ".join(text.split())
    if found := _ISO.fullmatch(plain):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DOTTED.fullmatch(plain):
        return date(int(found[3]), int(found[2]), int(found[1]))
    found = _WORDED.fullmatch(plain)
    if found is None:
        raise ValueError("no day")
    month, number = _month(found[2], lexicon), int(found[1])
    if found[3]:
        return date(int(found[3]), month, number)
    for year in range(today.year, today.year - 8, -1):
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if day <= today:
            return day
    raise ValueError("no day")


def day_ahead(text: str, lexicon: Lexicon, today: date) -> date:
    """A day written as above, one without a year lying ahead, or as 10d or 4w from today.

    Raises ValueError for anything else.
    """
    ahead = _AHEAD.fullmatch(text.strip())
    if ahead is None:
        return read_day(text, lexicon, today + ALMOST_A_YEAR)
    return today + timedelta(days=int(ahead[1]) * (7 if ahead[2] in "wW" else 1))


def year_before(day: date) -> date:
    """The same day a year earlier; 29 February gives the 28th."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _month(name: str, lexicon: Lexicon) -> int:
    wanted = name.casefold()
    fitting = [place for place, month in enumerate(lexicon.months, 1) if month.casefold().startswith(wanted)]
    if len(fitting) != 1:
        raise ValueError("no month")
    return fitting[0]
