"""The last tab of a client's page: every check so far, with what was decided on it. Decides nothing."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from coach.casebook.overview import ClientPage
from coach.library.words import Words
from coach.wording.checks.recommendation import RecommendationWording
from screens.frame import commands
from screens.frame.client_rows import decided_tag, depth_cell, figure_cells
from screens.frame.tab import Tab
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_list import RowList
from screens.widgets.lists.table import Table


class HistoryTab(Tab):
    """Every check of this client, the newest first."""

    OFFERS = frozenset({"check", "set_aside", "receipt"})
    DEFAULT_CSS = "HistoryTab #no_history { padding: 0 2; }"

    def compose(self) -> ComposeResult:
        """What is said where there are none, and the table."""
        yield Static(Content(self.words("client.history_empty")), id="no_history", classes="muted")
        yield Table(self.words("client.key.open"))

    def fill(self, page: ClientPage) -> None:
        """Show every check."""
        super().fill(page)
        self.query_one("#no_history").display = not page.history
        self.query_one(Table).show_section(history_of(page, self.words, RecommendationWording(self.book.library)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is no check, none can be set aside."""
        return (
            bool(self.page and self.page.line.told)
            if action == "set_aside"
            else super().check_action(action, parameters)
        )

    @on(RowList.Chosen)
    def _open(self, message: RowList.Chosen) -> None:
        self.post_message(commands.ShowVerdict(int(message.row)))

    def action_set_aside(self) -> None:
        """Set the check under the cursor aside; undo brings it back."""
        row = self.query_one(RowList).current
        if not row:
            return
        if self.done(lambda: self.book.checks.withdraw(int(row))):
            self.notify(self.words("client.set_aside"), markup=False)
        self.post_message(self.Changed())

    def action_receipt(self) -> None:
        """Show what this client cost."""
        self.post_message(commands.ShowReceipt(self.client_id))


def history_of(page: ClientPage, words: Words, phrases: RecommendationWording) -> Section:
    """Every concluded check, the newest first, with what was decided on it; a row's id is the assessment's."""
    entries = page.history
    figures = [figure_cells([getattr(each.told, part) for each in entries], words) for part in ("theirs", "mine")]
    rows = [
        Row(
            str(each.told.assessment.id),
            (
                Content(words.day(each.told.assessment.on_day, "dated")),
                depth_cell(each.told.assessment.depth == "quick", words),
                Content(phrases.tag(each.told)),
                theirs,
                mine,
                Content(decided_tag(each.decision, phrases)),
            ),
        )
        for each, theirs, mine in zip(entries, *figures, strict=True)
    ]
    head = {key: words(f"client.column.{key}") for key in ("day", "depth", "told", "theirs", "mine", "you")}
    columns = (
        Column(head["day"]),
        Column(head["depth"], rank=3),
        Column(head["told"], most=24),
        Column(head["theirs"], right=True, rank=2),
        Column(head["mine"], right=True, rank=2),
        Column(head["you"], most=24, rank=1),
    )
    return Section(columns, tuple(rows))
