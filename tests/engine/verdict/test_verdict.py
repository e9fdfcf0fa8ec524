"""Thresholds at, below and above; every rule of the model in force, by an example; what else a recommendation says."""

import pytest

from coach.engine.interview.answer import Answer, AnswerKind, chosen, figure, silent, ticked
from coach.engine.interview.instrument import Depth, Item
from coach.engine.interview.relevance import All, Condition, Is, Reaches
from coach.engine.value import replace
from coach.engine.verdict.signs import Context, Shares, Sign, SignClass, SignState
from coach.engine.verdict.verdict import Model, Outcome, Rule, Threshold, Verdict, coverage, decide
from tests.engine.strategies import MODEL, of, told, verdict_of, verdict_on, walk

Given = dict[str, Answer]

HELD = ("aloud", "each", "went_on")
LAPSED = ("writing", "rarely", "went_on")
UNTOLD = ("no",)

# ---- The arithmetic, on a model small enough to check by hand: a sign of every weight, and the numbers to start from.


def direction(option: str) -> Condition:
    return Is("direction", frozenset({option}))


SMALL = Model(
    version=1,
    signs=(
        *(Sign(f"w{weight}", SignClass.CONDITIONAL, weight=weight, boundary=f"b{weight}") for weight in range(1, 13)),
        *(
            Sign(f"good{number}", SignClass.SPEAKS, confirmed=Is(f"good{number}", frozenset({"yes"})))
            for number in (1, 2)
        ),
    ),
    shares=Shares(refused=1.0, enforced=1.0, mostly_kept=0.75, rarely_kept=0.5, unstated=0.25),
    strong=4,
    thresholds={
        "A": Threshold(10),
        "B": Threshold(6),
        "C": Threshold(6, raised=8, speaks=2),
        "D": Threshold(3),
        "S": Threshold(2, near=False),
    },
    rules=(
        Rule("A", Outcome.PLAN_EXIT, Reaches("hard", "A")),
        Rule("S", Outcome.PLAN_EXIT, Reaches("strong", "S")),
        Rule("B", Outcome.RESET, Reaches("top_hard", "B"), "final_warning"),
        Rule("C", Outcome.RESET, Reaches("told", "C"), "restart"),
        Rule("D", Outcome.SET_BOUNDARIES, Reaches("open", "D")),
    ),
    enough=0.7,
    near=1.0,
    worse=direction("worse"),
    better=direction("better"),
)


def held(answers: Given) -> set[str]:
    """The rules of the small model that hold."""
    return {reason.rule for reason in verdict_on(answers, model=SMALL).reasons}


@pytest.mark.parametrize(
    ("rule", "limit", "ladder"), [("A", 10, HELD), ("B", 6, HELD), ("C", 6, LAPSED), ("D", 3, UNTOLD)]
)
@pytest.mark.parametrize(
    ("beyond", "reached"),
    [
        (-2, {"better": False, "same": False, "worse": False}),
        (-1, {"better": False, "same": False, "worse": True}),
        (0, {"better": False, "same": True, "worse": True}),
        (1, {"better": False, "same": True, "worse": True}),
        (2, {"better": True, "same": True, "worse": True}),
    ],
)
def test_close_to_a_threshold_the_direction_decides(
    rule: str, limit: int, ladder: tuple[str, ...], beyond: int, reached: dict[str, bool]
) -> None:
    answers = told(f"w{limit + beyond}", "1", *ladder)
    assert {way: rule in held(answers | of(direction=way)) for way in reached} == reached
    assert (rule in held(answers)) is reached["same"]


@pytest.mark.parametrize(
    ("points", "way", "reached"),
    [
        (6, "same", False),
        (7, "same", False),
        (7, "worse", True),
        (8, "same", True),
        (8, "better", False),
        (9, "better", False),
        (10, "better", True),
    ],
)
def test_two_things_that_speak_for_them_raise_what_is_asked_of_told_points(
    points: int, way: str, reached: bool
) -> None:
    answers = told(f"w{points}", "1", *LAPSED) | of(direction=way, good1="yes", good2="yes")
    assert ("C" in held(answers)) is reached
    assert "C" in held(told("w6", "1", *LAPSED) | of(good1="yes", good2="no"))


def test_nothing_at_all_reaches_no_threshold_however_much_worse_it_grows() -> None:
    low = replace(SMALL, thresholds={**SMALL.thresholds, "D": Threshold(1)})
    assert verdict_on(of(direction="worse"), model=low).reasons == ()


def test_a_count_is_reached_whatever_the_direction() -> None:
    three, four = told("w3", "1", *HELD), told("w4", "1", *HELD)
    other = told("w5", "1", *HELD)
    assert "S" not in held(three | other | of(direction="worse"))
    assert "S" in held(four | other | of(direction="better"))


def test_the_hardest_rule_gives_the_outcome_and_every_rule_that_holds_is_a_reason() -> None:
    verdict = verdict_on(told("w10", "1", *HELD) | told("w3", "1", *UNTOLD), model=SMALL)
    assert (verdict.outcome, verdict.rule) == (Outcome.PLAN_EXIT, "A")
    assert [reason.rule for reason in verdict.reasons] == ["A", "B", "C", "D"]


def test_a_reason_names_its_signs_heaviest_first_and_the_figures_it_looked_at() -> None:
    answers = told("w2", "3", *HELD) | told("w9", "1", *HELD) | told("w1", "4", "no") | of(good1="yes", good2="yes")
    by_rule = {reason.rule: reason for reason in verdict_on(answers, model=SMALL).reasons}
    assert by_rule["A"].evidence == ("w9", "w2")
    assert by_rule["A"].figures == {"hard": 15, "A": 10}
    assert by_rule["C"].figures == {"told": 15, "C": 8}
    assert by_rule["D"].evidence == ("w1",)


def test_nothing_that_weighs_is_keep_without_a_reason() -> None:
    verdict = verdict_on(told("w2", "1", "no"), model=SMALL)
    assert (verdict.outcome, verdict.subtype, verdict.rule, verdict.reasons) == (Outcome.KEEP, "", "", ())


# ---- How much has to be answered


TEN = {f"q{number}": Item(f"q{number}", options=("a", "b")) for number in range(10)}


def of_ten(answered: int, *others: Answer) -> Given:
    said = {f"q{number}": chosen(f"q{number}", "a") for number in range(answered)}
    return said | {other.item: other for other in others}


@pytest.mark.parametrize("answered", [6, 7])
def test_seven_of_ten_are_enough_to_say_keep(answered: int) -> None:
    verdict = decide(of_ten(answered), TEN, SMALL)
    assert verdict.coverage == answered / 10
    assert verdict.outcome is (Outcome.KEEP if answered == 7 else Outcome.NOT_ENOUGH)


@pytest.mark.parametrize("kind", [AnswerKind.DONT_KNOW, AnswerKind.RATHER_NOT_SAY, AnswerKind.SKIPPED])
def test_an_item_left_unsaid_is_unanswered(kind: AnswerKind) -> None:
    assert coverage(of_ten(6, silent("q6", kind)), TEN) == 0.6


def test_not_applicable_leaves_the_count_and_other_answers_stand_in_it() -> None:
    assert (
        coverage(of_ten(6, silent("q6", AnswerKind.NOT_APPLICABLE), silent("q7", AnswerKind.NOT_APPLICABLE)), TEN)
        == 6 / 8
    )
    others = (ticked("q6"), figure("q7", 3), Answer("q8", AnswerKind.TEXT, text="now and then"))
    assert coverage(of_ten(6, *others), TEN) == 0.9
    assert coverage({}, {}) == 1.0


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        (told("w3", "1", "no"), Outcome.NOT_ENOUGH),
        (told("w6", "1", *LAPSED), Outcome.RESET),
        (told("w10", "1", *HELD), Outcome.PLAN_EXIT),
    ],
)
def test_too_few_answers_silence_only_the_softer_half(answers: Given, outcome: Outcome) -> None:
    verdict = decide(answers, TEN, SMALL)
    assert verdict.coverage == 0
    assert verdict.outcome is outcome
    assert verdict.reasons


# ---- The rules in force, each by what somebody might answer to the full check; what is not named is calm.

DEMAND = of(owed="yes", owed__agreed="writing", owed__state="refused", other_contact="asked")
BELOW = of(pay_level="below")

EXAMPLES: list[tuple[str, Given, Outcome, str]] = [
    ("reason_to_stop", of(violence="yes"), Outcome.LEAVE_NOW, ""),
    ("owed_and_done", DEMAND | of(still_to_deliver="can_stop"), Outcome.LEAVE_NOW, ""),
    ("owed_refused", DEMAND | of(still_to_deliver="must_deliver"), Outcome.PLAN_EXIT, ""),
    ("welfare", of(effect="harms", would_ease="yes"), Outcome.PLAN_EXIT, ""),
    ("failed_try", of(past_try="not_followed") | told("favours", "1", "no"), Outcome.PLAN_EXIT, ""),
    ("theirs", told("after_hours", "4", *HELD) | told("scope_creep", "4", *HELD), Outcome.PLAN_EXIT, ""),
    ("price_reopened", told("invoice_dispute", "1", "aloud", "mostly", "went_on"), Outcome.PLAN_EXIT, ""),
    ("price_refused", BELOW | of(repriced="refused"), Outcome.PLAN_EXIT, ""),
    ("crowds_out", of(crowding="harmed", crowding__cap="kept"), Outcome.PLAN_EXIT, ""),
    ("unpaid_and_unheard", BELOW | of(repriced="not_asked") | told("scope_creep", "4", *LAPSED), Outcome.PLAN_EXIT, ""),
    ("not_worth_it", of(worth_it="no") | told("favours", "1", "aloud", "rarely", "went_on"), Outcome.PLAN_EXIT, ""),
    ("unclear", of(grey="yes", grey__form="open"), Outcome.RESET, "clear_up"),
    ("owed_unsettled", DEMAND | of(owed__state="reminded"), Outcome.RESET, "demand"),
    ("owed_unsettled", DEMAND | of(other_contact="not_asked", still_to_deliver="nothing"), Outcome.RESET, "demand"),
    ("owed_unagreed", DEMAND | of(owed__agreed="no", still_to_deliver="nothing"), Outcome.SET_BOUNDARIES, ""),
    ("own_habit", told("scope_creep", "4", *LAPSED), Outcome.RESET, "restart"),
    ("enforced", told("scope_creep", "4", *HELD), Outcome.RESET, "final_warning"),
    (
        "late_hurts",
        of(late_payment="one", late_payment__effect="hurts", late_payment__told="no"),
        Outcome.RESET,
        "demand",
    ),
    ("below_floor", BELOW | of(repriced="not_asked"), Outcome.RESET, "renegotiate"),
    ("below_floor", BELOW | of(repriced="later"), Outcome.RESET, "renegotiate"),
    ("crowding", of(crowding="harmed", crowding__cap="no"), Outcome.RESET, "renegotiate"),
    ("not_worth_it_untold", of(worth_it="no") | told("favours", "1", "no"), Outcome.SET_BOUNDARIES, ""),
    ("open", told("scope_creep", "4", "no"), Outcome.SET_BOUNDARIES, ""),
    ("same_elsewhere", of(elsewhere="several") | told("favours", "1", "no"), Outcome.SET_BOUNDARIES, ""),
]


@pytest.mark.parametrize(("rule", "answers", "outcome", "subtype"), EXAMPLES)
def test_what_each_rule_says(rule: str, answers: Given, outcome: Outcome, subtype: str) -> None:
    verdict = verdict_of(walk(answers))
    assert (verdict.rule, verdict.outcome, verdict.subtype) == (rule, outcome, subtype)
    (reason,) = (reason for reason in verdict.reasons if reason.rule == rule)
    assert reason.evidence


def test_every_rule_of_the_model_has_its_example() -> None:
    assert {rule.id for rule in MODEL.rules} == {rule for rule, *_ in EXAMPLES}


def test_a_client_who_gives_no_trouble_is_kept() -> None:
    verdict = verdict_of(walk({}))
    assert (verdict.outcome, verdict.reasons, verdict.coverage) == (Outcome.KEEP, (), 1.0)


@pytest.mark.parametrize(
    "answers",
    [
        of(violence="not_sure", violence__closer="neither"),
        of(degrading="yes", degrading__form="sharp"),
        of(demeaning="yes", demeaning__form="once_told"),
        of(lie="yes", lie__form="corrected"),
        of(grey="yes", grey__form="dropped"),
        BELOW | of(repriced="agreed"),
        of(past_try="not_followed"),
        told("scope_creep", "4", "writing", "each", "respected"),
        of(elsewhere="several"),
    ],
)
def test_what_is_settled_leaves_the_client_kept(answers: Given) -> None:
    assert verdict_of(walk(answers)).outcome is Outcome.KEEP


@pytest.mark.parametrize(
    "answers",
    [
        of(degrading="yes", degrading__form="outburst_apology"),
        of(demeaning="yes", demeaning__form="once_untold"),
        of(lie="not_sure", lie__form="suspected"),
        of(coercion="yes", coercion__form="hinted"),
        of(law="not_sure", law__form="unsure"),
        of(stop_before="weighs"),
        {"sexual": silent("sexual", AnswerKind.RATHER_NOT_SAY)},
    ],
)
def test_what_is_unclear_is_cleared_up_first(answers: Given) -> None:
    verdict = verdict_of(walk(answers))
    assert (verdict.outcome, verdict.subtype) == (Outcome.RESET, "clear_up")


def test_a_failed_try_may_come_from_the_records() -> None:
    run = walk(told("favours", "1", "no"))
    assert verdict_of(run).outcome is Outcome.KEEP
    assert verdict_of(run, Context(failed=frozenset({"no_free_work"}))).rule == "failed_try"


def test_a_try_that_failed_over_something_else_does_not_count_against_them() -> None:
    run = walk(told("favours", "1", "no"))
    assert verdict_of(run, Context(failed=frozenset({"scope"}))).outcome is Outcome.KEEP


def test_the_same_rule_open_at_another_client_is_the_owners_to_set() -> None:
    run = walk(told("favours", "1", "no"))
    assert verdict_of(run, Context(elsewhere=frozenset({"scope"}))).outcome is Outcome.KEEP
    assert verdict_of(run, Context(elsewhere=frozenset({"no_free_work"}))).rule == "same_elsewhere"


def test_leaving_a_nearly_finished_job_is_finishing_it() -> None:
    leaving = of(effect="harms", would_ease="yes")
    assert verdict_of(walk(leaving | of(stage="nearly_finished"))).subtype == "finish"
    assert verdict_of(walk(of(stage="nearly_finished", violence="yes"))).subtype == ""
    assert verdict_of(walk(of(stage="nearly_finished") | told("scope_creep", "4", *HELD))).subtype == "final_warning"


@pytest.mark.parametrize(
    ("answers", "look"),
    [
        (of(violence="yes", recent="yes"), False),
        (of(violence="yes", worth_it="no", effect="harms", would_ease="yes"), False),
        (of(effect="harms", would_ease="yes"), True),
        (of(worth_it="no", effect="weighs", would_ease="no"), True),
        (DEMAND | of(still_to_deliver="nothing"), False),
        (DEMAND | of(still_to_deliver="nothing", recent="yes"), True),
        (told("scope_creep", "4", *HELD), False),
        (told("scope_creep", "4", *HELD) | of(recent="yes"), True),
    ],
)
def test_when_to_sleep_on_it(answers: Given, look: bool) -> None:
    assert verdict_of(walk(answers)).second_look is look


def leaving(*more: Answer) -> Verdict:
    """A plan to leave, with more said."""
    return verdict_of(walk(of(effect="harms", would_ease="yes") | {each.item: each for each in more}))


@pytest.mark.parametrize(
    ("share", "paces"),
    [(figure("share", 40), ()), (figure("share", 41), ("replace_income",)), (figure("share", 35, 60), ())],
)
def test_income_that_must_be_replaced_first(share: Answer, paces: tuple[str, ...]) -> None:
    assert leaving(share).paces == paces


@pytest.mark.parametrize(("months", "paces"), [(2, ("replace_income",)), (3, ())])
def test_a_thin_buffer_is_replaced_first(months: int, paces: tuple[str, ...]) -> None:
    run = walk(of(effect="harms", would_ease="yes"))
    answers = {**run.relevant(), "limits.buffer": figure("limits.buffer", months)}
    assert decide(answers, run.asked(), MODEL).paces == paces


def test_money_owed_is_collected_first_but_not_before_a_reason_to_stop() -> None:
    owed = of(owed="yes", owed__agreed="writing", owed__state="promised")
    assert leaving(*owed.values()).paces == ("collect_first",)
    assert verdict_of(walk(owed | of(violence="yes"))).paces == ()


@pytest.mark.parametrize(
    ("answers", "branch"),
    [
        (of(violence="yes"), "safety"),
        (of(sexual="not_sure", sexual__closer="remark"), "safety"),
        ({"violence": silent("violence", AnswerKind.RATHER_NOT_SAY)}, "safety"),
        (of(law="yes", law__form="founded"), "legal"),
        (of(law="yes", law__form="founded", violence="not_sure", violence__closer="afraid"), "safety"),
        (of(degrading="yes", degrading__form="again"), ""),
        ({}, ""),
    ],
)
def test_the_branch_a_reason_to_stop_opens(answers: Given, branch: str) -> None:
    assert verdict_of(walk(answers)).branch == branch


def test_a_quick_check_counts_what_it_did_not_ask_about_once_and_untold() -> None:
    signs = ("after_hours", "availability_drain", "unreasonable", "scope_creep")
    answers: Given = {}
    for sign in signs:
        answers |= told(sign, "4", *HELD)
    verdict = verdict_of(walk(answers, Depth.QUICK))
    by_sign = {weighed.sign: (weighed.frequency, weighed.state) for weighed in verdict.tally.weighed}
    assert by_sign == {**dict.fromkeys(signs[:3], (4, SignState.ENFORCED)), "scope_creep": (1, SignState.UNSTATED)}


def test_a_sign_is_found_by_its_id() -> None:
    sign = MODEL.sign("scope_creep")
    assert sign is not None
    assert sign.boundary == "scope"
    assert MODEL.sign("weather") is None


def test_a_rule_with_two_parts_needs_both() -> None:
    both = Rule("both", Outcome.RESET, All((Reaches("told", 1), Is("worth_it", frozenset({"no"})))))
    model = replace(SMALL, rules=(both,))
    answers = told("w2", "1", *LAPSED)
    assert verdict_on(answers, model=model).reasons == ()
    (reason,) = verdict_on(answers | of(worth_it="no"), model=model).reasons
    assert reason.evidence == ("w2", "worth_it")
