"""Small questions about check-ins: another day, how often, put off, left out, days off, an invoice. Know no place."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from coach.casebook.desk import Refused
from coach.formats.days import Side, read_day
from coach.formats.unreadable import Unreadable
from coach.wording.check_ins import CheckInWording
from screens.frame.dialogs.line import LineDialog
from screens.frame.place import Dialog
from screens.widgets.fields.clean_input import CleanInput


class CheckInDialog(LineDialog):
    """One field with a question about check-ins; ``key`` says where its words stand."""

    key = ""

    def __init__(self, client_id: int | None = None) -> None:
        super().__init__()
        self.client_id = client_id

    @property
    def wording(self) -> CheckInWording:
        """Check-ins in words."""
        return CheckInWording(self.book.library)

    def whom(self) -> str:
        """The client's name as it may be shown."""
        return "" if self.client_id is None else self.named(self.book.clients.one(self.client_id).name).plain

    def title_text(self) -> str:
        """What is asked, and of whom."""
        return self.wording(f"off.{self.key}_title", name=self.whom())

    def before(self) -> ComposeResult:
        """The question."""
        yield Static(Content(self.wording(f"off.{self.key}_said")), classes="muted")

    def repaint(self) -> None:
        """Name the client as it may be shown now."""
        self.query_one(".title", Static).update(Content(self.title_text()))

    def tell(self, key: str, **blanks: object) -> None:
        """Say what was kept."""
        self.app.notify(self.wording(key, **blanks), markup=False)


class DayDialog(Dialog[date | None]):
    """Asks which day check-ins are entered for; gives it, or None."""

    BINDINGS = [Binding("escape", "cancel", "check_ins.key.cancel", id="check_ins.key.cancel")]
    DEFAULT_CSS = """
    DayDialog CleanInput { margin: 1 0; }
    """

    def __init__(self, day: date | None) -> None:
        super().__init__()
        self.day = day

    def parts(self) -> ComposeResult:
        said = CheckInWording(self.book.library)
        yield Static(Content(said("off.day_title")), classes="title")
        yield Static(Content(said("off.day_said")), classes="muted")
        yield CleanInput((self.day or self.book.clock.today()).isoformat())
        yield Static(classes="problem")

    @on(CleanInput.Submitted)
    def _take(self) -> None:
        try:
            day = read_day(self.query_one(CleanInput).value, self.words.lexicon, self.book.clock.today())
            self.book.checks.check_day(day)
        except (Unreadable, Refused) as problem:
            self.wrong(problem)
        else:
            self.dismiss(day)


class SnoozeDialog(CheckInDialog):
    """Asks until when a check-in waits."""

    key = "snooze"

    def begin_with(self) -> str:
        """A few days."""
        return self.wording("off.few_days")

    def keep(self, typed: str) -> None:
        """Keep the day and say so."""
        day = read_day(typed, self.words.lexicon, self.book.clock.today(), Side.AHEAD)
        self.book.rhythms.snooze(self.client_id or 0, day)
        self.tell("off.snoozed", day=self.words.day(day))


class SkipDialog(CheckInDialog):
    """Asks why a check-in is left out; nothing need be said."""

    key = "skip"

    def keep(self, typed: str) -> None:
        """Leave it out, and say when the next one comes."""
        self.book.rhythms.skip(self.client_id or 0, typed)
        coming = self.book.check_ins.one(self.client_id or 0).place.due
        self.tell("off.skipped", day=self.words.day(coming.on_day) if coming else "")


class HolidayDialog(CheckInDialog):
    """Asks for days off; nothing ends all that are set."""

    key = "holiday"

    def begin_with(self) -> str:
        """The days off that are set, or none."""
        spans = self.book.rhythms.holidays()
        return f"{spans[0][0].isoformat()} {self.wording('off.to')} {spans[0][1].isoformat()}" if spans else ""

    def keep(self, typed: str) -> None:
        """Keep them and say so."""
        if not typed.strip():
            self.book.rhythms.set_holidays()
            self.tell("off.holiday_none")
            return
        first_said, _, last_said = typed.partition(f" {self.wording('off.to')} ")
        today = self.book.clock.today()
        first = read_day(first_said, self.words.lexicon, today, Side.AHEAD)
        last = read_day(last_said, self.words.lexicon, first, Side.AHEAD) if last_said else first
        self.book.rhythms.set_holidays((first, last))
        self.tell("off.holiday_saved", first=self.words.day(first), last=self.words.day(last))
