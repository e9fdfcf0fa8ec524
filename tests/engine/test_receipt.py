"""Quarters, the days an invoice was late in one, and whose the unpaid minutes are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.engine.receipt import Quarter, Receipt, Unpaid, late_days, split

Q3 = Quarter(2026, 3)


@pytest.mark.parametrize(
    ("text", "quarter"), [("2026Q3", Q3), (" 2026-q1 ", Quarter(2026, 1)), ("1900Q1", Quarter(1900, 1))]
)
def test_a_quarter_is_read(text: str, quarter: Quarter) -> None:
    assert Quarter.read(text) == quarter


@pytest.mark.parametrize("text", ["", "2026Q5", "Q3", "26Q3", "2026Q33", "1066Q1", "9999Q4"])
def test_what_is_no_quarter_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no quarter"):
        Quarter.read(text)


@given(st.dates(date(1901, 1, 1), date(9998, 12, 31)), st.integers(-40, 40))
def test_quarters_tile_the_calendar(day: date, by: int) -> None:
    quarter = Quarter.of(day)
    assert quarter.first <= day <= quarter.last and quarter.holds(day)
    if quarter.stepped(by).year < 9999:
        assert quarter.stepped(by).stepped(-by) == quarter


def test_late_days_are_those_of_the_quarter_up_to_today() -> None:
    today = date(2026, 8, 10)
    assert late_days(date(2026, 6, 25), date(2026, 7, 5), Q3, today) == 5
    assert late_days(date(2026, 8, 1), None, Q3, today) == 9
    assert late_days(date(2026, 7, 1), date(2026, 7, 1), Q3, today) == 0
    assert late_days(date(2026, 9, 1), None, Q3, today) == 0
    assert late_days(date(2026, 1, 1), date(2027, 1, 1), Q3, date(2027, 2, 1)) == 92


@given(st.integers(0, 10**6), st.floats(0, 100), st.floats(0, 100))
def test_a_split_loses_no_minute(minutes: int, theirs: float, mine: float) -> None:
    unpaid = split(minutes, theirs, mine)
    assert unpaid.minutes == minutes and unpaid.mine >= 0 and unpaid.theirs >= 0
    assert unpaid.mine + unpaid.theirs == (minutes if theirs + mine > 0 else 0)


@given(st.integers(0, 10**5), st.integers(0, 100), st.integers(0, 100), st.integers(1, 10**5))
def test_what_is_printed_adds_up(minutes: int, mine: int, theirs: int, floor: int) -> None:
    receipt = Receipt(Q3, Unpaid(minutes + mine + theirs, mine, theirs), floor=floor)
    assert receipt.total is not None and receipt.given is not None and receipt.taken is not None
    assert receipt.total >= receipt.given + receipt.taken
    assert abs(receipt.total - (minutes + mine + theirs) * floor / 60) <= 2
