"""Answers before signing, and a prospect who has given them."""

from collections.abc import Mapping

from coach.casebook.book import Casebook
from coach.casebook.prospects import ProspectResult
from coach.engine.interview.answer import Answer, AnswerKind, chosen, silent

GOOD = {
    **dict.fromkeys(("fit.job", "fit.suits", "fit.room", "fit.together", "fit.goal"), "yes"),
    "doubt": "none",
    **dict.fromkeys(
        ("seen.late", "seen.free", "seen.hurry", "seen.changing", "seen.control", "seen.price", "seen.rule"), "no"
    ),
    **dict.fromkeys(("seen.conduct", "seen.untrue", "seen.law"), "no"),
    **dict.fromkeys(("asked.hours", "asked.reach", "asked.goal", "asked.decides", "asked.terms"), "yes"),
    "their_terms": "none",
    "offer": "above",
    **dict.fromkeys(("agreed.scope", "agreed.payment", "agreed.hours", "agreed.rounds", "agreed.exit"), "writing"),
    "signed": "yes",
}
"""Everything fits, is asked and stands in writing."""


def given(**changed: str) -> dict[str, Answer]:
    """The good answers with some of them changed; a dot of an id is written as two underscores."""
    tokens = {**GOOD, **{item.replace("__", "."): token for item, token in changed.items()}}
    return {item: answer(item, token) for item, token in tokens.items()}


def answer(item: str, token: str) -> Answer:
    """An option by its id, or one of the ways of not answering."""
    return silent(item, AnswerKind(token)) if token in {each.value for each in AnswerKind} else chosen(item, token)


def considered(book: Casebook, client_id: int, answers: Mapping[str, Answer]) -> ProspectResult:
    """A prospect who was asked everything."""
    sitting = book.prospects.begin(client_id)
    sitting = sitting.at(sitting.interview.go(sitting.interview.steps()[0].id))
    done: set[str] = set()
    while (step := sitting.interview.step) is not None and step.id not in done:
        done.add(step.id)
        sitting = book.checks.record(sitting, *(answers[item.id] for item in step.items))
        following = next((each.id for each in sitting.interview.steps() if each.id not in done), None)
        sitting = sitting.at(sitting.interview.go(following)) if following else sitting
    return book.prospects.conclude(sitting)
