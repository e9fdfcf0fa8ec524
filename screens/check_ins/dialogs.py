"""Small questions about check-ins: another day, how often, put off, left out, days off, an invoice. Know no place."""

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.casebook.desk import Refused
from coach.formats.days import day_ahead, read_day
from coach.wording.check_ins import PulseWords
from screens.frame.line_dialog import LineDialog
from screens.frame.place import Dialog
from screens.widgets.fields.clean_input import CleanInput
from screens.widgets.frame.key_bar import KeyBar
from screens.widgets.frame.key_names import name_keys


class CheckInDialog(LineDialog):
    """One field with a question about check-ins; ``key`` says where its words stand."""

    key = ""

    def __init__(self, client_id: int | None = None) -> None:
        super().__init__()
        self.client_id = client_id

    @property
    def said(self) -> PulseWords:
        """Check-ins in words."""
        return PulseWords(self.book.library)

    def whom(self) -> str:
        """The client's name as it may be shown."""
        return "" if self.client_id is None else self.named(self.book.client(self.client_id).name).plain

    def title_said(self) -> str:
        """What is asked, and of whom."""
        return self.said(f"off.{self.key}_title", name=self.whom())

    def before(self) -> ComposeResult:
        """The question."""
        yield Static(Content(self.said(f"off.{self.key}_said")), classes="muted")

    def show_anew(self) -> None:
        """Name the client as it may be shown now."""
        self.query_one(".title", Static).update(Content(self.title_said()))

    def tell(self, key: str, **blanks: object) -> None:
        """Say what was kept."""
        self.app.notify(self.said(key, **blanks), markup=False)


class DayDialog(Dialog[date | None]):
    """Asks which day check-ins are entered for; gives it, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "check_ins.key.cancel", id="check_ins.key.cancel")
    ]
    DEFAULT_CSS = """
    DayDialog Static { height: auto; }
    DayDialog CleanInput { margin: 1 0; }
    DayDialog .problem { color: $warning; min-height: 1; }
    """

    def __init__(self, day: date | None) -> None:
        super().__init__()
        self.day = day

    def compose(self) -> ComposeResult:
        name_keys(self, self.words)
        said = PulseWords(self.book.library)
        with Vertical(classes="dialog"):
            yield Static(Content(said("off.day_title")), classes="title")
            yield Static(Content(said("off.day_said")), classes="muted")
            yield CleanInput((self.day or self.book.clock.today()).isoformat())
            yield Static(classes="problem")
        yield KeyBar()

    @on(CleanInput.Submitted)
    def _take(self) -> None:
        try:
            day = read_day(self.query_one(CleanInput).value, self.words.lexicon, self.book.clock.today())
            self.book.check_day(day)
        except ValueError:
            self.query_one(".problem", Static).update(Content(self.words("boundary.unreadable")))
        except Refused as problem:
            self.query_one(".problem", Static).update(Content(self.words(f"refused.{problem.key}", **problem.blanks)))
        else:
            self.dismiss(day)

    def action_cancel(self) -> None:
        """Leave the day as it is."""
        self.dismiss(None)


class SnoozeDialog(CheckInDialog):
    """Asks until when a check-in waits."""

    key = "snooze"

    def begin_with(self) -> str:
        """A few days."""
        return self.said("off.few_days")

    def keep(self, typed: str) -> None:
        """Keep the day and say so."""
        day = day_ahead(typed, self.words.lexicon, self.book.clock.today())
        self.book.snooze(self.client_id or 0, day)
        self.tell("off.snoozed", day=self.words.day(day))


class SkipDialog(CheckInDialog):
    """Asks why a check-in is left out; nothing need be said."""

    key = "skip"

    def keep(self, typed: str) -> None:
        """Leave it out, and say when the next one comes."""
        self.book.skip(self.client_id or 0, typed)
        coming = self.book.check_in_of(self.client_id or 0).place.due
        self.tell("off.skipped", day=self.words.day(coming.on_day) if coming else "")


class HolidayDialog(CheckInDialog):
    """Asks for days off; nothing ends all that are set."""

    key = "holiday"

    def begin_with(self) -> str:
        """The days off that are set, or none."""
        spans = self.book.holidays()
        return f"{spans[0][0].isoformat()} {self.said('off.to')} {spans[0][1].isoformat()}" if spans else ""

    def keep(self, typed: str) -> None:
        """Keep them and say so."""
        if not typed.strip():
            self.book.set_holidays()
            self.tell("off.holiday_none")
            return
        first_said, _, last_said = typed.partition(f" {self.said('off.to')} ")
        today = self.book.clock.today()
        first = day_ahead(first_said, self.words.lexicon, today)
        last = day_ahead(last_said, self.words.lexicon, first) if last_said else first
        self.book.set_holidays((first, last))
        self.tell("off.holiday_saved", first=self.words.day(first), last=self.words.day(last))
