"""Whole checks as people give them, each step answered freely in turn. Knows the interview, no shell and no records."""

from dataclasses import dataclass

from hypothesis import strategies as st

from coach.engine.interview.answer import Answer, AnswerKind, Answers, chosen, figure, silent
from coach.engine.interview.instrument import Ask, Card, Depth, Item
from coach.engine.interview.interview import Interview, Step, StepKind, confirm
from coach.engine.value import replace
from coach.library.library import Library

CHECK = Library().instrument("client-check")
UNSAID = (AnswerKind.NOT_APPLICABLE, AnswerKind.DONT_KNOW, AnswerKind.RATHER_NOT_SAY, AnswerKind.SKIPPED)
CALM = 10
"""How many times as often a row is left alone as ticked, and a question answered as left unsaid."""


@dataclass(frozen=True)
class Given:
    """One act of answering: the step, the one item of it that was asked (None for a card), and what it answers."""

    step: Step
    item: Item | None
    answers: tuple[Answer, ...]


def all_given(depth: Depth, given: list[Given]) -> Answers:
    """The answers that stand once all of it was given."""
    run = Interview.begin(CHECK, depth)
    for each in given:
        run = run.answer(*each.answers)
    return run.answers


@st.composite
def answer_sets(draw: st.DrawFn) -> tuple[Depth, list[Given]]:
    """A depth, and every act of answering from the first step to the last, items of a row one after another."""
    depth = draw(st.sampled_from(list(Depth)))
    run = Interview.begin(CHECK, depth)
    given: list[Given] = []
    while (step := run.step) is not None:
        item = None if step.card else next(each for each in step.items if not run.complete(_alone(each)))
        answers = draw(_rows(step, step.card)) if step.card else (draw(_one(run, step, item)),) if item else ()
        given.append(Given(step, item, answers))
        run = run.answer(*answers)
    return depth, given


def _alone(item: Item) -> Step:
    return Step(item.id, StepKind.ITEM, (item,))


def _one(run: Interview, step: Step, item: Item) -> st.SearchStrategy[Answer]:
    unsaid = st.sampled_from(UNSAID).map(lambda kind: run.unsaid(replace(step, items=(item,)), kind)[0])
    if item.ask is Ask.NUMBER:
        most = item.most if item.most is not None else 500_000
        least = item.least or 0
        ends = st.lists(st.integers(least, most), min_size=1, max_size=2).map(sorted)
        said = ends.map(lambda pair: figure(item.id, pair[0], pair[-1]))
    else:
        said = st.sampled_from(item.options).map(lambda option: chosen(item.id, option))
    return st.one_of(*[said] * CALM, unsaid)


def _rows(step: Step, card: Card) -> st.SearchStrategy[tuple[Answer, ...]]:
    marks = [*([""] * CALM), "yes", *(["unsure"] if card.unsure else []), UNSAID[2]]
    return st.lists(st.sampled_from(marks), min_size=len(card.rows), max_size=len(card.rows)).map(
        lambda drawn: _confirmed(step, card, dict(zip(card.rows, drawn, strict=True)))
    )


def _confirmed(step: Step, card: Card, marks: dict[str, str]) -> tuple[Answer, ...]:
    ticks = {row: mark for row, mark in marks.items() if mark in ("yes", "unsure")}
    given = confirm(card, {item.id: item for item in step.items}, ticks, {})
    return tuple(
        silent(each.item, AnswerKind(marks[each.item])) if marks[each.item] in UNSAID else each for each in given
    )
