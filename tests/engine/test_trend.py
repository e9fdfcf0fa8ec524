"""Series, their runs, and the direction they give."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.engine.trend import MOST, Direction, Point, Series, by_week, change, direction, latest, sliced

START = date(2026, 1, 5).toordinal()


def series(*values: float | None, every: int = 7, breaks: tuple[int, ...] = ()) -> Series:
    """Values one after another, so many days apart; breaks as numbers of days from the start."""
    points = tuple(Point(date.fromordinal(START + every * place), value) for place, value in enumerate(values))
    return Series("theirs", points, tuple(date.fromordinal(START + day) for day in breaks))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((), Direction.TOO_FEW),
        ((1, 5, 9), Direction.TOO_FEW),
        ((1, None, 5, None, 9), Direction.TOO_FEW),
        ((1, 5, 9, 13), Direction.RISING),
        ((1, None, 5, 9, 13), Direction.RISING),
        ((13, 9, 5, 1), Direction.FALLING),
        ((5, 5, 5, 5), Direction.STEADY),
        ((5.0, 5.3, 5.6, 5.9), Direction.STEADY),
        ((5, 5, 5, 40, 5, 5), Direction.STEADY),
    ],
)
def test_direction_of(values: tuple[float | None, ...], expected: Direction) -> None:
    assert direction(series(*values)) is expected


def test_a_move_is_measured_in_its_unit() -> None:
    euros = series(5000, 5020, 5040, 5060)
    assert direction(euros) is Direction.RISING
    assert direction(euros, unit=100) is Direction.STEADY


def test_values_of_one_day_have_no_direction() -> None:
    assert direction(series(1, 5, 9, 13, every=0)) is Direction.TOO_FEW


def test_two_values_on_one_day_count_as_points_beside_the_others() -> None:
    days = (0, 7, 7, 14, 21)
    points = tuple(Point(date.fromordinal(START + day), float(value)) for value, day in enumerate(days))
    assert direction(Series("theirs", points)) is Direction.RISING


@pytest.mark.parametrize("step", [-1, 0, 1])
@pytest.mark.parametrize("count", [MOST - 1, MOST, MOST + 1, 500])
def test_a_long_history_is_heading_where_its_values_are(count: int, step: int) -> None:
    values = [1000 + step * place + (7 * place) % 5 for place in range(count)]
    expected = {-1: Direction.FALLING, 0: Direction.STEADY, 1: Direction.RISING}
    assert direction(series(*values)) is expected[step]


def test_one_wild_stretch_of_a_long_history_does_not_turn_it() -> None:
    wild = [float(place if place % 9 else 10_000) for place in range(500)]
    assert direction(series(*wild)) is Direction.RISING


def test_a_week_has_its_highest_value() -> None:
    found = by_week(series(3, 8, None, 5, every=3))
    assert found == {date(2026, 1, 5): 8, date(2026, 1, 12): 5}


def test_a_year_is_cut_into_equal_parts_with_the_newest_value_of_each() -> None:
    first, last = date.fromordinal(START), date.fromordinal(START + 27)
    assert sliced(series(1, 2, 3, None, 9, every=5), first, last, 4) == [2, 3, 9, None]
    assert sliced(series(1, 2, 3), date(2027, 1, 1), date(2027, 2, 1), 3) == [None] * 3


@given(st.lists(st.integers(0, 400), max_size=40), st.integers(1, 60))
def test_the_newest_value_is_in_the_last_part_that_has_one(days: list[int], parts: int) -> None:
    points = tuple(Point(date.fromordinal(START + day), float(day)) for day in days)
    cut = sliced(Series("theirs", points), date.fromordinal(START), date.fromordinal(START + 400), parts)
    assert len(cut) == parts
    assert [each for each in cut if each is not None][-1:] == [
        float(day) for day in [max(days, default=None)] if day is not None
    ]


def test_values_before_a_break_do_not_count() -> None:
    assert direction(series(1, 5, 9, 13, 2, 2, breaks=(28,))) is Direction.TOO_FEW
    assert direction(series(30, 30, 1, 5, 9, 13, breaks=(14,))) is Direction.RISING
    assert change(series(1, 5, 9, breaks=(14,))) is None


def test_a_break_after_the_last_value_changes_nothing_yet() -> None:
    assert direction(series(1, 5, 9, 13, breaks=(400,))) is Direction.RISING


def test_latest_and_change_pass_over_gaps() -> None:
    found = series(3, None, 8, None)
    assert latest(found) == found.points[2]
    assert change(found) == 5
    assert latest(series(None, None)) is None
    assert change(series(8)) is None


def test_points_are_put_in_order_and_those_of_one_day_stay_as_given() -> None:
    late, early, again = (Point(date(2026, 3, 1), 1.0), Point(date(2026, 2, 1), 2.0), Point(date(2026, 2, 1), 3.0))
    assert Series("theirs", (late, early, again)).points == (early, again, late)


def test_gaps_and_breaks_part_the_runs() -> None:
    runs = [[point.value for point in run] for run in series(1, 2, None, 3, 4, 5, breaks=(28, 30)).runs()]
    assert runs == [[1, 2], [3], [4], [5]]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e300])
def test_a_value_no_measure_has_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        Point(date(2026, 1, 5), value)


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 60)), min_size=4, max_size=20))
def test_turning_the_values_upside_down_turns_the_direction(pairs: list[tuple[int, int]]) -> None:
    turned = {Direction.RISING: Direction.FALLING, Direction.FALLING: Direction.RISING}
    up = Series("theirs", tuple(Point(date.fromordinal(START + day), float(value)) for day, value in pairs))
    down = Series("theirs", tuple(Point(point.day, 60 - (point.value or 0.0)) for point in up.points))
    assert direction(down) is turned.get(direction(up), direction(up))
