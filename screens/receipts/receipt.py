"""The till receipt of one client and one quarter: shown, turned to another quarter, saved. Reckons nothing."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.engine.receipt import Quarter, Receipt
from coach.reports.receipts import receipt_svg, receipt_text
from coach.wording.receipts import ReceiptWording
from screens.frame.place import Place


class ReceiptScreen(Place):
    """What one client cost, forty columns wide; the name is masked until its key is pressed."""

    BINDINGS = [
        Binding("left", "turn(1)", "receipt.key.earlier", id="receipt.key.earlier", priority=True),
        Binding("right", "turn(-1)", "receipt.key.later", id="receipt.key.later", priority=True),
        Binding("n", "name", "receipt.key.name", id="receipt.key.name"),
        Binding("s", "save('txt')", "receipt.key.save", id="receipt.key.save"),
        Binding("v", "save('svg')", "receipt.key.picture", id="receipt.key.picture"),
        Binding("escape", "back", "receipt.key.back", id="receipt.key.back"),
    ]
    DEFAULT_CSS = """
    ReceiptScreen VerticalScroll { padding: 0 2 0 3; height: 1fr; scrollbar-size-vertical: 1; }
    ReceiptScreen Horizontal { height: auto; }
    ReceiptScreen #paper { width: auto; height: auto; padding: 0 2; background: $surface; }
    ReceiptScreen #hint { color: $text-muted; margin: 1 0 0 3; width: 1fr; height: auto; }
    """

    def __init__(self, client_id: int) -> None:
        super().__init__()
        self.client_id = client_id
        self.client_name = ""
        self.with_name = False
        self.quarters: tuple[Quarter, ...] = ()
        self.place = 0
        self.kept: Receipt | None = None

    def parts(self) -> ComposeResult:
        """The paper, empty until the records are read."""
        with VerticalScroll(), Horizontal():
            yield Static(id="paper")
            yield Static(id="hint")

    def show_records(self) -> None:
        """Read the quarter again; where the client is gone, go back."""
        self.client_name = self.book.clients.one(self.client_id).name
        self.quarters = self.book.receipts.quarters(self.client_id)
        self.place = min(self.place, len(self.quarters) - 1)
        self.kept = self.book.receipts.of(self.client_id, self.quarters[self.place])
        wording = ReceiptWording(self.book.library)
        paper = "" if self.discreet else receipt_text(wording, self.kept, self._shown_name).rstrip("\n")
        self.query_one("#paper", Static).update(Content(paper))
        self.query_one("#paper").display = not self.discreet
        hint = "hidden" if self.discreet else "named_said" if self.with_name else "masked_said"
        self.query_one("#hint", Static).update(Content(self.words(f"receipt.{hint}")))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is an earlier or a later quarter, or there is not; what is hidden is not saved."""
        if action == "turn":
            return 0 <= self.place + int(str(parameters[0])) < len(self.quarters)
        return not self.discreet if action in ("name", "save") else True

    def action_turn(self, by: int) -> None:
        """Show an earlier quarter, or a later one."""
        self.place += by
        self.refresh_place()

    def action_name(self) -> None:
        """Show the name, or mask it again."""
        self.with_name = not self.with_name
        self.refresh_place()

    def action_save(self, kind: str) -> None:
        """Save the receipt among the exports, as text or as a picture."""
        if self.kept is None:
            return
        report = receipt_svg if kind == "svg" else receipt_text
        text, quarter = report(ReceiptWording(self.book.library), self.kept, self._shown_name), self.kept.quarter
        path = self.attempt(lambda: self.book.receipts.save(quarter, text, kind))
        if path is not None:
            self.notify(self.words("receipt.saved", path=path), markup=False)

    @property
    def _shown_name(self) -> str:
        return self.client_name if self.with_name else ""
