"""A check in words, one line a step, as a review and a summary read it out. Knows wording; asks and keeps nothing."""

from datetime import timedelta

from coach.casebook.checks.sitting import Sitting
from coach.engine.interview.answer import Answer, AnswerKind
from coach.engine.interview.instrument import HAPPENED, Item, Window
from coach.engine.interview.interview import Interview, Step, StepKind
from coach.engine.value import Value
from coach.formats.days import year_before
from coach.library.words import Words
from coach.wording.checks.review import NOTHING, answer_text, is_open


class ReviewedStep(Value):
    """One step: what it is about and what was answered.

    ``open`` counts the items of which nothing is known yet; ``nothing`` is true where there was nothing of the kind, or
    where all of it is open.
    """

    step: str
    label: str
    answer: str
    open: int
    nothing: bool


class CheckReader(Value):
    """Reads the answers of a check out in the words of one language."""

    words: Words

    def everything(self, interview: Interview) -> list[ReviewedStep]:
        """Every step asked under the answers so far, in order."""
        return [self._step(interview, step) for step in interview.steps()]

    def gist(self, interview: Interview) -> list[str]:
        """What happened and what was said so far, without what did not happen and what is still open."""
        summed = {step.id for step in interview.steps() if any(item.summary for item in step.items)}
        return [
            f"{each.label}: {each.answer}"
            for each in self.everything(interview)
            if not each.nothing and each.step not in summed
        ]

    def answer(self, item: Item, given: Answer | None) -> str:
        """One answer in words; the owner's own words as they stand."""
        return answer_text(self.words, item, given)

    def ticked(self, interview: Interview, step: Step) -> str:
        """A card in words: the rows that are not blank, or that there was none."""
        assert step.card is not None
        parts = []
        for item in step.items:
            given = interview.answers.get(item.id)
            if given is None or (given.kind is AnswerKind.OPTION and given.option == step.card.blank):
                continue
            short = self.short(interview, item)
            plain = given.token in HAPPENED or given.option == "yes"
            parts.append(short if plain else self._say("card.row", row=short, answer=self.answer(item, given)))
        return "; ".join(parts) or self._say("card.none")

    def short(self, interview: Interview, item: Item) -> str:
        """An item in a few words."""
        return self.words.item(interview.instrument.id, item.id, "short")

    def window(self, sitting: Sitting, which: Window) -> str:
        """The stretch of time asked about, as dates; empty where the question is about now."""
        if which is Window.NOW:
            return ""
        last = sitting.assessment.on_day
        if which is Window.YEAR:
            return self._say("window.year", first=self.words.day(year_before(last)), last=self.words.day(last))
        if which is not Window.WEEKS:
            return self._say(f"window.{which}")
        length = timedelta(weeks=sitting.interview.instrument.weeks)
        first = sitting.assessment.since_day or last - length
        return self._say("window.weeks", first=self.words.day(first), last=self.words.day(min(last, first + length)))

    def _step(self, interview: Interview, step: Step) -> ReviewedStep:
        answers = interview.answers
        silent = [item for item in step.items if is_open(answers.get(item.id))]
        if step.card is not None:
            blank = step.card.blank
            said = [item for item in step.items if item not in silent and answers[item.id].token != blank]
            return ReviewedStep(step.id, self._card_name(step), self.ticked(interview, step), len(silent), not said)
        first = step.items[0]
        given = answers.get(first.id)
        label = self.short(interview, first)
        if step.kind is StepKind.ITEM and first.part is not None:
            sign = interview.instrument.items[first.sign]
            label = self._say("review.follow_up", sign=self.short(interview, sign), part=label.lower())
        parts = [self.answer(first, given)]
        parts += [
            self._say("review.part", part=self.short(interview, item), answer=self.answer(item, answers.get(item.id)))
            for item in step.items[1:]
        ]
        nothing = first in silent or (first.part is None and given is not None and given.token in NOTHING)
        return ReviewedStep(step.id, label, "; ".join(parts), len(silent), nothing)

    def _card_name(self, step: Step) -> str:
        name = f"card_name.{step.id}"
        return self._say(name) if self.words.has("plain", name) else self._say("card.ticked")

    def _say(self, key: str, **blanks: object) -> str:
        return self.words.say("plain", key, **blanks)
