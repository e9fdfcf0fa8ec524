"""The strip of weeks: which cells it has, what stands above and below them, how it fits."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from screens.widgets.chart.heat_strip import HeatStrip, Weeks
from tests.screens.pilots import settled

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
NAMES = ("calm", "some", "heavy", "very heavy", "no check")
MONDAY = date(2026, 1, 5)


def written(when: date, style: str) -> str:
    month = MONTHS[when.month - 1]
    return {"mon": month, "year": str(when.year), "month": f"{month} {when.year}"}[style]


def weeks(*values: float | None, until: int = 0) -> Weeks:
    found = {MONDAY + timedelta(weeks=place): value for place, value in enumerate(values) if value is not None}
    return Weeks(found, MONDAY + timedelta(weeks=len(values) - 1 + until, days=3), (4, 6, 10))


def lines(shown: Weeks | None, width: int = 60, height: int = 20, ascii: bool = False) -> list[str]:
    strip = HeatStrip("Weeks", NAMES, written, ascii)
    strip.set_reactive(HeatStrip.weeks, shown)
    return [line.plain for line in strip.lines(width, height)]


def test_each_level_has_a_shape_of_its_own_and_a_week_without_a_check_none() -> None:
    assert lines(weeks(0, 4, None, 6, 10, 99))[1] == "▁▃·▅██"
    assert lines(weeks(0, 4, None, 6, 10), ascii=True)[1] == "_-.=#"


def test_weeks_up_to_now_are_shown_and_the_first_month_says_its_year() -> None:
    months, cells, *_ = lines(weeks(5, *[None] * 10, until=4))
    assert cells == "▃" + "·" * 14
    assert months == "   Feb 2026 Apr"


def test_a_long_record_ends_now_and_says_its_years() -> None:
    drawn = lines(weeks(*[5] * 130), width=60, height=40)
    cells = [row for row in drawn if row.startswith("▃▃")]
    assert [len(row) for row in cells] == [10, 60, 60]
    assert "2027" in "".join(drawn) and "2028" in "".join(drawn)


def test_the_newest_weeks_stay_where_not_all_fit() -> None:
    shown = weeks(*[0] * 100, *[12] * 30)
    drawn = lines(shown, width=30, height=3)
    assert drawn[1] == "█" * 30
    assert len(drawn) == 3 and "calm" in drawn[2]


def test_nothing_known_draws_nothing() -> None:
    assert lines(None) == lines(Weeks({}, MONDAY, (4, 6, 10))) == []


@given(st.lists(st.one_of(st.none(), st.floats(0, 40)), min_size=1, max_size=300), st.integers(1, 200))
def test_every_week_is_in_exactly_one_row_and_all_but_the_first_row_are_full(
    values: list[float | None], width: int
) -> None:
    shown = weeks(1, *values)
    rows = shown.rows(width)
    flat = [monday for row in rows for monday in row]
    assert flat == [MONDAY + timedelta(weeks=place) for place in range(len(values) + 1)]
    assert all(len(row) == width for row in rows[1:]) and 1 <= len(rows[0]) <= width


@pytest.mark.parametrize("ascii", [False, True])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (10, 4)])
async def test_it_fits_and_can_be_told_without_colour(size: tuple[int, int], ascii: bool) -> None:
    class StripApp(App[None]):
        def compose(self) -> ComposeResult:
            yield HeatStrip("Weeks", NAMES, written, ascii)

    app = StripApp()
    async with app.run_test(size=size) as pilot:
        strip = app.query_one(HeatStrip)
        strip.weeks = weeks(*[0, 5, None, 7, 12] * 40)
        await settled(pilot)
        drawn = strip.lines(*strip.size)
        assert len(drawn) <= size[1]
        assert all(line.cell_length <= size[0] for line in drawn)
        assert not ascii or all(line.plain.isascii() for line in drawn[:-1])
