"""A day as people write it. Knows no language, and nothing of what the day is for."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum
from functools import cache

from coach.formats.lexicon import Lexicon
from coach.formats.unreadable import Unreadable


class Side(Enum):
    """On which side of today a day lies that is written without a year, or as a weekday."""

    BEHIND = "behind"
    AHEAD = "ahead"
    NEAR = "near"


_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.(?:\s*(\d{4}))?", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_DAY_FIRST = re.compile(r"([0-9]{1,2})\.?\s+([^\W\d_]{3,})\.?(?:,?\s+([0-9]{4}))?")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.?\s+([0-9]{1,2})(?:,?\s+([0-9]{4}))?")
_STEP = re.compile(r"([+-]?)\s*(\d{1,3})\s*([dwm])", re.ASCII)
_LETTERS = {"d": "day", "w": "week", "m": "month"}
_YEARS = 8
"""Years looked through for a 29 February."""


def read_day(text: str, lexicon: Lexicon, today: date, side: Side = Side.BEHIND) -> date:
    """A day: 2026-10-24, 24.10.2026, 24 October 2026, October 24, 24 Oct, yesterday, last friday, in 10 days, +3w.

    Without a year, or as a weekday, it is the nearest one on its side of today; on BEHIND and AHEAD today counts.
    Raises Unreadable: ``day`` where the text is no day, ``day_twofold`` where it could be two (3/4/2026).
    """
    plain = _plain(text, lexicon)
    try:
        found = (
            _of_figures(plain, today, side)
            or _of_month(plain, lexicon, today, side)
            or _of_words(plain, lexicon, today, side)
        )
    except (ValueError, OverflowError) as error:
        raise error if isinstance(error, Unreadable) else Unreadable("day") from error
    if found is None:
        raise Unreadable("day")
    return found


def month_end(day: date) -> date:
    """The last day of the month a day lies in."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day of another month; its last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))


def year_before(day: date) -> date:
    """The same day a year earlier; 29 February gives the 28th."""
    return add_months(day, -12)


def _plain(text: str, lexicon: Lexicon) -> str:
    """The text in small letters, without words that change nothing and without the ends of ordinals."""
    words = [word for word in text.casefold().replace(",", " , ").split() if word not in lexicon.dropped]
    ends = "|".join(map(re.escape, lexicon.ordinals))
    spaced = " ".join(words).replace(" , ", ", ").strip(" ,")
    return re.sub(rf"(?<=\d)(?:{ends})\b", "", spaced) if ends else spaced


def _of_figures(plain: str, today: date, side: Side) -> date | None:
    if found := _ISO.fullmatch(plain):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DOTTED.fullmatch(plain):
        day, month = int(found[1]), int(found[2])
        return date(int(found[3]), month, day) if found[3] else _without_year(day, month, today, side)
    if found := _SLASHED.fullmatch(plain):
        one, other, year = int(found[1]), int(found[2]), int(found[3])
        if one <= 12 and other <= 12 and one != other:
            raise Unreadable("day_twofold")
        return date(year, other, one) if one > 12 or one == other else date(year, one, other)
    if found := _STEP.fullmatch(plain):
        if not found[1] and side is Side.BEHIND:
            raise Unreadable("day_step")
        return _stepped(today, int(found[2]) * (-1 if found[1] == "-" else 1), _LETTERS[found[3]])
    return None


def _of_month(plain: str, lexicon: Lexicon, today: date, side: Side) -> date | None:
    if found := _DAY_FIRST.fullmatch(plain):
        number, name, year = int(found[1]), found[2], found[3]
    elif found := _MONTH_FIRST.fullmatch(plain):
        number, name, year = int(found[2]), found[1], found[3]
    else:
        return None
    month = _named(name, lexicon.months)
    if month is None:
        return None
    return date(int(year), month + 1, number) if year else _without_year(number, month + 1, today, side)


def _of_words(plain: str, lexicon: Lexicon, today: date, side: Side) -> date | None:
    if plain in lexicon.days:
        return today + timedelta(days=lexicon.days[plain])
    if (weekday := _named(plain, lexicon.weekdays)) is not None:
        return _weekday(today, weekday, side)
    for kind, patterns in lexicon.patterns.items():
        for pattern in patterns:
            if found := _pattern(pattern).fullmatch(plain):
                meant = _meant(kind, found.groupdict(), lexicon, today, side)
                if meant is not None:
                    return meant
    return None


def _meant(kind: str, said: dict[str, str], lexicon: Lexicon, today: date, side: Side) -> date | None:
    if kind in ("ahead", "behind"):
        unit, count = lexicon.units.get(said["unit"], ""), _count(said["count"], lexicon)
        if unit not in _LETTERS.values() or count is None:
            return None
        return _stepped(today, count if kind == "ahead" else -count, unit)
    if kind in ("next_weekday", "last_weekday"):
        weekday = _named(said["weekday"], lexicon.weekdays)
        if weekday is None:
            return None
        away = (weekday - today.weekday()) % 7 or 7
        return today + timedelta(days=away if kind == "next_weekday" else away - 7 if away != 7 else -7)
    if kind == "month_end":
        return month_end(today)
    if kind == "next_month_end":
        return month_end(add_months(today.replace(day=1), 1))
    if kind == "end_of_month":
        month = _named(said["month"], lexicon.months)
        if month is None:
            return None
        return _years(today, side, lambda year: month_end(date(year, month + 1, 1)))[0]
    return None


def _weekday(today: date, weekday: int, side: Side) -> date:
    ahead = (weekday - today.weekday()) % 7
    if side is Side.AHEAD or (side is Side.NEAR and ahead <= 3):
        return today + timedelta(days=ahead)
    return today - timedelta(days=(7 - ahead) % 7)


def _without_year(day: int, month: int, today: date, side: Side) -> date | None:
    return next(iter(_years(today, side, lambda year: date(year, month, day))), None)


def _years(today: date, side: Side, of: Callable[[int], date]) -> list[date]:
    """What a day without a year can be, the nearest on its side first."""
    found = []
    for year in range(today.year - _YEARS, today.year + _YEARS + 1):
        try:
            found.append(of(year))
        except ValueError:
            continue
    allowed = [day for day in found if side is Side.NEAR or (day <= today if side is Side.BEHIND else day >= today)]
    return sorted(allowed, key=lambda day: abs((day - today).days))


def _stepped(today: date, count: int, unit: str) -> date:
    if unit == "month":
        return add_months(today, count)
    return today + timedelta(days=count * (7 if unit == "week" else 1))


def _count(text: str, lexicon: Lexicon) -> int | None:
    if text in lexicon.ones:
        return 1
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else None


def _named(name: str, names: tuple[tuple[str, ...], ...]) -> int | None:
    """Which of several a name means: one of their names, or the beginning of one alone, from three letters on."""
    wanted = name.rstrip(".")
    exact = [place for place, each in enumerate(names) if wanted in (one.casefold() for one in each)]
    if exact:
        return exact[0]
    begun = [place for place, each in enumerate(names) if any(one.casefold().startswith(wanted) for one in each)]
    return begun[0] if len(wanted) >= 3 and len(begun) == 1 else None


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\$(\w+)", r"(?P<\1>[^\\s]+)", re.escape(pattern.casefold())))
