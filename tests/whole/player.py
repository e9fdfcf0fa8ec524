"""Answers a check by keys, at random, and knows what must stand on the screen next. Keeps an interview of its own."""

import random

from coach.engine.interview.answer import Answer, AnswerKind, chosen, figure
from coach.engine.interview.instrument import Ask, Item
from coach.engine.interview.interview import Interview, Step, StepKind, confirm
from coach.formats.units import read_figure
from coach.library.library import Library
from tests.whole.terminal import Terminal

UNSAID = {"n": "not_applicable", "d": "dont_know", "r": "rather_not_say", "s": "skipped"}
FIGURES = ("37", "24", "18-29")


def part_of(interview: Interview, step: Step) -> Item:
    """The item being asked in a step that is no card: the first that is still open."""
    still = (each for each in step.items if not interview.complete(Step(each.id, StepKind.ITEM, (each,))))
    return next(still, step.items[0])


class Player:
    """One person at the keys of one check.

    No key is pressed twice running, since the echo of a key is ignored.
    """

    def __init__(self, library: Library, interview: Interview, dice: random.Random) -> None:
        self.words, self.name = library.words, interview.instrument.id
        self.interview = interview
        self.dice = dice
        self.last = ""

    def shown(self, interview: Interview | None = None) -> tuple[str, ...]:
        """What stands on the screen while an interview waits for an answer: enough to tell it from its neighbours."""
        at = interview or self.interview
        step = at.step
        if step is None:
            return (self.words("review.finish"),)
        if step.card is not None:
            return (" ".join(self.words.card(self.name, step.card.id, "ask").split()),)
        item = part_of(at, step)
        asked = self.words.item(self.name, item.id, "ask")
        if step.kind is StepKind.ITEM:
            return (asked,)
        asked = asked if item.part else self.words("ask.how_often_asked")
        return (self.words.item(self.name, step.id, "row"), asked)

    def move(self) -> tuple[list[str], tuple[Answer, ...]]:
        """The keys of the next answer, and what they say."""
        step = self._step()
        if step.card is not None:
            rows = self.dice.sample(range(1, len(step.items) + 1), self.dice.randint(1, 3))
            if str(rows[0]) == self.last:
                rows = rows[1:] or [rows[0] % len(step.items) + 1]
            marks = {step.items[row - 1].id: "yes" for row in rows}
            items = {each.id: each for each in step.items}
            return self._keys(*map(str, rows), "enter"), confirm(step.card, items, marks, self.interview.answers)
        item = part_of(self.interview, step)
        unsaid = [key for key in UNSAID if key != self.last]
        if item.ask is Ask.NUMBER:
            text = self.dice.choice(FIGURES)
            read = read_figure(text, item.unit or "count", self.words.lexicon)
            return self._keys(*text, "enter"), (figure(item.id, *read),)
        if step.kind is StepKind.ITEM and self.dice.random() < 0.2:
            key = self.dice.choice(unsaid)
            return self._keys(key), self.interview.unsaid(step, AnswerKind(UNSAID[key]))
        digits = [str(place) for place in range(1, len(item.options) + 1) if str(place) != self.last]
        key = self.dice.choice(digits)
        return self._keys(key), (chosen(item.id, item.options[int(key) - 1]),)

    def answer(self, terminal: Terminal) -> tuple[Answer, ...]:
        """Give one answer and wait until what comes next has been painted; what was answered."""
        keys, answers = self.move()
        terminal.press(*keys)
        self.interview = self.interview.answer(*answers)
        terminal.wait_for(*self.shown())
        return answers

    def _keys(self, *keys: str) -> list[str]:
        self.last = keys[-1]
        return list(keys)

    def _step(self) -> Step:
        step = self.interview.step
        assert step is not None
        return step
