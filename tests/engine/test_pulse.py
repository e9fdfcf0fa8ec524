"""What a check-in watches and comes to: properties, and the figures somebody can check by hand."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coach.engine.interview.answer import Answer, AnswerKind, chosen, figure, silent
from coach.engine.interview.instrument import Ask, Item, Unit
from coach.engine.pulse import (
    DREAD,
    FIXED,
    KEPT,
    OUT_OF_HOURS,
    OVERDUE,
    SEEN,
    UNPAID,
    counting,
    finished,
    scores,
    watched,
)
from coach.engine.verdict.signs import SignState, Weighed

DAY = date(2026, 11, 20)
ITEMS = {
    OUT_OF_HOURS: Item(OUT_OF_HOURS, Ask.NUMBER, unit=Unit.COUNT),
    UNPAID: Item(UNPAID, Ask.NUMBER, unit=Unit.MINUTES),
    DREAD: Item(DREAD, options=("at_ease", "neutral", "wary", "tense", "dread")),
    KEPT: Item(KEPT, options=("each", "mostly", "rarely", "nothing")),
}
SIGNS = ("scope_creep", "stalling", "rude_tone", "mind_changing", "after_hours", "late_payment")
WEIGHED = st.lists(
    st.builds(
        Weighed,
        sign=st.sampled_from(SIGNS),
        boundary=st.just(""),
        frequency=st.integers(0, 4),
        weight=st.integers(1, 3),
        state=st.sampled_from(SignState),
        theirs=st.just(0.0),
        mine=st.just(0.0),
    ),
    unique_by=lambda each: each.sign,
)


@given(WEIGHED)
def test_at_most_three_are_watched_and_none_lighter_than_one_left_out(weighed: list[Weighed]) -> None:
    found = watched(weighed, SIGNS[:5])
    points = {each.sign: each.points for each in weighed}
    assert len(found) <= 3 and not {"after_hours", "late_payment"} & set(found)
    left = [each for each in weighed if each.sign in SIGNS[:4] and each.sign not in found]
    assert all(points[sign] > 0 for sign in found)
    assert len(found) == 3 or all(each.points == 0 for each in left)
    assert all(points[sign] >= each.points for sign in found for each in left)


@given(st.integers(0, 200), st.integers(1, 90))
def test_a_count_is_told_by_the_week(count: int, days: int) -> None:
    found = scores({OUT_OF_HOURS: figure(OUT_OF_HOURS, count)}, ITEMS, DAY - timedelta(days=days), DAY, None)
    assert abs(found[OUT_OF_HOURS] * days / 7 - count) <= 0.005 * days / 7 + 1e-9


def test_the_figures_by_hand() -> None:
    given_: dict[str, Answer] = {
        OUT_OF_HOURS: figure(OUT_OF_HOURS, 4),
        UNPAID: figure(UNPAID, 60, 120),
        DREAD: chosen(DREAD, "tense"),
        KEPT: chosen(KEPT, "nothing"),
        f"{SEEN}stalling": figure(f"{SEEN}stalling", 2),
    }
    found = scores(given_, {**ITEMS, f"{SEEN}stalling": counting("stalling")}, DAY - timedelta(days=14), DAY, 12)
    assert found == {OUT_OF_HOURS: 2.0, UNPAID: 45.0, DREAD: 3.0, f"{SEEN}stalling": 1.0, OVERDUE: 12.0}


def test_what_was_not_said_has_no_figure_and_still_finishes() -> None:
    given_ = {item: silent(item, AnswerKind.DONT_KNOW) for item in FIXED}
    assert finished(given_) and scores(given_, ITEMS, DAY, DAY, None) == {}
    assert not finished({item: given_[item] for item in FIXED[:3]})
