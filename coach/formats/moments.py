"""A moment to come as people write it: tomorrow, 2h, 16:30, 24 Oct 9:00. Knows no calendar rules of its own."""

import re
from datetime import UTC, datetime, time, timedelta

from coach.formats.days import day_ahead
from coach.formats.figures import read_figure
from coach.formats.lexicon import Lexicon

_HOURS = re.compile(r"(\d{1,3})\s*h", re.ASCII | re.IGNORECASE)
_LATEST = time(23, 59)


def read_moment(text: str, lexicon: Lexicon, now: datetime, morning: time) -> datetime:
    """The moment meant, in the zone of ``now``; nothing at all means tomorrow, and a day alone means its morning.

    Raises ValueError where the text is no moment.
    """
    plain = " ".join(text.split()).casefold()
    if plain in ("", lexicon.tomorrow):
        return datetime.combine(now.date() + timedelta(days=1), morning, now.tzinfo)
    if hours := _HOURS.fullmatch(plain):
        return (now.astimezone(UTC) + timedelta(hours=int(hours[1]))).astimezone(now.tzinfo)
    day, _, clock = plain.rpartition(" ")
    if day == lexicon.tomorrow:
        return datetime.combine(now.date() + timedelta(days=1), _time(clock), now.tzinfo)
    if ":" in clock:
        if day:
            return datetime.combine(day_ahead(day, lexicon, now.date()), _time(clock), now.tzinfo)
        meant = datetime.combine(now.date(), _time(clock), now.tzinfo)
        return meant if meant > now else meant + timedelta(days=1)
    return datetime.combine(day_ahead(plain, lexicon, now.date()), morning, now.tzinfo)


def _time(text: str) -> time:
    minutes, _ = read_figure(text, "time")
    return time(*divmod(minutes, 60)) if minutes < 24 * 60 else _LATEST
