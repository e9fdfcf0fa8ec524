"""When a job ends: notices of every kind, holidays, contracts that run out, and deadlines that lie too close."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.engine.exits.dates import (
    NEAR,
    Calendar,
    Clause,
    Near,
    Notice,
    NoticeUnit,
    dates,
    end_of_month,
    give_by,
    months_on,
    runs_out,
)

PLAIN = Calendar()
CHRISTMAS = Calendar(holidays=frozenset({date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}))
days = st.dates(date(2024, 1, 1), date(2032, 12, 31))
notices = st.builds(Notice, st.sampled_from(NoticeUnit), st.integers(0, 120))


@pytest.mark.parametrize(
    ("unit", "count", "given_on", "end"),
    [
        (NoticeUnit.DAYS, 30, date(2026, 12, 1), date(2026, 12, 31)),
        (NoticeUnit.DAYS, 0, date(2026, 12, 1), date(2026, 12, 1)),
        (NoticeUnit.WEEKS, 4, date(2026, 12, 1), date(2026, 12, 29)),
        (NoticeUnit.MONTHS, 1, date(2026, 11, 30), date(2026, 12, 30)),
        (NoticeUnit.MONTHS, 1, date(2027, 1, 31), date(2027, 2, 28)),
        (NoticeUnit.MONTHS, 3, date(2027, 11, 30), date(2028, 2, 29)),
        (NoticeUnit.MONTHS_TO_END, 1, date(2026, 12, 7), date(2027, 1, 31)),
        (NoticeUnit.MONTHS_TO_END, 1, date(2026, 10, 31), date(2026, 11, 30)),
        # From Wednesday 23 December: Thursday, then Tuesday to Thursday after the holidays.
        (NoticeUnit.WORKING_DAYS, 4, date(2026, 12, 23), date(2026, 12, 31)),
        (NoticeUnit.WORKING_DAYS, 5, date(2026, 12, 23), date(2027, 1, 4)),
        (NoticeUnit.NONE, 9, date(2026, 12, 1), date(2026, 12, 1)),
    ],
)
def test_a_notice_runs_from_the_day_after_it_is_given(unit: NoticeUnit, count: int, given_on: date, end: date) -> None:
    assert runs_out(Notice(unit, count), given_on, CHRISTMAS) == end


@given(notices, days, days)
def test_a_later_notice_never_ends_earlier(notice: Notice, one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert runs_out(notice, first, PLAIN) <= runs_out(notice, second, PLAIN)


@given(notices, days, st.one_of(st.none(), days), st.sampled_from(Clause), st.one_of(st.none(), days))
def test_the_last_working_day_is_one_and_lies_between(
    notice: Notice, given_on: date, ends: date | None, clause: Clause, deadline: date | None
) -> None:
    found = dates(notice, given_on, PLAIN, PLAIN, ends, clause, deadline)
    assert found.given <= found.last_working <= found.end
    assert PLAIN.works(found.last_working) or found.last_working == given_on
    if found.deadline is not None:
        assert deadline is not None and given_on <= deadline <= found.end + timedelta(days=NEAR)


@given(notices, days)
def test_the_latest_day_for_a_notice_leads_there_and_the_day_after_does_not(notice: Notice, end: date) -> None:
    day = give_by(notice, end, PLAIN)
    assert runs_out(notice, day, PLAIN) <= end
    assert day == end or runs_out(notice, day + timedelta(days=1), PLAIN) > end


def test_a_contract_that_runs_out_first_is_not_outlived() -> None:
    found = dates(Notice(NoticeUnit.DAYS, 30), date(2026, 12, 1), PLAIN, PLAIN, ends=date(2026, 12, 15))
    assert (found.end, found.by_contract, found.bound) == (date(2026, 12, 15), True, False)


@pytest.mark.parametrize("clause", [Clause.FOR_CAUSE, Clause.NONE])
def test_a_contract_without_a_way_out_holds_until_its_end(clause: Clause) -> None:
    found = dates(Notice(NoticeUnit.DAYS, 30), date(2026, 12, 1), PLAIN, PLAIN, date(2027, 3, 31), clause)
    assert (found.end, found.counted, found.bound) == (date(2027, 3, 31), date(2026, 12, 31), True)
    free = dates(Notice(NoticeUnit.DAYS, 30), date(2026, 12, 1), PLAIN, PLAIN, date(2027, 3, 31), Clause.WITH_NOTICE)
    assert free.end == date(2026, 12, 31)


def test_the_last_working_day_minds_holidays_and_my_own_week() -> None:
    end = date(2027, 1, 3)  # a Sunday after New Year
    notice = Notice(NoticeUnit.DAYS, 33)
    assert runs_out(notice, date(2026, 12, 1), PLAIN) == end
    assert dates(notice, date(2026, 12, 1), PLAIN, CHRISTMAS).last_working == date(2026, 12, 31)
    mondays = Calendar(frozenset({0}), CHRISTMAS.holidays)
    assert dates(notice, date(2026, 12, 1), PLAIN, mondays).last_working == date(2026, 12, 21)


@pytest.mark.parametrize(
    ("deadline", "near", "count"),
    [(date(2026, 12, 5), Near.ON_NOTICE, 4), (date(2026, 12, 28), Near.BEFORE, 3), (date(2027, 1, 14), Near.AFTER, 14)],
)
def test_a_deadline_close_by_is_named(deadline: date, near: Near, count: int) -> None:
    found = dates(Notice(NoticeUnit.DAYS, 30), date(2026, 12, 1), PLAIN, PLAIN, deadline=deadline)
    assert found.deadline is not None and (found.deadline.near, found.deadline.days) == (near, count)


@pytest.mark.parametrize("deadline", [date(2026, 11, 30), date(2027, 1, 15), None])
def test_a_deadline_far_off_is_not(deadline: date | None) -> None:
    assert dates(Notice(NoticeUnit.DAYS, 30), date(2026, 12, 1), PLAIN, PLAIN, deadline=deadline).deadline is None


@given(days, st.integers(0, 60))
def test_months_are_counted_and_ended_as_the_calendar_has_them(day: date, count: int) -> None:
    later = months_on(day, count)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    assert later.day == min(day.day, end_of_month(later).day)
    assert (end_of_month(day) + timedelta(days=1)).day == 1 and end_of_month(day).month == day.month
