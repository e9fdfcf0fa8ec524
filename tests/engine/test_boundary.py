"""Rungs of boundaries: what the words said of them add up to, whatever their order and number."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.engine.boundary import (
    NOT,
    STEPS,
    Move,
    Rung,
    Stage,
    Standing,
    coverage,
    first_to_fix,
    mine_to_fix,
    standing,
    with_client,
)

DAY = date(2026, 3, 1)
BOUNDARIES = ("hours", "scope", "payment")

moves = st.lists(
    st.builds(
        Move,
        st.sampled_from(BOUNDARIES),
        st.sampled_from(list(Rung)),
        st.sampled_from(["said", NOT]),
        st.integers(0, 9).map(lambda days: DAY + timedelta(days=days)),
    ),
    max_size=12,
)


def said(rung: Rung, how: str = "said", day: int = 0, boundary: str = "hours") -> Move:
    return Move(boundary, rung, how, DAY + timedelta(days=day))


@given(moves)
def test_a_rung_stands_as_its_last_word_says(given_moves: list[Move]) -> None:
    for boundary in BOUNDARIES:
        found = standing(boundary, given_moves)
        for rung in (Rung.WRITTEN, Rung.TOLD, Rung.KEPT, Rung.REFUSED):
            words = [move for move in given_moves if move.boundary == boundary and move.rung is rung]
            newest = max((move.on_day for move in words), default=None)
            last = next((move for move in reversed(words) if move.on_day == newest), None)
            assert found.reached.get(rung) == (last if last and last.how != NOT else None)
            assert found.denied.get(rung) == (last if last and last.how == NOT else None)
        assert found.known == any(move.boundary == boundary for move in given_moves)


@given(moves)
def test_a_later_step_says_the_first_and_next_is_the_first_not_reached(given_moves: list[Move]) -> None:
    found = standing("hours", given_moves)
    reached = [rung for rung in STEPS if found.has(rung)]
    assert not reached or Rung.DECIDED in reached
    assert set(reached) | set(found.missing) == set(STEPS) and not set(reached) & set(found.missing)
    assert found.next == (found.missing[0] if found.missing else None)
    assert not set(found.reached) & set(found.denied)


@given(moves, moves)
def test_with_a_client_my_own_told_and_kept_count_for_nothing(mine: list[Move], theirs: list[Move]) -> None:
    found = with_client("hours", mine, theirs)
    alone = standing("hours", theirs)
    for rung in (Rung.TOLD, Rung.KEPT, Rung.REFUSED):
        assert found.has(rung) == alone.has(rung)
    assert found.known == alone.known
    if standing("hours", mine).has(Rung.DECIDED) and Rung.DECIDED not in alone.denied:
        assert found.has(Rung.DECIDED)


@given(moves, moves)
def test_nobody_is_said_to_keep_to_what_they_were_not_told(mine: list[Move], theirs: list[Move]) -> None:
    found = with_client("hours", mine, theirs)
    if found.stage in (Stage.TOLD, Stage.KEPT, Stage.NOT_KEPT):
        assert found.has(Rung.TOLD)


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ([], Stage.UNKNOWN),
        ([said(Rung.TOLD, NOT)], Stage.NOT_TOLD),
        ([said(Rung.TOLD)], Stage.TOLD),
        ([said(Rung.TOLD), said(Rung.KEPT, NOT)], Stage.NOT_KEPT),
        ([said(Rung.TOLD), said(Rung.KEPT)], Stage.KEPT),
        ([said(Rung.KEPT)], Stage.NOT_TOLD),
        ([said(Rung.TOLD), said(Rung.KEPT), said(Rung.REFUSED)], Stage.REFUSED),
        ([said(Rung.TOLD), said(Rung.REFUSED), said(Rung.REFUSED, NOT, 1)], Stage.TOLD),
    ],
)
def test_one_word_says_where_it_stands_with_a_client(words: list[Move], stage: Stage) -> None:
    assert with_client("hours", [said(Rung.DECIDED), said(Rung.WRITTEN)], words).stage is stage


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ([], Stage.UNKNOWN),
        ([said(Rung.DECIDED, NOT)], Stage.NONE),
        ([said(Rung.DECIDED)], Stage.DECIDED),
        ([said(Rung.WRITTEN), said(Rung.TOLD, NOT)], Stage.WRITTEN),
        ([said(Rung.KEPT)], Stage.KEPT),
    ],
)
def test_one_word_says_how_far_my_own_terms_have_come(words: list[Move], stage: Stage) -> None:
    assert standing("hours", words).stage is stage


@given(moves)
def test_coverage_counts_each_boundary_once_a_step(given_moves: list[Move]) -> None:
    standings = [standing(boundary, given_moves) for boundary in BOUNDARIES]
    counted = coverage(standings)
    assert counted == {rung: sum(each.has(rung) for each in standings) for rung in STEPS}
    assert counted[Rung.DECIDED] == max(counted.values())


def test_what_is_open_with_two_clients_is_mine_and_what_most_show_comes_first() -> None:
    told, whole = [said(Rung.TOLD, boundary="scope")], [said(rung, boundary="payment") for rung in STEPS]
    by_client = {
        client: {each: with_client(each, [], words) for each in BOUNDARIES}
        for client, words in {
            1: [*told, said(Rung.TOLD, NOT)],
            2: [*told, said(Rung.TOLD, NOT), *whole],
            3: [*told, *whole],
        }.items()
    }
    assert mine_to_fix(by_client) == ("scope", "hours")


def test_the_first_to_fix_weigh_most_then_show_stress_then_are_nearest_to_done() -> None:
    names = ("a", "b", "c", "d", "e")
    words = [said(Rung.DECIDED, boundary=each) for each in names] + [said(Rung.WRITTEN, boundary="b")]
    words += [said(rung, boundary="e") for rung in STEPS]
    standings = [standing(each, words) for each in names]
    needs = first_to_fix(standings, {"c": 4.0, "e": 9.0}, {"c": 1}, ["d", "e"])
    assert [(need.boundary, need.step) for need in needs] == [
        ("c", Rung.WRITTEN),
        ("d", Rung.WRITTEN),
        ("b", Rung.TOLD),
    ]
    assert (needs[0].points, needs[0].clients, needs[1].stress) == (4.0, 1, True)


@given(moves, st.dictionaries(st.sampled_from(BOUNDARIES), st.floats(0, 50)))
def test_never_more_than_three_and_nothing_that_is_whole(given_moves: list[Move], points: dict[str, float]) -> None:
    standings: list[Standing] = [standing(boundary, given_moves) for boundary in BOUNDARIES]
    needs = first_to_fix(standings, points, {}, [], most=2)
    open_ones = [each.boundary for each in standings if each.next]
    assert len(needs) == min(2, len(open_ones))
    assert {need.boundary for need in needs} <= set(open_ones)
    weights = [points.get(need.boundary, 0.0) for need in needs]
    assert weights == sorted(weights, reverse=True)
