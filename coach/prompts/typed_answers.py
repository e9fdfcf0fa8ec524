"""Typed lines into answers. Knows how a number, a figure and a list of rows are written; shows and keeps nothing."""

import re
from collections.abc import Mapping

from coach.casebook.checks.figures import figure_typed
from coach.engine.interview.answer import Answer, AnswerKind, Answers, chosen, silent
from coach.engine.interview.instrument import Ask, Card, Item
from coach.engine.interview.interview import Step, confirm
from coach.formats.lexicon import Lexicon
from coach.prompts.console import picked

UNSAID = {
    "n": AnswerKind.NOT_APPLICABLE,
    "d": AnswerKind.DONT_KNOW,
    "r": AnswerKind.RATHER_NOT_SAY,
    "s": AnswerKind.SKIPPED,
}
"""The letters of the four ways of not answering."""
UNSURE = "?"
_ROW = re.compile(r"(\d{1,3})(?:-(\d{1,3}))?([?ndrs]?)", re.ASCII)


class Misread(Exception):
    """What was typed answers nothing; ``key`` names the sentence that says so, ``blanks`` what fills it."""

    def __init__(self, key: str, **blanks: object) -> None:
        super().__init__(key)
        self.key, self.blanks = key, blanks


def read_item(item: Item, typed: str, lexicon: Lexicon, currency: str = "") -> Answer:
    """The answer a line gives to one item; ``currency`` is my own, where it is set. Raises Misread and Unreadable."""
    if item.ask is Ask.WORDS:
        return Answer(item.id, AnswerKind.TEXT, text=typed)
    if item.ask is Ask.NUMBER:
        return figure_typed(item, typed, lexicon, currency)
    place = picked(typed, len(item.options))
    if place is None:
        raise Misread("choose.again", count=len(item.options))
    return chosen(item.id, item.options[place])


def read_rows(step: Step, typed: str, standing: Answers) -> tuple[Answer, ...]:
    """The answers to all rows of a card: numbers or spans of what is ticked, with their letters; 0 or nothing for none.

    Raises Misread.
    """
    card = step.card
    assert card is not None
    marks: dict[str, str] = {}
    for entry in re.split(r"[\s,;]+", typed.lower()):
        if entry in ("", "0"):
            continue
        found = _ROW.fullmatch(entry)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if found is None or not 1 <= first <= last <= len(step.items):
            raise Misread("card.again", count=len(step.items))
        if found[3] == UNSURE and not card.unsure:
            raise Misread("card.sure")
        marks |= {item.id: found[3] for item in step.items[first - 1 : last]}
    return _confirmed(card, step, marks, standing)


def _confirmed(card: Card, step: Step, marks: Mapping[str, str], standing: Answers) -> tuple[Answer, ...]:
    ticks = {row: "unsure" if mark else "yes" for row, mark in marks.items() if mark in ("", UNSURE)}
    given = confirm(card, {item.id: item for item in step.items}, ticks, standing)
    unsaid = {row: UNSAID[mark] for row, mark in marks.items() if mark in UNSAID}
    return tuple(silent(each.item, unsaid[each.item]) if each.item in unsaid else each for each in given)
