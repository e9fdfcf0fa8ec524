"""How an exit goes: a reason to stop waits for no money, branches cannot be taken away, and gates hold steps back."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from coach.engine.exits.dates import Calendar, Notice, NoticeUnit, dates
from coach.engine.exits.plan import (
    COLLECT_FIRST,
    LEGAL,
    REPLACE_INCOME,
    SAFETY,
    Anchor,
    ExitStep,
    Gate,
    GateKind,
    Pace,
    branches,
    chosen,
    due_days,
    paces,
)
from coach.engine.verdict.outcome import Outcome

START = date(2026, 11, 23)
PLAIN = Calendar()
outcomes = st.one_of(st.none(), st.sampled_from(Outcome))
told = st.lists(st.sampled_from([COLLECT_FIRST, REPLACE_INCOME]), unique=True)
found = st.sets(st.sampled_from([SAFETY, LEGAL]))


@given(outcomes, st.sampled_from(["", "finish"]), found, told, st.booleans(), st.booleans())
def test_a_reason_to_stop_is_never_put_off_for_money(
    outcome: Outcome | None, subtype: str, holds: set[str], ways: list[str], owed: bool, stop: bool
) -> None:
    pace = paces(outcome, subtype, holds, ways, owed, stop)
    assert pace
    if holds or stop:
        assert pace == (Pace.STOP_NOW,)
    if owed and not (holds or stop):
        assert pace[0] is Pace.COLLECT_FIRST
    if REPLACE_INCOME in ways and outcome is Outcome.PLAN_EXIT and not (holds or stop or subtype):
        assert Pace.REPLACE_FIRST in pace


@given(st.sets(st.sampled_from([SAFETY, LEGAL, "care"])), st.sets(st.sampled_from([SAFETY, LEGAL])))
def test_a_branch_that_was_found_cannot_be_taken_away(confirmed: set[str], said: set[str]) -> None:
    assert branches(confirmed, said) == (confirmed | said) & {SAFETY, LEGAL}


@given(st.sampled_from(GateKind), st.integers(0, 100), st.one_of(st.none(), st.integers(0, 100)))
def test_a_gate_is_open_where_its_figure_is_reached(kind: GateKind, target: int, now: int | None) -> None:
    gate = Gate(kind, target, now)
    assert 0 <= gate.progress <= 1
    assert gate.met == (now is not None and (now <= target if kind is GateKind.SHARE else now >= target))
    assert gate.met == (gate.progress == 1) or target == 0 or kind is GateKind.SHARE


def step(name: str, anchor: Anchor, days: int = 0, after: str = "", gated: bool = False) -> ExitStep:
    return ExitStep(name, frozenset(), frozenset(), anchor, days, after, gated)


def test_a_step_waits_for_the_one_before_it_and_for_the_gate() -> None:
    steps = [
        step("read", Anchor.START),
        step("ask", Anchor.START, 2),
        step("tell", Anchor.START, 1, after="ask"),
        step("call", Anchor.NOTICE, gated=True),
        step("prepare", Anchor.NOTICE, -2, gated=True),
        step("invoice", Anchor.END),
    ]
    ending = dates(Notice(NoticeUnit.DAYS, 30), date(2026, 12, 7), PLAIN, PLAIN)
    due = due_days(steps, {"ask": None}, START, ending, gate_open=False, calendar=PLAIN)
    assert due == {
        "read": START,
        "ask": date(2026, 11, 25),
        "tell": None,
        "call": None,
        "prepare": None,
        "invoice": date(2027, 1, 6),
    }
    later = due_days(steps, {"ask": date(2026, 11, 27)}, START, ending, gate_open=True, calendar=PLAIN)
    # A day after Friday is a Saturday, so Monday; two days before a Monday is the Friday.
    assert (later["tell"], later["call"]) == (date(2026, 11, 30), date(2026, 12, 7))
    assert later["prepare"] == date(2026, 12, 4)
    undated = due_days(steps, {}, START, None, gate_open=True, calendar=PLAIN)
    assert undated["call"] is None and undated["read"] == START


def test_steps_are_taken_by_their_flags() -> None:
    steps = [
        ExitStep("call", frozenset({"ordinary"}), frozenset({"safety"}), Anchor.NOTICE, 0),
        ExitStep("police", frozenset({"safety"}), frozenset(), Anchor.START, 0),
        ExitStep("read", frozenset(), frozenset({"safety"}), Anchor.START, 0),
    ]
    assert [each.id for each in chosen(steps, {"ordinary"})] == ["call", "read"]
    assert [each.id for each in chosen(steps, {"safety", "ordinary"})] == ["police"]
