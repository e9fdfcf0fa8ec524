"""Counts of the log and how they stand beside an answer, for any log and any spans."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coach.engine.incident import Incident, IncidentType, count_by_sign, crossings
from coach.engine.memory import Gap, Spans

FIRST = date(2026, 1, 1)
TYPES = {
    "call": IncidentType("call", False, "after_hours", "office_hours", False, ""),
    "note": IncidentType("note", False, "after_hours", "office_hours", False, ""),
    "extra": IncidentType("extra", False, "scope_creep", "scope", False, ""),
    "slip": IncidentType("slip", True, "", "office_hours", False, ""),
}
entries = st.lists(
    st.builds(
        lambda kind, back, number: Incident(
            number, 1, kind, TYPES[kind].mine if kind in TYPES else False, FIRST + timedelta(days=back), "x"
        ),
        st.sampled_from([*TYPES, "", "gone"]),
        st.integers(0, 60),
        st.integers(1, 10**6),
    )
)
spans = Spans({"0": (0, 0), "1": (1, 1), "2": (2, 3), "3": (3, 6), "4": (7, None)}, 2)


@given(entries, st.integers(0, 60), st.integers(0, 60))
def test_two_windows_side_by_side_count_as_much_as_the_whole(log: list[Incident], start: int, middle: int) -> None:
    first, last = FIRST + timedelta(days=min(start, middle)), FIRST + timedelta(days=60)
    cut = FIRST + timedelta(days=max(start, middle))
    whole = count_by_sign(log, TYPES, first, last)
    parts = [count_by_sign(log, TYPES, first, cut), count_by_sign(log, TYPES, cut + timedelta(days=1), last)]
    assert whole == {sign: sum(part.get(sign, 0) for part in parts) for sign in whole}
    assert sum(whole.values()) == sum(
        each.type in ("call", "note", "extra") and first <= each.on_day <= last for each in log
    )


@given(entries, st.integers(0, 61))
def test_crossings_are_theirs_of_that_boundary_since_that_day_newest_first(log: list[Incident], back: int) -> None:
    since = FIRST + timedelta(days=back)
    found = crossings(log, TYPES, "office_hours", since)
    assert [each.on_day for each in found] == sorted((each.on_day for each in found), reverse=True)
    assert len(found) == sum(each.type in ("call", "note") and each.on_day >= since for each in log)


@given(st.sampled_from(sorted(spans.spans)), st.integers(0, 40))
def test_more_entries_never_say_fewer(option: str, count: int) -> None:
    order = [Gap.FAR_FEWER, Gap.FEWER, Gap.ALIKE, Gap.MORE, Gap.FAR_MORE]
    assert order.index(spans.gap(option, count + 1)) >= order.index(spans.gap(option, count))


@given(st.integers(0, 40))
def test_every_count_fits_some_answer_and_an_unknown_answer_says_nothing(count: int) -> None:
    assert any(spans.gap(option, count) is Gap.ALIKE for option in spans.spans)
    assert spans.gap("dont_know", count) is Gap.ALIKE


def test_far_is_as_many_as_it_says() -> None:
    assert [spans.gap("1", count) for count in (0, 1, 2, 3)] == [Gap.FEWER, Gap.ALIKE, Gap.MORE, Gap.FAR_MORE]
    assert [spans.gap("4", count) for count in (5, 6, 7, 70)] == [Gap.FAR_FEWER, Gap.FEWER, Gap.ALIKE, Gap.ALIKE]
