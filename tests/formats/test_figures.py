"""Figures as people write them, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.formats.figures import LARGEST, SCALE, read_figure, write_figure

AMOUNTS = sorted(set(SCALE) - {"time"})
"""Units of an amount, not of a moment."""


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("40", "count", (40, 40)),
        ("0", "money", (0, 0)),
        ("  12 %", "percent", (12, 12)),
        ("12%", "percent", (12, 12)),
        ("1200,50", "money", (120050, 120050)),
        ("1200.5", "money", (120050, 120050)),
        ("1 200,50", "money", (120050, 120050)),
        ("1\u00a0200,50", "money", (120050, 120050)),
        ("1\u202f200", "money", (120000, 120000)),
        ("1'200.50", "money", (120050, 120050)),
        ("1.200", "money", (120000, 120000)),
        ("1,200", "money", (120000, 120000)),
        ("12 345 678", "money", (1234567800, 1234567800)),
        ("1.200", "hours", (72, 72)),
        ("1,5", "hours", (90, 90)),
        ("2:30", "hours", (150, 150)),
        ("0:05", "hours", (5, 5)),
        ("40-60", "percent", (40, 60)),
        ("40 – 60 %", "percent", (40, 60)),
        ("40 to 60", "count", (40, 60)),
        ("40..60", "days", (40, 60)),
        ("40 - 40", "days", (40, 40)),
        ("1 200 - 1 500,50", "money", (120000, 150050)),
        ("1:30-2", "hours", (90, 120)),
    ],
)
def test_what_people_write(text: str, unit: str, expected: tuple[int, int]) -> None:
    assert read_figure(text, unit) == expected


@pytest.mark.parametrize("unit", AMOUNTS)
@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "%",
            "-",
            "-5",
            "+5",
            "a lot",
            "12 apples",
            "1,2,3",
            "1-2-3",
            "5-",
            "- 5",
            "1e5",
            "0x10",
            "inf",
            "nan",
        ),
        *("½", "\u0663", "12 34", "€ 5", "2:3", "2:60"),
    ],
)
def test_what_is_no_figure(text: str, unit: str) -> None:
    with pytest.raises(ValueError, match="no figure"):
        read_figure(text, unit)


@pytest.mark.parametrize("unit", sorted(set(AMOUNTS) - {"hours"}))
def test_only_hours_have_minutes(unit: str) -> None:
    with pytest.raises(ValueError, match="no figure"):
        read_figure("2:30", unit)


def test_a_range_runs_upwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        read_figure("60-40", "count")


@pytest.mark.parametrize("unit", AMOUNTS)
def test_what_is_out_of_all_proportion(unit: str) -> None:
    for text in (str(LARGEST + 1), "9" * 30, f"1-{'9' * 30}"):
        with pytest.raises(ValueError, match="too large"):
            read_figure(text, unit)


@pytest.mark.parametrize("text", [("9" * 400), ("9" * 5000), pytest.param("9" * 30 + ":30")])
def test_hundreds_of_digits_are_too_large(text: str) -> None:
    with pytest.raises(ValueError, match="too large"):
        read_figure(text, "hours")


@pytest.mark.parametrize("text", ["1.200,50", "1,200.50", "12,345,678.00", "1.234.567"])
def test_thousands_and_decimals_in_one_figure(text: str) -> None:
    low, high = read_figure(text, "money")
    assert low == high
    assert low in (120050, 1234567800, 123456700)


@given(st.sampled_from(AMOUNTS), st.integers(0, LARGEST), st.integers(0, LARGEST))
def test_a_figure_written_reads_as_it_was(unit: str, one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert read_figure(write_figure(low, high, unit), unit) == (low, high)
    assert read_figure(write_figure(low, low, unit), unit) == (low, low)


@given(st.sampled_from(AMOUNTS), st.integers(0, 600), st.integers(0, 600))
def test_a_small_figure_written_reads_as_it_was(unit: str, one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert read_figure(write_figure(low, high, unit), unit) == (low, high)


@given(st.text(max_size=30) | st.text(alphabet="0123456789.,:-– %'to", max_size=20), st.sampled_from(sorted(SCALE)))
def test_whatever_is_typed_is_a_figure_or_none(text: str, unit: str) -> None:
    try:
        low, high = read_figure(text, unit)
    except ValueError:
        return
    assert 0 <= low <= high


@pytest.mark.parametrize(
    ("low", "high", "unit", "text"),
    [
        (0, 0, "money", "0"),
        (120050, 120050, "money", "1200.5"),
        (10000, 10000, "money", "100"),
        (4, 6, "days", "4-6"),
        (90, 120, "hours", "1.5-2"),
        (100, 100, "percent", "100"),
    ],
)
def test_how_a_figure_is_written(low: int, high: int, unit: str, text: str) -> None:
    assert write_figure(low, high, unit) == text


# ---- Times of day


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("9", 540),
        ("09:30", 570),
        (" 16.00 ", 960),
        ("0", 0),
        ("0:00", 0),
        ("23:59", 1439),
        ("24", 1440),
        ("24:00", 1440),
    ],
)
def test_a_time_is_one_moment(text: str, minutes: int) -> None:
    assert read_figure(text, "time") == (minutes, minutes)


@pytest.mark.parametrize(
    "text", ["", "24:01", "25", "9:60", "9:5", "9-17", "nine", "-1", "9,30", "0900", "٩", "9" * 400]
)
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(ValueError, match="no time"):
        read_figure(text, "time")


@given(st.integers(0, 24 * 60))
def test_a_time_written_reads_as_it_was(minutes: int) -> None:
    assert read_figure(write_figure(minutes, minutes, "time"), "time") == (minutes, minutes)
