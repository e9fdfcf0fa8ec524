"""When a check-in is due: properties over a hundred years and every zone, and the rules an owner would name."""

from datetime import UTC, date, datetime, timedelta

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.clock import fixed_clock
from coach.engine.cadence import (
    Every,
    Occasion,
    PostponeAct,
    Postponed,
    Rhythm,
    due,
    following,
    newest,
    occasion,
    proposed,
    usual,
    working,
)

DAYS = st.dates(date(1970, 1, 1), date(2070, 12, 31))
RHYTHMS = st.sampled_from([Every.WEEKLY, Every.FORTNIGHTLY, Every.MONTHLY])
WEEKDAYS = st.none() | st.integers(0, 6)
ZONES = sorted(pendulum.timezones())


def calendar(day: date, every: Every) -> date:
    """An interval later, as the calendar library has it."""
    later = pendulum.date(day.year, day.month, day.day)
    return later.add(months=1) if every is Every.MONTHLY else later.add(weeks=1 if every is Every.WEEKLY else 2)


@given(DAYS, RHYTHMS, WEEKDAYS)
def test_the_next_one_is_the_nearest_chosen_weekday_an_interval_later(
    day: date, every: Every, weekday: int | None
) -> None:
    after, wanted = following(day, every, weekday), calendar(day, every)
    assert abs((after - wanted).days) <= 3
    assert after > day
    assert after == wanted if weekday is None else after.weekday() == weekday


def test_every_day_of_a_hundred_years_has_a_next_one_as_in_the_calendar() -> None:
    first, last = date(1970, 1, 1), date(2070, 1, 1)
    for number in range((last - first).days):
        day = first + timedelta(days=number)
        assert following(day, Every.MONTHLY) == calendar(day, Every.MONTHLY)


@pytest.mark.parametrize("zone", ZONES)
def test_in_every_zone_it_comes_on_its_local_day_whatever_the_clocks_do(zone: str) -> None:
    """Done at any hour of a day on which clocks or the zone itself were moved, it is due a week of local days later."""
    place = pendulum.timezone(zone)
    for year in range(1971, 2071, 3):
        for month, hour in ((1, 0), (3, 1), (3, 23), (10, 2), (12, 12)):
            moment = datetime(year, month, 27 + hour % 3, hour, 30, tzinfo=UTC)
            today = fixed_clock(moment, place).today()
            assert today == pendulum.instance(moment).in_timezone(place).date()
            found = due(Rhythm(Every.WEEKLY, today), today)
            assert found is not None and not found.now(today) and found.missed == 0
            # Samoa left a whole day out of its calendar in 2011; the day after counts as well as any.
            then = fixed_clock(moment + timedelta(days=8), place).today()
            assert found.now(then) and found.missed == 0


@given(DAYS, RHYTHMS, WEEKDAYS, st.integers(0, 400))
def test_being_late_is_not_punished_and_being_early_is_fine(
    since: date, every: Every, weekday: int | None, later: int
) -> None:
    today = since + timedelta(days=later)
    before = due(Rhythm(every, since, weekday), today)
    done = due(Rhythm(every, today, weekday), today)
    assert before is not None and done is not None
    assert not done.now(today) and done.missed == 0
    assert (done.on_day - today).days >= 4
    assert before.on_day <= done.on_day


@given(DAYS, RHYTHMS, WEEKDAYS, st.integers(0, 400), st.integers(0, 400))
def test_more_days_never_mean_fewer_missed(
    since: date, every: Every, weekday: int | None, first: int, more: int
) -> None:
    rhythm = Rhythm(every, since, weekday)
    at = [due(rhythm, since + timedelta(days=days)) for days in (first, first + more)]
    assert at[0] is not None and at[1] is not None
    assert at[0].on_day == at[1].on_day and at[0].missed <= at[1].missed


@given(DAYS, RHYTHMS, WEEKDAYS, st.integers(0, 400))
def test_what_is_left_out_leaves_no_debt(since: date, every: Every, weekday: int | None, later: int) -> None:
    today, rhythm = since + timedelta(days=later), Rhythm(every, since, weekday)
    found = due(rhythm, today)
    assert found is not None
    skipped = Rhythm(every, since, weekday, Postponed(newest(rhythm, found, today), PostponeAct.SKIP))
    after = due(skipped, today)
    assert after is not None and after.on_day > today and after.missed == 0


@given(DAYS, st.integers(1, 90), st.integers(0, 60))
def test_nothing_falls_on_days_off(since: date, start: int, length: int) -> None:
    first = since + timedelta(days=start)
    off = ((first, first + timedelta(days=length)),)
    found = due(Rhythm(Every.WEEKLY, since), off[0][1], off)
    assert found is not None
    assert not off[0][0] <= found.on_day <= off[0][1]
    assert found.missed <= due(Rhythm(Every.WEEKLY, since), off[0][1]).missed  # type: ignore[union-attr]


FRIDAY = date(2026, 11, 20)


def test_two_missed_propose_a_slower_rhythm_and_one_does_not() -> None:
    rhythm = Rhythm(Every.WEEKLY, FRIDAY, 4)
    for weeks, missed, slower in ((1, 0, None), (2, 1, None), (3, 2, Every.FORTNIGHTLY)):
        found = due(rhythm, FRIDAY + timedelta(weeks=weeks))
        assert found is not None
        assert (found.missed, proposed(rhythm, found)) == (missed, slower)


def test_put_off_it_waits_for_its_day_and_a_newer_check_in_ends_that() -> None:
    put_off = Postponed(FRIDAY, PostponeAct.SNOOZE, FRIDAY + timedelta(days=5))
    waiting = due(Rhythm(Every.WEEKLY, FRIDAY - timedelta(weeks=1), 4, put_off), FRIDAY)
    assert waiting is not None and (waiting.on_day, waiting.counted) == (FRIDAY + timedelta(days=5), FRIDAY)
    done = due(Rhythm(Every.WEEKLY, FRIDAY + timedelta(days=1), 4, put_off), FRIDAY)
    assert done is not None and done.on_day == FRIDAY + timedelta(weeks=1)


def test_done_a_day_early_the_next_one_keeps_its_weekday() -> None:
    found = due(Rhythm(Every.WEEKLY, FRIDAY - timedelta(days=1), 4), FRIDAY)
    assert found is not None and found.on_day == FRIDAY + timedelta(weeks=1)


def test_two_stretches_of_days_off_in_a_row_are_one() -> None:
    off = ((FRIDAY, FRIDAY + timedelta(days=3)), (FRIDAY + timedelta(days=4), FRIDAY + timedelta(days=6)))
    assert working(FRIDAY, off) == FRIDAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("standing", "in_try", "every"),
    [
        ("keep", False, Every.MONTHLY),
        ("keep", True, Every.WEEKLY),
        ("set_boundaries", False, Every.FORTNIGHTLY),
        ("not_enough", False, Every.FORTNIGHTLY),
        ("reset", False, Every.WEEKLY),
        ("plan_exit", False, Every.WEEKLY),
        ("leave_now", False, Every.WEEKLY),
        (None, False, Every.NEVER),
        (None, True, Every.WEEKLY),
    ],
)
def test_how_often_goes_by_how_things_stand(standing: str | None, in_try: bool, every: Every) -> None:
    assert usual(standing, in_try) is every


def test_somebody_never_checked_but_checked_in_on_comes_back_once_a_month() -> None:
    assert usual(None, False, checked_in=True) is Every.MONTHLY
    assert usual(None, True, checked_in=True) is Every.WEEKLY
    assert usual("reset", False, checked_in=True) is Every.WEEKLY


def test_a_client_who_is_never_asked_about_is_never_due() -> None:
    assert due(Rhythm(Every.NEVER, FRIDAY), FRIDAY + timedelta(days=900)) is None
    with pytest.raises(ValueError, match="never"):
        following(FRIDAY, Every.NEVER)


@pytest.mark.parametrize(
    ("checked", "standing", "ended", "stopped", "found"),
    [
        (None, "reset", 1, 1, None),
        (30, "keep", None, None, None),
        (30, "reset", 2, None, Occasion.TRY_ENDED),
        (30, "reset", 40, None, None),
        (30, "keep", 2, 1, Occasion.REASON_TO_STOP),
        (92, "reset", None, None, Occasion.QUARTER),
        (90, "reset", None, None, None),
        (400, "keep", None, None, None),
    ],
)
def test_everything_is_asked_anew_for_a_reason(
    checked: int | None, standing: str, ended: int | None, stopped: int | None, found: Occasion | None
) -> None:
    def ago(days: int | None) -> date | None:
        return None if days is None else FRIDAY - timedelta(days=days)

    assert occasion(ago(checked), standing, ago(ended), ago(stopped), FRIDAY) is found
