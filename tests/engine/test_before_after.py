"""Before and after a boundary: the exact test and its interval against scipy, and when nothing may be said."""

from datetime import date, timedelta
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.engine.before_after import Finding, before_after, chance, ratio_interval, share_interval

TOLD = date(2026, 6, 1)
REFERENCE = [
    # before, after: p of binomtest(after, before + after, 0.5) and its exact 95 % interval, by scipy 1.17.1
    (5, 0, 0.0625, 0.0, 0.521823750105),
    (0, 5, 0.0625, 0.478176249895, 1.0),
    (9, 2, 0.0654296875, 0.0228311983, 0.51775585236),
    (12, 3, 0.03515625, 0.0433120051058, 0.480891133807),
    (4, 4, 1.0, 0.157012770487, 0.842987229513),
    (7, 5, 0.7744140625, 0.151652229808, 0.723330314318),
    (20, 9, 0.0614283457398, 0.152845939609, 0.50832335381),
    (3, 11, 0.057373046875, 0.492024322952, 0.95342071211),
    (40, 22, 0.0300158643491, 0.23741428033, 0.48663343035),
    (150, 120, 0.0773893989802, 0.384221428291, 0.505900354205),
    (1, 6, 0.125, 0.421276802957, 0.996389703138),
    (600, 500, 0.00281954499144, 0.424820965701, 0.484513683797),
]


@pytest.mark.parametrize(("before", "after", "p", "low", "high"), REFERENCE)
def test_the_figures_are_those_of_scipy(before: int, after: int, p: float, low: float, high: float) -> None:
    assert chance(before, after) == pytest.approx(p, abs=1e-9)
    assert share_interval(after, before + after) == pytest.approx((low, high), abs=1e-9)


def test_a_ratio_is_the_share_after_against_the_share_before() -> None:
    low, high = ratio_interval(12, 3)
    assert low == pytest.approx(0.0433120051058 / (1 - 0.0433120051058))
    assert high == pytest.approx(0.480891133807 / (1 - 0.480891133807))
    assert ratio_interval(0, 5)[1] == inf


def days(*counts: tuple[int, int]) -> list[date]:
    """So many events so many days from the day the rule was told."""
    return [TOLD + timedelta(days=off) for off, many in counts for _ in range(many)]


def test_fewer_after_than_before_is_said_where_chance_is_no_likely_answer() -> None:
    found = before_after(days((-20, 6), (-3, 6), (10, 3)), TOLD, TOLD - timedelta(weeks=30), TOLD + timedelta(weeks=5))
    assert (found.weeks, found.before, found.after, found.finding) == (5, 12, 3, Finding.FEWER)
    assert found.weekly == (2.4, 0.6) and found.ratio == 0.25
    assert found.high is not None and found.high < 1


def test_more_after_than_before_is_said_too() -> None:
    found = before_after(days((-20, 1), (10, 9)), TOLD, TOLD - timedelta(weeks=30), TOLD + timedelta(weeks=5))
    assert found.finding is Finding.MORE


def test_a_difference_that_chance_could_make_is_unclear() -> None:
    found = before_after(days((-20, 7), (10, 5)), TOLD, TOLD - timedelta(weeks=30), TOLD + timedelta(weeks=5))
    assert found.finding is Finding.UNCLEAR and found.chance == pytest.approx(0.7744140625)


@pytest.mark.parametrize(
    ("since", "today", "events"),
    [
        (20, 30, ((-5, 10), (5, 10))),  # the log began less than three weeks before
        (90, 20, ((-5, 10), (5, 10))),  # less than three weeks have gone by since
        (90, 90, ((-5, 4), (5, 0))),  # four in all
    ],
)
def test_too_few_weeks_or_too_few_events_say_nothing(since: int, today: int, events: tuple[tuple[int, int]]) -> None:
    found = before_after(days(*events), TOLD, TOLD - timedelta(days=since), TOLD + timedelta(days=today))
    assert found.finding is Finding.TOO_FEW and found.chance is found.ratio is None


def test_both_sides_are_alike_long_and_twelve_weeks_at_most() -> None:
    given_days = days((-85, 9), (-84, 1), (-1, 2), (0, 50), (1, 2), (84, 1), (85, 9))
    found = before_after(given_days, TOLD, TOLD - timedelta(weeks=50), TOLD + timedelta(weeks=50))
    assert (found.weeks, found.before, found.after) == (12, 3, 3)


def test_a_day_told_in_the_future_compares_nothing() -> None:
    found = before_after([TOLD], TOLD + timedelta(days=3), TOLD - timedelta(days=90), TOLD)
    assert (found.weeks, found.finding, found.weekly) == (0, Finding.TOO_FEW, (0.0, 0.0))


@given(before=st.integers(0, 60), after=st.integers(0, 60))
def test_the_test_and_the_interval_never_contradict_each_other_and_mirror(before: int, after: int) -> None:
    if not before + after:
        return
    low, high = share_interval(after, before + after)
    assert 0 <= low <= after / (before + after) <= high <= 1
    assert chance(before, after) == chance(after, before)
    mirrored = share_interval(before, before + after)
    assert (1 - mirrored[1], 1 - mirrored[0]) == pytest.approx((low, high), abs=1e-9)
    assert (low > 0.5 or high < 0.5) == (chance(before, after) <= 0.05)


@given(before=st.integers(0, 40), after=st.integers(0, 40), more=st.integers(1, 9))
def test_more_events_after_never_lower_the_ratio(before: int, after: int, more: int) -> None:
    if not before + after:
        return
    assert ratio_interval(before, after + more)[1] >= ratio_interval(before, after)[1] - 1e-9
