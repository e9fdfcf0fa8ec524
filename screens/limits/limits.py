"""My limits: what stands, group by group, and one key to change it. Decides nothing itself."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from coach.casebook.limits import LIMITS
from coach.engine.interview.answer import Answers
from coach.forms.limits import limits
from coach.wording.limits import LimitWording
from screens.frame import commands
from screens.frame.place import Place, owner_text
from screens.frame.steps import StepsDialog
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_details import RowDetails
from screens.widgets.lists.row_list import MARGIN, RowList

GAP = 3
"""Cells between the name of a limit and what stands."""
WIDEST = 400
"""Cells of a row before it is cut to the width there is."""
ROOMY = 32
"""Rows of a screen from which there is room to say more of the row under the cursor."""


class LimitsScreen(Place):
    """One's own limits, grouped, each with what stands or that nothing was said yet."""

    HERE = "limits"
    VERTICAL_BREAKPOINTS = [(0, "-tight"), (ROOMY, "-roomy")]
    BINDINGS = [
        Binding("a", "ask_group", "limits.key.group", id="limits.key.group"),
        Binding("b", "boundaries", "limits.key.boundaries", id="limits.key.boundaries"),
        Binding("n", "audit", "limits.key.audit", id="limits.key.audit"),
    ]
    DEFAULT_CSS = """
    LimitsScreen .page { overflow: hidden; }
    LimitsScreen RowList { height: auto; max-height: 100%; }
    LimitsScreen #more { height: auto; max-width: 92; margin: 2 2 0 2; color: $text-muted; display: none; }
    LimitsScreen.-roomy #more { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, tuple[str, ...]] = {}
        self.standing: Answers = {}
        self.wide = 0

    def parts(self) -> ComposeResult:
        """The top line and the list, empty until the records are read."""
        self.wording = LimitWording(self.book.library)
        with Vertical(classes="page"):
            yield RowList(self.words("limits.key.change"))
            yield RowDetails(id="more")

    def show_records(self) -> None:
        """Read what stands and repaint; the cursor stays on its row."""
        self.standing = self.book.limits.standing()
        groups = self.wording.rows()
        self.rows = {row[0]: row for rows in groups.values() for row in rows}
        self.wide = max(len(self.wording.name(row)) for row in self.rows.values()) + GAP
        self.query_one(RowList).show_sections(*(self._section(group, rows) for group, rows in groups.items()))
        self._more()

    def action_ask_group(self) -> None:
        """Ask every question of the group under the cursor, one after another."""
        row = self.rows.get(self.query_one(RowList).current)
        if row is not None:
            self._ask((self.wording.items_of(row[0])[0].group,), self.wording.group(row[0]))

    def action_boundaries(self) -> None:
        """Show my boundaries and where they stand."""
        self.post_message(commands.ShowBoundaries())

    def action_audit(self) -> None:
        """Begin the check of my boundaries."""
        self.post_message(commands.StartAudit())

    @on(RowList.Chosen)
    def _change(self, message: RowList.Chosen) -> None:
        row = self.rows.get(message.row)
        if row is not None:
            self._ask(row, self.wording.name(row))

    @on(OptionList.OptionHighlighted)
    def _more(self) -> None:
        self.query_one("#more", RowDetails).say(self._all_of_row)

    def _all_of_row(self) -> Content:
        """All that stands in the row under the cursor, and what it is for."""
        listed = self.query_one(RowList)
        row = self.rows.get(listed.current)
        if row is None:
            return Content("")
        whole, why = owner_text(self.wording.standing(row, self.standing)), Content(self.wording.why(row[0]))
        cut = self._cell(row).cell_length > listed.scrollable_content_region.width - MARGIN
        return Content.assemble((whole + "\n\n") if cut else "", why)

    def _ask(self, wanted: tuple[str, ...], name: str) -> None:
        before = self.attempt(self.book.limits.answered)

        def asked(_: bool | None) -> None:
            if self.attempt(self.book.limits.answered) not in (before, None):
                self.notify(self.words("limits.saved", what=name), markup=False)

        self.app.push_screen(StepsDialog(lambda book, at: limits(book, wanted)(at)), asked)

    def _section(self, group: str, rows: tuple[tuple[str, ...], ...]) -> Section:
        heading = self.wording.group(rows[0][0]).ljust(self.wide) + self.words.say(LIMITS, f"group.{group}.reason")
        # One column, so that what stands begins at the same place in every section.
        return Section(
            (Column(heading, least=self.wide, most=WIDEST),), tuple(Row(row[0], (self._cell(row),)) for row in rows)
        )

    def _cell(self, row: tuple[str, ...]) -> Content:
        stands = owner_text(self.wording.standing(row, self.standing))
        known = self.wording.known(row, self.standing)
        name = Content(self.wording.name(row).ljust(self.wide))
        return name + (stands if known else stands.stylize("$foreground 60%"))
