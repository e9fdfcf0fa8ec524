"""Figures by the unit they are kept in: what people write is read whole or not at all, and reads as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.formats.figures import LARGEST
from coach.formats.units import SCALE, read_figure, write_figure
from coach.formats.unreadable import Unreadable
from coach.library.library import Library

LEXICON = Library().words.lexicon
AMOUNTS = sorted(set(SCALE) - {"time"})
"""Units of an amount, not of a moment."""
WHOLE = ("count", "days", "minutes", "months", "percent")


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("40", "count", (40, 40)),
        ("1,200", "count", (1200, 1200)),
        ("0", "money", (0, 0)),
        ("  12 %", "percent", (12, 12)),
        ("12%", "percent", (12, 12)),
        ("1200,50", "money", (120050, 120050)),
        ("1 200,50", "money", (120050, 120050)),
        ("1\u00a0200,50", "money", (120050, 120050)),
        ("1\u202f200", "money", (120000, 120000)),
        ("1.200", "money", (120000, 120000)),
        ("1,200.50", "money", (120050, 120050)),
        ("12,345,678.00", "money", (1234567800, 1234567800)),
        ("1.200", "hours", (72, 72)),
        ("2:30", "hours", (150, 150)),
        ("40-60", "percent", (40, 60)),
        ("40 – 60 %", "percent", (40, 60)),
        ("40 to 60", "count", (40, 60)),
        ("40..60", "days", (40, 60)),
        ("1 200 - 1 500,50", "money", (120000, 150050)),
        ("1:30-2", "hours", (90, 120)),
        ("9:30", "time", (570, 570)),
    ],
)
def test_what_people_write(text: str, unit: str, expected: tuple[int, int]) -> None:
    assert read_figure(text, unit, LEXICON) == expected


@pytest.mark.parametrize("unit", AMOUNTS)
@pytest.mark.parametrize(
    "text",
    [
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
        "½",
        "\u0663",
    ],
)
def test_what_is_no_figure(text: str, unit: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_figure(text, unit, LEXICON)
    assert refused.value.key in ("figure", "money", "duration")


@pytest.mark.parametrize("unit", WHOLE)
@pytest.mark.parametrize("text", ["1,5", "0.5", "2.25"])
def test_nothing_is_rounded_to_a_whole(text: str, unit: str) -> None:
    with pytest.raises(Unreadable, match="figure_whole"):
        read_figure(text, unit, LEXICON)


@pytest.mark.parametrize("unit", ["count", "days", "months", "percent", "money"])
def test_only_time_has_minutes(unit: str) -> None:
    with pytest.raises(Unreadable):
        read_figure("2:30", unit, LEXICON)


@pytest.mark.parametrize("unit", AMOUNTS)
@pytest.mark.parametrize("text", [str(LARGEST + 1), "9" * 30, f"1-{'9' * 30}", "9" * 5000])
def test_what_is_out_of_all_proportion(text: str, unit: str) -> None:
    with pytest.raises(Unreadable, match="figure_large"):
        read_figure(text, unit, LEXICON)


@given(st.sampled_from(AMOUNTS), st.integers(0, LARGEST), st.integers(0, LARGEST))
def test_a_figure_written_reads_as_it_was(unit: str, one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert read_figure(write_figure(low, high, unit), unit, LEXICON) == (low, high)


@given(st.sampled_from(sorted(SCALE)), st.text(max_size=30))
def test_whatever_is_typed_is_a_figure_or_unreadable(unit: str, text: str) -> None:
    try:
        low, high = read_figure(text, unit, LEXICON)
    except Unreadable:
        return
    assert 0 <= low <= high <= LARGEST
