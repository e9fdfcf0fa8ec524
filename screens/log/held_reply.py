"""A reply put away until a moment, and what becomes of it then. Keeps held replies; knows no letter and no place."""

from collections.abc import Callable
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from coach.casebook.desk import Refused
from coach.casebook.log.held_replies import LONGEST_REPLY, MORNING
from coach.formats.moments import read_moment
from coach.formats.text import clean
from coach.formats.unreadable import Unreadable
from coach.store.file.errors import StoreFault
from coach.store.held import Held
from coach.wording.log import LogWording
from screens.frame.discreet import DOTS
from screens.frame.place import Dialog
from screens.frame.plain_text import PlainTextScreen
from screens.widgets.fields.clean_input import NamedInput
from screens.widgets.fields.long_input import LongInput, NamedLongInput


class HoldDialog(Dialog[bool]):
    """Asks for a reply and until when it waits, and keeps it; gives True where it was kept."""

    LEFT = False
    BINDINGS = [
        Binding("ctrl+s", "save", "held.key.save", id="held.key.save", show=False),
        Binding("escape", "cancel", "held.key.cancel", id="held.key.cancel"),
    ]
    CSS = """
    HoldDialog .dialog { width: 76; }
    HoldDialog #said { color: $text-muted; margin-bottom: 1; }
    HoldDialog #text { margin-bottom: 1; }
    HoldDialog Horizontal { height: 1; }
    HoldDialog .label { width: 8; color: $text-muted; }
    HoldDialog Horizontal NamedInput { width: 1fr; }
    HoldDialog #when { color: $text-muted; padding: 0 0 0 9; min-height: 1; }
    HoldDialog #when.problem { color: $warning; }
    """

    def __init__(self, client_id: int | None, held: Held | None = None) -> None:
        """``held`` is a reply that is to wait longer."""
        super().__init__()
        self.client_id, self.held = client_id, held

    def parts(self) -> ComposeResult:
        """The reply, then until when."""
        said = self.wording = LogWording(self.book.library)
        yield Static(Content(title_of(self, self.client_id, "hold.title")), classes="title")
        yield Static(Content(said.say("hold.said")), id="said")
        yield Static(Content(said.say("hold.asked")))
        text = NamedLongInput("", self.words("held.key.next"))
        text.id, text.max_length, text.select_on_focus = "text", LONGEST_REPLY, False
        yield text
        until = NamedInput(said.say("hold.tomorrow"), self.words("held.key.save"), said.say("hold.until_like"))
        until.id = "until"
        with Horizontal():
            yield Static(Content(said.say("hold.until")), classes="label")
            yield until
        yield Static(id="when")

    def on_mount(self) -> None:
        """Begin with the reply."""
        if self.held is not None:
            self.query_one("#text", LongInput).hold_text(self.held.text)
        self.repaint()
        self.query_one("#text" if self.held is None else "#until").focus()

    def repaint(self) -> None:
        """Draw the reply as dots while others can see the screen."""
        self.query_one("#text", LongInput).password = self.discreet

    @on(Input.Submitted, "#text")
    def _written(self) -> None:
        self.query_one("#until").focus()

    @on(Input.Changed, "#until")
    def _typed(self) -> None:
        try:
            until = self._until()
        except ValueError:
            self._show(self.wording.say("hold.until_like"))
        else:
            self._show(self.wording.say("hold.understood", **self.wording.moment(until, "echo")))

    @on(Input.Submitted, "#until")
    def action_save(self) -> None:
        """Put the reply away and say until when."""
        text = self.query_one("#text", LongInput).text
        try:
            until = self._until()
            if self.held is None:
                self.book.held_replies.hold(text, until, self.client_id)
            else:
                self.book.held_replies.amend(self.held, text, until)
        except Unreadable as problem:
            self._show(self.coach.problem_text(problem), problem=True)
            return
        except (Refused, StoreFault) as problem:
            self._show(self.coach.problem_text(problem), problem=True)
            return
        self.app.notify(self.wording.say("hold.saved", **self.wording.moment(until)), markup=False)
        self.dismiss(True)

    def _until(self) -> datetime:
        typed = self.query_one("#until", NamedInput).value
        return read_moment(typed, self.words.lexicon, self.book.clock.local_now(), MORNING)

    def _show(self, said: str, problem: bool = False) -> None:
        self.query_one("#when", Static).update(Content(said))
        self.query_one("#when").set_class(problem, "problem")


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
        title = title_of(self, self.held.client_id, "hold.due" if due else "hold.waiting")
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

        def kept(longer: bool | None) -> None:
            if longer:
                self.dismiss(None)

        self.app.push_screen(HoldDialog(self.held.client_id, self.held), kept)

    def _end(self, key: str, act: Callable[[], None]) -> None:
        if self.done(act):
            self.app.notify(LogWording(self.book.library).say(key), markup=False)
        self.dismiss(None)


def title_of(dialog: Dialog[bool] | Dialog[None], client_id: int | None, key: str) -> str:
    """A heading with the client's name, or the same without one."""
    said = LogWording(dialog.book.library)
    try:
        return (
            said.say(key) if client_id is None else said.say(f"{key}_to", name=dialog.book.clients.one(client_id).name)
        )
    except (Refused, StoreFault):
        return said.say(key)
