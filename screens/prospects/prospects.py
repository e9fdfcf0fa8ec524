"""Those one does not work for yet, to look at them before signing. Knows no question and decides nothing."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.casebook.prospects import ProspectLine
from coach.wording.prospects import ProspectWording
from screens.frame import commands
from screens.frame.place import Place
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_list import RowList
from screens.widgets.lists.table import Table

MUTED = "$foreground 60%"


class ProspectsScreen(Place):
    """Everybody not yet taken or declined, with what the check before signing said."""

    BINDINGS = [
        Binding("a", "add", "prospects.key.add", id="prospects.key.add"),
        Binding("e", "rename", "prospects.key.rename", id="prospects.key.rename"),
        Binding("x", "away", "prospects.key.away", id="prospects.key.away"),
        Binding("escape", "back", "prospects.key.back", id="prospects.key.back"),
    ]
    DEFAULT_CSS = """
    ProspectsScreen .sheet { padding: 1 1; height: 1fr; max-width: 120; }
    ProspectsScreen #title { height: auto; padding: 0 2; }
    ProspectsScreen #lead { height: auto; padding: 0 2 1 2; color: $text-muted; }
    ProspectsScreen #empty { height: auto; padding: 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[ProspectLine] = []

    def parts(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(Content(self.words("prospects.title")), id="title", classes="title")
            yield Static(Content(self.words("prospects.lead")), id="lead")
            yield Static(Content(self.words("prospects.empty")), id="empty")
            yield Table(self.words("prospects.key.open"))

    def on_mount(self) -> None:
        """Begin on the rows."""
        self.set_focus(self.query_one(Table).rows)

    def show_records(self) -> None:
        """Read them again and repaint; the cursor stays on its row."""
        self.lines = self.book.prospects.everyone()
        self.query_one("#empty").display = not self.lines
        self.query_one(Table).display = bool(self.lines)
        self.query_one(Table).show_section(self._section())
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer what can be done with the one under the cursor."""
        return action not in ("rename", "away") or bool(self.lines)

    @on(RowList.Chosen)
    def _open(self, message: RowList.Chosen) -> None:
        line = next((each for each in self.lines if str(each.client.id) == message.row), None)
        if line is None:
            return
        ready = line.result is not None and line.waiting is None
        command = commands.ShowProspect if ready else commands.AskProspect
        self.post_message(command(line.client.id))

    def action_add(self) -> None:
        """Ask for the name of somebody new, then begin the check."""
        self.post_message(commands.AddProspect())

    def action_rename(self) -> None:
        """Ask for another name for the one under the cursor."""
        if (line := self._current()) is not None:
            self.post_message(commands.RenameClient(line.client.id))

    def action_away(self) -> None:
        """Put the one under the cursor away; nothing recorded is lost."""
        if (line := self._current()) is None:
            return
        if self.done(lambda: self.book.prospects.decline(line.client.id)):
            self.notify(self.words("prospect.declined", name=line.client.name), markup=False)
        self.refresh_place()

    def _current(self) -> ProspectLine | None:
        row = self.query_one(Table).rows.current
        return next((line for line in self.lines if str(line.client.id) == row), None)

    def _section(self) -> Section:
        said = ProspectWording(self.book.library)
        head = {part: self.words(f"prospects.{part}") for part in ("name", "told", "reason", "day")}
        columns = (
            Column(head["name"], least=16),
            Column(head["told"], most=24),
            Column(head["reason"], least=20, most=60, rank=1),
            Column(head["day"], rank=2),
        )
        return Section(columns, tuple(Row(str(each.client.id), self._cells(each, said)) for each in self.lines))

    def _cells(self, line: ProspectLine, said: ProspectWording) -> tuple[Content, ...]:
        name, result = self.named(line.client.name), line.result
        if result is None:
            state = self.words("prospects.waiting" if line.waiting else "prospects.unchecked")
            return name, Content(state).stylize(MUTED), Content(), Content()
        reasons = said.reasons(result)
        return (
            name,
            Content(said.of(result.considered.outcome, "tag")),
            Content(reasons[0] if reasons else said.of(result.considered.outcome, "said")).stylize(MUTED),
            Content(self.words.day(result.assessment.on_day, "short")),
        )
