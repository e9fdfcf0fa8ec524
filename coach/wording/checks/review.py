"""Answers in words, as a review and a summary read them. Knows wording and the order of asking; draws nothing."""

from collections.abc import Iterator
from typing import NamedTuple

from coach.engine.interview.answer import SILENT, Answer, AnswerKind
from coach.engine.interview.instrument import Item
from coach.engine.interview.interview import Interview, StepKind
from coach.formats.units import write_figure
from coach.library.words import Words

NOTHING = frozenset({"no", "none", "neither", "0"})
"""Tokens that say there was nothing of the kind; a summary leaves them out."""


class AnswerLine(NamedTuple):
    """One item asked: the section and the step it is asked in, its short name, the answer in words and as a token.

    ``open`` is true where nothing is known yet, ``nothing`` where there was nothing of the kind; ``under`` is the sign
    that a follow-up belongs to.
    """

    section: str
    step: str
    item: Item
    label: str
    answer: str
    open: bool
    nothing: bool
    under: str
    token: str


def answer_text(words: Words, item: Item, given: Answer | None) -> str:
    """An answer in words; the owner's own words as they stand."""
    if given is None:
        return words("ask.kind.open")
    if given.kind is AnswerKind.OPTION:
        return words.option(item.responses, given.option)
    if given.kind is AnswerKind.NUMBER and item.unit is not None:
        low = given.low or 0
        figure = write_figure(low, low if given.high is None else given.high, item.unit.value)
        return words(f"ask.figure.{item.unit}", figure=figure)
    return given.text if given.kind is AnswerKind.TEXT else words(f"ask.kind.{given.option or given.kind}")


def is_open(given: Answer | None) -> bool:
    """Whether nothing is known yet."""
    return given is None or given.kind in SILENT or given.option in SILENT


def answer_lines(words: Words, interview: Interview) -> tuple[AnswerLine, ...]:
    """Every item asked under the answers so far, the follow-ups of a line right under it.

    A section begins at each step for which the review has a heading.
    """
    return tuple(_all(words, interview))


def summary(words: Words, interview: Interview) -> tuple[tuple[str, str], ...]:
    """What was answered so far, without what did not happen: a short name and the answer, follow-ups behind it."""
    said = answer_lines(words, interview)
    rows: list[tuple[str, str]] = []
    for each in said:
        if each.under or each.open or each.nothing or each.item.summary:
            continue
        after = [_follow_up(words, other) for other in said if other.under == each.item.id and not other.open]
        rows.append((each.label, words("phrases.between").join([each.answer, *after])))
    return tuple(rows)


def _follow_up(words: Words, said: AnswerLine) -> str:
    key = f"phrases.{said.item.part}.{said.token}"
    return words(key) if words.has("screens", key) else said.answer


def _all(words: Words, interview: Interview) -> Iterator[AnswerLine]:
    instrument, answers = interview.instrument, interview.answers
    steps = interview.steps()
    asked_at = {item.id: step.id for step in steps for item in step.items}
    seen: set[str] = set()
    section = ""

    def said(item: Item) -> AnswerLine:
        seen.add(item.id)
        given = answers.get(item.id)
        token = given.token if given is not None else ""
        nothing = token in NOTHING and item.part is None
        label = words.item(instrument.id, item.id, "short")
        under = item.sign if item.part is not None else ""
        answer = answer_text(words, item, given)
        return AnswerLine(section, asked_at[item.id], item, label, answer, is_open(given), nothing, under, token)

    for step in steps:
        if words.has("screens", f"review.heading.{step.id}"):
            section = words(f"review.heading.{step.id}")
        for item in step.items:
            if item.id in seen:
                continue
            yield said(item)
            if step.kind is StepKind.CARD:
                yield from (said(each) for each in instrument.follow_ups(item.id) if each.id in asked_at)


def label_of(words: Words, instrument: str, item: Item) -> str:
    """The short name of one question of a row; the behaviour's own question is how often."""
    return words.item(instrument, item.id, "short") if item.part else words("ask.how_often")
