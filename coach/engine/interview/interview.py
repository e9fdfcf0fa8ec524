"""One run through an instrument, without input or output: which step is next, what an answer changes, how to go back.

Knows the order and relevance of items; knows no wording, no clock and not where answers are kept. An answer returns
the next Interview and leaves the old one as it was.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from coach.engine.interview.answer import Answer, AnswerKind, Answers, chosen, silent, ticked
from coach.engine.interview.instrument import HAPPENED, Card, Depth, Instrument, Item, Ladder
from coach.engine.interview.relevance import holds
from coach.engine.value import Value, replace


class StepKind(StrEnum):
    """How a step is shown: a card to tick, one behaviour in one row, or a single item."""

    CARD = "card"
    ROW = "row"
    ITEM = "item"


class Step(Value):
    """What is asked at once. ``id`` is the card's, the sign's or the item's; ``items`` are in the order asked."""

    id: str
    kind: StepKind
    items: tuple[Item, ...]
    card: Card | None = None


class Interview(Value):
    """An instrument, how deep it goes, the answers that stand, and the step being asked (None: all have been)."""

    instrument: Instrument
    depth: Depth
    answers: Answers
    at: str | None = None

    @classmethod
    def begin(cls, instrument: Instrument, depth: Depth, answers: Answers | None = None) -> "Interview":
        """An interview at its first open step; with answers already given, where they stop."""
        run = cls(instrument, depth, dict(answers or {}))
        return replace(run, at=run.open_step())

    def steps(self) -> tuple[Step, ...]:
        """Every step that is relevant under the answers given so far, in order."""
        return tuple(self._steps())

    @property
    def step(self) -> Step | None:
        """The step being asked, or None where all have been."""
        return next((step for step in self._steps() if step.id == self.at), None)

    def answer(self, *answers: Answer) -> "Interview":
        """Take answers to items of the current step; once they complete it, go on to the next open step.

        Raises ValueError for an item that the current step does not ask.
        """
        step = self.step
        asked = {item.id for item in step.items} if step else set()
        if step is None or any(given.item not in asked for given in answers):
            raise ValueError("that is not what is being asked")
        taken = replace(self, answers={**self.answers, **{given.item: given for given in answers}})
        again = next((each for each in taken.steps() if each.id == step.id), None)
        return taken if again is not None and not taken.complete(again) else taken.advance(step.id)

    def advance(self, past: str) -> "Interview":
        """Go on to the first open step after ``past``, else to the first open one anywhere, else to the end."""
        steps = self.steps()
        ids = [step.id for step in steps]
        later = steps[ids.index(past) + 1 :] if past in ids else steps
        following = next((step.id for step in later if not self.complete(step)), None)
        return replace(self, at=following or self.open_step())

    def pass_over(self, kind: AnswerKind) -> "Interview":
        """Answer what is still open in the current step with one of the four ways of not answering."""
        step = self.step
        return self if step is None else self.answer(*self.unsaid(step, kind))

    def unsaid(self, step: Step, kind: AnswerKind) -> tuple[Answer, ...]:
        """The answers that leave every open item of a step unsaid; a step already answered is unsaid whole.

        What was ticked stays ticked: not to know how often is not to say that it never happened.
        """
        still = [item for item in step.items if self._open(item)] or list(step.items)
        return tuple(
            Answer(item.id, AnswerKind.TICKED, option=kind.value)
            if step.kind is not StepKind.CARD and self._was_ticked(item)
            else silent(item.id, kind)
            for item in still
        )

    def step_back(self) -> "Interview":
        """The same interview at the step before this one; at the first step, unchanged."""
        ids = [step.id for step in self._steps()]
        here = ids.index(self.at) if self.at in ids else len(ids)
        return replace(self, at=ids[here - 1]) if here > 0 else self

    def go(self, step_id: str) -> "Interview":
        """The same interview at another of its steps. Raises ValueError where there is none of that id."""
        if step_id not in {step.id for step in self._steps()}:
            raise ValueError(f"no step {step_id}")
        return replace(self, at=step_id)

    def deepen(self) -> "Interview":
        """The same answers in the full depth, at the first step that is still open."""
        full = replace(self, depth=Depth.FULL)
        return replace(full, at=full.open_step())

    def complete(self, step: Step) -> bool:
        """Whether the step needs nothing more; a row that is only ticked completes its card."""
        if step.kind is StepKind.CARD:
            return all(item.id in self.answers for item in step.items)
        return not any(self._open(item) for item in step.items)

    def open_step(self) -> str | None:
        """The id of the first step that needs something, or None."""
        return next((step.id for step in self._steps() if not self.complete(step)), None)

    def progress(self) -> tuple[int, int]:
        """Steps completed, and steps relevant under the answers so far."""
        steps = self.steps()
        return sum(self.complete(step) for step in steps), len(steps)

    def asked(self) -> dict[str, Item]:
        """Every item asked under the answers so far, by id."""
        return {item.id: item for step in self._steps() for item in step.items}

    def relevant(self) -> dict[str, Answer]:
        """The answers that count: those to items asked now. The others stay in the record and leave the result."""
        return {item: self.answers[item] for item in self.asked() if item in self.answers}

    def _open(self, item: Item) -> bool:
        given = self.answers.get(item.id)
        return given is None or (given.kind is AnswerKind.TICKED and not given.option)

    def _was_ticked(self, item: Item) -> bool:
        given = self.answers.get(item.id)
        return given is not None and given.token in HAPPENED

    def _steps(self) -> Iterator[Step]:
        # Relevance looks only at answers that are themselves asked for, so a branch closed earlier opens nothing later.
        live: dict[str, Answer] = {}
        for place in self.instrument.order:
            for step in self._ladder(place, live) if isinstance(place, Ladder) else self._plain(place, live):
                live.update((item.id, self.answers[item.id]) for item in step.items if item.id in self.answers)
                yield step

    def _plain(self, place: Card | Item, live: Answers) -> Iterator[Step]:
        if (place.depth is Depth.FULL and self.depth is Depth.QUICK) or not holds(place.relevant, live):
            return
        if isinstance(place, Card):
            yield Step(place.id, StepKind.CARD, tuple(self.instrument.items[row] for row in place.rows), place)
        else:
            yield Step(place.id, StepKind.ITEM, (place,))

    def _ladder(self, ladder: Ladder, live: Answers) -> Iterator[Step]:
        weights = self.instrument.weights
        happened = [sign for sign in ladder.signs if sign in live and live[sign].token in HAPPENED]
        if self.depth is Depth.QUICK:
            # A row already answered stays asked, so that one more tick takes nothing back.
            heaviest = sorted(happened, key=lambda sign: -weights.get(sign, 0))
            asked = {*heaviest[: ladder.heaviest], *(sign for sign in happened if live[sign].option)}
            happened = [sign for sign in heaviest if sign in asked]
        for sign in happened:
            # A follow-up leans on its own sign's answers alone, all of which are asked for here.
            rest = tuple(item for item in self.instrument.follow_ups(sign) if holds(item.relevant, self.answers))
            items = (self.instrument.items[sign], *rest)
            if self.depth is Depth.QUICK:
                yield Step(sign, StepKind.ROW, items)
            else:
                yield from (Step(item.id, StepKind.ITEM, (item,)) for item in items)


def confirm(card: Card, items: Mapping[str, Item], marks: Mapping[str, str], standing: Answers) -> tuple[Answer, ...]:
    """The answers a confirmed card gives, one a row.

    ``marks`` says ``yes`` or ``unsure`` for the rows that are ticked; the rest are answered with the card's blank.
    A row that stays ticked keeps the exact answer it already had.
    """
    given: list[Answer] = []
    for row in card.rows:
        mark, stood = marks.get(row, ""), standing.get(row)
        if mark == "unsure" and card.unsure:
            given.append(chosen(row, card.unsure))
        elif mark:
            fresh = chosen(row, "yes") if "yes" in items[row].options else ticked(row)
            given.append(stood if stood is not None and stood.token in HAPPENED else fresh)
        else:
            given.append(chosen(row, card.blank))
    return tuple(given)
