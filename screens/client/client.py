"""One client's page: the head, and the tabs it is given. Reads the page, and knows no tab by name."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import ContentSwitcher, Static

from coach.casebook.overview import ClientLine, ClientPage
from coach.library.words import Words
from coach.wording.checks.recommendation import RecommendationWording
from screens.client.keys import KEYS
from screens.frame import commands
from screens.frame.client_rows import MUTED, decided_tag
from screens.frame.discreet import named
from screens.frame.place import Place
from screens.frame.tab import Tab
from screens.widgets.frame.tab_line import TabLine


class ClientScreen(Place):
    """One client: a head, and one of the tabs below it."""

    AUTO_FOCUS = ""
    BINDINGS = [*KEYS]
    DEFAULT_CSS = """
    ClientScreen .sheet { padding: 1 1; height: 1fr; max-width: 120; }
    ClientScreen #head { height: auto; padding: 0 2 1 2; }
    ClientScreen TabLine { padding: 0 2; }
    ClientScreen ContentSwitcher { height: 1fr; }
    """

    def __init__(self, client_id: int, tabs: Mapping[str, Callable[[int, str], Tab]], tab: str = "now") -> None:
        """``tabs`` makes each tab by its name, in order; ``tab`` is the one shown first."""
        super().__init__()
        self.client_id, self.tabs = client_id, tabs
        self.first_tab = tab if tab in tabs else next(iter(tabs))
        self.page: ClientPage | None = None
        self.made: dict[str, Tab] = {}
        self.filled: set[str] = set()

    def parts(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(id="head")
            yield TabLine({tab: self.words(f"client.tab.{tab}") for tab in self.tabs})
            yield ContentSwitcher(self._make(self.first_tab), initial=self.first_tab)

    async def on_mount(self) -> None:
        """Begin on the tab asked for."""
        await self.action_show(self.first_tab)

    def _make(self, tab: str) -> Tab:
        """A tab, empty until the records are read; made when it is first turned to."""
        self.made[tab] = self.tabs[tab](self.client_id, tab)
        return self.made[tab]

    def show_records(self) -> None:
        """Read the client again and repaint."""
        self.page = page = self.book.overview.page(self.client_id)
        self.filled.clear()
        head = head_of(page.line, self.book.clock.today(), self.words, RecommendationWording(self.book.library))
        self.query_one("#head", Static).update(head)
        self._fill(self.tab)
        self.refresh_bindings()

    def leave(self) -> None:
        """Go to today, since there is no such client any more."""
        self.post_message(commands.ShowToday())

    def _fill(self, tab: str) -> None:
        """Let a tab show the page, where it does not yet: a long history is work."""
        page = self.page
        if page is not None and tab not in self.filled and self.done(lambda: self.made[tab].fill(page)):
            self.filled.add(tab)

    @property
    def tab(self) -> str:
        """The tab shown."""
        return self.query_one(ContentSwitcher).current or self.first_tab

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a key on the tab, and in the state, in which it does something."""
        if not self.is_mounted:
            return False
        tab = self.made[self.tab]
        if tab.keeps_keys or action != "tab":
            return action == "back" or not tab.keeps_keys
        name, given = str(parameters[0]), cast(tuple[object, ...], parameters[1] if parameters[1:] else ())
        if name == "call" and any(each.in_danger for each in self.made.values()):
            return False
        return name in tab.OFFERS and bool(tab.check_action(name, given))

    @on(TabLine.Chosen)
    async def _tab_clicked(self, message: TabLine.Chosen) -> None:
        await self.action_show(message.tab)

    @on(Tab.Changed)
    def _changed(self) -> None:
        self.refresh_place()

    @on(events.Resize)
    def _resized(self) -> None:
        for tab in self.made.values():
            tab.page_resized()

    async def action_tab(self, action: str, given: tuple[object, ...] = ()) -> None:
        """Do on the tab shown what a key is for there."""
        await self.app.run_action(("", action, given), self.made[self.tab])

    async def action_show(self, tab: str) -> None:
        """Turn to a tab, and to what can be chosen there."""
        switcher = self.query_one(ContentSwitcher)
        if tab not in self.made:
            await switcher.add_content(self._make(tab))
        switcher.current = tab
        self._fill(tab)
        self.query_one(TabLine).here = tab
        self.made[tab].take_focus()

    async def action_turn(self, steps: int) -> None:
        """Turn to the tab beside this one."""
        tabs = list(self.tabs)
        await self.action_show(tabs[(tabs.index(self.tab) + steps) % len(tabs)])

    def action_hold(self) -> None:
        """Hold a reply to this client."""
        self.post_message(commands.HoldReply(self.client_id))

    def action_rename(self) -> None:
        """Ask for another name."""
        self.post_message(commands.RenameClient(self.client_id))

    def action_back(self) -> None:
        """Leave what was begun on the tab; else go back to where this page was opened."""
        if not self.made[self.tab].go_back():
            self.app.pop_screen()


def head_of(line: ClientLine, today: date, words: Words, phrases: RecommendationWording) -> Content:
    """Name, recommendation, and what the owner decided or is to look at next."""
    name = named(line.client.name, words).stylize("bold")
    if line.client.state != "active":
        name += Content(f"  {words('client.away')}").stylize(MUTED)
    told = Content(phrases.line(line.told) if line.told else words("client.unchecked")).stylize("$accent")
    return Content("\n").join([name, told, Content(_next(line, today, words, phrases)).stylize(MUTED)])


def _next(line: ClientLine, today: date, words: Words, phrases: RecommendationWording) -> str:
    decision, told = line.decision, line.told
    if decision is not None:
        tag, again = decided_tag(decision, phrases), decision.look_again_on
        said = words("client.decided", tag=tag, day=_day(decision.on_day, today, words))
        return f"{said} {words('client.look_again', day=_day(again, today, words))}" if again else said
    return phrases.second_look(told) or words("client.undecided") if told else words("client.unchecked_said")


def _day(day: date, today: date, words: Words) -> str:
    return words.day(day, "short" if day.year == today.year else "full")
