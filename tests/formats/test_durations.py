"""Spans and times of day as people write them, in whole minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.formats.durations import read_duration, read_time, write_time
from coach.formats.unreadable import Unreadable
from coach.library.library import Library

LEXICON = Library().words.lexicon


@pytest.mark.parametrize(
    ("text", "unit", "minutes"),
    [
        ("45", "minute", 45),
        ("45", "hour", 2700),
        ("1:30", "minute", 90),
        ("0:05", "hour", 5),
        ("1,5", "hour", 90),
        ("1.200", "hour", 72),
        ("0.33", "hour", 20),
        ("1.5 h", "minute", 90),
        ("90 min", "hour", 90),
        ("1 h 30 min", "minute", 90),
        ("2 hours", "minute", 120),
    ],
)
def test_a_span(text: str, unit: str, minutes: int) -> None:
    assert read_duration(text, LEXICON, unit) == (minutes, minutes)


def test_a_range_of_spans() -> None:
    assert read_duration("90 min to 2 h", LEXICON) == (90, 120)
    assert read_duration("1:30-2", LEXICON, "hour") == (90, 120)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("1,5", "figure_whole"),
        ("2:60", "duration"),
        ("5 days", "duration"),
        ("30 min 1 h", "duration"),
        ("abc", "duration"),
        ("", "figure"),
        ("2-1", "figure_backwards"),
        ("9" * 400, "figure_large"),
        ("9" * 30 + ":30", "duration"),
    ],
)
def test_what_is_no_span(text: str, key: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_duration(text, LEXICON)
    assert refused.value.key == key


@pytest.mark.parametrize(("text", "minutes"), [("9", 540), ("9:30", 570), ("16.00", 960), ("0", 0), ("24", 1440)])
def test_a_time_of_day(text: str, minutes: int) -> None:
    assert read_time(text) == minutes


@pytest.mark.parametrize("text", ["", "24:01", "9:60", "25", "9:3", "-1", "nine", "9 h"])
def test_what_is_no_time_of_day(text: str) -> None:
    with pytest.raises(Unreadable, match="time"):
        read_time(text)


@given(st.integers(0, 1440))
def test_a_time_as_it_is_shown_reads_as_it_was(minutes: int) -> None:
    assert read_time(write_time(minutes)) == minutes
    assert read_duration(write_time(minutes), LEXICON) == (minutes, minutes)
