"""How sure a recommendation is, against every completion tried one by one, and what would change it."""

from collections.abc import Iterator, Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.engine.interview.answer import Answer, AnswerKind, chosen
from coach.engine.interview.instrument import Ask, Depth
from coach.engine.interview.interview import Interview
from coach.engine.value import replace
from coach.engine.verdict.certainty import possible_outcomes
from coach.engine.verdict.completions import open_items
from coach.engine.verdict.counterfactual import changes
from coach.engine.verdict.signs import Context
from coach.engine.verdict.verdict import Outcome, decide, hardest
from tests.engine.strategies import MODEL, answer_sets, of, told, walk


def completions(run: Interview) -> Iterator[Interview]:
    """Every way of answering what is still open, one item after the other."""
    still = [item for item in open_items(run) if item.ask is Ask.CHOICE]
    if not still:
        yield run
        return
    item = still[0]
    ticked = item.id in run.answers and run.answers[item.id].kind is AnswerKind.TICKED
    for option in item.options:
        if not (ticked and option == "0"):
            yield from completions(replace(run, answers={**run.answers, item.id: chosen(item.id, option)}))


def by_force(run: Interview) -> set[Outcome]:
    """The outcomes of every completion."""
    found = set()
    for each in completions(run):
        verdict = decide(each.relevant(), each.asked(), MODEL)
        found.add(hardest(each.relevant(), MODEL, verdict.tally.measures))
    return found


def without(run: Interview, items: Mapping[str, AnswerKind]) -> Interview:
    """The interview with some answers taken back, or said not to be known."""
    kept: dict[str, Answer] = {item: each for item, each in run.answers.items() if item not in items}
    kept |= {item: Answer(item, kind) for item, kind in items.items() if kind is not AnswerKind.TICKED}
    opened = replace(run, answers=kept)
    # Answers that hung on those taken back are not asked for any more, so that nothing latent decides a completion.
    return replace(opened, answers=opened.relevant())


OPENED = (
    "owed", "owed.state", "effect", "would_ease", "worth_it", "pay_level", "repriced", "past_try", "direction",
    "crowding", "late_payment", "late_payment.effect", "after_hours.told", "after_hours.kept", "after_hours.then",
    "rude_tone.told", "scope_creep.then", "good_kind", "good_long", "degrading.form", "elsewhere",
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(
    answer_sets(),
    st.lists(st.sampled_from(OPENED), max_size=2, unique=True),
    st.sampled_from((AnswerKind.DONT_KNOW, AnswerKind.SKIPPED)),
)
def test_the_width_is_what_trying_every_completion_gives(
    targets: dict[str, Answer], opened: list[str], kind: AnswerKind
) -> None:
    """Free answers, two of them taken back: none is missed, none made up."""
    known = {item: each for item, each in targets.items() if each.kind in (AnswerKind.OPTION, AnswerKind.NUMBER)}
    run = walk(known)
    silent = [item for item in open_items(run) if item.ask is Ask.CHOICE]
    run = without(run, {item: kind for item in opened if item in run.asked()} if len(silent) < 2 else {})
    if len([item for item in open_items(run) if item.ask is Ask.CHOICE]) > 3:
        return
    assert possible_outcomes(run, MODEL, {}) == by_force(run)


def test_a_check_with_nothing_open_is_firm() -> None:
    """One outcome, and it is the one recommended."""
    run = walk(told("after_hours", "3", "writing", "each", "went_on"))
    verdict = decide(run.relevant(), run.asked(), MODEL)
    assert [item.id for item in open_items(run) if item.ask is Ask.CHOICE] == []
    assert possible_outcomes(run, MODEL, {}) == {verdict.outcome}


def test_a_tick_left_uncounted_widens_over_once_to_daily() -> None:
    """In the quick depth a fourth sign is only ticked: told or not, it may have happened up to daily."""
    ticks = {sign: Answer(sign, AnswerKind.TICKED) for sign in ("after_hours",)}
    run = walk(ticks, Depth.QUICK)
    run = replace(
        run, answers={**run.answers, "after_hours": Answer("after_hours", AnswerKind.TICKED, option="dont_know")}
    )
    assert {Outcome.KEEP, Outcome.SET_BOUNDARIES} <= possible_outcomes(run, MODEL, {})


def test_levers_come_first_and_only_forward() -> None:
    """What the owner can do alone is told first, and nothing told is untold."""
    run = walk(told("after_hours", "4", "no") | told("scope_creep", "3", "aloud", "rarely", "went_on"))
    verdict = decide(run.relevant(), run.asked(), MODEL)
    found = changes(run, MODEL, {}, Context(), verdict.outcome)
    assert found
    assert [change.lever for change in found] == sorted((change.lever for change in found), reverse=True)
    assert ("after_hours.told", "no") not in {part for change in found for part in change.parts}
    for change in found:
        answers = {**run.answers, **{item: chosen(item, option) for item, option in change.parts}}
        trial = Interview(run.instrument, run.depth, answers)
        assert decide(trial.relevant(), trial.asked(), MODEL).outcome is change.outcome is not verdict.outcome


def test_nothing_is_offered_against_a_reason_to_stop() -> None:
    """Nobody is told how a threat could be answered away."""
    run = walk(of(violence="yes"))
    assert changes(run, MODEL, {}, Context(), Outcome.LEAVE_NOW) == ()
