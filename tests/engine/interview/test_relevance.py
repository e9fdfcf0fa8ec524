"""Answers as conditions see them, and conditions that hold or do not."""

import pytest

from coach.engine.interview.answer import Answer, AnswerKind, chosen, figure, silent, ticked
from coach.engine.interview.relevance import (
    ALWAYS,
    NEVER,
    All,
    AnyOf,
    Condition,
    FigureIs,
    Is,
    Not,
    Reaches,
    holds,
    items_in,
    leaves,
)

YES = Is("owed", frozenset({"yes"}))
ANSWERS = {
    "owed": chosen("owed", "yes"),
    "shouting": ticked("shouting"),
    "lie": silent("lie", AnswerKind.RATHER_NOT_SAY),
    "share": figure("share", 35, 45),
    "hours": figure("hours", 90),
}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (ALWAYS, True),
        (NEVER, False),
        (YES, True),
        (Is("owed", frozenset({"no", "refused"})), False),
        (Is("shouting", frozenset({"ticked"})), True),
        (Is("lie", frozenset({"rather_not_say"})), True),
        (Is("nobody asked", frozenset({"yes"})), False),
        (Not(YES), False),
        (Not(Is("nobody asked", frozenset({"yes"}))), True),
        (All((YES, ALWAYS)), True),
        (All((YES, NEVER)), False),
        (AnyOf((NEVER, YES)), True),
        (AnyOf((NEVER, Not(YES))), False),
        (FigureIs("hours", at_least=90), True),
        (FigureIs("hours", at_least=91), False),
        (FigureIs("hours", below=90), False),
        (FigureIs("hours", below=91), True),
        (FigureIs("hours", at_least=80, below=100), True),
        (FigureIs("owed", at_least=0), False),
        (FigureIs("nobody asked", below=9), False),
    ],
)
def test_holds(condition: Condition, expected: bool) -> None:
    assert holds(condition, ANSWERS) is expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (FigureIs("share", at_least=35), True),
        (FigureIs("share", at_least=36), False),
        (FigureIs("share", below=45), False),
        (FigureIs("share", below=46), True),
    ],
)
def test_a_range_holds_only_where_all_of_it_does(condition: Condition, expected: bool) -> None:
    assert holds(condition, ANSWERS) is expected


def test_a_measure_is_asked_of_whoever_knows_it() -> None:
    asked: list[Reaches] = []

    def reached(leaf: Reaches) -> bool:
        asked.append(leaf)
        return leaf.threshold == "A"

    hard, told = Reaches("hard", "A"), Reaches("told", "C")
    assert holds(All((YES, hard)), ANSWERS, reached)
    assert not holds(told, ANSWERS, reached)
    assert asked == [hard, told]


def test_a_measure_nobody_knows_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="hard"):
        holds(AnyOf((NEVER, Reaches("hard", 1))), ANSWERS)


def test_leaves_and_items_of_a_condition() -> None:
    condition = All((YES, Not(AnyOf((FigureIs("share", below=9), Reaches("hard", "A"))))))
    assert list(leaves(condition)) == [YES, FigureIs("share", below=9), Reaches("hard", "A")]
    assert items_in(condition) == {"owed", "share"}
    assert items_in(ALWAYS) == frozenset()


@pytest.mark.parametrize(
    ("answer", "token", "known"),
    [
        (chosen("owed", "yes"), "yes", True),
        (figure("share", 5), "number", True),
        (Answer("note", AnswerKind.TEXT, text="late again"), "text", True),
        (ticked("shouting"), "ticked", False),
        (silent("owed", AnswerKind.NOT_APPLICABLE), "not_applicable", False),
        (silent("owed", AnswerKind.DONT_KNOW), "dont_know", False),
        (silent("owed", AnswerKind.RATHER_NOT_SAY), "rather_not_say", False),
        (silent("owed", AnswerKind.SKIPPED), "skipped", False),
    ],
)
def test_what_a_condition_compares(answer: Answer, token: str, known: bool) -> None:
    assert (answer.token, answer.known) == (token, known)


def test_a_figure_is_a_range_from_the_smaller_to_the_larger() -> None:
    assert (figure("share", 5).low, figure("share", 5).high) == (5, 5)
    assert (figure("share", 0, 7).low, figure("share", 0, 7).high) == (0, 7)
    with pytest.raises(ValueError, match="smaller"):
        figure("share", 7, 5)


@pytest.mark.parametrize("kind", [AnswerKind.OPTION, AnswerKind.NUMBER, AnswerKind.TEXT, AnswerKind.TICKED])
def test_an_answer_is_no_way_of_not_answering(kind: AnswerKind) -> None:
    with pytest.raises(ValueError, match=kind.value):
        silent("owed", kind)
