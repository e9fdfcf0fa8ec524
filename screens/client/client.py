"""One client's page: what stands now, the trend, the history. Reads the casebook and asks the app for the rest."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from coach.casebook.desk import Refused
from coach.casebook.reading import Page, leaving
from coach.casebook.trends.measures import Lens
from coach.store.file.errors import StoreFault
from coach.wording.checks.recommendation import Phrases
from coach.wording.log import LogWords
from screens.client.actions import ClientDoors
from screens.client.keys import KEYS, ONLY_ON, TABS
from screens.client.summary import head_of, history_of, leads_of, now_of
from screens.exits.tab import Exiting
from screens.frame import commands
from screens.log.tab import ClientLog, log_pane
from screens.trends.points import check_of, levels_of
from screens.widgets.chart.trend_chart import TrendChart
from screens.widgets.chart.trends_pane import TrendsPane
from screens.widgets.frame.key_bar import KeyBar
from screens.widgets.frame.key_names import name_keys
from screens.widgets.frame.tab_line import TabLine
from screens.widgets.glyphs import ascii_only
from screens.widgets.lists.row_list import RowList
from screens.widgets.lists.table import Table

if TYPE_CHECKING:
    from coach.engine.reset import Reset


class NowPane(VerticalScroll):
    """What leads on from here, and what was last recommended."""

    DEFAULT_CSS = """
    NowPane { scrollbar-size-vertical: 1; }
    NowPane #standing { height: auto; max-width: 92; padding: 1 2 0 2; }
    """


class ClientScreen(ClientDoors, Exiting, ClientLog):
    """One client: header and the tabs Now, Trends, Log, Boundaries, Plan and History."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]
    DEFAULT_CSS = """
    ClientScreen .sheet { padding: 1 1; height: 1fr; max-width: 120; }
    ClientScreen #head { height: auto; padding: 0 2 1 2; }
    ClientScreen TabLine, ClientScreen TrendChart, ClientScreen HeatStrip, ClientScreen #no_history { padding: 0 2; }
    ClientScreen #no_boundaries { padding: 0 2; height: auto; }
    ClientScreen ContentSwitcher { height: 1fr; }
    ClientScreen #sentence { padding: 0 2; }
    """

    def __init__(self, client_id: int, tab: str = "now") -> None:
        super().__init__(client_id)
        self.first_tab = tab if tab in TABS else TABS[0]
        self.page: Page | None = None
        self.filled: set[str] = set()
        self._trends_pane: TrendsPane | None = None

    def compose(self) -> ComposeResult:
        name_keys(self, self.words)
        yield self.top_line()
        with Vertical(classes="sheet"):
            yield Static(id="head")
            yield TabLine({tab: self.words(f"client.tab.{tab}") for tab in TABS})
            yield ContentSwitcher(self._pane(self.first_tab), initial=self.first_tab)
        yield KeyBar()

    async def on_mount(self) -> None:
        """Begin on the tab asked for."""
        await self.action_show(self.first_tab)

    def _pane(self, tab: str) -> Widget:
        """A tab, empty until the records are read; made when it is first turned to."""
        open_label = self.words("client.key.open")
        if tab == "now":
            return NowPane(RowList(open_label, headed=False), Static(id="standing"), id=tab)
        if tab == "trends":
            levels = levels_of(self.book.library.thresholds, self.words)
            self._trends_pane = TrendsPane(self.words, levels, open_label, ascii_only(), id=tab)
            return self._trends_pane
        if tab == "log":
            return log_pane(LogWords(self.book.library), open_label, self.words("client.key.found"))
        if tab == "plan":
            return self.plan_pane()
        empty = Static(Content(self.words(f"client.{tab}_empty")), id=f"no_{tab}", classes="muted")
        return Vertical(empty, Table(open_label), id=tab)

    def refresh_place(self) -> None:
        """Read the client again and repaint; back to today where there is no such client any more."""
        try:
            page = self.book.page(self.client_id)
        except (Refused, StoreFault) as problem:
            self.complain(problem)
            if isinstance(problem, Refused):
                self.post_message(commands.ShowToday())
            return
        self.page = page
        self.filled.clear()
        head = head_of(page.line, self.book.clock.today(), self.words, Phrases(self.book.library))
        self.query_one("#head", Static).update(head)
        self._fill_in(self.tab)
        self.refresh_bindings()

    def _fill_in(self, tab: str) -> None:
        """Put into a tab what it shows, where it does not stand there yet: a long history is work."""
        if self.page is not None and tab not in self.filled:
            try:
                self._fill(self.page, tab)
            except (Refused, StoreFault) as problem:
                self.complain(problem)

    def _fill(self, page: Page, tab: str) -> None:
        words, phrases = self.words, Phrases(self.book.library)
        if tab == "now":
            running = self.book.current_try(self.client_id)
            tried = self._tried(running.reset) if running else ""
            # That a try is wanted is the recommendation, which others are not to read.
            wanted = not (running or self.discreet) and self.book.try_wanted(self.client_id)
            self.query_one("#now RowList", RowList).show_sections(leads_of(page, words, phrases, tried, wanted))
            self.query_one("#standing", Static).update(now_of(page.line.told, words, phrases))
        elif tab == "trends":
            events = self.book.events(self.client_id)
            self.query_one(TrendsPane).show(self.trends(page, events, phrases))
        elif tab == "log":
            self.fill_log()
        elif tab == "boundaries":
            from coach.wording.boundaries import BoundaryWords, weighs
            from screens.boundaries.rows import client_section

            standings, said = self.book.standings(self.client_id), BoundaryWords(self.book.library)
            section = client_section(standings, weighs(page.line.told), said)
            self.query_one("#no_boundaries").display = not section.rows
            self.query_one("#boundaries Table", Table).show_section(section)
        elif tab == "plan":
            self.fill_plan(page.line.client.name)
        else:
            self.query_one("#no_history").display = not page.history
            self.query_one("#history Table", Table).show_section(history_of(page, words, phrases))
        self.filled.add(tab)

    def _tried(self, reset: "Reset") -> str:
        from coach.wording.tries import TryWords

        return TryWords(self.book.library).state(reset, self.book.clock.today())

    @property
    def tab(self) -> str:
        """The tab shown."""
        return self.query_one(ContentSwitcher).current or TABS[0]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a key on the tab, and in the state, in which it does something."""
        if not self.is_mounted or ONLY_ON.get(action, self.tab) != self.tab:
            return False
        pane, told = self.trends_pane, self.page.line.told if self.page else None
        if pane is not None and pane.chart.has_focus:
            return action == "back"
        if action.startswith("plan_"):
            return self.plan_allows(action)
        there = told is not None
        possible = {
            "deepen": told is not None and told.assessment.depth == "quick",
            "read": pane is not None and pane.draws,
            "view": pane is not None
            and there
            and pane.view in parameters[1:]
            and (pane.by_weeks or parameters[0] != "weeks"),
            "set_aside": there,
            "call": self.tab in ("now", "plan")
            and leaving(self.page.line if self.page else None)
            and not (self.exit is not None and self.exit.safe),
            "check": self.tab not in ("log", "plan"),
            "write": self.tab in ("now", "boundaries", "plan"),
            "check_in": self.page is not None and self.page.line.client.state == "active",
        }
        return possible.get(action, True)

    @on(TabLine.Chosen)
    async def _tab_clicked(self, message: TabLine.Chosen) -> None:
        await self.action_show(message.tab)

    @on(RowList.Chosen)
    def _open(self, message: RowList.Chosen) -> None:
        kind, _, number = message.row.rpartition(":")
        if message.row == "check":
            self.post_message(commands.StartCheck(self.client_id))
        elif message.row == "try":
            self.action_last_try()
        elif kind == "resume":
            self.post_message(commands.ResumeCheck(int(number)))
        elif self.tab == "log":
            self.open_moment(kind, int(number))
        elif self.tab == "plan":
            self.open_plan_row(message.row)
        elif self.tab == "boundaries":
            self.post_message(commands.ShowBoundary(message.row, self.client_id))
        elif self.tab == "trends":
            self._open_point(int(number))
        else:
            self.post_message(commands.ShowVerdict(int(number)))

    @on(TrendChart.PointChosen)
    def _open_read(self, message: TrendChart.PointChosen) -> None:
        self._open_point(message.index)

    def _open_point(self, index: int) -> None:
        if self.page and self.lens is Lens.POINTS and (check := check_of(self.page, index)) is not None:
            self.post_message(commands.ShowVerdict(check))

    @property
    def trends_pane(self) -> TrendsPane | None:
        """The tab of the trends, once it has been made whole: keys are asked about while it is still on its way."""
        pane = self._trends_pane
        return pane if pane is not None and pane.is_mounted else None

    async def action_show(self, tab: str) -> None:
        """Turn to a tab, and to what can be chosen there."""
        switcher = self.query_one(ContentSwitcher)
        if not any(each.id == tab for each in switcher.children):
            await switcher.add_content(self._pane(tab))
        switcher.current = tab
        self._fill_in(tab)
        self.query_one(TabLine).here = tab
        lists = list(self.query(f"#{tab} RowList").results(RowList))
        pane = self.trends_pane
        listed = tab != "trends" or (pane is not None and pane.view == "figures")
        self.set_focus(lists[0] if lists and listed else None)
        self.refresh_bindings()

    async def action_turn(self, steps: int) -> None:
        """Turn to the tab beside this one."""
        await self.action_show(TABS[(TABS.index(self.tab) + steps) % len(TABS)])

    def action_check(self) -> None:
        """Begin a new check."""
        self.post_message(commands.StartCheck(self.client_id))

    def action_check_in(self) -> None:
        """Check in on this client, due or not."""
        self.post_message(commands.ShowCheckIns(self.client_id))

    def action_deepen(self) -> None:
        """Go on in the full depth with the quick check."""
        if self.page and self.page.line.told:
            self.post_message(commands.DeepenCheck(self.page.line.told.assessment.id))

    def action_read(self) -> None:
        """Read the points of the picture one by one."""
        self.set_focus(self.query_one(TrendsPane).chart)
        self.refresh_bindings()

    async def action_view(self, view: str, *_instead_of: str) -> None:
        """Show the points as a picture, as the weeks they fall in, or as a table, in place of another of these."""
        await self.query_one(TrendsPane).turn(view)
        await self.action_show("trends")

    def action_set_aside(self) -> None:
        """Set the check under the cursor aside; undo brings it back."""
        row = self.query_one("#history RowList", RowList).current
        if not row:
            return
        try:
            self.book.withdraw(int(row))
        except (Refused, StoreFault) as problem:
            self.complain(problem)
        else:
            self.notify(self.words("client.set_aside"), markup=False)
        self.refresh_place()

    def action_write(self) -> None:
        """Choose a letter to this client."""
        letter = self.plan_letter if self.tab == "plan" else ""
        self.post_message(commands.ShowLetters(self.client_id, letter))

    def action_call(self) -> None:
        """Prepare the call that ends the work."""
        self.post_message(commands.ShowCall(self.client_id))

    def action_rename(self) -> None:
        """Ask for another name."""
        from screens.frame.name_dialog import RenameDialog

        if self.page:
            self.app.push_screen(RenameDialog(self.client_id, self.page.line.client.name))

    async def action_back(self) -> None:
        """Leave the picture where its points are being read; else go back to where this page was opened."""
        pane = self.trends_pane
        if pane is not None and pane.chart.has_focus:
            await self.action_show("trends")
        elif self.tab != "log" or not self.leave_search():
            self.app.pop_screen()
