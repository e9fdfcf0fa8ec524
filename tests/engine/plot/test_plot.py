"""Plots as rows of cells: what a reader sees at any size and range."""

from collections import Counter
from datetime import date
from itertools import pairwise
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.engine.plot.axis import Grain
from coach.engine.plot.canvas import Role
from coach.engine.plot.frame import Frame
from coach.engine.plot.plot import Plot, plot
from coach.engine.plot.sparkline import arrow, sparkline
from coach.engine.trend import Band, Direction, Mark, Point, Series

START = date(2026, 1, 5)
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def day(number: int) -> date:
    return date.fromordinal(START.toordinal() + number)


def label(when: date, grain: Grain) -> str:
    if grain is Grain.YEAR:
        return str(when.year)
    month = MONTHS[when.month - 1]
    return month if grain in (Grain.MONTH, Grain.QUARTER) else f"{when.day} {month}"


def frame(last: int, width: int = 60, height: int = 12, first: int = 0, ascii: bool = False) -> Frame:
    return Frame(day(first), day(last), width, height, label, lambda value: f"{value:g}", ascii)


def series(*pairs: tuple[int, float | None], breaks: tuple[int, ...] = ()) -> Series:
    return Series("theirs", tuple(Point(day(number), value) for number, value in pairs), tuple(map(day, breaks)))


def text(drawn: Plot) -> str:
    return "\n".join("".join(character for character, _ in row).rstrip() for row in drawn.rows)


def roles(drawn: Plot) -> Counter[Role]:
    return Counter(role for row in drawn.rows for _, role in row)


def columns_of(drawn: Plot, role: Role) -> set[int]:
    return {x for row in drawn.rows for x, cell in enumerate(row) if cell[1] is role}


def test_a_whole_picture_in_ascii() -> None:
    theirs = series((0, 2), (14, 8), (28, None), (42, 6), (56, 5), breaks=(44,))
    mine = Series("mine", (Point(day(0), 4, hollow=True), Point(day(56), 0)))
    drawn = plot((theirs, mine), frame(56, 52, 12, ascii=True), (Mark(day(20), "told"),), (Band(6, "last try"),))
    assert "\n" + text(drawn) == dedent(
        """
                         |told
          |          *   |               :
          |        ..    |               :
        6 +- - - -.- - - | - - - - - - -*: - - - -  last try
          |     ..       |               :       *
          | + ,.,        |               :
        3 +  ..   , , , ,|               :
          | *            |, , , , ,      :
          |              |          , , ,:, ,
        0 +              |               :    , ,#
          +-+--------+---------+--------+--------+-
          5 Jan   19 Jan     2 Feb   16 Feb    2 Mar"""
    )


def test_the_value_axis_has_zero_and_even_whole_numbers() -> None:
    rows = text(plot([series((0, 3), (9, 17))], frame(9, height=20))).splitlines()
    ticks = [(number, int(row.split("┤")[0])) for number, row in enumerate(rows) if "┤" in row]
    assert ticks[-1][1] == 0
    assert len({later[0] - earlier[0] for earlier, later in pairwise(ticks)}) == 1
    assert len({earlier[1] - later[1] for earlier, later in pairwise(ticks)}) == 1


def test_the_figure_of_the_axis_is_the_callers() -> None:
    shown = Frame(day(0), day(9), 60, 12, label, lambda value: f"{value / 100:.0f} EUR")
    assert "2000 EUR" in text(plot([series((0, 150_000), (9, 210_000))], shown))


@pytest.mark.parametrize(
    ("days", "width", "grain", "some"),
    [
        (7, 78, Grain.DAY, "6 Jan"),
        (28, 78, Grain.WEEK, "12 Jan"),
        (90, 78, Grain.WEEK, "19 Jan"),
        (200, 78, Grain.MONTH, "Apr"),
        (900, 50, Grain.QUARTER, "Jul"),
        (3650, 78, Grain.YEAR, "2031"),
    ],
)
def test_ticks_stand_on_sensible_days(days: int, width: int, grain: Grain, some: str) -> None:
    drawn = plot([series((0, 1), (days, 2))], frame(days, width))
    assert grain in {tick.grain for tick in drawn.ticks}
    assert some in text(drawn).splitlines()[-1]
    assert all(tick.day.weekday() == 0 for tick in drawn.ticks if tick.grain is Grain.WEEK)
    assert all(tick.day.day == 1 for tick in drawn.ticks if tick.grain not in (Grain.DAY, Grain.WEEK))


def test_weeks_begin_on_mondays_wherever_the_range_begins() -> None:
    ticks = plot([], frame(30, 78, first=2)).ticks
    assert [tick.day for tick in ticks] == [day(7), day(14), day(21), day(28)]


def test_january_says_its_year_among_months() -> None:
    last = text(plot([series((0, 1), (500, 2))], frame(500, 100))).splitlines()[-1]
    assert "Dec  " in last and "2027" in last and "Jan" not in last


def test_nothing_is_drawn_across_a_gap() -> None:
    joined = plot([series((0, 5), (50, 5), (100, 5))], frame(100))
    parted = plot([series((0, 5), (50, None), (100, 5))], frame(100))
    assert roles(joined)[Role.LINE_A] > 30
    assert roles(parted)[Role.LINE_A] == 0
    assert roles(parted)[Role.POINT_A] == 2


def test_a_break_is_seen_between_the_points_it_parts() -> None:
    drawn = plot([series((0, 5), (50, 5), (100, 5), breaks=(52,))], frame(100))
    (column,) = columns_of(drawn, Role.BREAK)
    points = sorted(spot.x for spot in drawn.spots)
    assert points[1] < column < points[2]
    assert all(x < points[1] for x in columns_of(drawn, Role.LINE_A))
    assert drawn.broken and "┊" in text(drawn)


def test_a_quick_check_is_hollow_and_joined_with_the_full_ones() -> None:
    points = (Point(day(0), 3, hollow=True), Point(day(50), 5))
    drawn = plot([Series("theirs", points)], frame(50))
    assert text(drawn).count("○") == text(drawn).count("●") == 1
    assert roles(drawn)[Role.LINE_A] > 20


def test_a_full_check_outshines_a_quick_one_in_the_same_column() -> None:
    quick, full = Point(day(25), 5, hollow=True), Point(day(25), 7)
    assert "○" not in text(plot([Series("theirs", (quick, full))], frame(50)))
    assert "○" in text(plot([Series("theirs", (quick, quick))], frame(50)))


def test_two_series_differ_without_colour() -> None:
    drawn = text(plot([series((0, 3), (50, 5)), series((0, 8), (50, 9))], frame(50)))
    assert drawn.count("●") == drawn.count("◆") == 2


@pytest.mark.parametrize(("ascii", "both"), [(False, "◈"), (True, "@")])
def test_marks_that_fall_on_one_cell_are_told_from_either(ascii: bool, both: str) -> None:
    shown = [series((0, 5), (50, 8)), series((0, 5), (50, 2))]
    drawn = plot(shown, frame(50, ascii=ascii))
    assert drawn.met and text(drawn).count(both) == 1
    assert not plot(shown[:1], frame(50, ascii=ascii)).met


def test_a_line_enters_from_before_the_first_day() -> None:
    drawn = plot([series((0, 0), (100, 10))], frame(100, first=50))
    assert min(columns_of(drawn, Role.LINE_A)) < 6
    assert [spot.point for spot in drawn.spots] == [1]


def test_several_points_of_one_column_show_their_span_and_one_mark() -> None:
    drawn = plot([series((10, 2), (10, 5), (10, 9), (100, 5))], frame(100, height=16))
    assert text(drawn).count("●") == 2
    assert roles(drawn)[Role.SPAN_A] >= 4
    assert len(drawn.spots) == 4


def test_a_long_history_is_a_line_without_marks() -> None:
    drawn = plot([series(*((7 * number, number % 9) for number in range(500)))], frame(3500, 78, 20))
    assert "●" not in text(drawn)
    assert len(columns_of(drawn, Role.LINE_A)) > 60
    assert len(drawn.spots) == 500


def test_labels_of_marks_never_collide() -> None:
    marks = [Mark(day(number), name) for number, name in ((40, "told"), (42, "refused"), (44, "last try"))]
    first, second, *_ = text(plot([series((0, 5), (100, 5))], frame(100, 60, 16), marks)).splitlines()
    above = first + second
    assert "told" in above and "refused" in above and "last try" in above


def test_labels_without_room_become_numbers_with_a_legend() -> None:
    marks = [Mark(day(30 + number), f"incident {number}") for number in range(20)]
    drawn = plot([series((0, 5), (100, 5))], frame(100, 40, 12), marks)
    above = "".join(text(drawn).splitlines()[:2])
    numbered = [mark.label for _, found in drawn.legend_marks for mark in found]
    assert [number for number, _ in drawn.legend_marks] == list(range(1, len(drawn.legend_marks) + 1))
    assert all(f"╎{number}" in above or f"{number}╎" in above for number, _ in drawn.legend_marks)
    assert [mark.label for mark in marks if mark.label not in numbered and mark.label not in above] == []


def test_a_band_is_named_at_its_height() -> None:
    rows = text(plot([series((0, 2), (50, 9))], frame(50, 60, 14), bands=(Band(6, "last try"),))).splitlines()
    (named,) = [row for row in rows if row.endswith("last try")]
    assert named.count("╌") > 20


@pytest.mark.parametrize(
    "points",
    [(), ((0, None), (3, None)), ((0, 4),), ((0, 0), (5, 0)), ((2, 4), (2, 4), (2, 4))],
    ids=["empty", "all gaps", "one point", "flat at zero", "one day"],
)
def test_little_to_show_still_has_both_axes(points: tuple[tuple[int, float | None], ...]) -> None:
    drawn = plot([series(*points)], frame(5))
    assert "└" in text(drawn) and "┤" in text(drawn)
    assert roles(drawn)[Role.POINT_A] == len({number for number, value in points if value is not None})


def test_ascii_draws_nothing_else() -> None:
    drawn = plot(
        [series((0, 3), (9, 8), breaks=(5,)), series((0, 1), (9, None), (12, 3))],
        frame(12, 60, 14, ascii=True),
        (Mark(day(3), "a label far too long to be written out in full"),),
        (Band(5, "last try"),),
    )
    assert text(drawn).isascii()


def test_a_wide_character_takes_two_cells_and_control_characters_none() -> None:
    def split(label: str) -> list[tuple[str, int]]:
        return [(character, 2 if character > "\u2fff" else 1) for character in label]

    shown = Frame(day(0), day(50), 60, 12, label, str, split=split)
    drawn = plot([series((0, 3), (50, 5))], shown, (Mark(day(20), "日本\x1b[31m\u202eok"),))
    cells = [character for character, role in drawn.rows[0] if role is Role.MARK_LABEL]
    assert cells == ["日", "", "本", "", *"[31mok"]


@pytest.mark.parametrize(("width", "height"), [(15, 6), (16, 5)])
def test_a_frame_too_small_is_refused(width: int, height: int) -> None:
    with pytest.raises(ValueError, match="16 by 6"):
        frame(9, width, height)


days = st.integers(-40_000, 40_000)
values = st.one_of(st.none(), st.integers(-5, 60), st.floats(-1e15, 1e15))
points = st.lists(st.builds(lambda n, v, h: Point(day(n), v, h), days, values, st.booleans()), max_size=30)
many = st.builds(lambda p, b: Series("theirs", tuple(p), tuple(map(day, b))), points, st.lists(days, max_size=3))


@settings(max_examples=150, deadline=None)
@given(
    shown=st.lists(many, max_size=2),
    ends=st.tuples(days, days),
    size=st.tuples(st.integers(16, 200), st.integers(6, 60)),
    marks=st.lists(st.builds(lambda n, t: Mark(day(n), t), days, st.text(max_size=40)), max_size=12),
    bands=st.lists(st.builds(Band, st.floats(-1e6, 1e6), st.text(max_size=30)), max_size=3),
    ascii=st.booleans(),
)
def test_every_row_is_as_wide_as_the_frame(
    shown: list[Series], ends: tuple[int, int], size: tuple[int, int], marks: list[Mark], bands: list[Band], ascii: bool
) -> None:
    drawn = plot(shown, frame(max(ends), *size, first=min(ends), ascii=ascii), marks, bands)
    assert [len(row) for row in drawn.rows] == [size[0]] * size[1]
    assert all(0 <= spot.x < size[0] and 0 <= spot.y < size[1] for spot in drawn.spots)


@settings(max_examples=100, deadline=None)
@given(
    numbers=st.lists(st.integers(0, 400), max_size=6, unique=True),
    value=st.integers(0, 40),
    size=st.tuples(st.integers(30, 200), st.integers(8, 50)),
    ascii=st.booleans(),
)
def test_every_point_alone_in_its_column_has_its_mark(
    numbers: list[int], value: int, size: tuple[int, int], ascii: bool
) -> None:
    pairs = [(number, (value + 7 * number) % 41) for number in numbers]
    drawn = plot([series(*pairs)], frame(400, *size, ascii=ascii), [Mark(day(100), "told")], [Band(8, "last try")])
    crowd = Counter(spot.x for spot in drawn.spots)
    assert len(drawn.spots) == len(numbers)
    for spot in drawn.spots:
        if crowd[spot.x] == 1:
            assert drawn.rows[spot.y][spot.x] == ("*" if ascii else "●", Role.POINT_A)


def test_a_sparkline_is_filled_from_the_right_on_one_scale() -> None:
    assert sparkline([0, 5, None, 10], 6) == "  ▁▄ █"
    assert sparkline([5], 3, top=20) == "  ▂"
    assert sparkline([1, 2, 3, 4], 2, top=4) == "▆█"
    assert sparkline([None, None], 4) == "    "
    assert sparkline([0, 10], 2, ascii=True).isascii()


@given(
    st.lists(st.one_of(st.none(), st.floats(-1e15, 1e15)), max_size=40),
    st.integers(0, 30),
    st.one_of(st.none(), st.floats(-1, 1e15)),
)
def test_a_sparkline_has_its_width(found: list[float | None], width: int, top: float | None) -> None:
    assert len(sparkline(found, width, top=top)) == width


def test_each_direction_has_a_glyph_of_its_own() -> None:
    assert len({arrow(each, ascii) for each in Direction for ascii in (False, True)}) == 2 * len(Direction)
