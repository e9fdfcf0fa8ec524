"""A place where a note can be written beside an answer. Knows when a note is kept, and not how anything is asked."""

from textual import on
from textual.timer import Timer
from textual.widgets import Input

from coach.casebook.checks.sitting import Sitting
from coach.casebook.desk import Refused
from coach.engine.interview.answer import Answer
from coach.engine.interview.instrument import Item
from coach.store.file.errors import StoreFault
from screens.checks.current_step import CurrentStep
from screens.frame.place import Place
from screens.widgets.fields.note_line import NoteLine

DRAFT = 0.4
"""Seconds of rest after which a note that is being written is kept as a draft."""


class PlaceWithNotes(Place):
    """A place with a step being asked and a line for notes; what is written survives a lost terminal."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.current = CurrentStep(sitting)
        self.noting = ""
        self._rest: Timer | None = None
        self._line: NoteLine | None = None

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
