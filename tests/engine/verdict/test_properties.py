"""What must hold of every recommendation, over the questions and the model that are really in force."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from coach.engine.interview.answer import Answer, AnswerKind, chosen, silent, ticked
from coach.engine.interview.instrument import Depth, Item
from coach.engine.interview.interview import Interview
from coach.engine.verdict.signs import Context
from coach.engine.verdict.verdict import LADDER, Outcome
from tests.engine.strategies import (
    BEHAVIOURS,
    CHECK,
    MODEL,
    POSSIBLE,
    SPEAKS,
    STOP_ITEMS,
    STOPS,
    Climb,
    answer_sets,
    behaviours_alone,
    climbs_of,
    contexts,
    depths,
    many,
    of,
    rung,
    settled,
    softened,
    told,
    unhurried,
    verdict_of,
    verdict_on,
    walk,
)

Given = dict[str, Answer]

COUNTED = (*BEHAVIOURS, "late_payment")
"""The signs that happen more or less often."""

CONFIRMING = [
    of(violence="yes"),
    of(violence="not_sure", violence__closer="harm_or_threat"),
    of(sexual="yes"),
    of(sexual="not_sure", sexual__closer="unwanted"),
    *(
        of(degrading=said, degrading__form=form)
        for said in ("yes", "not_sure")
        for form in ("again", "grave", "outburst")
    ),
    *(of(demeaning="yes", demeaning__form=form) for form in ("again", "grave")),
    of(coercion="yes", coercion__form="said"),
    *(of(lie="not_sure", lie__form=form) for form in ("authority", "kept_up")),
    of(law="yes", law__form="founded"),
]
RUNGS = [("no", ""), ("aloud", "rarely"), ("writing", "mostly"), ("aloud", "each")]
"""Told and kept, from nothing to all of it."""


def amended(run: Interview, *answers: Answer) -> Interview:
    """The interview with other answers, as a resumed one would have it."""
    return Interview.begin(CHECK, run.depth, {**run.answers, **{each.item: each for each in answers}})


# ---- Reasons to stop


@unhurried
@given(answer_sets(), st.sampled_from(CONFIRMING), contexts, depths)
def test_nothing_softens_a_confirmed_reason_to_stop(
    answers: Given, confirming: Given, context: Context, depth: Depth
) -> None:
    for verdict in (
        verdict_of(walk({**answers, **confirming}, depth), context),
        verdict_on({**answers, **confirming}, context),
    ):
        assert verdict.outcome is Outcome.LEAVE_NOW
        assert verdict.rule == "reason_to_stop"
        assert not verdict.second_look
        assert verdict.paces == ()


@unhurried
@given(
    answer_sets(), st.sampled_from(STOPS), st.sampled_from([AnswerKind.RATHER_NOT_SAY, AnswerKind.DONT_KNOW]), depths
)
def test_a_reason_to_stop_left_unsaid_is_never_read_as_no(
    answers: Given, stop: str, kind: AnswerKind, depth: Depth
) -> None:
    assume(depth is Depth.FULL or CHECK.items[stop].depth is Depth.QUICK)
    verdict = verdict_of(walk({**answers, stop: silent(stop, kind)}, depth))
    assert verdict.outcome in LADDER[LADDER.index(Outcome.RESET) :]
    assert stop in verdict.tally.unclear


@unhurried
@given(answer_sets(), st.sampled_from(STOPS), contexts, depths)
def test_rather_not_say_only_hardens(answers: Given, stop: str, context: Context, depth: Depth) -> None:
    run = walk({**answers, stop: chosen(stop, "no")}, depth)
    unsaid = silent(stop, AnswerKind.RATHER_NOT_SAY)
    assert not softened(verdict_of(run, context), verdict_of(amended(run, unsaid), context))
    assert not softened(verdict_on(run.answers, context), verdict_on({**run.answers, stop: unsaid}, context))


@unhurried
@given(answer_sets(), st.sampled_from([item for item in STOP_ITEMS if item not in STOPS]), contexts)
def test_rather_not_say_weighs_no_less_than_any_other_silence(answers: Given, item: str, context: Context) -> None:
    unsaid = verdict_on({**answers, item: silent(item, AnswerKind.RATHER_NOT_SAY)}, context)
    for kind in (AnswerKind.DONT_KNOW, AnswerKind.SKIPPED, AnswerKind.NOT_APPLICABLE):
        assert not softened(verdict_on({**answers, item: silent(item, kind)}, context), unsaid)


# ---- How often, and how far the rule had come


def often(sign: str, level: int) -> Answer:
    """The answer that says how often; of late payment, in invoices."""
    return chosen(sign, CHECK.items[sign].options[level])


@unhurried
@given(answer_sets(stops=False), climbs_of(*COUNTED), st.integers(0, 3), st.integers(1, 4), contexts)
def test_more_often_is_never_softer(answers: Given, climb: Climb, level: int, more: int, context: Context) -> None:
    sign, top = climb.sign, len(CHECK.items[climb.sign].options) - 1
    less, oftener = often(sign, min(level, top - 1)), often(sign, min(level + more, top))
    targets = {**answers, **climb.answers, sign: less}
    run = walk(targets)
    assert not softened(verdict_of(run, context), verdict_of(amended(run, oftener), context))
    assert not softened(verdict_of(run, context), verdict_of(walk({**targets, sign: oftener}), context))
    assert not softened(verdict_on(targets, context), verdict_on({**targets, sign: oftener}, context))


@many
@given(behaviours_alone(), climbs_of(*BEHAVIOURS), st.integers(0, 3))
def test_more_often_is_never_softer_where_nothing_else_speaks(answers: Given, climb: Climb, level: int) -> None:
    free = {**answers, **climb.answers}
    before, after = (verdict_on({**free, climb.sign: often(climb.sign, each)}) for each in (level, level + 1))
    assert not softened(before, after)


@unhurried
@given(answer_sets(stops=False), climbs_of(*BEHAVIOURS), st.integers(1, 3), contexts)
def test_more_often_is_never_softer_in_the_quick_check(
    answers: Given, climb: Climb, level: int, context: Context
) -> None:
    run = walk({**answers, **climb.answers, climb.sign: often(climb.sign, level)}, Depth.QUICK)
    more = amended(run, often(climb.sign, level + 1))
    assert not softened(verdict_of(run, context), verdict_of(more, context))


TWO_UNTOLD_ONE_HELD = {
    **told("after_hours", "1", "no"),
    **told("availability_drain", "1", "no"),
    **told("stalling", "4", "writing", "each", "went_on"),
}


@unhurried
@example(TWO_UNTOLD_ONE_HELD, "scope_creep", Context())
@given(answer_sets(stops=False), st.sampled_from(BEHAVIOURS), contexts)
def test_one_more_behaviour_ticked_is_never_softer_in_the_quick_check(
    answers: Given, sign: str, context: Context
) -> None:
    run = walk({**answers, sign: often(sign, 0)}, Depth.QUICK)
    more = amended(run, ticked(sign))
    assert not softened(verdict_of(run, context), verdict_of(more, context))


@unhurried
@given(
    answer_sets(stops=False),
    st.sampled_from(COUNTED),
    st.integers(1, 4),
    st.tuples(st.sampled_from(RUNGS), st.sampled_from(RUNGS)).filter(
        lambda pair: RUNGS.index(pair[0]) < RUNGS.index(pair[1])
    ),
    contexts,
    depths,
)
def test_a_rule_told_and_kept_better_moves_points_to_them_and_never_softens(
    answers: Given, sign: str, level: int, rungs: Sequence[tuple[str, str]], context: Context, depth: Depth
) -> None:
    level = min(level, len(CHECK.items[sign].options) - 1)
    lower, higher = ({**answers, **told(sign, "", *each, "went_on"), sign: often(sign, level)} for each in rungs)
    pairs = [(verdict_of(walk(lower, depth), context), verdict_of(walk(higher, depth), context))]
    pairs.append((verdict_on(lower, context), verdict_on(higher, context)))
    for before, after in pairs:
        for verdict in (before, after):
            assert sum(each.points for each in verdict.tally.weighed) == pytest.approx(
                verdict.tally.measures["theirs"] + verdict.tally.measures["mine"]
            )
        assert after.tally.measures["theirs"] >= before.tally.measures["theirs"]
        assert after.tally.measures["mine"] <= before.tally.measures["mine"]
        if softened(before, after):
            assert LADDER[rung(before)] is Outcome.SET_BOUNDARIES
            assert LADDER[rung(after)] is Outcome.KEEP
    if depth is Depth.FULL:
        before, after = pairs[0]
        assert after.tally.measures["theirs"] > before.tally.measures["theirs"]


@many
@given(behaviours_alone(), climbs_of(*BEHAVIOURS), st.integers(0, len(RUNGS) - 2))
def test_a_rule_kept_better_never_softens_where_nothing_else_speaks(answers: Given, climb: Climb, rung_of: int) -> None:
    lower, higher = (
        {**answers, **told(climb.sign, climb.often, *each, "went_on")} for each in RUNGS[rung_of : rung_of + 2]
    )
    before, after = verdict_on(lower), verdict_on(higher)
    assert not softened(before, after) or (before.outcome, after.outcome) == (Outcome.SET_BOUNDARIES, Outcome.KEEP)


# ---- What speaks for them, and what is not known


@unhurried
@given(answer_sets(stops=False), st.permutations(SPEAKS), st.integers(0, len(SPEAKS) - 1), contexts)
def test_what_speaks_for_a_client_never_hardens(
    answers: Given, goods: Sequence[str], others: int, context: Context
) -> None:
    good, *rest = goods
    praise = {other: chosen(other, "yes") for other in rest[:others]}
    run = walk({**answers, **praise, good: chosen(good, "no")})
    assert not softened(verdict_of(amended(run, chosen(good, "yes")), context), verdict_of(run, context))
    free = {**answers, **praise, good: chosen(good, "no")}
    assert not softened(verdict_on({**free, good: chosen(good, "yes")}, context), verdict_on(free, context))


@many
@given(behaviours_alone(), st.permutations(SPEAKS), st.integers(0, 3))
def test_praise_never_hardens_where_nothing_else_speaks(answers: Given, goods: Sequence[str], others: int) -> None:
    said = {each: chosen(each, "yes") for each in goods[: others + 1]}
    praised = {**answers, **said}
    plain = {**praised, goods[others]: chosen(goods[others], "no")}
    assert not softened(verdict_on(praised), verdict_on(plain))


@unhurried
@given(answer_sets(), contexts, depths)
def test_not_enough_stands_only_where_keep_or_boundaries_would(answers: Given, context: Context, depth: Depth) -> None:
    run = walk(answers, depth)
    verdict = verdict_of(run, context)
    said = LADDER[rung(verdict)]
    if verdict.outcome is Outcome.NOT_ENOUGH:
        assert said in (Outcome.KEEP, Outcome.SET_BOUNDARIES)
        skipped = any(run.answers[stop].kind is AnswerKind.SKIPPED for stop in STOPS if stop in run.answers)
        assert verdict.coverage < MODEL.enough or skipped
    else:
        assert verdict.outcome is said


# ---- The same answers, however they came about


@unhurried
@given(answer_sets(), contexts, depths, st.randoms(use_true_random=False))
def test_the_same_answers_give_the_same_recommendation(
    answers: Given, context: Context, depth: Depth, chance: Random
) -> None:
    run = walk(answers, depth)
    shuffled = list(run.answers.items())
    chance.shuffle(shuffled)
    again = Interview.begin(CHECK, depth, dict(shuffled))
    assert verdict_of(again, context) == verdict_of(run, context)
    loose = list(answers.items())
    chance.shuffle(loose)
    assert verdict_on(dict(loose), context) == verdict_on(answers, context)


def change_and_back(run: Interview, step_id: str, pick: int) -> Interview:
    """Answer one step otherwise, then each of its items as before, at whichever step asks for it first."""
    step = next(each for each in run.steps() if each.id == step_id)
    stood = [run.answers[item.id] for item in step.items if item.id in run.answers]
    other = (POSSIBLE[item.id][(pick + place) % len(POSSIBLE[item.id])] for place, item in enumerate(step.items))
    run = run.go(step_id).answer(*other)
    for given_before in stood:
        asking = next(each for each in run.steps() if given_before.item in {item.id for item in each.items})
        run = run.go(asking.id).answer(given_before)
    return run


@unhurried
@given(answer_sets(), depths, st.integers(0, 99), st.integers(0, 9))
def test_changing_an_answer_and_back_changes_nothing(answers: Given, depth: Depth, where: int, pick: int) -> None:
    run = walk(answers, depth)
    steps = run.steps()
    back = change_and_back(run, steps[where % len(steps)].id, pick)
    assert back.answers == run.answers
    assert back.relevant() == run.relevant()
    assert verdict_of(back) == verdict_of(run)


def _now(run: Interview, step_id: str) -> tuple[Item, ...]:
    """What a step asks under the answers as they stand."""
    return next(step.items for step in run.steps() if step.id == step_id)


@unhurried
@given(answer_sets(), depths, st.lists(st.integers(0, 99), min_size=1, max_size=30))
def test_the_order_of_answering_does_not_matter(answers: Given, depth: Depth, picks: list[int]) -> None:
    run = Interview.begin(CHECK, depth)
    turn = 0
    while run.step is not None:
        pick = picks[turn % len(picks)]
        steps = [step for step in run.steps() if not run.complete(step)]
        step = steps[pick % len(steps)]
        run = run.go(step.id)
        if pick % 5 == 0:
            run = run.step_back().go(step.id)
        run = run.answer(*settled(step, answers))
        if pick % 7 == 0 and all(item.id in run.answers for item in _now(run, step.id)):
            run = change_and_back(run, step.id, pick)
        turn += 1
    straight = walk(answers, depth)
    assert run.answers == straight.answers
    assert verdict_of(run) == verdict_of(straight)


@unhurried
@given(answer_sets(), answer_sets(), depths)
def test_answers_to_what_is_not_asked_leave_the_result(answers: Given, others: Given, depth: Depth) -> None:
    run = walk(answers, depth)
    noise = {item: said for item, said in others.items() if item not in run.asked()}
    loud = Interview.begin(CHECK, depth, {**noise, **run.answers})
    assert {item: loud.answers[item] for item in noise} == noise
    assert loud.relevant() == run.relevant()
    assert loud.at is None
    assert verdict_of(loud) == verdict_of(run)


@unhurried
@given(answer_sets(), depths)
def test_an_interview_resumes_where_its_answers_stop(answers: Given, depth: Depth) -> None:
    run = Interview.begin(CHECK, depth)
    while (step := run.step) is not None:
        run = run.answer(*settled(step, answers))
        assert Interview.begin(CHECK, depth, run.answers) == run


@unhurried
@given(answer_sets())
def test_a_deepened_check_asks_nothing_twice(answers: Given) -> None:
    quick = walk(answers, Depth.QUICK)
    run = quick.deepen()
    while (step := run.step) is not None:
        for item in step.items:
            said = quick.answers.get(item.id)
            assert said is None or (said.kind is AnswerKind.TICKED and not said.option)
        run = run.answer(*settled(step, answers))
    straight = walk(answers)
    assert run.relevant() == straight.relevant()
    assert verdict_of(run) == verdict_of(straight)
