"""Before signing: from answers to take, take with terms, or decline, by rules a person can check by hand.

Counts answers and joins conditions, nothing else; every rule comes with the model. Knows no wording and no client.
"""

from collections.abc import Mapping
from enum import StrEnum

from coach.engine.interview.answer import Answers
from coach.engine.interview.relevance import Condition, Reaches, holds
from coach.engine.value import Value


class Advice(StrEnum):
    """What can be recommended of somebody one does not work for yet."""

    TAKE = "take"
    TAKE_WITH_TERMS = "take_with_terms"
    DECLINE = "decline"


ADVICE = (Advice.TAKE, Advice.TAKE_WITH_TERMS, Advice.DECLINE)
"""From the mildest to the hardest."""


class Count(Value):
    """How many of some items are answered with one of some tokens."""

    items: tuple[str, ...]
    tokens: frozenset[str]

    def of(self, answers: Answers) -> int:
        """The count for these answers; an item that was not asked counts for nothing."""
        return sum(item in answers and answers[item].token in self.tokens for item in self.items)


class ProspectRule(Value):
    """Where ``when`` holds, at least ``outcome``."""

    id: str
    outcome: Advice
    when: Condition


class ProspectQuestion(Value):
    """Something to ask them before a yes, where ``when`` holds."""

    id: str
    when: Condition


class ProspectTerm(Value):
    """Something to agree on first, where ``when`` holds: a boundary, or none, and the letter that holds its words.

    ``agreed`` is the item that says how far it is agreed, or empty.
    """

    id: str
    boundary: str
    letter: str
    when: Condition
    agreed: str = ""


class Trace(Value):
    """What can be seen of somebody beforehand: an item, the answers that say so, and the signs it may become."""

    item: str
    tokens: frozenset[str]
    signs: tuple[str, ...]


class ProspectModel(Value):
    """How a prospect is judged. A condition may ask a count by its name, as a measure that reaches a number."""

    version: int
    counts: Mapping[str, Count]
    rules: tuple[ProspectRule, ...]
    questions: tuple[ProspectQuestion, ...] = ()
    terms: tuple[ProspectTerm, ...] = ()
    traces: tuple[Trace, ...] = ()


class Considered(Value):
    """A recommendation on a prospect, with ids: the rules that held, the hardest first; what to ask; what to agree."""

    outcome: Advice
    rules: tuple[str, ...]
    questions: tuple[str, ...]
    terms: tuple[str, ...]


def consider(answers: Answers, model: ProspectModel) -> Considered:
    """The hardest of the rules that hold; with none, take."""

    def reached(leaf: Reaches) -> bool:
        return model.counts[leaf.measure].of(answers) >= float(leaf.threshold)

    held = [rule for rule in model.rules if holds(rule.when, answers, reached)]
    held.sort(key=lambda rule: -ADVICE.index(rule.outcome))
    return Considered(
        held[0].outcome if held else Advice.TAKE,
        tuple(rule.id for rule in held),
        tuple(each.id for each in model.questions if holds(each.when, answers, reached)),
        tuple(each.id for each in model.terms if holds(each.when, answers, reached)),
    )


def visible(answers: Answers, model: ProspectModel) -> tuple[Trace, ...]:
    """What could be seen already, by these answers, in the order of the model."""
    return tuple(each for each in model.traces if each.item in answers and answers[each.item].token in each.tokens)
