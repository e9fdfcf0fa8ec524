"""What the check before signing says of one prospect, and what can follow it. Decides nothing."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.casebook.clients import PROSPECT
from coach.casebook.prospects import ProspectResult
from coach.formats.text import clean
from coach.wording.prospects import ProspectWording
from screens.frame import commands
from screens.frame.dialogs.pick_line import PickLineDialog
from screens.frame.place import Place, owner_text
from screens.widgets.reading.passage import Passage

PARTS = ("reasons", "questions", "terms", "seen", "notes")
DECLINE, REFER = "enquiry_decline", "enquiry_refer"
"""Letters to somebody new; ending a job that runs takes other ones."""
WHILE_OPEN = ("take", "again", "away", "pass", "refer")
"""What is done with somebody who is no client yet."""


class ProspectScreen(Place):
    """Take, take with terms, or pass: why, what to ask, what to agree on; and the next step with its key."""

    BINDINGS = [
        Binding("y", "take", "prospect.key.take", id="prospect.key.take"),
        Binding("m", "terms", "prospect.key.terms", id="prospect.key.terms"),
        Binding("w", "pass", "prospect.key.letter", id="prospect.key.letter"),
        Binding("r", "refer", "prospect.key.refer", show=False, id="prospect.key.refer"),
        Binding("n", "again", "prospect.key.again", id="prospect.key.again"),
        Binding("x", "away", "prospect.key.away", id="prospect.key.away"),
        Binding("escape", "back", "prospect.key.back", id="prospect.key.back"),
    ]
    CSS = """
    ProspectScreen .page { padding: 1 1 0 3; scrollbar-size-vertical: 1; }
    ProspectScreen .page > * { max-width: 96; height: auto; padding: 0 2 0 0; }
    ProspectScreen #line { color: $accent; text-style: bold; margin: 1 0 0 0; }
    ProspectScreen #next { margin: 1 0 0 0; }
    """

    def __init__(self, client_id: int) -> None:
        super().__init__()
        self.client_id = client_id
        self.result: ProspectResult | None = None

    def parts(self) -> ComposeResult:
        """The page, empty until the records are read."""
        with VerticalScroll(classes="page"):
            for part in ("who", "line", "said", "next"):
                yield Static(id=part)
            for part in PARTS:
                yield Passage(self.words(f"prospect.{part}"), id=part)

    def refresh_place(self) -> None:
        """Read the result again; where there is none, go back."""
        self.result = result = self.attempt(lambda: self.book.prospects.considered(self.client_id))
        if result is None:
            self.dismiss()
            return
        said, outcome = ProspectWording(self.book.library), result.considered.outcome
        day = self.words.day(result.assessment.on_day)
        checked = self.words("prospect.checked", day=day)
        who = self.named(result.client.name).stylize("bold") + Content("  " + checked).stylize("$foreground 60%")
        shown = {
            "who": who,
            "line": Content(said.of(outcome, "line")),
            "said": Content(said.of(outcome, "said")),
            "next": Content(self.words("report.next", act=said.of(outcome, "act"))),
        }
        for part, text in shown.items():
            self.query_one(f"#{part}", Static).update(text)
        lines = {
            "reasons": said.reasons(result),
            "questions": said.questions(result),
            "terms": [each.line for each in said.terms(result)],
            "seen": [] if self.discreet else said.seen(result),
            "notes": [] if self.discreet else said.notes(result),
        }
        for part, texts in lines.items():
            self.query_one(f"#{part}", Passage).say([owner_text(each) for each in texts])
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Somebody taken or put away is only read about; terms are offered where some are missing."""
        result = self.result
        if action in WHILE_OPEN:
            return result is not None and result.client.state == PROSPECT
        return action != "terms" or bool(result and result.considered.terms)

    def action_take(self) -> None:
        """Make them a client, and show their page."""
        if self._do(lambda: self.book.prospects.take(self.client_id), "prospect.taken"):
            self.dismiss()
            self.app.post_message(commands.ShowClient(self.client_id))

    def action_away(self) -> None:
        """Put them away, with everything recorded."""
        if self._do(lambda: self.book.prospects.decline(self.client_id), "prospect.declined"):
            self.dismiss()

    def action_terms(self) -> None:
        """Choose a term, and open the boundary it belongs to or the letter that has its words."""
        if self.result is None:
            return
        terms = ProspectWording(self.book.library).terms(self.result)

        def chosen(place: int | None) -> None:
            if place is None:
                return
            term = terms[place]
            if term.boundary:
                self.post_message(commands.ShowBoundary(term.boundary, self.client_id, "letters"))
            else:
                self.post_message(commands.ShowLetters(self.client_id, term.letter))

        lines = [each.line for each in terms]
        self.app.push_screen(PickLineDialog(self.words("prospect.which_term"), lines), chosen)

    def action_pass(self) -> None:
        """Write the letter that passes with thanks."""
        self.post_message(commands.ShowLetters(self.client_id, DECLINE))

    def action_refer(self) -> None:
        """Write the one that names a colleague."""
        self.post_message(commands.ShowLetters(self.client_id, REFER))

    def action_again(self) -> None:
        """Go through the questions again, from the answers as they stand."""
        self.post_message(commands.AskProspect(self.client_id))

    def _do(self, act: Callable[[], object], said: str) -> bool:
        """Write something about them and say so; False, and said why, where it was refused."""
        name = self.attempt(lambda: self.book.clients.one(self.client_id).name) if self.done(act) else None
        if name is None:
            return False
        self.notify(self.words(said, name=clean(name)), markup=False)
        return True
