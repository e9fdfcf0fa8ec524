"""The interview in typed lines, then the review. Knows which letter means what; decides nothing."""

from collections.abc import Callable
from typing import Generic, TypeVar

from coach.casebook.book import Casebook
from coach.casebook.checks.sitting import Sitting
from coach.casebook.desk import Refused
from coach.casebook.log.timeline import FREQUENCY
from coach.engine.interview.answer import Answer, AnswerKind
from coach.engine.interview.instrument import Ask, Item
from coach.engine.interview.interview import Step, StepKind
from coach.engine.value import replace
from coach.formats.unreadable import Unreadable
from coach.library.guide import title_for
from coach.library.sources import says
from coach.prompts.checks.review import CheckReader
from coach.prompts.console import BACK, BACKS, LEAVE, Back, Console, Left, picked
from coach.prompts.limits import LimitPrompts
from coach.prompts.typed_answers import UNSAID, Misread, read_item, read_rows
from coach.store.file.errors import StoreFault
from coach.wording.log import LogWording

WHY, NOTE, LETTERS, FINISH = "?", "m", "h", "f"
SIGNS = {BACK: BACK, WHY: WHY, "-": "s"}
"""What a lone sign says where words are written and a letter would be one of them: back, why, skipped."""

T = TypeVar("T")


class InterviewPrompts(Generic[T]):
    """Asks a check step by step. Every answer is on disk before the next question is shown."""

    def __init__(
        self, book: Casebook, console: Console, limits: LimitPrompts, conclude: Callable[[Sitting], T]
    ) -> None:
        """``conclude`` finishes a check of that kind and gives what it led to."""
        self.book, self.console, self.limits, self.conclude = book, console, limits, conclude
        self.reader = CheckReader(book.library.words)
        self._part = ""
        self._shown = ""

    def through(self, sitting: Sitting) -> T | None:
        """Ask until the check is finished, and return what it led to; None where the owner leaves before."""
        self.console.say("ask.letters")
        try:
            while True:
                step = sitting.interview.step
                if step is not None:
                    sitting = self._step(sitting, step)
                elif (chosen := self._review(sitting)) is not None:
                    sitting, self._shown, self._part = chosen, "", ""
                elif (told := self._finish(sitting)) is not None:
                    return told
        except Left:
            self.console.say(_of(sitting, "ask.left"))
            return None

    def _step(self, sitting: Sitting, step: Step) -> Sitting:
        """Ask what the step asks, once; the sitting after it."""
        self.limits.before(step)
        item = self._asked(sitting, step)
        self.console.show("")
        if self._shown != step.id:
            self._heading(sitting, step)
        note = self._show_card(sitting, step) if step.card else self._show_item(sitting, step, item)
        while True:
            typed = self.console.ask(note)
            act = SIGNS.get(typed, "") if step.card is None and item.ask is Ask.WORDS else typed.lower()
            try:
                if act in (WHY, LETTERS):
                    self._explain(sitting, step, item, act)
                    continue
                if (after := self._letter(sitting, step, item, act)) is not None:
                    return after
                given = self._read(sitting, step, item, typed)
                return self._keep(sitting, step, given) if given else self._go_on(sitting, step, item)
            except Misread as wrong:
                self.console.say(wrong.key, **wrong.blanks)
            except (Unreadable, Refused, StoreFault) as problem:
                self.console.problem(problem)

    def _letter(self, sitting: Sitting, step: Step, item: Item, letter: str) -> Sitting | None:
        """The sitting after one of the letters that move on or change something; None for anything else."""
        if letter == LEAVE:
            raise Left
        if letter in BACKS:
            return self._back(sitting, step, item)
        if letter == NOTE:
            return self._note(sitting, step, item)
        if letter in UNSAID:
            asked = step if step.card is not None else replace(step, items=(item,))
            return self._keep(sitting, step, sitting.interview.unsaid(asked, UNSAID[letter]))
        return None

    def _read(self, sitting: Sitting, step: Step, item: Item, typed: str) -> tuple[Answer, ...]:
        """The answers typed; none where an empty line leaves what was answered before as it is. Raises Misread."""
        stands = sitting.interview.complete(step if step.card else Step(item.id, StepKind.ITEM, (item,)))
        if not typed and stands:
            return ()
        if step.card is not None:
            return read_rows(step, typed, sitting.interview.answers)
        if not typed:
            raise Misread("ask.empty")
        return (read_item(item, typed, self.book.library.words.lexicon, self.book.limits.currency()),)

    def _keep(self, sitting: Sitting, step: Step, given: tuple[Answer, ...]) -> Sitting:
        noted = tuple(
            each
            if each.kind is AnswerKind.TEXT or each.text
            else replace(each, text=self.book.checks.note(sitting, each.item))
            for each in given
        )
        after = self.book.checks.record(sitting, *noted)
        self._part = ""
        if step.card is not None:
            said = self.reader.ticked(after.interview, step)
        else:
            item = next(item for item in step.items if item.id == given[0].item)
            said = self.reader.answer(item, after.interview.answers[item.id])
        self.console.say("ask.saved", answer=said)
        self._beside(after, given)
        return after

    def _beside(self, sitting: Sitting, given: tuple[Answer, ...]) -> None:
        """Say what the log holds beside the behaviours just answered, and where the two are far apart."""
        counted, wording = self.book.timeline.counted_in(sitting.assessment), LogWording(self.book.library)
        for each in given:
            item = sitting.interview.instrument.items[each.item]
            if not counted.get(each.item) or each.kind is not AnswerKind.OPTION or item.responses != FREQUENCY:
                continue
            if apart := wording.apart(each.option, counted[each.item]):
                name, answer = self.reader.short(sitting.interview, item), self.reader.answer(item, each).lower()
                self.console.show(wording.say("plain.far", name=name, answer=answer, said=apart))
            else:
                self.console.show(wording.counted(counted, each.item))

    def _go_on(self, sitting: Sitting, step: Step, item: Item) -> Sitting:
        """The sitting past what stays as it is."""
        later = step.items[step.items.index(item) + 1 :]
        if step.kind is StepKind.ROW and later:
            self._part = later[0].id
            return sitting
        self._part = ""
        return sitting.at(sitting.interview.advance(step.id))

    def _back(self, sitting: Sitting, step: Step, item: Item) -> Sitting:
        """The sitting at what was asked before; inside a row that is the question before in the same row."""
        if step.kind is StepKind.ROW and item is not step.items[0]:
            self._part = step.items[step.items.index(item) - 1].id
            return sitting
        before = sitting.at(sitting.interview.step_back())
        if before.interview.at == step.id:
            self.console.say("ask.first")
        earlier = before.interview.step
        self._part = earlier.items[-1].id if earlier is not None and earlier.kind is StepKind.ROW else ""
        return before

    def _explain(self, sitting: Sitting, step: Step, item: Item, letter: str) -> None:
        if letter != WHY:
            self.console.say("ask.letters")
            return
        name, words = sitting.assessment.instrument, self.book.library.words
        card = step.card
        self.console.show(words.card(name, card.id, "why") if card else words.item(name, item.id, "why"))
        sources = card.sources if card else item.sources
        rests = says(self.book.library.root, sources)
        if rests:
            self.console.say("ask.rests")
        for _, claim in rests:
            self.console.show(f"- {claim}")
        if title := title_for(self.book.library.guide, sources):
            self.console.say("ask.more", title=title)

    def _note(self, sitting: Sitting, step: Step, item: Item) -> Sitting:
        """Ask for a note and keep it, with the answer or until there is one. Raises Left and Misread."""
        try:
            if step.card is not None:
                place = picked(self.console.line("note.row", count=len(step.items)), len(step.items))
                if place is None:
                    raise Misread("choose.again", count=len(step.items))
                item = step.items[place]
            if stood := self.book.checks.note(sitting, item.id):
                self.console.say("note.stands", note=stood)
            typed = self.console.written(self.console.text("note.prompt"))
        except Back:
            return sitting
        if not typed:
            return sitting
        after = self.book.checks.annotate(sitting, item.id, typed)
        self.console.say("note.saved")
        return after

    def _asked(self, sitting: Sitting, step: Step) -> Item:
        """The one item of a step that is asked: the one gone back to, else the first open one, else the first."""
        named = [item for item in step.items if item.id == self._part]
        still = [item for item in step.items if not sitting.interview.complete(Step(item.id, StepKind.ITEM, (item,)))]
        return (named or still or list(step.items))[0]

    def _heading(self, sitting: Sitting, step: Step) -> None:
        words, name, card = self.book.library.words, sitting.assessment.instrument, step.card
        ids = [each.id for each in sitting.interview.steps()]
        self.console.say("ask.place", place=ids.index(step.id) + 1, count=len(ids))
        if window := self.reader.window(sitting, card.window if card else step.items[0].window):
            self.console.show(window)
        sign = step.items[0].sign or step.id
        if step.kind is StepKind.ROW or step.items[0].part is not None:
            self.console.show(words.item(name, sign, "row" if words.has(name, f"item.{sign}.row") else "short"))
        self._shown = step.id

    def _show_card(self, sitting: Sitting, step: Step) -> str:
        """Show a card and return the key of its prompt."""
        words, name, card = self.book.library.words, sitting.assessment.instrument, step.card
        assert card is not None
        if notice := words.card(name, card.id, "notice"):
            self.console.show(notice)
        self.console.show(words.card(name, card.id, "ask"))
        self.console.number([words.item(name, item.id, "row") for item in step.items])
        self.console.say("card.hint_unsure" if card.unsure else "card.hint")
        if not sitting.interview.complete(step):
            return "card.prompt"
        self.console.say("ask.stands", answer=self.reader.ticked(sitting.interview, step))
        return "card.prompt_again"

    def _show_item(self, sitting: Sitting, step: Step, item: Item) -> str:
        """Show one question and return the key of its prompt."""
        words, name = self.book.library.words, sitting.assessment.instrument
        if item.summary and (gist := self.reader.gist(sitting.interview)):
            self.console.say("ask.gist")
            for line in gist:
                self.console.show(f"- {line}")
        alone = step.kind is StepKind.ITEM or item.part is not None
        self.console.show(words.item(name, item.id, "ask") if alone else self.console.text("ask.how_often"))
        if line := self.limits.beside(item):
            self.console.show(line)
        self.console.number([words.option(item.responses, option) for option in item.options])
        if note := self.book.checks.note(sitting, item.id):
            self.console.say("note.stands", note=note)
        if not sitting.interview.complete(Step(item.id, StepKind.ITEM, (item,))):
            return f"prompt.{item.ask}" if item.ask is not Ask.NUMBER else f"prompt.{item.unit}"
        self.console.say("ask.stands", answer=self.reader.answer(item, sitting.interview.answers[item.id]))
        return "prompt.words_again" if item.ask is Ask.WORDS else "prompt.again"

    def _review(self, sitting: Sitting) -> Sitting | None:
        """Read every answer out; the sitting at the one to change, or None to finish."""
        everything = self.reader.everything(sitting.interview)
        self.console.show("")
        self.console.say("review.title")
        self.console.number([f"{each.label}: {each.answer}" for each in everything])
        if still := sum(each.open for each in everything):
            self.console.show(self.book.library.words.count("plain", "review.open", still))
        while True:
            typed = self.console.ask(_of(sitting, "review.prompt"), count=len(everything)).lower()
            if typed == FINISH:
                return None
            if typed == LEAVE:
                raise Left
            if typed in BACKS:
                return sitting.at(sitting.interview.step_back())
            if (place := picked(typed, len(everything))) is not None:
                return sitting.at(sitting.interview.go(everything[place].step))
            self.console.say("review.again", count=len(everything))

    def _finish(self, sitting: Sitting) -> T | None:
        """Conclude the check; None, after saying why, where that could not be kept."""
        with self.console.refusing():
            return self.conclude(sitting)
        return None


def _of(sitting: Sitting, key: str) -> str:
    """The key of a sentence that reads otherwise in a check of oneself."""
    return key if sitting.client_id is not None else f"{key}_own"
