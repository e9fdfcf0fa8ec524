"""One boundary: where it stands, my terms, the steps, what to do when it is crossed, its letters. Decides nothing."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import ContentSwitcher, OptionList, Static

from coach.engine.boundary import Rung
from coach.forms.boundaries import far, term
from coach.wording.boundaries import BoundaryWording
from screens.boundaries.page import ABOUT, about_of, head_of, letters_of, read_boundary, standing_sections, steps_of
from screens.boundaries.steps import PlaceWithSteps
from screens.frame import commands
from screens.frame.form import ask_form
from screens.widgets.frame.tab_line import TabLine
from screens.widgets.lists.row_details import RowDetails
from screens.widgets.lists.row_list import RowList
from screens.widgets.reading.numbered import Numbered

TABS = ("stands", "steps", "crossed", "letters")
ONLY_ON = {"tick": "steps", "put_off": "steps", "begin": "steps"}
"""The tab on which a key works; the others work on all."""
ROOMY = 104
"""Columns of a screen from which every step is read whole in its row."""


class BoundaryScreen(PlaceWithSteps):
    """One boundary, in my own terms or with one client."""

    VERTICAL_BREAKPOINTS = [(0, "-tight"), (23, "-roomy")]
    BINDINGS = [
        Binding("s", "say", "boundary.key.say", id="boundary.key.say"),
        Binding("o", "begin", "boundary.key.begin", id="boundary.key.begin"),
        Binding("space", "tick", "boundary.key.tick", id="boundary.key.tick", show=False),
        Binding("p", "put_off", "boundary.key.put_off", id="boundary.key.put_off"),
        Binding("left", "turn(-1)", "boundary.key.previous", id="boundary.key.previous", show=False),
        Binding("right", "turn(1)", "boundary.key.next", id="boundary.key.next", show=False),
        *(
            Binding(str(key), f"show('{tab}')", f"boundary.tab.{tab}", id=f"boundary.tab.{tab}", show=False)
            for key, tab in enumerate(TABS, 1)
        ),
        Binding("escape", "back", "boundary.key.back", id="boundary.key.back"),
    ]
    DEFAULT_CSS = """
    BoundaryScreen .sheet { padding: 1 1; height: 1fr; max-width: 120; }
    BoundaryScreen #head { height: auto; max-width: 96; padding: 0 2 1 2; }
    BoundaryScreen TabLine { padding: 0 2; }
    BoundaryScreen ContentSwitcher { height: 1fr; }
    BoundaryScreen ContentSwitcher RowList { height: 1fr; }
    BoundaryScreen #good_for, BoundaryScreen #how { height: auto; max-width: 92; padding: 0 2 1 2; color: $text-muted; }
    BoundaryScreen #how { padding: 1 2 0 2; min-height: 3; }
    BoundaryScreen.-tight #good_for, BoundaryScreen #good_for.elsewhere { display: none; }
    BoundaryScreen #crossed { padding: 0 2; scrollbar-size-vertical: 1; }
    BoundaryScreen Numbered { max-width: 92; }
    """

    def __init__(self, boundary: str, client_id: int | None = None, tab: str = "stands") -> None:
        super().__init__(boundary, client_id)
        self.first_tab = tab if tab in TABS else TABS[0]

    def parts(self) -> ComposeResult:
        """Head and tabs, empty until the records are read."""
        words = self.words
        with Vertical(classes="sheet"):
            yield Static(id="head")
            yield TabLine({tab: words(f"boundary.tab.{tab}") for tab in TABS})
            with ContentSwitcher(initial=self.first_tab):
                with Vertical(id="stands"):
                    yield Static(id="good_for")
                    yield RowList(words("boundary.key.change"))
                with Vertical(id="steps"):
                    yield RowList(words("boundary.key.tick"))
                    yield RowDetails(id="how")
                with VerticalScroll(id="crossed"):
                    for part in ABOUT:
                        yield Numbered(id=part)
                with Vertical(id="letters"):
                    yield RowList(words("boundary.key.open"), headed=False)

    def on_mount(self) -> None:
        """Begin on the tab asked for."""
        self.action_show(self.first_tab)

    def show_records(self) -> None:
        """Read the boundary again and repaint; the cursor stays. Where it or its client is gone, go back."""
        page = self.page = read_boundary(self.book, self.boundary, self.client_id)
        said = BoundaryWording(self.book.library)
        self.query_one("#head", Static).update(head_of(page, said))
        self.query_one("#good_for", Static).update(Content(said.about(self.boundary, "why")))
        self.query_one("#good_for").set_class(self.client_id is not None, "elsewhere")
        self.query_one("#stands RowList", RowList).show_sections(*standing_sections(page, said))
        self.query_one("#steps RowList", RowList).show_sections(*steps_of(page, said))
        for part, (heading, lines) in about_of(page, said).items():
            self.query_one(f"#{part}", Numbered).say(heading, lines)
        self.query_one("#letters RowList", RowList).show_sections(letters_of(page, said))
        self._how()
        self.refresh_bindings()

    @property
    def tab(self) -> str:
        """The tab shown."""
        return self.query_one(ContentSwitcher).current or TABS[0]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer a key on the tab, and in the state, in which it does something."""
        if not self.is_mounted or self.page is None or ONLY_ON.get(action, self.tab) != self.tab:
            return False
        return {"begin": not self.page.planned, "put_off": bool(self.page.planned)}.get(action, True)

    @on(TabLine.Chosen)
    def _tab_clicked(self, message: TabLine.Chosen) -> None:
        self.action_show(message.tab)

    @on(RowList.Chosen)
    def _chosen(self, message: RowList.Chosen) -> None:
        kind, _, name = message.row.partition(":")
        if kind == "rung":
            self._say(Rung(name))
        elif kind in ("mine", "with"):
            self._term(name, self.client_id if kind == "with" else None)
        elif kind == "step":
            self.action_tick()
        elif kind == "incident" and self.client_id is not None:
            self.post_message(commands.LogIncident(self.client_id, int(name)))
        elif kind == "letter":
            self.post_message(commands.ShowLetters(self.client_id, name, self.boundary))

    @on(OptionList.OptionHighlighted, "#steps RowList")
    def _how(self) -> None:
        """Say how to go about the step under the cursor."""
        said, step = BoundaryWording(self.book.library), self.row_on("steps")
        opened = bool(self.page and self.page.planned)
        how = said.step(self.boundary, step, "how") if step else ""
        if step and self.size.width < ROOMY:
            # There the text in its row is cut.
            how = self.words("boundary.whole", text=said.step(self.boundary, step), how=how)
        whole = Content(how if opened else self.words("boundary.begin", how=how))
        self.query_one("#how", RowDetails).say(lambda: whole)

    def action_show(self, tab: str) -> None:
        """Turn to a tab, and to what can be chosen there."""
        self.query_one(ContentSwitcher).current = tab
        self.query_one(TabLine).here = tab
        self.set_focus(self.query_one(f"#{tab}") if tab == "crossed" else self.query_one(f"#{tab} RowList"))
        self.refresh_bindings()

    def action_turn(self, steps: int) -> None:
        """Turn to the tab beside this one."""
        self.action_show(TABS[(TABS.index(self.tab) + steps) % len(TABS)])

    def action_say(self) -> None:
        """Ask how far it has come."""
        row = self.row_on("stands") if self.tab == "stands" else ""
        self._say(Rung(row) if row in list(Rung) else None)

    def _say(self, rung: Rung | None) -> None:
        ask_form(self.coach, lambda book: far(book, self.boundary, self.client_id, rung))

    def _term(self, param: str, client_id: int | None) -> None:
        ask_form(self.coach, lambda book: term(book, self.boundary, param, client_id))
