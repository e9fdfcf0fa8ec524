"""My boundaries: the standard terms and how far each has come, and the matrix with every client. Decides nothing."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import ContentSwitcher, Input, Static

from coach.casebook.boundaries import Matrix
from coach.wording.boundaries import BoundaryWording
from screens.boundaries.rows import legend, matrix_grid, terms_sections
from screens.frame import commands
from screens.frame.place import Place
from screens.widgets.fields.clean_input import CleanInput, NamedInput
from screens.widgets.frame.tab_line import TabLine
from screens.widgets.lists.matrix_table import MatrixTable
from screens.widgets.lists.row_list import RowList

TABS = ("terms", "matrix")
ONLY_ON = {"filter": "matrix", "clear": "matrix"}
"""The tab on which a key works; the others work on both."""


class BoundariesScreen(Place):
    """Every standard boundary: my terms, and where it stands with each client."""

    HERE = "limits"
    BINDINGS = [
        Binding("n", "audit", "boundaries.key.audit", id="boundaries.key.audit"),
        Binding("r", "result", "boundaries.key.result", id="boundaries.key.result"),
        Binding("slash", "filter", "boundaries.key.filter", id="boundaries.key.filter"),
        Binding("escape", "clear", "boundaries.key.clear", id="boundaries.key.clear"),
        *(
            Binding(str(key), f"show('{tab}')", f"boundaries.tab.{tab}", id=f"boundaries.tab.{tab}", show=False)
            for key, tab in enumerate(TABS, 1)
        ),
        Binding("escape", "back", "boundaries.key.back", id="boundaries.key.back"),
    ]
    DEFAULT_CSS = """
    BoundariesScreen .sheet { padding: 1 1; height: 1fr; max-width: 160; }
    BoundariesScreen #fix { height: auto; padding: 0 2 1 2; max-width: 100; }
    BoundariesScreen TabLine, BoundariesScreen CleanInput, BoundariesScreen #legend { padding: 0 2; }
    BoundariesScreen ContentSwitcher { height: 1fr; }
    BoundariesScreen CleanInput { margin-bottom: 1; display: none; }
    BoundariesScreen #legend { height: auto; color: $text-muted; margin-top: 1; }
    BoundariesScreen #empty { padding: 0 2; color: $text-muted; height: auto; }
    """

    def __init__(self, tab: str = "terms") -> None:
        super().__init__()
        self.first_tab = tab if tab in TABS else TABS[0]
        self.matrix: Matrix | None = None
        self.audited = False

    def parts(self) -> ComposeResult:
        """The top line and both tabs, empty until the records are read."""
        words = self.words
        open_label = words("boundaries.key.open")
        with Vertical(classes="sheet"):
            yield TabLine({tab: words(f"boundaries.tab.{tab}") for tab in TABS})
            yield Static(id="fix")
            with ContentSwitcher(initial=self.first_tab):
                with Vertical(id="terms"):
                    yield RowList(open_label)
                with Vertical(id="matrix"):
                    yield NamedInput("", words("boundaries.key.filtered"), words("boundaries.filter"))
                    yield Static(id="empty")
                    yield MatrixTable(open_label)
                    yield Static(Content(legend(words)), id="legend")

    def on_mount(self) -> None:
        """Begin on the tab asked for."""
        self.action_show(self.first_tab)

    def show_records(self) -> None:
        """Read the register again and repaint; cursor and filter stay."""
        self.matrix, self.audited = self.book.boundaries.matrix(), self.book.audit.finished()
        terms = {name: each.params for name, each in self.book.boundaries.terms().items()}
        said = BoundaryWording(self.book.library)
        fix = self.query_one("#fix", Static)
        fix.update(Content(said.fix_text(self.matrix.mine_to_fix)).stylize("$warning"))
        fix.display = bool(self.matrix.mine_to_fix) and self.tab == "terms"
        self.query_one("#terms RowList", RowList).show_sections(*terms_sections(self.matrix, terms, said))
        self._paint_matrix()
        self.refresh_bindings()

    @property
    def tab(self) -> str:
        """The tab shown."""
        return self.query_one(ContentSwitcher).current or TABS[0]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer a key where it does something."""
        if not self.is_mounted:
            return False
        filtering = self.query_one(CleanInput).display and self.tab == "matrix"
        if action in ("clear", "back"):
            return filtering == (action == "clear")
        return (action != "result" or self.audited) and ONLY_ON.get(action, self.tab) == self.tab

    @on(TabLine.Chosen)
    def _tab_clicked(self, message: TabLine.Chosen) -> None:
        self.action_show(message.tab)

    @on(RowList.Chosen)
    def _open(self, message: RowList.Chosen) -> None:
        self.post_message(commands.ShowBoundary(message.row))

    @on(MatrixTable.Chosen)
    def _open_cell(self, message: MatrixTable.Chosen) -> None:
        self.post_message(commands.ShowBoundary(message.row, int(message.column) if message.column else None))

    @on(Input.Changed)
    def _paint_matrix(self) -> None:
        if self.matrix is None:
            return
        typed = self.query_one(CleanInput).value
        grid = matrix_grid(self.matrix, typed, BoundaryWording(self.book.library))
        self.query_one(MatrixTable).show(grid, self.words("boundaries.column.name"))
        empty = "none" if not self.matrix.clients else "none_found" if len(grid.columns) < 2 else ""
        self.put("empty", self.words(f"boundaries.{empty}") if empty else "")

    @on(Input.Submitted)
    def _filtered(self) -> None:
        self.set_focus(self.query_one(MatrixTable))

    def action_show(self, tab: str) -> None:
        """Turn to a tab, and to what can be chosen there."""
        self.query_one(ContentSwitcher).current = tab
        self.query_one(TabLine).here = tab
        self.query_one("#fix").display = tab == "terms" and bool(self.matrix and self.matrix.mine_to_fix)
        self.set_focus(self.query_one(MatrixTable if tab == "matrix" else RowList))
        self.refresh_bindings()

    def action_filter(self) -> None:
        """Type part of a name to see fewer clients."""
        self.query_one(CleanInput).display = True
        self.set_focus(self.query_one(CleanInput))
        self.refresh_bindings()

    def action_clear(self) -> None:
        """Show every client again."""
        field = self.query_one(CleanInput)
        field.value, field.display = "", False
        self.set_focus(self.query_one(MatrixTable))
        self.refresh_bindings()

    def action_audit(self) -> None:
        """Begin the check of my boundaries."""
        self.post_message(commands.StartAudit())

    def action_result(self) -> None:
        """Show what to fix first."""
        self.post_message(commands.ShowAudit())
