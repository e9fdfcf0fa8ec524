"""A last try: its days, its check-ins, how it ended, and what a failed one says."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.engine.reset import Ending, MyPart, Reset, check_ins, ending_of, failed, problem_of
from coach.engine.value import replace

START = date(2026, 5, 4)
TRY = Reset(("scope", "revision_rounds"), START, START + timedelta(weeks=4), "I finish the page and leave.")
OVER = replace(TRY, ended_on=TRY.ends, ending=Ending.NOT_FOLLOWED, mine=MyPart.KEPT)


def test_days_run_down_to_nothing_on_the_last_day_and_below_it_after() -> None:
    assert [TRY.days_left(TRY.ends - timedelta(days=each)) for each in (28, 1, 0, -3)] == [28, 1, 0, -3]
    assert [TRY.gone(START + timedelta(days=each)) for each in (-3, 0, 9, 40)] == [(0, 28), (0, 28), (9, 28), (28, 28)]


def test_it_waits_for_a_word_from_its_last_day_on() -> None:
    assert not TRY.over(TRY.ends - timedelta(days=1))
    assert TRY.over(TRY.ends) and not OVER.over(TRY.ends)


def test_check_ins_come_weekly_inside_it() -> None:
    assert check_ins(START, TRY.ends) == tuple(START + timedelta(weeks=week) for week in (1, 2, 3, 4))
    assert check_ins(START, START + timedelta(days=6)) == ()


@pytest.mark.parametrize(
    ("rules", "days", "problem"),
    [
        (("scope",), 28, ""),
        (("scope", "channels", "process"), 1, ""),
        ((), 28, "try_no_rule"),
        (("a", "b", "c", "d"), 28, "try_rules"),
        (("scope",), 0, "try_backwards"),
    ],
)
def test_one_to_three_rules_and_an_end_after_the_start(rules: tuple[str, ...], days: int, problem: str) -> None:
    assert problem_of(rules, START, START + timedelta(days=days)) == problem


@given(st.dictionaries(st.sampled_from("abc"), st.sampled_from((Ending.FOLLOWED, Ending.PARTLY, Ending.NOT_FOLLOWED))))
def test_a_try_is_followed_only_where_every_rule_was(by_rule: dict[str, Ending]) -> None:
    if not by_rule:
        with pytest.raises(ValueError, match="by its rules"):
            ending_of(by_rule)
        return
    found = set(by_rule.values())
    assert ending_of(by_rule) is (next(iter(found)) if len(found) == 1 else Ending.PARTLY)


@pytest.mark.parametrize(
    ("each", "day", "boundaries"),
    [
        (OVER, TRY.ends, {"scope", "revision_rounds"}),
        (OVER, TRY.ends + timedelta(days=365), {"scope", "revision_rounds"}),
        (OVER, TRY.ends + timedelta(days=366), set()),
        (OVER, TRY.ends - timedelta(days=1), set()),
        (replace(OVER, mine=MyPart.PARTLY), TRY.ends, set()),
        (replace(OVER, ending=Ending.PARTLY), TRY.ends, set()),
        (replace(OVER, ending=Ending.STOPPED, mine=None), TRY.ends, set()),
        (TRY, TRY.ends, set()),
    ],
)
def test_only_a_try_i_kept_and_they_did_not_follow_speaks_against_them(
    each: Reset, day: date, boundaries: set[str]
) -> None:
    assert failed([each], day) == boundaries
