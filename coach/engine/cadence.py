"""When a client's next check-in is due, and when to ask everything anew. Knows plain days, no clock and no wording.

A day is the owner's local day; which day it is now is asked elsewhere. Nothing here punishes: a check-in that is early
counts, one that is late moves the next one along, and one that was skipped leaves no debt. A shell prompt waits for
these sums, so their values are named tuples, which a program is quicker to make.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple


class Every(StrEnum):
    """How often; the last one is never."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    NEVER = "never"


class PostponeAct(StrEnum):
    """What the owner did with a check-in that was due: left it out, or put it off to another day."""

    SKIP = "skip"
    SNOOZE = "snooze"


class Occasion(StrEnum):
    """Why a full check is proposed."""

    TRY_ENDED = "try_ended"
    REASON_TO_STOP = "reason_to_stop"
    QUARTER = "quarter"


Span = tuple[date, date]
"""The first and the last day of a stretch of days, both within it."""

CLOSE = frozenset({"reset", "plan_exit", "leave_now"})
"""Outcomes with something under way: a last try, or an exit."""
CALM = frozenset({"keep"})
"""Outcomes after which nothing presses."""
QUARTER = timedelta(weeks=13)
GIVEN_UP = 2
"""Check-ins missed in a row after which the rhythm is asked about."""
SLOWER = {Every.WEEKLY: Every.FORTNIGHTLY, Every.FORTNIGHTLY: Every.MONTHLY, Every.MONTHLY: Every.NEVER}
"""What is proposed in place of a rhythm that is not kept."""
_DAYS = {Every.WEEKLY: 7, Every.FORTNIGHTLY: 14}


class Postponed(NamedTuple):
    """A check-in that was due on a day and was put off ``until`` another, or skipped where that is None."""

    due_day: date
    act: PostponeAct
    until: date | None = None


class Rhythm(NamedTuple):
    """How often a client is checked in on, on which weekday (0 is Monday, None any), and from which day it counts.

    ``since`` is the last check-in, full check or choice of rhythm, whichever is the latest.
    """

    every: Every
    since: date
    weekday: int | None = None
    postponed: Postponed | None = None


class Due(NamedTuple):
    """The next check-in: its day, and how many went by unanswered by now.

    ``counted`` is the day it fell on before it was put off or moved past days off; a postponement is kept under it.
    """

    on_day: date
    counted: date
    missed: int = 0

    def late(self, today: date) -> bool:
        """Whether its day has gone by."""
        return self.on_day < today

    def now(self, today: date) -> bool:
        """Whether it is to be done by today."""
        return self.on_day <= today


def usual(standing: str | None, in_try: bool, checked_in: bool = False) -> Every:
    """How often where the owner chose nothing: by the outcome that stands, weekly within a last try.

    None, for a client never checked, is never; monthly where the owner has checked in on them all the same.
    """
    if in_try or standing in CLOSE:
        return Every.WEEKLY
    if standing is None:
        return Every.MONTHLY if checked_in else Every.NEVER
    return Every.MONTHLY if standing in CALM else Every.FORTNIGHTLY


def following(day: date, every: Every, weekday: int | None = None) -> date:
    """The day a check-in comes round after one on ``day``: an interval later, on the nearest chosen weekday.

    A month after the 31st is the last day of a shorter month. Raises ValueError for never.
    """
    if every is Every.NEVER:
        raise ValueError("never comes round")
    later = day + timedelta(days=_DAYS[every]) if every in _DAYS else _month_after(day)
    if weekday is None:
        return later
    ahead = (weekday - later.weekday()) % 7
    return later + timedelta(days=ahead if ahead <= 3 else ahead - 7)


def due(rhythm: Rhythm, today: date, off: Sequence[Span] = ()) -> Due | None:
    """The next check-in as it stands today; None where there is none to come.

    ``off`` are days off: one that falls on them waits for the first day after.
    """
    if rhythm.every is Every.NEVER:
        return None
    first = following(rhythm.since, rhythm.every, rhythm.weekday)
    put_off, counted = rhythm.postponed, first
    day = first
    if put_off is not None and put_off.due_day >= first:
        if put_off.act is PostponeAct.SKIP:
            counted = day = following(put_off.due_day, rhythm.every, rhythm.weekday)
        elif put_off.until is not None:
            counted, day = put_off.due_day, max(put_off.until, put_off.due_day)
    day = working(day, off)
    return Due(day, counted, _missed(day, rhythm, today, off))


def newest(rhythm: Rhythm, found: Due, today: date) -> date:
    """The last day on which one fell by today, or the one still to come: leaving it out leaves all before it out."""
    day = found.counted
    while (later := following(day, rhythm.every, rhythm.weekday)) <= today:
        day = later
    return day


def working(day: date, off: Sequence[Span]) -> date:
    """The day itself, or the first one after the days off that it falls on."""
    for first, last in sorted(off):
        if first <= day <= last:
            day = last + timedelta(days=1)
    return day


def proposed(rhythm: Rhythm, found: Due) -> Every | None:
    """The slower rhythm to offer where this one is not kept, or None."""
    return SLOWER.get(rhythm.every) if found.missed >= GIVEN_UP else None


def occasion(
    checked: date | None, standing: str | None, try_ended: date | None, stopped: date | None, today: date
) -> Occasion | None:
    """Why everything should be asked anew, or None.

    ``checked`` is the day of the last full check, ``try_ended`` that of the last try's end, ``stopped`` that of the
    last incident which is a reason to stop. A client nobody ever checked in full is not asked about here.
    """
    if checked is None:
        return None
    if stopped is not None and stopped > checked:
        return Occasion.REASON_TO_STOP
    if try_ended is not None and checked < try_ended <= today:
        return Occasion.TRY_ENDED
    if standing is not None and standing not in CALM and today - checked >= QUARTER:
        return Occasion.QUARTER
    return None


def _month_after(day: date) -> date:
    first = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))


def _missed(day: date, rhythm: Rhythm, today: date, off: Sequence[Span]) -> int:
    """How many came round again, by today, without the one before them done."""
    missed, at = 0, day
    while (at := working(following(at, rhythm.every, rhythm.weekday), off)) <= today and missed < 100:
        missed += 1
    return missed
