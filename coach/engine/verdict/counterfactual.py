"""What would change a recommendation: the smallest sets of answers that give another. Knows no wording.

One answer first, then two; what the owner can change alone comes before the rest. Reasons to stop are left out: nobody
is told how a threat could be answered away.
"""

from itertools import combinations
from typing import Final

from coach.engine.interview.answer import Answer, AnswerKind, Answers, chosen
from coach.engine.interview.instrument import Ask, Card, Item, Lever
from coach.engine.interview.interview import Interview
from coach.engine.value import Value
from coach.engine.verdict.signs import Context, SignClass
from coach.engine.verdict.verdict import Model, Outcome, decide

ENOUGH = 4
"""Changes told at most: more than a person would read."""
NOTHING: Final = frozenset({"no", "none", "0"})
"""Options that say nothing happened: what did not happen is no way to another recommendation."""
PAIRED = 24
"""Single changes that are tried in pairs, levers first."""


class Counterfactual(Value):
    """Other answers, by item and option, and the outcome they give. ``lever``: the owner can bring all of it about."""

    outcome: Outcome
    parts: tuple[tuple[str, str], ...]
    lever: bool


def changes(
    interview: Interview, model: Model, limits: Answers, context: Context, told: Outcome
) -> tuple[Counterfactual, ...]:
    """The smallest changes that give another outcome than ``told``, levers first; at most four."""
    if _stopped(interview, model, limits, context):
        return ()
    singles = _alternatives(interview, model)
    found = _tried([(each,) for each in singles], interview, model, limits, context, told)
    if len(found) < ENOUGH:
        spent = {given.item for change in found for given in _as_answers(change)}
        rest = [each for each in singles if each.item not in spent][:PAIRED]
        pairs: list[tuple[Answer, ...]] = [(one, two) for one, two in combinations(rest, 2) if one.item != two.item]
        found += _tried(pairs, interview, model, limits, context, told)
    return tuple(found[:ENOUGH])


def _tried(
    candidates: list[tuple[Answer, ...]],
    interview: Interview,
    model: Model,
    limits: Answers,
    context: Context,
    told: Outcome,
) -> list[Counterfactual]:
    items = interview.instrument.items
    found: dict[tuple[str, ...], Counterfactual] = {}
    for candidate in candidates:
        key = tuple(given.item for given in candidate)
        if key in found:
            continue
        answers = {**interview.answers, **{given.item: given for given in candidate}}
        trial = Interview(interview.instrument, interview.depth, answers)
        asked = trial.asked()
        relevant = {item: answers[item] for item in asked if item in answers}
        outcome = decide({**limits, **relevant}, asked, model, context).outcome
        if outcome not in (told, Outcome.NOT_ENOUGH):
            lever = all(items[item].lever is not None for item in key)
            found[key] = Counterfactual(outcome, tuple((given.item, given.option) for given in candidate), lever)
    return sorted(found.values(), key=lambda change: not change.lever)


def _alternatives(interview: Interview, model: Model) -> list[Answer]:
    """Other answers to what was answered, levers first and the nearest option first."""
    left_out = _left_out(interview, model)
    answers = interview.relevant()
    found: list[tuple[bool, int, Answer]] = []
    for item in interview.asked().values():
        given = answers.get(item.id)
        if item.ask is not Ask.CHOICE or item.id in left_out or given is None or given.kind is not AnswerKind.OPTION:
            continue
        if item.lever is None and given.option in NOTHING:
            continue
        here = item.options.index(given.option)
        for place, option in enumerate(item.options):
            if place != here and option != "0" and _can_move(item, place, here):
                found.append((item.lever is None, abs(place - here), chosen(item.id, option)))
    return [answer for _, _, answer in sorted(found, key=lambda each: each[:2])]


def _can_move(item: Item, place: int, here: int) -> bool:
    # What was told cannot be untold: a lever moves one way.
    return item.lever is None or (place < here) == (item.lever is Lever.EARLIER)


def _left_out(interview: Interview, model: Model) -> frozenset[str]:
    """Reasons to stop with their follow-ups, what speaks for them, and rows that were not ticked."""
    stops = {sign.id for sign in model.signs if sign.kind in (SignClass.KNOCK_OUT, SignClass.SPEAKS)}
    out = {item for item in interview.instrument.items if item.split(".")[0] in stops}
    for place in interview.instrument.order:
        if isinstance(place, Card):
            out |= {row for row in place.rows if not _marked(interview.answers.get(row), place.blank)}
    return frozenset(out)


def _marked(given: Answer | None, blank: str) -> bool:
    return given is not None and given.option != blank


def _stopped(interview: Interview, model: Model, limits: Answers, context: Context) -> bool:
    verdict = decide({**limits, **interview.relevant()}, interview.asked(), model, context)
    return bool(verdict.tally.confirmed)


def _as_answers(change: Counterfactual) -> tuple[Answer, ...]:
    return tuple(chosen(item, option) for item, option in change.parts)
