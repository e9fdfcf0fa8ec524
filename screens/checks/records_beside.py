"""A place that asks with the records at hand: notes, one's own limits, the log. Knows not how anything is asked."""

from collections.abc import Mapping

from textual import on
from textual.timer import Timer
from textual.widgets import Input

from coach.casebook.checks.sitting import Sitting
from coach.casebook.desk import Refused
from coach.casebook.log.timeline import FREQUENCY
from coach.engine.interview.answer import Answer, AnswerKind
from coach.engine.interview.instrument import Item, Unit
from coach.engine.interview.interview import Step
from coach.formats.text import clean
from coach.forms.limits import limits
from coach.store.file.errors import StoreFault
from coach.wording.limits import CURRENCY, LimitWording
from coach.wording.log import LogWording
from screens.checks.current_step import CurrentStep
from screens.frame.place import Place
from screens.frame.steps import StepsDialog
from screens.widgets.fields.note_line import NoteLine

DRAFT = 0.4
"""Seconds of rest after which a note that is being written is kept as a draft."""


class PlaceWithRecords(Place):
    """A place with a step being asked, a line for notes, and what limits and log say; notes survive a lost terminal."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.current = CurrentStep(sitting)
        self.noting = ""
        self._rest: Timer | None = None
        self._line: NoteLine | None = None
        # Each limit is offered once in a sitting, and Esc declines.
        self.offered: set[str] = set()
        self.counted: Mapping[str, int] = {}

    def on_unmount(self) -> None:
        """Keep a note that was being written when the terminal went away."""
        self.keep_note()

    def paint(self) -> None:
        """Show what is asked and where the keys go."""

    def action_note(self) -> None:
        """Write a note beside the answer."""
        if self.current.item is not None and not self.noting:
            self.noting = self.current.item.id
            about = self.words.item(self.current.sitting.assessment.instrument, self.noting, "short")
            label = self.words("ask.note", about=about)
            self._line = self.query_one(NoteLine)
            self._line.open(label, self.note_on(self.current.item))
            self.paint()

    @on(Input.Submitted, "NoteLine CleanInput")
    def close_note(self) -> bool:
        """Keep the note and put its line away; False where it could not be kept."""
        if not self.keep_note():
            return False
        if self._line is not None:
            self._line.display = False
            self.noting, self._line = "", None
            self.paint()
        return True

    def action_outside(self) -> None:
        """Write the note in the owner's own editor."""
        if self._line is not None:
            self._line.field.action_write_outside()

    def note_on(self, item: Item | None) -> str:
        """The note on an item, or the draft of one."""
        if item is None:
            return ""
        return self.attempt(lambda: self.book.checks.note(self.current.sitting, item.id)) or ""

    def keep_note(self) -> bool:
        """Keep what is written, where it is new; False where it could not be kept."""
        if self._line is None:
            return True
        try:
            text = self._line.text
            if text != self.book.checks.note(self.current.sitting, self.noting):
                self.current.sitting = self.book.checks.annotate(self.current.sitting, self.noting, text)
        except (Refused, StoreFault) as problem:
            self.complain(problem)
            return False
        return True

    def noted(self, given: Answer) -> Answer:
        """An answer with the note that was written before it was given."""
        note = self.book.checks.note(self.current.sitting, given.item)
        return Answer(given.item, given.kind, given.option, given.low, given.high, note)

    @on(Input.Changed, "NoteLine CleanInput")
    def _writing(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        # Beside an answer that stands, every keeping is a row of its own: there it waits until the note is done.
        if self.noting not in self.current.answers:
            self._rest = self.set_timer(DRAFT, self.keep_note)

    def offer_limits(self, step: Step | None) -> None:
        """Ask for the limits a step needs and nobody has named yet, then show the step again."""
        if step is None or not self.is_current:
            return
        wanted = [
            each for each in self.attempt(lambda: self.book.limits.wanted(step)) or () if each not in self.offered
        ]
        if wanted:
            self.offered.update(wanted)
            self.app.push_screen(StepsDialog(lambda book, at: limits(book, wanted)(at)), lambda _: self.paint())

    def currency_of(self, item: Item | None) -> str:
        """The owner's currency where a question asks for money; empty where that is not known."""
        if item is None or item.unit is not Unit.MONEY:
            return ""
        given = (self.attempt(self.book.limits.standing) or {}).get(CURRENCY)
        return clean(given.text, limit=12) if given is not None else ""

    def limit_on(self, item: Item | None) -> str:
        """What stands of the limits a question touches, in one line; empty where there is nothing to show."""
        if item is None or not item.shows:
            return ""
        standing = self.attempt(self.book.limits.standing)
        return "" if standing is None else LimitWording(self.book.library).line(item, standing) or ""

    def read_log(self) -> None:
        """Count what the log holds in the weeks that are asked about."""
        counted = self.attempt(lambda: self.book.timeline.counted_in(self.current.sitting.assessment))
        self.counted = self.counted if counted is None else counted

    def beside(self) -> dict[str, str]:
        """The count beside each behaviour that was answered, by sign; empty while others can see the screen."""
        said = LogWording(self.book.library)
        return {} if self.discreet else {sign: said.beside(self.counted, sign) for sign in self._answered()}

    def apart(self) -> dict[str, str]:
        """What is to be said where memory and log are far apart, by sign."""
        said, answered = LogWording(self.book.library), self._answered()
        found = {sign: said.apart(option, self.counted.get(sign, 0)) for sign, option in answered.items()}
        return {} if self.discreet else {sign: text for sign, text in found.items() if text}

    def log_text(self, item: Item | None) -> str:
        """The count of the log in a sentence, where the behaviour at hand has been answered."""
        sign = "" if item is None else item.sign or item.id
        if self.discreet or sign not in self._answered():
            return ""
        return LogWording(self.book.library).counted(self.counted, sign)

    def _answered(self) -> dict[str, str]:
        """The behaviours that were answered and that the log knows of, with the option."""
        items, answers = self.current.sitting.interview.instrument.items, self.current.answers
        return {
            sign: answers[sign].option
            for sign in self.counted
            if sign in answers
            and answers[sign].kind is AnswerKind.OPTION
            and sign in items
            and items[sign].responses == FREQUENCY
        }
