"""The step being asked and what of it is no answer yet. Turns keys into answers; keeps and draws nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coach.casebook.checks.figures import check_typing, figure_typed
from coach.casebook.checks.sitting import Sitting
from coach.engine.interview.answer import Answer, AnswerKind, Answers, chosen, silent
from coach.engine.interview.instrument import HAPPENED, Card, Item
from coach.engine.interview.interview import Step, StepKind, confirm
from coach.engine.value import replace
from coach.formats.lexicon import Lexicon

YES, UNSURE = "yes", "unsure"


@dataclass
class CurrentStep:
    """A sitting with its open step: the question gone back to, the row at hand, open ticks and typed figures."""

    sitting: Sitting
    part: str = ""
    row: int = 0
    ticks: dict[str, dict[str, str]] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)

    @property
    def answers(self) -> Answers:
        """The answers that stand."""
        return self.sitting.interview.answers

    @property
    def step(self) -> Step | None:
        """The step being asked; None once all have been."""
        return self.sitting.interview.step

    @property
    def card(self) -> Card | None:
        """The card being asked, or None."""
        return self.step.card if self.step else None

    @property
    def item(self) -> Item | None:
        """The one item at hand: the row under the cursor, the question gone back to, or else the first open one."""
        step = self.step
        if step is None:
            return None
        if step.card is not None:
            return step.items[min(self.row, len(step.items) - 1)]
        named = [item for item in step.items if item.id == self.part]
        still = [
            item for item in step.items if not self.sitting.interview.complete(Step(item.id, StepKind.ITEM, (item,)))
        ]
        return (named or still or list(step.items))[0]

    @property
    def marks(self) -> dict[str, str]:
        """The ticks of the card at hand, by row; changing them answers nothing."""
        step = self.step
        assert step is not None
        return self.ticks.setdefault(step.id, ticks_from(step, self.answers))

    def pick(self, number: int) -> tuple[Answer, ...]:
        """What the digit of that number answers; on a card it ticks a row and answers nothing."""
        step, item = self.step, self.item
        if step is not None and step.card is not None and number <= len(step.items):
            self.row = number - 1
            row = step.items[self.row].id
            self.marks[row] = _next(step.card, self.marks.get(row, ""))
        elif item is not None and number <= len(item.options) and self.card is None:
            return (chosen(item.id, item.options[number - 1]),)
        return ()

    def confirm(self) -> tuple[Answer, ...]:
        """What the card at hand answers with its ticks."""
        step = self.step
        return _confirmed(step, self.marks, self.answers) if step is not None and step.card is not None else ()

    def type(self, text: str, lexicon: Lexicon) -> None:
        """Keep what stands in the field. Raises Unreadable where it can begin no figure."""
        if self.item is not None:
            self.typed[self.item.id] = text
            check_typing(self.item, text, lexicon)

    def figure(self, text: str, lexicon: Lexicon, currency: str) -> tuple[Answer, ...]:
        """What a figure answers. Raises Unreadable where the text is none."""
        return () if self.item is None else (figure_typed(self.item, text, lexicon, currency),)

    def unsay(self, kind: AnswerKind) -> tuple[Answer, ...]:
        """What leaves the question at hand unsaid; on a card it marks the row, and skipping passes over the card."""
        step, item = self.step, self.item
        if step is None or item is None:
            return ()
        if step.card is None:
            return self.sitting.interview.unsaid(replace(step, items=(item,)), kind)
        if kind is AnswerKind.SKIPPED:
            return _confirmed(
                step, {each.id: self.marks.get(each.id) or kind.value for each in step.items}, self.answers
            )
        if self.row < len(step.items):
            self.marks[item.id] = "" if self.marks.get(item.id) == kind.value else kind.value
        return ()

    def back(self) -> None:
        """Go to the question before this one; inside a row, to the line before."""
        step, item = self.step, self.item
        if step is not None and item is not None and step.kind is StepKind.ROW and item is not step.items[0]:
            self.part = step.items[step.items.index(item) - 1].id
            return
        earlier = self.sitting.at(self.sitting.interview.step_back())
        if earlier.interview.at != self.sitting.interview.at:
            self.take(earlier)
            self.part = self.step.items[-1].id if self.step and self.step.kind is StepKind.ROW else ""

    def go(self, step_id: str, item: str) -> None:
        """Go to one item of another step."""
        self.take(self.sitting.at(self.sitting.interview.go(step_id)))
        step = self.step
        assert step is not None
        self.part = item
        self.row = next((place for place, each in enumerate(step.items) if each.id == item), 0)

    def take(self, sitting: Sitting) -> None:
        """Go on to the next step."""
        self.sitting, self.part, self.row = sitting, "", 0

    def answered(self, sitting: Sitting) -> None:
        """Go on to the next step, and nothing of what has just been answered stays unconfirmed."""
        step = self.step
        if step is not None:
            self.ticks.pop(step.id, None)
            for item in step.items:
                self.typed.pop(item.id, None)
        self.take(sitting)

    def rejoin(self, fresh: Sitting) -> None:
        """Take the check as it was read anew, and go where an answer went away; its ticks lie there unconfirmed."""
        was, now = self.answers, fresh.interview.answers
        gone = [item for item in was if _without_note(was[item]) != _without_note(now.get(item))]
        steps = fresh.interview.steps()
        kept = self.sitting.interview.at
        if not gone and (kept in {step.id for step in steps} or (kept is None and fresh.interview.at is None)):
            self.sitting = fresh.at(replace(fresh.interview, at=kept))
            return
        self.take(fresh)
        holding = [step for step in steps if any(item.id in gone for item in step.items)]
        if holding:
            step = next((each for each in holding if not fresh.interview.complete(each)), holding[-1])
            if step.card is not None:
                self.ticks[step.id] = ticks_from(step, was)
            self.go(step.id, next(item.id for item in step.items if item.id in gone))


def ticks_from(step: Step, answers: Answers) -> dict[str, str]:
    """The ticks of a card that would give those answers."""
    card = step.card
    return {} if card is None else {item.id: mark for item in step.items if (mark := _mark(card, answers.get(item.id)))}


def _mark(card: Card, given: Answer | None) -> str:
    if given is None or given.token == card.blank:
        return ""
    if card.unsure and given.token == card.unsure:
        return UNSURE
    return YES if given.token in HAPPENED or given.kind is AnswerKind.OPTION else given.kind.value


def _next(card: Card, mark: str) -> str:
    if mark == YES and card.unsure:
        return UNSURE
    return "" if mark in (YES, UNSURE) else YES


def _confirmed(step: Step, marks: Mapping[str, str], standing: Answers) -> tuple[Answer, ...]:
    assert step.card is not None
    ticked = {row: mark for row, mark in marks.items() if mark in (YES, UNSURE)}
    given = confirm(step.card, {item.id: item for item in step.items}, ticked, standing)
    unsaid = {row: AnswerKind(mark) for row, mark in marks.items() if mark and row not in ticked}
    return tuple(silent(each.item, unsaid[each.item]) if each.item in unsaid else each for each in given)


def _without_note(given: Answer | None) -> Answer | None:
    return None if given is None else replace(given, text="")
