"""When a job ends: from the notice, the contract and the calendar. Knows no clock, wording or country.

A notice runs from the day after it is given. Its last day is the end; the last working day is the one on or before it.
"""

from collections.abc import Set
from datetime import date, timedelta
from enum import StrEnum

from coach.engine.value import Value

NEAR = 14
"""Days after the end in which a deadline of theirs is still too close to be left to somebody new."""
A_MONTH = timedelta(days=31)
MON_TO_FRI = frozenset(range(5))


class NoticeUnit(StrEnum):
    """What a notice is counted in; with ``none`` the contract names none."""

    NONE = "none"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    MONTHS_TO_END = "months_to_end"


class Clause(StrEnum):
    """How the contract may be ended before its time."""

    WITH_NOTICE = "with_notice"
    FOR_CAUSE = "for_cause"
    NONE = "none"
    DONT_KNOW = "dont_know"


class Near(StrEnum):
    """How close a deadline of theirs lies to the end."""

    BEFORE = "before"
    ON_NOTICE = "on_notice"
    AFTER = "after"


class Calendar(Value):
    """The days on which nobody works: days of the week, counted from Monday as 0, that are worked, and holidays."""

    weekdays: Set[int] = MON_TO_FRI
    holidays: Set[date] = frozenset()

    def works(self, day: date) -> bool:
        """Whether it is a working day; where no day of the week is worked, every day counts as one."""
        return (day.weekday() in self.weekdays or not self.weekdays) and day not in self.holidays

    def on_or_before(self, day: date) -> date:
        """The last working day up to a day."""
        while not self.works(day):
            day -= timedelta(days=1)
        return day

    def on_or_after(self, day: date) -> date:
        """The first working day from a day on."""
        while not self.works(day):
            day += timedelta(days=1)
        return day


class Notice(Value):
    """How long before the end it has to be given. Raises ValueError for a count below nothing."""

    unit: NoticeUnit
    count: int = 0

    def __post_init__(self) -> None:
        if self.count < 0:
            raise ValueError("a notice is not shorter than nothing")


class Deadline(Value):
    """A deadline of theirs that is close to the end, and how many days lie between."""

    near: Near
    on: date
    days: int


class Dates(Value):
    """The dates of an ending: given on, counted to, the end, the last working day, and a deadline that is close.

    ``counted`` is where the notice leads; the end is earlier where the contract runs out before it, and later where it
    can only run out. ``bound`` says that the contract holds until then.
    """

    given: date
    counted: date
    end: date
    last_working: date
    by_contract: bool
    bound: bool
    deadline: Deadline | None


def runs_out(notice: Notice, given: date, calendar: Calendar) -> date:
    """The last day of a notice that is given on a day."""
    if notice.unit is NoticeUnit.WEEKS:
        return given + timedelta(weeks=notice.count)
    if notice.unit is NoticeUnit.WORKING_DAYS:
        day = given
        for _ in range(notice.count):
            day = calendar.on_or_after(day + timedelta(days=1))
        return day
    if notice.unit in (NoticeUnit.MONTHS, NoticeUnit.MONTHS_TO_END):
        day = months_on(given, notice.count)
        return end_of_month(day) if notice.unit is NoticeUnit.MONTHS_TO_END else day
    return given + timedelta(days=notice.count) if notice.unit is NoticeUnit.DAYS else given


def dates(
    notice: Notice,
    given: date,
    contract: Calendar,
    own: Calendar,
    ends: date | None = None,
    clause: Clause = Clause.WITH_NOTICE,
    deadline: date | None = None,
) -> Dates:
    """When it ends if notice is given on a day.

    ``contract`` says which days count as working days, ``own`` on which days I work. A contract that ends by itself is
    not outlived by a notice; one that cannot be ended early holds until then.
    """
    counted = runs_out(notice, given, contract)
    by_contract = ends is not None and (ends < counted or clause in (Clause.NONE, Clause.FOR_CAUSE))
    end = ends if by_contract and ends is not None else counted
    end = max(end, given)
    return Dates(
        given,
        counted,
        end,
        max(own.on_or_before(end), given),
        by_contract,
        by_contract and end > counted,
        _near(deadline, given, end),
    )


def give_by(notice: Notice, end: date, calendar: Calendar) -> date:
    """The latest day on which notice can be given for it to have run out by ``end``."""
    day = min(end, _not_before(notice, end))
    while runs_out(notice, day, calendar) > end:
        day -= timedelta(days=1)
    return day


def months_on(day: date, count: int) -> date:
    """The same day so many months on; the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, end_of_month(first).day))


def end_of_month(day: date) -> date:
    """The last day of the month a day lies in."""
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return following - timedelta(days=1)


def _not_before(notice: Notice, end: date) -> date:
    """A day that is not earlier than the latest one for a notice, and not long after it, to look back from."""
    if notice.unit in (NoticeUnit.MONTHS, NoticeUnit.MONTHS_TO_END):
        return months_on(end, -notice.count) + A_MONTH
    if notice.unit is NoticeUnit.NONE:
        return end
    return end - (timedelta(weeks=notice.count) if notice.unit is NoticeUnit.WEEKS else timedelta(days=notice.count))


def _near(deadline: date | None, given: date, end: date) -> Deadline | None:
    if deadline is None or not given <= deadline <= end + timedelta(days=NEAR):
        return None
    days = (deadline - end).days
    if days > 0:
        return Deadline(Near.AFTER, deadline, days)
    early = (deadline - given).days <= NEAR
    return Deadline(Near.ON_NOTICE if early else Near.BEFORE, deadline, (deadline - given).days if early else -days)
