"""A reply put away until a moment, and what becomes of it then. Keeps held replies; knows no letter and no place."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from coach.casebook.desk import Refused
from coach.casebook.log.held_replies import LONGEST_REPLY, MORNING
from coach.formats.moments import read_moment
from coach.formats.text import clean
from coach.store.file.errors import StoreFault
from coach.store.held import Held
from coach.wording.log import LogWords
from screens.frame.discreet import DOTS
from screens.frame.place import Dialog
from screens.frame.plain_text import BareScreen
from screens.widgets.fields.clean_input import NamedInput
from screens.widgets.fields.long_input import LongInput, NamedLongInput
from screens.widgets.frame.key_bar import KeyBar
from screens.widgets.frame.key_names import name_keys


class HoldDialog(Dialog[bool]):
    """Asks for a reply and until when it waits, and keeps it; gives True where it was kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "held.key.save", id="held.key.save", show=False),
        Binding("escape", "cancel", "held.key.cancel", id="held.key.cancel"),
    ]
    CSS = """
    HoldDialog .dialog { width: 76; }
    HoldDialog Static { height: auto; }
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

    def compose(self) -> ComposeResult:
        """The reply, then until when."""
        name_keys(self, self.words)
        said = self.said = LogWords(self.book.library)
        with Vertical(classes="dialog"):
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
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the reply."""
        if self.held is not None:
            self.query_one("#text", LongInput).hold_text(self.held.text)
        self.show_anew()
        self.query_one("#text" if self.held is None else "#until").focus()

    def show_anew(self) -> None:
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
            self._show(self.said.say("hold.until_like"))
        else:
            self._show(self.said.say("hold.understood", **self.said.moment(until)))

    @on(Input.Submitted, "#until")
    def action_save(self) -> None:
        """Put the reply away and say until when."""
        text = self.query_one("#text", LongInput).text
        try:
            until = self._until()
            if self.held is None:
                self.book.hold_reply(text, until, self.client_id)
            else:
                self.book.hold_on(self.held, text, until)
        except ValueError:
            self._show(self.said.say("hold.unreadable"), problem=True)
            return
        except Refused as problem:
            self._show(self.words(f"refused.{problem.key}", **problem.blanks), problem=True)
            return
        except StoreFault as fault:
            self._show(self.words(f"store.{fault.kind.value}"), problem=True)
            return
        self.app.notify(self.said.say("hold.saved", **self.said.moment(until)), markup=False)
        self.dismiss(True)

    def action_cancel(self) -> None:
        """Keep nothing."""
        self.dismiss(False)

    def _until(self) -> datetime:
        typed = self.query_one("#until", NamedInput).value
        return read_moment(typed, self.words.lexicon, self.book.local_now(), MORNING)

    def _show(self, said: str, problem: bool = False) -> None:
        self.query_one("#when", Static).update(Content(said))
        self.query_one("#when").set_class(problem, "problem")


class ReplyDialog(Dialog[None]):
    """Shows a reply that has waited: it is sent, waits longer, or is thrown away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sent", "held.key.sent", id="held.key.sent"),
        Binding("h", "longer", "held.key.longer", id="held.key.longer"),
        Binding("y", "bare", "held.key.bare", id="held.key.bare"),
        Binding("x", "discard", "held.key.discard", id="held.key.discard"),
        Binding("escape", "cancel", "held.key.leave", id="held.key.leave"),
    ]
    CSS = """
    ReplyDialog Static { height: auto; }
    ReplyDialog #said { color: $text-muted; margin-bottom: 1; }
    ReplyDialog VerticalScroll { height: auto; max-height: 12; scrollbar-size-vertical: 1; }
    """

    def __init__(self, held: Held) -> None:
        super().__init__()
        self.held = held

    def compose(self) -> ComposeResult:
        """The reply, and what may become of it."""
        name_keys(self, self.words)
        said = LogWords(self.book.library)
        with Vertical(classes="dialog"):
            due = self.held.until <= self.book.clock.now()
            title = title_of(self, self.held.client_id, "hold.due" if due else "hold.waiting")
            when = said.say("hold.waiting_until", **said.moment(self.book.local(self.held.until)))
            yield Static(Content(title), classes="title")
            yield Static(Content(said.say("hold.read") if due else when), id="said")
            with VerticalScroll():
                yield Static(id="text")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the reply."""
        self.show_anew()
        self.query_one(VerticalScroll).focus()

    def show_anew(self) -> None:
        """Show the reply, or dots while others can see the screen."""
        text = DOTS if self.discreet else clean(self.held.text, lines=True)
        self.query_one("#text", Static).update(Content(text))

    def action_sent(self) -> None:
        """Say that it was sent."""
        self._end("hold.sent", lambda: self.book.reply_sent(self.held))

    def action_discard(self) -> None:
        """Throw it away."""
        self._end("hold.discarded", lambda: self.book.discard_reply(self.held))

    def action_bare(self) -> None:
        """Show the reply alone, so that it can be copied."""
        self.app.push_screen(BareScreen(self.held.text))

    def action_longer(self) -> None:
        """Let it wait longer."""

        def kept(longer: bool | None) -> None:
            if longer:
                self.dismiss(None)

        self.app.push_screen(HoldDialog(self.held.client_id, self.held), kept)

    def action_cancel(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)

    def _end(self, key: str, act: Callable[[], None]) -> None:
        try:
            act()
        except (Refused, StoreFault) as problem:
            self.complain(problem)
        else:
            self.app.notify(LogWords(self.book.library).say(key), markup=False)
        self.dismiss(None)


def title_of(dialog: Dialog[bool] | Dialog[None], client_id: int | None, key: str) -> str:
    """A heading with the client's name, or the same without one."""
    said = LogWords(dialog.book.library)
    try:
        return said.say(key) if client_id is None else said.say(f"{key}_to", name=dialog.book.client(client_id).name)
    except (Refused, StoreFault):
        return said.say(key)
