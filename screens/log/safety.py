"""Asks first whether somebody is safe, in neutral words, before anything is written down. Keeps nothing."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.library.guide import topic_for
from coach.wording.log import LogWording
from screens.frame import commands
from screens.frame.place import Dialog
from screens.widgets.fields.choices import Choices
from screens.widgets.frame.key_bar import KeyBar


class SafetyDialog(Dialog[bool]):
    """Asks whether one is safe, says what comes first where not; gives True to go on, False for not now."""

    LEFT = False
    BINDINGS = [Binding("escape", "cancel", "safety.key.leave", id="safety.key.leave")]
    CSS = """
    SafetyDialog .dialog { width: 78; padding: 1 2; scrollbar-size-vertical: 1; }
    SafetyDialog.-low .dialog { padding: 0 2; max-height: 100%; }
    SafetyDialog .dialog > Static { height: auto; margin-bottom: 1; }
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (26, "-high")]

    def __init__(self, kind: str = "") -> None:
        """``kind`` is the type of the entry, or empty where it is not known yet."""
        super().__init__()
        self.kind, self.asked = kind, False

    def compose(self) -> ComposeResult:
        """The question; what comes first is shown where it is wanted."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(id="title", classes="title")
            yield Static(id="first")
            yield Static(id="clear", classes="muted")
            yield Choices(self.words("safety.key.take"))
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask."""
        said = self.wording = LogWording(self.book.library)
        self.query_one("#title", Static).update(Content(said.say("safety.title")))
        self.query_one("#first").display = False
        key = self.key_of("app.clear", "ctrl+l")
        self.query_one("#clear", Static).update(Content(said.say("safety.said_key", key=key)))
        self._offer("safe", "unsafe")

    @on(Choices.Taken)
    def _taken(self) -> None:
        place = self.query_one(Choices).chosen
        if not self.asked:
            if place == 0:
                self.dismiss(True)
            else:
                self._help()
        elif place == 1:
            self._guide()
        else:
            self.dismiss(place == 0)

    def _help(self) -> None:
        """Say what comes first, and leave it to the owner what to do."""
        self.asked = True
        lines = [Content(f"– {line}") for line in self.wording.safety(self.kind)]
        self.query_one("#first", Static).update(Content("\n").join(lines))
        self.query_one("#first").display = True
        self._offer("go_on", "page", "later")
        # On a small screen the lines would hide what can be done.
        self.call_after_refresh(self.query_one(Choices).scroll_visible, animate=False)

    def _guide(self) -> None:
        topic = topic_for(self.book.library.guide, self.wording.rests(self.kind))
        self.coach.post_message(commands.ShowGuide(topic))
        self.dismiss(False)

    def _offer(self, *keys: str) -> None:
        self.query_one(Choices).show([self.wording.say(f"safety.{key}") for key in keys])
        self.query_one(Choices).focus()
