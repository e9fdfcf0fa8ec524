"""Every client by weight, as a table that can be filtered by name. Knows no check and decides nothing itself."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from coach.casebook.clients import PROSPECT
from coach.casebook.overview import ClientLine
from coach.casebook.trends.trends import Measure
from coach.engine.trend import Series
from coach.formats.text import clean
from coach.wording.checks.recommendation import RecommendationWording
from coach.wording.trends import TrendWording
from screens.clients.trend_rows import trends_table
from screens.frame import commands
from screens.frame.client_rows import client_table
from screens.frame.place import Place
from screens.widgets.fields.clean_input import CleanInput, NamedInput
from screens.widgets.lists.columns import Section
from screens.widgets.lists.row_list import RowList
from screens.widgets.lists.table import Table


class ClientsScreen(Place):
    """Every active client by weight, or those put away."""

    HERE = "clients"
    BINDINGS = [
        Binding("a", "add", "clients.key.add", id="clients.key.add"),
        Binding("n", "check", "clients.key.check", id="clients.key.check"),
        Binding("slash", "filter", "clients.key.filter", id="clients.key.filter"),
        Binding("e", "rename", "clients.key.rename", id="clients.key.rename", show=False),
        Binding("x", "put_away", "clients.key.put_away", id="clients.key.put_away"),
        Binding("x", "take_out", "clients.key.take_out", id="clients.key.take_out"),
        Binding("A", "show_away", "clients.key.show_away", id="clients.key.show_away"),
        Binding("A", "show_active", "clients.key.show_active", id="clients.key.show_active"),
        Binding("v", "view('trends')", "clients.key.trends", id="clients.key.trends"),
        Binding("v", "view('list')", "clients.key.list", id="clients.key.list"),
        Binding("m", "measure", "clients.key.measure", id="clients.key.measure"),
        Binding("b", "prospects", "clients.key.prospects", show=False, id="clients.key.prospects"),
        Binding("escape", "clear", "clients.key.clear", id="clients.key.clear"),
    ]
    DEFAULT_CSS = """
    ClientsScreen .sheet { padding: 1 1; height: 1fr; max-width: 120; }
    ClientsScreen #lead { padding: 0 2 1 2; }
    ClientsScreen CleanInput { margin-bottom: 1; padding: 0 2; display: none; }
    ClientsScreen #empty { padding: 0 2; height: auto; color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.away = False
        self.view = "list"
        self.measure = Measure.POINTS
        self.lines: list[ClientLine] = []
        self.waiting = 0
        self.series: dict[int, Series] = {}

    def parts(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(id="lead", classes="title")
            yield NamedInput("", self.words("clients.key.filtered"), self.words("clients.filter"))
            yield Static(id="empty")
            yield Table(self.words("clients.key.open"))

    def on_mount(self) -> None:
        """Begin on the rows; the filter comes with its key."""
        self.set_focus(self.query_one(Table).rows)

    def show_records(self) -> None:
        """Read the clients again and repaint; the cursor stays on its row, the filter as it was typed."""
        self.lines = self.book.overview.lines("archived" if self.away else "active")
        self.series = self.book.trends.measured_of_each(self.measure) if self.view == "trends" else {}
        self.waiting = len(self.book.clients.everyone(PROSPECT))
        self._repaint()

    def on_resize(self) -> None:
        """Cut the year as finely as the width allows."""
        if self.view == "trends":
            self._repaint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the client under the cursor, in the list that is shown."""
        if action in ("put_away", "take_out", "rename", "check"):
            there = bool(self.lines)
            return (
                there and (action not in ("put_away", "check") or not self.away) and (action != "take_out" or self.away)
            )
        if action == "measure":
            return self.view == "trends"
        if action == "clear":
            return self.is_mounted and self.query_one(CleanInput).display
        if action in ("show_away", "show_active"):
            return self.away == (action == "show_active")
        return parameters != (self.view,) if action == "view" else True

    @on(RowList.Chosen)
    def _open(self, message: RowList.Chosen) -> None:
        self.post_message(commands.ShowClient(int(message.row), "trends" if self.view == "trends" else "now"))

    @on(Input.Changed)
    def _repaint(self) -> None:
        shown = self._filtered()
        key = "clients.away" if self.away else "clients.active"
        said = "trends.said" if self.view == "trends" and self.lines else key
        what = (
            self.words("trends.theirs")
            if self.measure is Measure.POINTS
            else self.words(f"trend.lens_short.{self.measure}")
        )
        lead = Content(self.words.count("screens", said, len(self.lines), what=what))
        self.query_one("#lead", Static).update(lead if self.away else lead + self._before_signing())
        empty = "" if shown else "clients.none_found" if self.lines else f"{key}_empty"
        self.put("empty", self.words(empty) if empty else "")
        self.query_one(Table).show_section(self._section(shown))
        self.query_one(Table).display = bool(shown)
        self.refresh_bindings()

    @on(Input.Submitted)
    def _filtered_enough(self) -> None:
        self.set_focus(self.query_one(Table).rows)

    def action_filter(self) -> None:
        """Type part of a name to see fewer clients."""
        self.query_one(CleanInput).display = True
        self.set_focus(self.query_one(CleanInput))

    def action_clear(self) -> None:
        """Show every client again."""
        field = self.query_one(CleanInput)
        field.value, field.display = "", False
        self.set_focus(self.query_one(Table).rows)
        self.refresh_bindings()

    def action_add(self) -> None:
        """Ask for a new client's name."""
        self.post_message(commands.AddClient(check=False))

    def action_prospects(self) -> None:
        """Show those one does not work for yet."""
        self.post_message(commands.ShowProspects())

    def action_check(self) -> None:
        """Begin a check of the client under the cursor."""
        if (line := self._current()) is not None:
            self.post_message(commands.StartCheck(line.client.id))

    def action_rename(self) -> None:
        """Ask for another name for the client under the cursor."""
        if (line := self._current()) is not None:
            self.post_message(commands.RenameClient(line.client.id))

    def action_put_away(self) -> None:
        """Put the client under the cursor away; nothing recorded is lost."""
        self._move(active=False)

    def action_take_out(self) -> None:
        """Take the client under the cursor out again."""
        self._move(active=True)

    def action_show_away(self) -> None:
        """Show the clients put away."""
        self.away = True
        self.refresh_place()

    def action_show_active(self) -> None:
        """Show the active clients."""
        self.away = False
        self.refresh_place()

    def action_view(self, view: str) -> None:
        """Show how the clients have gone, or how they stand."""
        self.view = view
        self.refresh_place()

    def action_measure(self) -> None:
        """Choose what to draw of all clients."""
        from screens.frame.dialogs.pick import PickDialog

        def chosen(measure: str | None) -> None:
            if measure:
                self.measure = Measure(measure)
                self.refresh_place()

        measures = self.attempt(lambda: self.book.trends.measures_of_all())
        if measures is None:
            return
        offered = [(each.value, Content(self.words(f"trend.lens.{each}"))) for each in measures]
        self.app.push_screen(PickDialog(self.words("trend.lens_title.title"), offered), chosen)

    def _move(self, active: bool) -> None:
        line = self._current()
        if line is None:
            return
        if self.done(lambda: self.book.clients.archive(line.client.id, active=active)):
            said = self.words("clients.taken_out" if active else "clients.put_away", name=clean(line.client.name))
            self.notify(said, markup=False)
        self.refresh_place()

    def _section(self, lines: list[ClientLine]) -> Section:
        if self.view == "trends":
            said = TrendWording(self.book.library, self.book.limits.currency())
            return trends_table(lines, self.series, self.book.clock.today(), self.size.width, said, self.measure)
        return client_table(lines, self.words, RecommendationWording(self.book.library))

    def _before_signing(self) -> Content:
        """How many wait for an answer, and the key that leads to them."""
        key = self.key_of("clients.key.prospects", "b")
        said = self.words.count("screens", "clients.before", self.waiting, key=key) if self.waiting else ""
        return Content(f"   {said or self.words('clients.before.none', key=key)}").stylize("$foreground 60%")

    @property
    def under_cursor(self) -> int | None:
        """The client under the cursor, whom a key is about."""
        line = self._current()
        return None if line is None else line.client.id

    def _current(self) -> ClientLine | None:
        row = self.query_one(Table).rows.current
        return next((line for line in self.lines if str(line.client.id) == row), None)

    def _filtered(self) -> list[ClientLine]:
        typed = self.query_one(CleanInput).value.casefold().strip()
        return [line for line in self.lines if typed in clean(line.client.name).casefold()]
