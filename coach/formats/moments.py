"""A moment to come as people write it: tomorrow, in 2 hours, 16:30, 24 Oct 9:00. Knows no language."""

import re
from datetime import UTC, datetime, time, timedelta

from coach.formats.days import Side, read_day
from coach.formats.durations import DAY, HOUR, read_duration, read_time
from coach.formats.lexicon import Lexicon
from coach.formats.unreadable import Unreadable

_LATEST = time(23, 59)
_CLOCK = re.compile(r"\d{1,2}:\d\d", re.ASCII)


def read_moment(text: str, lexicon: Lexicon, now: datetime, morning: time) -> datetime:
    """The moment meant, in the zone of ``now``; nothing at all means tomorrow, and a day alone means its morning.

    Raises Unreadable: ``moment``, or ``day_twofold`` where its day could be two.
    """
    plain = " ".join(word for word in text.casefold().split() if word not in lexicon.dropped)
    if not plain:
        return datetime.combine(now.date() + timedelta(days=1), morning, now.tzinfo)
    day, _, clock = plain.rpartition(" ")
    try:
        if _CLOCK.fullmatch(plain):
            meant = datetime.combine(now.date(), _time(plain), now.tzinfo)
            return meant if meant > now else meant + timedelta(days=1)
        if (minutes := _span(plain, lexicon)) is not None:
            return (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(now.tzinfo)
        if day and _CLOCK.fullmatch(clock):
            return datetime.combine(read_day(day, lexicon, now.date(), Side.AHEAD), _time(clock), now.tzinfo)
        return datetime.combine(read_day(plain, lexicon, now.date(), Side.AHEAD), morning, now.tzinfo)
    except Unreadable as problem:
        raise Unreadable("moment" if problem.key != "day_twofold" else problem.key) from problem


def _span(plain: str, lexicon: Lexicon) -> int | None:
    """The minutes from now, where a span in hours or minutes was written; None for anything else."""
    for pattern in (*lexicon.patterns.get("ahead", ()), "$count $unit"):
        start, _, end = pattern.partition("$count $unit")
        if plain.startswith(start) and plain.endswith(end):
            inner = plain[len(start) : len(plain) - len(end) or None].removeprefix("+")
            if re.search(r"[^\W\d_]", inner):
                try:
                    low, high = read_duration(inner, lexicon)
                except Unreadable:
                    continue
                return low if low == high else None
    return None


def _time(text: str) -> time:
    minutes = read_time(text)
    return time(*divmod(minutes, HOUR)) if minutes < DAY else _LATEST
