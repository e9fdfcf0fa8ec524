"""What becomes of a reply that was put away. Keeps held replies; knows no letter and no place."""

from collections.abc import Callable
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.casebook.desk import Refused
from coach.formats.text import clean
from coach.forms.log import longer
from coach.store.held import Held
from coach.wording.log import LogWording
from screens.frame.discreet import DOTS
from screens.frame.form import ask_form
from screens.frame.place import Dialog
from screens.frame.plain_text import PlainTextScreen


class ReplyDialog(Dialog[None]):
    """Shows a reply that has waited: it is sent, waits longer, or is thrown away."""

    BINDINGS = [
        Binding("s", "sent", "held.key.sent", id="held.key.sent"),
        Binding("h", "longer", "held.key.longer", id="held.key.longer"),
        Binding("y", "plain_text", "held.key.bare", id="held.key.bare"),
        Binding("x", "discard", "held.key.discard", id="held.key.discard"),
        Binding("escape", "cancel", "held.key.leave", id="held.key.leave"),
    ]
    CSS = """
    ReplyDialog #said { color: $text-muted; margin-bottom: 1; }
    ReplyDialog VerticalScroll { height: auto; max-height: 12; scrollbar-size-vertical: 1; }
    """

    def __init__(self, held: Held) -> None:
        super().__init__()
        self.held = held

    def parts(self) -> ComposeResult:
        """The reply, and what may become of it."""
        said = LogWording(self.book.library)
        due = self.held.until <= self.book.clock.now()
        title = said.to("hold.due" if due else "hold.waiting", self._whom())
        when = said.say("hold.waiting_until", **said.moment(self.book.clock.local(self.held.until)))
        yield Static(Content(title), classes="title")
        yield Static(Content(said.say("hold.read") if due else when), id="said")
        with VerticalScroll():
            yield Static(id="text")

    def on_mount(self) -> None:
        """Show the reply."""
        self.repaint()

    def repaint(self) -> None:
        """Show the reply, or dots while others can see the screen."""
        text = DOTS if self.discreet else clean(self.held.text, lines=True)
        self.query_one("#text", Static).update(Content(text))

    def action_sent(self) -> None:
        """Say that it was sent."""
        self._end("hold.sent", lambda: self.book.held_replies.sent(self.held))

    def action_discard(self) -> None:
        """Throw it away."""
        self._end("hold.discarded", lambda: self.book.held_replies.discard(self.held))

    def action_plain_text(self) -> None:
        """Show the reply alone, so that it can be copied."""
        self.app.push_screen(PlainTextScreen(self.held.text))

    def action_longer(self) -> None:
        """Let it wait longer."""

        ask_form(self.coach, partial(longer, held_id=self.held.id), lambda _: self.dismiss(None))

    def _whom(self) -> str:
        try:
            return self.book.clients.one(self.held.client_id).name if self.held.client_id else ""
        except Refused:
            return ""

    def _end(self, key: str, act: Callable[[], None]) -> None:
        if self.done(act):
            self.app.notify(LogWording(self.book.library).say(key), markup=False)
        self.dismiss(None)
