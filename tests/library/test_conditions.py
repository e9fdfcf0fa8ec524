"""Conditions as authors write them: what they mean, and what is said of each mistake."""

import tomllib

import pytest

from coach.engine.interview.relevance import ALWAYS, All, AnyOf, Condition, FigureIs, Is, Not, Reaches
from coach.library.checks.conditions import DEEPEST, condition, unknown_item
from coach.library.faults import Fault

YES = Is("owed", frozenset({"yes"}))


def read(text: str) -> tuple[Condition, list[Fault]]:
    """The condition written after ``when =``."""
    faults: list[Fault] = []
    return condition(tomllib.loads(f"when = {text}")["when"], "model.toml", "rule x", faults), faults


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{ item = "owed", is = ["yes"] }', YES),
        ('{ item = "owed", is = ["yes", "dont_know"] }', Is("owed", frozenset({"yes", "dont_know"}))),
        ('{ item = "share", at_least = 41 }', FigureIs("share", at_least=41)),
        ('{ item = "share", below = 3 }', FigureIs("share", below=3)),
        ('{ item = "share", at_least = 0, below = 3 }', FigureIs("share", 0, 3)),
        ('{ measure = "hard", reaches = "A" }', Reaches("hard", "A")),
        ('{ measure = "told", reaches = 1 }', Reaches("told", 1)),
        ('{ measure = "told", reaches = 1.5 }', Reaches("told", 1.5)),
        ('{ not = { item = "owed", is = ["yes"] } }', Not(YES)),
        ('{ any = [{ item = "owed", is = ["yes"] }] }', AnyOf((YES,))),
        (
            '{ all = [{ item = "owed", is = ["yes"] }, { not = { measure = "told", reaches = "C" } }] }',
            All((YES, Not(Reaches("told", "C")))),
        ),
    ],
)
def test_what_is_written_is_what_is_meant(text: str, expected: Condition) -> None:
    assert read(text) == (expected, [])


SHAPES = "Use item with is, item with at_least or below, all, any, or not"


@pytest.mark.parametrize(
    ("text", "problem", "remedy"),
    [
        ('"owed"', "has the condition 'owed'", 'Write a condition in braces, such as {item = "owed", is = ["yes"]}'),
        ("{}", "has a condition with the fields none", SHAPES),
        ('{ item = "owed" }', "has a condition with the fields item", SHAPES),
        ('{ item = "owed", equals = "yes" }', "has a condition with the fields item, equals", SHAPES),
        ('{ item = "owed", is = ["yes"], below = 3 }', "has a condition with the fields item, is, below", SHAPES),
        ("{ all = [] }", "has an empty `all`", "Put at least one condition into all = [ … ]"),
        (
            '{ any = { item = "owed", is = ["yes"] } }',
            "has an empty `any`",
            "Put at least one condition into any = [ … ]",
        ),
        ('{ item = 3, is = ["yes"] }', "names 3 where an id belongs", "Write the id in quotes"),
        ("{ measure = true, reaches = 1 }", "names True where an id belongs", "Write the id in quotes"),
        ('{ item = "owed", is = "yes" }', "asks whether owed is 'yes'", 'Write is = ["yes"], a list of option ids'),
        ('{ item = "owed", is = [] }', "asks whether owed is []", 'Write is = ["yes"], a list of option ids'),
        ('{ item = "owed", is = [3] }', "asks whether owed is [3]", 'Write is = ["yes"], a list of option ids'),
        (
            '{ measure = "told", reaches = true }',
            "asks told to reach True",
            "Write a number, or a threshold's name in quotes",
        ),
        (
            '{ measure = "told", reaches = ["A"] }',
            "asks told to reach ['A']",
            "Write a number, or a threshold's name in quotes",
        ),
        (
            '{ item = "share", at_least = 1.5 }',
            "compares share with something that is no whole number",
            "Write whole numbers",
        ),
        (
            '{ item = "share", below = "3" }',
            "compares share with something that is no whole number",
            "Write whole numbers",
        ),
        (
            '{ item = "share", below = false }',
            "compares share with something that is no whole number",
            "Write whole numbers",
        ),
    ],
)
def test_each_mistake_is_named_and_read_as_always(text: str, problem: str, remedy: str) -> None:
    assert read(text) == (ALWAYS, [Fault("model.toml", "rule x", problem, remedy)])


def nested(depth: int) -> str:
    return "{ not = " * depth + '{ item = "owed", is = ["yes"] }' + " }" * depth


def test_a_condition_may_be_nested_only_so_deep() -> None:
    assert read(nested(DEEPEST))[1] == []
    (fault,) = read(nested(DEEPEST + 1))[1]
    assert (fault.problem, fault.remedy) == ("has a condition nested too deeply", "Write it flatter")


def test_every_part_that_is_wrong_is_named() -> None:
    built, faults = read('{ all = [{ item = 3, is = ["yes"] }, { item = "owed", is = ["yes"] }, { any = [] }] }')
    assert built == All((ALWAYS, YES, ALWAYS))
    assert [fault.problem for fault in faults] == ["names 3 where an id belongs", "has an empty `any`"]


def test_an_item_there_is_not() -> None:
    fault = unknown_item("owd", "model.toml", "rule x", {"owed", "stage"})
    assert fault == Fault("model.toml", "rule x", "names the item owd, which does not exist", "Did you mean owed?")
