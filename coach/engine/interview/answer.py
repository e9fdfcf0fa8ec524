"""What was answered: one value an item. Knows nothing of wording, of order or of what an answer means."""

from collections.abc import Mapping
from enum import StrEnum

from coach.engine.value import Value


class AnswerKind(StrEnum):
    """How an item was answered; the last four are the four different ways of not answering it."""

    OPTION = "option"
    NUMBER = "number"
    TEXT = "text"
    TICKED = "ticked"
    NOT_APPLICABLE = "not_applicable"
    DONT_KNOW = "dont_know"
    RATHER_NOT_SAY = "rather_not_say"
    SKIPPED = "skipped"


SILENT = frozenset({AnswerKind.DONT_KNOW, AnswerKind.RATHER_NOT_SAY, AnswerKind.SKIPPED})
"""Unanswered, though asked: they count against coverage. Not applicable leaves the denominator instead."""


class Answer(Value):
    """One answer to one item at one moment.

    ``option`` is the id chosen. ``low`` and ``high`` are whole numbers in the item's unit (money in the smallest unit,
    hours in minutes); an exact figure has both alike. ``TICKED`` says "it happened" where nobody has yet said how
    often. ``text`` is the owner's note on the answer, or the answer itself where the item asks for words.
    """

    item: str
    kind: AnswerKind
    option: str = ""
    low: int | None = None
    high: int | None = None
    text: str = ""

    @property
    def token(self) -> str:
        """What a condition compares: the option's id, or else the kind's name."""
        return self.option if self.kind is AnswerKind.OPTION else self.kind.value

    @property
    def known(self) -> bool:
        """True where the answer says something about the matter itself."""
        return self.kind in (AnswerKind.OPTION, AnswerKind.NUMBER, AnswerKind.TEXT)


Answers = Mapping[str, Answer]
"""The answer that stands for each item, by item id."""


def chosen(item: str, option: str, text: str = "") -> Answer:
    """An answer that picks one option."""
    return Answer(item, AnswerKind.OPTION, option=option, text=text)


def figure(item: str, low: int, high: int | None = None, text: str = "") -> Answer:
    """An answer that gives a whole number, or a range of them.

    Raises ValueError where the range runs backwards.
    """
    top = low if high is None else high
    if top < low:
        raise ValueError("a range runs from the smaller number to the larger")
    return Answer(item, AnswerKind.NUMBER, low=low, high=top, text=text)


def ticked(item: str) -> Answer:
    """An answer that says it happened, not how often."""
    return Answer(item, AnswerKind.TICKED)


def silent(item: str, kind: AnswerKind, text: str = "") -> Answer:
    """One of the four ways of not answering.

    Raises ValueError for a kind that does answer.
    """
    if kind not in SILENT and kind is not AnswerKind.NOT_APPLICABLE:
        raise ValueError(f"{kind} is an answer")
    return Answer(item, kind, text=text)
