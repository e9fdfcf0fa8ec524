"""Answer sets over the real questions, free ones and ones got by being asked. Knows no screen and no records."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from hypothesis import settings
from hypothesis import strategies as st

from coach.engine.interview.answer import Answer, AnswerKind, chosen, figure, silent, ticked
from coach.engine.interview.instrument import Ask, Card, Depth, Instrument, Item, Part
from coach.engine.interview.interview import Interview, Step, StepKind, confirm
from coach.engine.verdict.signs import Context, SignClass
from coach.engine.verdict.verdict import LADDER, Model, Outcome, Verdict, decide
from coach.library.library import Library

LIBRARY = Library()
CHECK: Instrument = LIBRARY.instrument("client-check")
MODEL: Model = LIBRARY.model

STOPS = tuple(sign.id for sign in MODEL.signs if sign.kind is SignClass.KNOCK_OUT)
SPEAKS = tuple(sign.id for sign in MODEL.signs if sign.kind is SignClass.SPEAKS)
BEHAVIOURS = tuple(
    sign.id for sign in MODEL.signs if sign.kind is SignClass.CONDITIONAL and "4" in CHECK.items[sign.id].options
)
"""The signs that are asked by frequency."""
STOP_ITEMS = tuple(item for item in CHECK.items if item.split(".")[0] in STOPS)

unhurried = settings(deadline=None, max_examples=60)
"""For tests that walk a whole check each time: enough examples for a quick suite, and no clock on a busy machine."""
many = settings(deadline=None, max_examples=600)
"""For tests that only decide, which takes no time."""

_QUIET = {"none", "no", "0", "running", "above", "about", "same", "checked", "yes"}
"""Options that stand for a client there is nothing to say of; the first of them an item has is the calm one."""
_CALM = {"direction": "same", "pay_level": "above", "worth_it": "yes", "stop_before": "no", "innocent": "checked"}


ALONE = Context()
"""Nothing in the records beside the answers."""


def calm(item: Item) -> Answer:
    """What somebody answers whose client gives no trouble."""
    if item.ask is Ask.NUMBER:
        return figure(item.id, 0)
    option = _CALM.get(item.id) or next((each for each in item.options if each in _QUIET), item.options[0])
    return chosen(item.id, option)


def told(sign: str, often: str, told: str = "", kept: str = "", then: str = "") -> dict[str, Answer]:
    """A behaviour with its ladder; what is left empty was not answered."""
    rungs = {Part.TOLD: told, Part.KEPT: kept, Part.THEN: then}
    given = [chosen(sign, often), *(chosen(f"{sign}.{part}", option) for part, option in rungs.items() if option)]
    return {answer.item: answer for answer in given}


def of(**options: str) -> dict[str, Answer]:
    """Options by item; two underscores stand for the point in an id."""
    return {answer.item: answer for answer in (chosen(item.replace("__", "."), each) for item, each in options.items())}


def given(step: Step, targets: Mapping[str, Answer]) -> tuple[Answer, ...]:
    """What somebody with these answers in mind says to a step; on a card, where only ticks are possible, ticks.

    What they have no answer in mind for is calm.
    """
    if step.kind is not StepKind.CARD or step.card is None:
        return tuple(targets.get(item.id, calm(item)) for item in step.items)
    items = {item.id: item for item in step.items}
    marks = {row: _mark(step.card, targets[row]) for row in items if row in targets}
    said = confirm(step.card, items, marks, {})
    return tuple(targets[each.item] if each.item in targets and _unsaid(targets[each.item]) else each for each in said)


def _mark(card: Card, target: Answer) -> str:
    if card.unsure and target.token == card.unsure:
        return "unsure"
    return "yes" if target.token in ("yes", "ticked", "1", "2", "3", "4") else ""


def _unsaid(target: Answer) -> bool:
    return target.kind in (
        AnswerKind.DONT_KNOW,
        AnswerKind.RATHER_NOT_SAY,
        AnswerKind.SKIPPED,
        AnswerKind.NOT_APPLICABLE,
    )


def walk(targets: Mapping[str, Answer], depth: Depth = Depth.FULL, run: Interview | None = None) -> Interview:
    """The interview once every step has been answered in order, as ``given`` says."""
    run = run or Interview.begin(CHECK, depth)
    while (step := run.step) is not None:
        run = run.answer(*settled(step, targets))
    return run


def settled(step: Step, targets: Mapping[str, Answer]) -> tuple[Answer, ...]:
    """As ``given``, but where a step asks how often, something ticked and left open is passed over for good."""
    return tuple(
        Answer(each.item, AnswerKind.TICKED, option=AnswerKind.SKIPPED.value)
        if step.kind is not StepKind.CARD and each.kind is AnswerKind.TICKED
        else each
        for each in given(step, targets)
    )


def verdict_of(run: Interview, context: Context = ALONE, model: Model = MODEL) -> Verdict:
    """The recommendation for an interview as it stands."""
    return decide(run.relevant(), run.asked(), model, context)


def verdict_on(answers: Mapping[str, Answer], context: Context = ALONE, model: Model = MODEL) -> Verdict:
    """The recommendation for answers given freely, nothing else being asked."""
    return decide(answers, {item: CHECK.items[item] for item in answers if item in CHECK.items}, model, context)


def rung(verdict: Verdict) -> int:
    """How far up the ladder the reasons alone reach: what is said where enough has been answered."""
    return max((LADDER.index(reason.outcome) for reason in verdict.reasons), default=0)


def softened(before: Verdict, after: Verdict) -> bool:
    """Whether the second recommendation is softer than the first.

    Not enough to say stands outside the ladder, in place of keep or set boundaries: to come from or to it is softer
    only where the reasons behind it are, or where something harder was said before.
    """
    silenced = after.outcome is Outcome.NOT_ENOUGH and before.outcome in LADDER[2:]
    return silenced or rung(after) < rung(before)


def _possible(item: Item) -> list[Answer]:
    found = [chosen(item.id, option) for option in item.options]
    if item.ask is Ask.NUMBER:
        found += [figure(item.id, 0), figure(item.id, 35, 45), figure(item.id, 60)]
    if item.id in BEHAVIOURS:
        found.append(ticked(item.id))
    kinds = (AnswerKind.DONT_KNOW, AnswerKind.RATHER_NOT_SAY, AnswerKind.SKIPPED, AnswerKind.NOT_APPLICABLE)
    return found + [silent(item.id, kind) for kind in kinds]


POSSIBLE: dict[str, list[Answer]] = {item.id: _possible(item) for item in CHECK.items.values()}
LIMITS = [figure("limits.buffer", 2), figure("limits.buffer", 6), figure("limits.floor", 0)]


@dataclass(frozen=True, slots=True)
class Climb:
    """A behaviour with all that was said about it."""

    sign: str
    often: str
    told: str
    kept: str
    then: str

    @property
    def answers(self) -> dict[str, Answer]:
        return told(self.sign, self.often, self.told, self.kept, self.then)


def climbs_of(*signs: str) -> st.SearchStrategy[Climb]:
    """One of these behaviours, with its whole ladder."""
    return st.builds(
        Climb,
        st.sampled_from(signs),
        st.sampled_from("1234"),
        st.sampled_from(["writing", "aloud", "no"]),
        st.sampled_from(["each", "mostly", "rarely"]),
        st.sampled_from(["respected", "went_on", "refused"]),
    )


_SOME_BOUNDARIES = st.frozensets(st.sampled_from(sorted({sign.boundary for sign in MODEL.signs} - {""})))
contexts = st.just(ALONE) | st.builds(Context, _SOME_BOUNDARIES, _SOME_BOUNDARIES)


def answer_sets(stops: bool = True) -> st.SearchStrategy[dict[str, Answer]]:
    """Free answers to any questions, asked or not; ``stops`` says whether reasons to stop may be among them.

    Behaviours with a whole ladder come up far more often than chance would have them, since most rules are about those;
    and often little else does, since one hard answer hides what all the others would have said.
    """
    pool = [
        answer for item, answers in POSSIBLE.items() if stops or item not in STOP_ITEMS for answer in answers
    ] + LIMITS
    few, more = (st.lists(st.sampled_from(pool), max_size=most) for most in (3, 20))
    scattered: st.SearchStrategy[list[Answer]] = st.just([]) | few | more
    climbs = climbs_of(*BEHAVIOURS)
    whole = st.lists(climbs, max_size=3) | st.lists(climbs, max_size=6)
    return st.builds(
        lambda loose, laddered: {
            answer.item: answer for answer in chain(loose, *(climb.answers.values() for climb in laddered))
        },
        scattered,
        whole,
    )


depths = st.sampled_from(list(Depth))


def behaviours_alone(most: int = 4) -> st.SearchStrategy[dict[str, Answer]]:
    """A few behaviours and the direction, with nothing else said that could hide what they come to."""
    ways = st.sampled_from(["better", "same", "worse"]).map(lambda way: of(direction=way))
    climbs = st.lists(climbs_of(*BEHAVIOURS), max_size=most)
    return st.builds(
        lambda way, found: way | {item: said for climb in found for item, said in climb.answers.items()}, ways, climbs
    )
