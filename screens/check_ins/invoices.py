"""What a client has not paid yet, as a list. Knows no place."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from coach.formats.units import write_figure
from coach.forms.check_ins import invoice
from coach.store.file.errors import StoreFault
from coach.wording.check_ins import CheckInWording
from screens.frame.form import ask_form
from screens.frame.place import Dialog
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_list import RowList

MONEY = "money"


class InvoicesDialog(Dialog[bool]):
    """A client's open invoices; Enter marks one as paid, and a adds one."""

    BINDINGS = [
        Binding("a", "add", "check_ins.key.add_invoice", id="check_ins.key.add_invoice"),
        Binding("escape", "cancel", "check_ins.key.close", id="check_ins.key.leave_invoices"),
    ]
    DEFAULT_CSS = """
    InvoicesDialog RowList { height: auto; max-height: 12; margin-top: 1; }
    """

    def __init__(self, client_id: int) -> None:
        super().__init__()
        self.client_id = client_id

    def parts(self) -> ComposeResult:
        said = CheckInWording(self.book.library)
        yield Static(classes="title")
        yield Static(Content(said("invoice.none")), id="none", classes="muted")
        yield RowList(self.words("check_ins.key.paid"), headed=False)

    def on_mount(self) -> None:
        """Show what is open."""
        self.repaint()

    def repaint(self) -> None:
        """Show what is open, the longest due first."""
        said, today, hidden = CheckInWording(self.book.library), self.book.clock.today(), self.discreet
        name = self.named(self.book.clients.one(self.client_id).name).plain
        self.query_one(".title", Static).update(Content(said("invoice.list", name=name)))
        rows = []
        for each in self.book.invoices.of(self.client_id, open_only=True):
            amount = (
                self.words.number(0) if hidden else f"{write_figure(each.amount, each.amount, MONEY)} {each.currency}"
            )
            late = (today - each.due_on).days
            when = said.count("invoice.late", late) if late > 0 else said("invoice.to_come")
            day = said("invoice.due", day=self.words.day(each.due_on, "dated"))
            rows.append(Row(str(each.id), (Content(amount.strip()), Content(day), Content(when))))
        self.query_one("#none").display = not rows
        self.query_one(RowList).show_sections(Section((Column(), Column(), Column()), tuple(rows)))
        self.query_one(RowList).focus()

    @on(RowList.Chosen)
    def _paid(self, message: RowList.Chosen) -> None:
        try:
            self.book.invoices.pay(self.client_id, int(message.row), self.book.clock.today())
        except (LookupError, StoreFault) as problem:
            if isinstance(problem, StoreFault):
                self.complain(problem)
        else:
            self.app.notify(CheckInWording(self.book.library)("invoice.paid"), markup=False)
        self.repaint()

    def action_add(self) -> None:
        """Ask for one more."""
        ask_form(self.coach, lambda book: invoice(book, self.client_id), lambda _: self.repaint())

    def action_cancel(self) -> None:
        """Go back to the table."""
        self.dismiss(True)
