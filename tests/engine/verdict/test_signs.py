"""Frequencies, the table of states, and points split between them and me."""

import pytest

from coach.engine.interview.answer import Answer, AnswerKind, chosen, silent, ticked
from coach.engine.interview.relevance import Is
from coach.engine.value import replace
from coach.engine.verdict.signs import (
    Context,
    Shares,
    Sign,
    SignClass,
    SignState,
    Tally,
    frequency,
    state_of,
    tally,
    weigh,
)
from tests.engine.strategies import ALONE, MODEL, told

SHARES = Shares(refused=1.0, enforced=1.0, mostly_kept=0.75, rarely_kept=0.5, unstated=0.25)
SCOPE = Sign("scope_creep", SignClass.CONDITIONAL, weight=2, boundary="scope")
CHANNEL = Sign("channel", SignClass.CONDITIONAL, weight=1, boundary="channels")
LIMITS = Sign("refuses_limits", SignClass.CONDITIONAL, weight=3, boundary="contract_signed")
YES = frozenset({"yes"})
KIND = Sign("good_kind", SignClass.SPEAKS, confirmed=Is("good_kind", YES))
OWED = Sign("owed", SignClass.ECONOMIC, confirmed=Is("owed", YES))
STOP = Sign("threat", SignClass.KNOCK_OUT, confirmed=Is("threat", YES), unclear=Is("threat", frozenset({"not_sure"})))


def count(*signs: Sign, answers: dict[str, Answer], context: Context = ALONE) -> Tally:
    return tally(signs, answers, SHARES, 4, context)


@pytest.mark.parametrize("rung", ["writing", "aloud"])
@pytest.mark.parametrize(
    ("kept", "then", "state", "theirs"),
    [
        ("each", "refused", SignState.REFUSED, 1.0),
        ("mostly", "refused", SignState.REFUSED, 1.0),
        ("rarely", "refused", SignState.REFUSED, 1.0),
        ("each", "went_on", SignState.ENFORCED, 1.0),
        ("each", "respected", SignState.WORKS, 0.0),
        ("mostly", "respected", SignState.WORKS, 0.0),
        ("mostly", "went_on", SignState.STATED_NOT_KEPT, 0.75),
        ("rarely", "went_on", SignState.STATED_NOT_KEPT, 0.5),
        ("rarely", "respected", SignState.STATED_NOT_KEPT, 0.5),
    ],
)
def test_the_table_of_states_where_they_were_told(
    rung: str, kept: str, then: str, state: SignState, theirs: float
) -> None:
    weighed = weigh(SCOPE, told("scope_creep", "3", rung, kept, then), SHARES)
    assert weighed is not None
    assert weighed.state is state
    assert weighed.theirs == 6 * theirs
    assert weighed.theirs + weighed.mine == weighed.points == (0 if state is SignState.WORKS else 6)


def test_what_they_were_never_told_is_a_quarter_theirs() -> None:
    weighed = weigh(SCOPE, told("scope_creep", "4", "no"), SHARES)
    assert weighed is not None
    assert (weighed.state, weighed.theirs, weighed.mine) == (SignState.UNSTATED, 2.0, 6.0)


@pytest.mark.parametrize("kept", ["each", "mostly", "rarely"])
@pytest.mark.parametrize("then", ["respected", "went_on", "refused"])
def test_not_told_stays_not_told_whatever_else_was_said(kept: str, then: str) -> None:
    assert state_of("scope_creep", told("scope_creep", "2", "no", kept, then))[0] is SignState.UNSTATED


@pytest.mark.parametrize(("part", "milder"), [("told", "no"), ("kept", "rarely"), ("then", "respected")])
@pytest.mark.parametrize("kind", [None, AnswerKind.DONT_KNOW, AnswerKind.RATHER_NOT_SAY, AnswerKind.SKIPPED])
@pytest.mark.parametrize("kept", ["each", "mostly", "rarely"])
@pytest.mark.parametrize("then", ["respected", "went_on", "refused"])
def test_an_unknown_follow_up_is_read_the_milder_way(
    part: str, milder: str, kind: AnswerKind | None, kept: str, then: str
) -> None:
    ladder = told("scope_creep", "3", "aloud", kept, then)
    item = f"scope_creep.{part}"
    unknown = {other: given for other, given in ladder.items() if other != item}
    if kind is not None:
        unknown[item] = silent(item, kind)
    read, said = weigh(SCOPE, unknown, SHARES), weigh(SCOPE, {**ladder, item: chosen(item, milder)}, SHARES)
    assert read == said
    assert read is not None
    worst = max(_theirs({**ladder, item: chosen(item, option)}) for option in _OPTIONS[part])
    assert read.theirs <= worst


_OPTIONS = {
    "told": ["writing", "no"],
    "kept": ["each", "mostly", "rarely"],
    "then": ["respected", "went_on", "refused"],
}


def _theirs(answers: dict[str, Answer]) -> float:
    weighed = weigh(SCOPE, answers, SHARES)
    assert weighed is not None
    return weighed.theirs


@pytest.mark.parametrize(
    ("answer", "often"),
    [
        (None, 0),
        (chosen("scope_creep", "0"), 0),
        (chosen("scope_creep", "1"), 1),
        (chosen("scope_creep", "4"), 4),
        (ticked("scope_creep"), 1),
        (Answer("scope_creep", AnswerKind.TICKED, option="dont_know"), 1),
        (silent("scope_creep", AnswerKind.DONT_KNOW), 0),
        (silent("scope_creep", AnswerKind.NOT_APPLICABLE), 0),
    ],
)
def test_how_often(answer: Answer | None, often: int) -> None:
    assert frequency(SCOPE, {} if answer is None else {"scope_creep": answer}) == often


def test_what_did_not_happen_weighs_nothing() -> None:
    assert weigh(SCOPE, told("scope_creep", "0", "aloud", "each", "went_on"), SHARES) is None


@pytest.mark.parametrize(
    ("invoices", "days", "often"),
    [
        ("none", "", 0),
        ("one", "", 1),
        ("one", "up_to_14", 1),
        ("one", "up_to_30", 2),
        ("one", "over_30", 2),
        ("two", "up_to_14", 2),
        ("two", "over_30", 2),
        ("three", "", 3),
        ("three", "up_to_14", 3),
        ("three", "up_to_30", 3),
        ("three", "over_30", 4),
    ],
)
def test_how_often_payments_are_late(invoices: str, days: str, often: int) -> None:
    late = MODEL.sign("late_payment")
    assert late is not None
    answers = {"late_payment": chosen("late_payment", invoices)}
    if days:
        answers["late_payment.days"] = chosen("late_payment.days", days)
    assert frequency(late, answers) == often


@pytest.mark.parametrize(("effect", "weight"), [("", 2), ("nuisance", 2), ("absorbed", 1), ("hurts", 3)])
def test_late_payment_weighs_by_what_it_does(effect: str, weight: int) -> None:
    late = MODEL.sign("late_payment")
    assert late is not None
    answers = {"late_payment": chosen("late_payment", "two")}
    if effect:
        answers["late_payment.effect"] = chosen("late_payment.effect", effect)
    weighed = weigh(late, answers, SHARES)
    assert weighed is not None
    assert (weighed.weight, weighed.points) == (weight, 2 * weight)


def test_sums_of_several_signs() -> None:
    answers = {
        **told("scope_creep", "3", "aloud", "each", "went_on"),  # 6, all theirs
        **told("channel", "4", "writing", "rarely", "went_on"),  # 4, half theirs
        **told("refuses_limits", "1", "no"),  # 3, a quarter theirs
    }
    measures = count(SCOPE, CHANNEL, LIMITS, answers=answers).measures
    assert measures["theirs"] == 6 + 2 + 0.75
    assert measures["mine"] == 0 + 2 + 2.25
    assert measures["hard"] == 6
    assert measures["top_hard"] == 6
    assert measures["strong"] == 1
    assert measures["told"] == 10
    assert measures["open"] == 7
    assert measures["ever_told"] == 2
    assert measures["going_on"] == 3
    assert measures["own_habit"] == 0


@pytest.mark.parametrize(("often", "strong"), [("3", 0), ("4", 1)])
def test_four_points_of_a_kept_rule_are_strong(often: str, strong: int) -> None:
    assert count(CHANNEL, answers=told("channel", often, "aloud", "each", "went_on")).measures["strong"] == strong


def test_the_habit_is_mine_where_more_lapsed_than_was_kept() -> None:
    lapsed = told("scope_creep", "4", "aloud", "mostly", "went_on")
    assert count(SCOPE, LIMITS, answers=lapsed).measures["own_habit"] == 1
    kept = told("refuses_limits", "3", "aloud", "each", "went_on")
    assert count(SCOPE, LIMITS, answers=lapsed | kept).measures["own_habit"] == 0


def test_a_rule_that_works_counts_on_neither_side() -> None:
    works = count(SCOPE, answers=told("scope_creep", "4", "aloud", "each", "respected"))
    assert [weighed.state for weighed in works.weighed] == [SignState.WORKS]
    names = ("theirs", "mine", "hard", "told", "open", "weighing", "going_on")
    assert {name: works.measures[name] for name in names} == dict.fromkeys(names, 0)
    assert works.measures["ever_told"] == 1


def test_told_economic_and_welfare_signs_weigh_and_untold_ones_do_not() -> None:
    answers = told("scope_creep", "2", "no") | told("channel", "1", "aloud", "rarely", "went_on")
    answers["owed"] = chosen("owed", "yes")
    assert count(SCOPE, CHANNEL, OWED, KIND, answers=answers).weighing == ("channel", "owed")


@pytest.mark.parametrize(
    ("said", "confirmed", "unclear"), [("yes", ("threat",), ()), ("not_sure", (), ("threat",)), ("no", (), ())]
)
def test_reasons_to_stop(said: str, confirmed: tuple[str, ...], unclear: tuple[str, ...]) -> None:
    counted = count(STOP, answers={"threat": chosen("threat", said)})
    assert (counted.confirmed, counted.unclear) == (confirmed, unclear)
    assert (counted.measures["knock_outs"], counted.measures["unclear"]) == (len(confirmed), len(unclear))


def test_a_reason_confirmed_is_not_unclear_as_well() -> None:
    both = replace(STOP, unclear=STOP.confirmed)
    assert count(both, answers={"threat": chosen("threat", "yes")}).unclear == ()


def test_what_the_records_say_beside_the_answers() -> None:
    context = Context(failed=frozenset({"scope"}), elsewhere=frozenset({"scope", "channels"}))
    answers = told("scope_creep", "2", "no") | told("channel", "2", "aloud", "each", "went_on")
    measures = count(SCOPE, CHANNEL, answers=answers, context=context).measures
    assert (measures["failed_try"], measures["elsewhere"]) == (1, 1)


def test_the_signs_behind_a_measure_are_heaviest_first() -> None:
    answers = {
        **told("channel", "2", "aloud", "each", "went_on"),
        **told("scope_creep", "4", "aloud", "each", "went_on"),
        **told("refuses_limits", "2", "no"),
        "good_kind": chosen("good_kind", "yes"),
        "threat": chosen("threat", "not_sure"),
    }
    counted = count(CHANNEL, SCOPE, LIMITS, KIND, STOP, answers=answers)
    assert counted.behind("hard") == ("scope_creep", "channel")
    assert counted.behind("theirs") == ("scope_creep", "refuses_limits", "channel")
    assert counted.behind("open") == ("refuses_limits",)
    assert counted.behind("unclear") == ("threat",)
    assert counted.behind("speaks") == ("good_kind",)
    assert counted.behind("knock_outs") == ()
