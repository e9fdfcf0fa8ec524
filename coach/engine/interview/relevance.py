"""Conditions as data, and whether they hold. Knows answers and measures by name only, never what they mean.

The same few shapes say when an item is relevant, when a reason to stop is confirmed and when a rule of the model
holds, so that an author learns them once and every mistake can be found before anybody is asked anything.
"""

from collections.abc import Callable, Iterator

from coach.engine.interview.answer import AnswerKind, Answers
from coach.engine.value import Value


class Is(Value):
    """The answer to ``item`` is one of ``tokens``: option ids, or the names of kinds such as ``ticked``."""

    item: str
    tokens: frozenset[str]


class FigureIs(Value):
    """The figure given for ``item`` is at least ``at_least`` and below ``below``, surely so where it is a range."""

    item: str
    at_least: int | None = None
    below: int | None = None


class Reaches(Value):
    """A measure reaches the threshold named, or the plain number given."""

    measure: str
    threshold: str | float


class All(Value):
    """Every part holds; with no parts, always."""

    parts: "tuple[Condition, ...]" = ()


class AnyOf(Value):
    """At least one part holds; with no parts, never."""

    parts: "tuple[Condition, ...]" = ()


class Not(Value):
    """The part does not hold."""

    part: "Condition"


Condition = Is | FigureIs | Reaches | All | AnyOf | Not
ALWAYS = All()
NEVER = AnyOf()


def _no_measures(leaf: Reaches) -> bool:
    raise ValueError(f"measure {leaf.measure} cannot be asked for here")


def holds(condition: Condition, answers: Answers, reached: Callable[[Reaches], bool] = _no_measures) -> bool:
    """Whether the condition holds for these answers; an unanswered item makes its leaf false.

    Raises ValueError where a measure is named and ``reached`` is not given.
    """
    match condition:
        case Is(item, tokens):
            return item in answers and answers[item].token in tokens
        case FigureIs(item, at_least, below):
            given = answers.get(item)
            if given is None or given.kind is not AnswerKind.NUMBER or given.low is None or given.high is None:
                return False
            return (at_least is None or given.low >= at_least) and (below is None or given.high < below)
        case Reaches():
            return reached(condition)
        case All(parts):
            return all(holds(part, answers, reached) for part in parts)
        case AnyOf(parts):
            return any(holds(part, answers, reached) for part in parts)
        case Not(part):
            return not holds(part, answers, reached)


def leaves(condition: Condition) -> Iterator[Is | FigureIs | Reaches]:
    """Every leaf of the condition, left to right."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            yield condition


def items_in(condition: Condition) -> frozenset[str]:
    """The ids of the items the condition asks about."""
    return frozenset(leaf.item for leaf in leaves(condition) if not isinstance(leaf, Reaches))
