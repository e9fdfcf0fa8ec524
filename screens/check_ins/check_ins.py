"""Check-ins in one table, a row a client, each value on disk before it paints. Asks the casebook; decides nothing."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.casebook.check_ins.check_ins import CheckIn
from coach.casebook.desk import Refused
from coach.engine.interview.instrument import Item
from coach.engine.pulse import FIXED
from coach.formats.unreadable import Unreadable
from coach.forms.check_ins import entered_for
from coach.store.file.errors import StoreFault
from coach.store.turns import PULSE
from coach.wording.check_ins import CheckInWording
from screens.check_ins.rows import beneath, heads_of, row_of
from screens.frame import commands
from screens.frame.form import ask_form
from screens.frame.place import Place
from screens.widgets.lists.entry_table import EntryTable
from screens.widgets.lists.row_details import RowDetails

ON_A_ROW = frozenset({"rhythm", "snooze", "skip", "whole", "invoices"})
"""Actions that need a client under the cursor."""


class CheckInsScreen(Place):
    """What is due on a day, or one client's check-in, to be typed through."""

    BINDINGS = [
        Binding("h", "rhythm", "check_ins.key.rhythm", id="check_ins.key.rhythm"),
        Binding("z", "snooze", "check_ins.key.snooze", id="check_ins.key.snooze"),
        Binding("x", "skip", "check_ins.key.skip", id="check_ins.key.skip"),
        Binding("n", "whole", "check_ins.key.whole", id="check_ins.key.whole", show=False),
        Binding("a", "everyone", "check_ins.key.everyone", id="check_ins.key.everyone"),
        Binding("o", "day", "check_ins.key.day", id="check_ins.key.day"),
        Binding("y", "invoices", "check_ins.key.invoices", id="check_ins.key.invoices", show=False),
        Binding("v", "holidays", "check_ins.key.holidays", id="check_ins.key.holidays", show=False),
        Binding("m", "money", "check_ins.key.money", id="check_ins.key.money", show=False),
        Binding("escape", "back", "check_ins.key.back", id="check_ins.key.back"),
    ]
    DEFAULT_CSS = """
    CheckInsScreen .sheet { padding: 1 1 0 1; height: 1fr; max-width: 120; }
    CheckInsScreen #head { height: auto; padding: 0 1 1 1; }
    CheckInsScreen #problem { height: auto; padding: 1 1 0 1; max-width: 92; color: $warning; }
    CheckInsScreen #beneath { height: auto; padding: 1 1 0 1; max-width: 92; }
    """

    def __init__(self, client_id: int | None = None) -> None:
        super().__init__()
        self.client_id, self.everyone = client_id, False
        self.on_day: date | None = None
        self.rows: dict[int, CheckIn] = {}
        self.kept: list[int] = []
        self.items: dict[int, dict[str, Item]] = {}
        self.problem = ""
        self._stood: int | None = None

    def parts(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(id="head")
            self.table = EntryTable(self.words, self._heed, self._keep)
            yield self.table
            yield Static(id="problem")
            yield RowDetails(id="beneath")

    @property
    def wording(self) -> CheckInWording:
        """Check-ins in words."""
        return CheckInWording(self.book.library)

    @property
    def current(self) -> CheckIn | None:
        """The check-in under the cursor."""
        return self.rows.get(int(self.table.at[0])) if self.table.at else None

    def show_records(self) -> None:
        """Read the round again and repaint; a row once shown stays until the screen is left."""
        self.rows, self.items = {each.client_id: each for each in self._read()}, {}
        self._show()

    def leave(self) -> None:
        """Go back from one client's check-in, with what was typed kept."""
        if self.client_id is not None:
            self.call_later(self.action_back)

    def on_screen_suspend(self) -> None:
        """Keep what was typed where a click leads away; where it cannot be kept and the place is gone, say so."""
        text = self.table.typed
        if not self.table.finish() and self not in self.app.screen_stack:
            said = self.wording("sheet.dropped", text=text, why=self.problem)
            self.app.notify(said, severity="warning", markup=False)

    def on_resize(self) -> None:
        """Use the room there is."""
        self.call_after_refresh(self._show)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer what does something here."""
        if action in ON_A_ROW and self.is_mounted and self.current is None:
            return False
        if action == "whole":
            return self.is_mounted and self.current is not None and self.current.place.whole is not None
        return action not in ("everyone", "day") or self.client_id is None

    @on(EntryTable.Dropped)
    def _dropped(self, message: EntryTable.Dropped) -> None:
        self._say(self.wording("sheet.dropped", text=message.text, why=self.problem))

    @on(EntryTable.Moved)
    def _moved(self) -> None:
        if not self.table.typed:
            self._say("")
        self._beneath()
        if self.current is not None and self.current.client_id != self._stood:
            self._stood = self.current.client_id
            self.refresh_bindings()

    @on(EntryTable.Opened)
    def _open(self, message: EntryTable.Opened) -> None:
        self.post_message(commands.OpenCheckIn(int(message.row), self.on_day))

    def action_rhythm(self) -> None:
        """Ask how often this client is checked in on."""
        if self.current is not None:
            self.post_message(commands.SetRhythm(self.current.client_id))

    def action_snooze(self) -> None:
        """Ask until when to put this one off."""
        if self.current is not None:
            self.post_message(commands.PutOffCheckIn(self.current.client_id))

    def action_skip(self) -> None:
        """Leave this one out."""
        if self.current is not None:
            self.post_message(commands.PutOffCheckIn(self.current.client_id, skip=True))

    def action_whole(self) -> None:
        """Begin the full check that is proposed."""
        if self.current is not None:
            self.post_message(commands.StartCheck(self.current.client_id))

    def action_invoices(self) -> None:
        """Show what this client has not paid yet."""
        if self.current is not None:
            self.post_message(commands.ShowInvoices(self.current.client_id))

    def action_holidays(self) -> None:
        """Ask for days off."""
        self.post_message(commands.SetHolidays())

    def action_money(self) -> None:
        """Ask for hours and revenue, too, or leave them out again."""
        rhythms = self.book.rhythms
        if not self.done(lambda: rhythms.track_money(not rhythms.tracks_money())):
            return
        self.items = {}
        self.notify(self.wording("money.on" if self.book.rhythms.tracks_money() else "money.off"), markup=False)
        self._show()

    def action_everyone(self) -> None:
        """Show every client, or only those that are due."""
        self.everyone, self.kept = not self.everyone, []
        self.refresh_place()

    def action_day(self) -> None:
        """Ask for another day to check in for."""
        ask_form(self.coach, lambda book: entered_for(book, self.on_day), self._for_day)

    def action_back(self) -> None:
        """Keep what was typed and go back."""
        if self.table.finish():
            self.app.pop_screen()

    def _for_day(self, day: date) -> None:
        self.on_day, self.kept = None if day == self.book.clock.today() else day, []
        self.refresh_place()

    def _read(self) -> list[CheckIn]:
        if self.client_id is not None:
            return [self.book.check_ins.one(self.client_id, self.on_day)]
        every = {each.client_id: each for each in self.book.check_ins.of_day(self.on_day, True)}
        past = self.on_day is not None
        day = self.on_day or self.book.clock.today()
        wanted = [each for each in every.values() if self.everyone or past or each.place.now(day) or each.answers]
        self.kept += [each.client_id for each in wanted if each.client_id not in self.kept]
        return [every[client] for client in self.kept if client in every]

    def _heed(self, column: str, text: str) -> None:
        """Say at once that what is typed is no answer."""
        problem = ""
        try:
            self.wording.check(self.book.library.instrument(PULSE).items[column], text)
        except Unreadable as unreadable:
            problem = self.coach.problem_text(unreadable)
        self._say(problem)

    def _keep(self, row: str, column: str, text: str) -> bool:
        """Keep what was typed into a cell; whether it could be, and said why where not."""
        item, client = self.book.library.instrument(PULSE).items[column], int(row)
        try:
            given = self.wording.read(item, text)
            self.rows[client] = self.book.check_ins.record(client, given, on_day=self.on_day)
        except (Unreadable, Refused, StoreFault) as problem:
            self._say(self.coach.problem_text(problem))
            return False
        self._say("")
        if self.is_current:
            self._show()
        return True

    def _say(self, problem: str) -> None:
        self.problem = problem
        if self.is_current:
            self.put("problem", problem)

    def _show(self) -> None:
        said, pulse = self.wording, self.book.library.instrument(PULSE)
        heads = heads_of(pulse, said, self.size.width)
        self.table.display = bool(self.rows)
        self.table.show(heads, [row_of(each, heads, pulse, said) for each in self.rows.values()])
        day = self.words.day(self.on_day or self.book.clock.today())
        title = Content.assemble((said("table.title"), "bold"), "  ", (said("table.day", day=day), "$foreground 60%"))
        left = sum(not each.place.done for each in self.rows.values())
        count = said.count("table.count", left) if left else said("table.all_done" if self.rows else "table.nothing")
        self.query_one("#head", Static).update(Content("\n").join([title, Content(count)]))
        self._beneath()
        self.refresh_bindings()

    def _beneath(self) -> None:
        self.query_one("#beneath", RowDetails).say(self._details)

    def _details(self) -> Content:
        each, at = self.current, self.table.at
        if each is None or at is None or at[1] not in FIXED:
            return Content("")
        if each.client_id not in self.items:
            self.items[each.client_id] = self.book.check_ins.items(each.client_id)
        items = self.items[each.client_id]
        return beneath(each, items[at[1]], items, self.wording)
