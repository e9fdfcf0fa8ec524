"""Asks on which day a letter was sent. Knows days; keeps nothing."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static

from coach.casebook.desk import Refused
from coach.formats.days import read_day
from coach.formats.unreadable import Unreadable
from screens.frame.place import Dialog
from screens.widgets.fields.clean_input import NamedInput


class SentDialog(Dialog[date | None]):
    """Asks for the day, today where nothing else is typed; gives it, or None."""

    BINDINGS = [Binding("escape", "cancel", "sending.key.cancel", id="sending.key.cancel")]
    DEFAULT_CSS = """
    SentDialog .dialog > Static { height: auto; padding: 0 1; }
    SentDialog NamedInput { margin: 1 0; }
    """

    def __init__(self, follows: str) -> None:
        """``follows`` says what the coach will note."""
        super().__init__()
        self.follows = follows

    def parts(self) -> ComposeResult:
        today = self.words.day(self.book.clock.today())
        yield Static(Content(self.words("sending.title")), classes="title")
        yield Static(Content(self.follows), classes="muted")
        yield NamedInput(today, self.words("sending.key.keep"), self.words("sending.hint"))
        yield Static(classes="problem")

    @on(Input.Submitted)
    def _take(self) -> None:
        today, typed = self.book.clock.today(), self.query_one(NamedInput).value.strip()
        try:
            day = read_day(typed, self.words.lexicon, today) if typed else today
        except Unreadable as problem:
            self.wrong(problem)
            return
        if day > today:
            self.wrong(Refused("letter_to_come"))
        else:
            self.dismiss(day)

    @on(Input.Changed)
    def _clear_problem(self) -> None:
        self.wrong()
