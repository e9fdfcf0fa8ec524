"""Days as people write them: the same everywhere, on the side of today that is meant, refused where twofold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.formats.days import Side, add_months, month_end, read_day
from coach.formats.unreadable import Unreadable
from coach.library.library import Library

WORDS = Library().words
LEXICON = WORDS.lexicon
TODAY = date(2026, 11, 30)
"""A Monday."""
BEHIND, AHEAD, NEAR = Side.BEHIND, Side.AHEAD, Side.NEAR


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *((text, (2026, 11, 28)) for text in ("2026-11-28", "28.11.2026", "28. 11. 2026", "28/11/2026", "11/28/2026")),
        *(
            (text, (2027, 3, 3))
            for text in ("3 March 2027", "March 3, 2027", "3rd of March 2027", "3/3/2027", "3 MAR. 2027")
        ),
        ("  today ", (2026, 11, 30)),
        ("Tomorrow", (2026, 12, 1)),
        ("yesterday", (2026, 11, 29)),
        ("day after tomorrow", (2026, 12, 2)),
        ("last friday", (2026, 11, 27)),
        ("next Friday", (2026, 12, 4)),
        ("last monday", (2026, 11, 23)),
        ("next monday", (2026, 12, 7)),
        ("in 10 days", (2026, 12, 10)),
        ("in a week", (2026, 12, 7)),
        ("two weeks ago".replace("two", "2"), (2026, 11, 16)),
        ("end of the month", (2026, 11, 30)),
        ("end of next month", (2026, 12, 31)),
        ("+3w", (2026, 12, 21)),
        ("-2d", (2026, 11, 28)),
        ("+3m", (2027, 2, 28)),
    ],
)
def test_a_day_that_needs_no_side(text: str, meant: tuple[int, int, int]) -> None:
    assert {read_day(text, LEXICON, TODAY, side) for side in Side} == {date(*meant)}


@pytest.mark.parametrize(
    ("text", "behind", "ahead", "near"),
    [
        ("28 Nov", "2026-11-28", "2027-11-28", "2026-11-28"),
        ("30 Nov", "2026-11-30", "2026-11-30", "2026-11-30"),
        ("March 3", "2026-03-03", "2027-03-03", "2027-03-03"),
        ("28.11.", "2026-11-28", "2027-11-28", "2026-11-28"),
        ("29 Feb", "2024-02-29", "2028-02-29", "2028-02-29"),
        ("friday", "2026-11-27", "2026-12-04", "2026-11-27"),
        ("on Wednesday", "2026-11-25", "2026-12-02", "2026-12-02"),
        ("monday", "2026-11-30", "2026-11-30", "2026-11-30"),
        ("end of March", "2026-03-31", "2027-03-31", "2027-03-31"),
    ],
)
def test_a_day_without_a_year_lies_on_the_side_that_is_asked_about(
    text: str, behind: str, ahead: str, near: str
) -> None:
    found = [read_day(text, LEXICON, TODAY, side).isoformat() for side in (BEHIND, AHEAD, NEAR)]
    assert found == [behind, ahead, near]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("3/4/2026", "day_twofold"),
        *(
            (text, "day")
            for text in ("", "soon", "mar", "31 Nov", "29 Feb 2027", "2026-13-01", "28.11.26", "1 j", "12 apples")
        ),
        *(
            (text, "day")
            for text in ("in many days", "in 1000 days", "9999 weeks ago", "0000-01-01", "\u0663 March", "2026-11-28x")
        ),
    ],
)
def test_what_nothing_settles_is_refused(text: str, key: str) -> None:
    for side in Side:
        with pytest.raises(Unreadable) as refused:
            read_day(text, LEXICON, TODAY, side)
        assert refused.value.key == key


def test_a_step_without_a_sign_leads_ahead_or_is_refused() -> None:
    assert read_day("10d", LEXICON, TODAY, AHEAD) == read_day("10d", LEXICON, TODAY, NEAR) == date(2026, 12, 10)
    with pytest.raises(Unreadable, match="day_step"):
        read_day("10d", LEXICON, TODAY, BEHIND)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.sampled_from(["full", "dated", "echo"]), st.sampled_from(Side))
def test_a_day_as_it_is_shown_reads_as_it_was(day: date, style: str, side: Side) -> None:
    shown = WORDS.day(day, style)
    assert read_day(shown.split(maxsplit=1)[1] if style == "echo" else shown, LEXICON, TODAY, side) == day


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-500, 500))
def test_a_month_on_is_the_same_day_or_the_last_one(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert moved.day == day.day or (moved == month_end(moved) and moved.day < day.day)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_the_end_of_a_month_is_the_day_before_the_next(day: date) -> None:
    assert (month_end(day) + timedelta(days=1)).day == 1 and month_end(day) >= day


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_unreadable(text: str) -> None:
    for side in Side:
        try:
            assert isinstance(read_day(text, LEXICON, TODAY, side), date)
        except Unreadable as refused:
            assert refused.key in ("day", "day_twofold", "day_step")
