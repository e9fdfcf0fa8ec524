"""Asks on which day a letter was sent. Knows days; keeps nothing."""

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from coach.formats.days import read_day
from screens.frame.place import Dialog
from screens.widgets.fields.clean_input import NamedInput
from screens.widgets.frame.key_bar import KeyBar
from screens.widgets.frame.key_names import name_keys


class SentDialog(Dialog[date | None]):
    """Asks for the day, today where nothing else is typed; gives it, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "sending.key.cancel", id="sending.key.cancel"),
    ]
    DEFAULT_CSS = """
    SentDialog .dialog > Static { height: auto; padding: 0 1; }
    SentDialog NamedInput { margin: 1 0; }
    SentDialog #problem { color: $warning; min-height: 1; }
    """

    def __init__(self, follows: str) -> None:
        """``follows`` says what the coach will note."""
        super().__init__()
        self.follows = follows

    def compose(self) -> ComposeResult:
        name_keys(self, self.words)
        today = self.words.day(self.book.clock.today())
        with Vertical(classes="dialog"):
            yield Static(Content(self.words("sending.title")), classes="title")
            yield Static(Content(self.follows), classes="muted")
            yield NamedInput(today, self.words("sending.key.keep"), self.words("sending.hint"))
            yield Static(id="problem")
        yield KeyBar()

    @on(Input.Submitted)
    def _take(self) -> None:
        today, typed = self.book.clock.today(), self.query_one(NamedInput).value.strip()
        try:
            day = read_day(typed, self.words.lexicon, today) if typed else today
        except ValueError:
            self._wrong("refused.day_unreadable")
            return
        if day > today:
            self._wrong("refused.letter_to_come")
        else:
            self.dismiss(day)

    @on(Input.Changed)
    def _mending(self) -> None:
        self.query_one("#problem", Static).update("")

    def action_cancel(self) -> None:
        """It was not sent."""
        self.dismiss(None)

    def _wrong(self, key: str) -> None:
        self.query_one("#problem", Static).update(Content(self.words(key)))
