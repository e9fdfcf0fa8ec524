"""The picture theirs against mine: in its cells, to its scale, nothing hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.engine.plot.canvas import Role
from coach.engine.plot.quadrant import GLYPHS, SMALLEST, Names, draw

NAMES = Names("theirs", "mine", ("mostly theirs", "both", "little", "mine to fix"))
NOW = GLYPHS[0]

points = st.floats(0, 300, allow_nan=False)
spots = st.lists(st.tuples(points, points), max_size=6)


def where(rows: tuple[tuple[tuple[str, Role], ...], ...], role: Role) -> list[tuple[int, int]]:
    return [(x, y) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell[1] is role]


@given(st.integers(0, 90), st.integers(0, 30), spots, spots)
def test_it_fills_exactly_its_cells(
    width: int, height: int, trail: list[tuple[float, float]], others: list[tuple[float, float]]
) -> None:
    rows = draw((width, height), trail, others, NAMES)
    if width < SMALLEST[0] or height < SMALLEST[1]:
        assert rows == ()
        return
    assert len(rows) == height
    assert all(len(row) == width for row in rows)
    assert [cell[0] for row in rows for cell in row].count(NOW) == (1 if trail else 0), (
        "this check is always seen, and once"
    )


def test_more_theirs_lies_higher_and_more_mine_further_right() -> None:
    (low,) = where(draw((60, 13), [(2, 3)], [], NAMES), Role.POINT_A)
    (high,) = where(draw((60, 13), [(2, 7)], [], NAMES), Role.POINT_A)
    (right,) = where(draw((60, 13), [(6, 3)], [], NAMES), Role.POINT_A)
    assert high[1] < low[1]
    assert high[0] == low[0]
    assert right[0] > low[0]
    assert right[1] == low[1]


def test_the_corner_is_nothing_and_the_far_end_the_top_of_the_scale() -> None:
    rows = draw((60, 13), [(0, 0)], [(8, 8)], NAMES)
    assert where(rows, Role.POINT_A) == [(3, 10)]
    assert where(rows, Role.POINT_B) == [(59, 1)]


def test_this_check_covers_an_earlier_one_on_its_cell_and_words_make_way() -> None:
    rows = draw((60, 13), [(1, 6.4), (1, 6.4)], [], NAMES)
    assert len(where(rows, Role.POINT_A)) == 1
    assert where(rows, Role.LINE_A) == []
    text = ["".join(cell[0] for cell in row) for row in rows]
    assert any("mostly theirs" in line for line in text)
    (spot,) = where(rows, Role.POINT_A)
    assert "mostly theirs" not in text[spot[1]]


@pytest.mark.parametrize("width", [24, 30, 40])
def test_a_word_without_room_is_left_out_whole(width: int) -> None:
    text = "\n".join("".join(cell[0] for cell in row) for row in draw((width, 9), [(1, 1)], [], NAMES))
    for name in NAMES.corners:
        assert name in text or name[:6] not in text
