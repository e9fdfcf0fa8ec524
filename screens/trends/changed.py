"""What changed with one client and how sure that is; is it me; what followed what was decided. Decides nothing."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.casebook.trends.changes import WhatChanged
from coach.wording.trends import TrendWording
from screens.frame import commands
from screens.frame.place import Place
from screens.widgets.reading.passage import Passage

PARTS = ("boundaries", "both", "right")
MUTED = "$foreground 60%"


class ChangedScreen(Place):
    """Sentences first, the figures behind each below it."""

    BINDINGS = [
        Binding("y", "last_try", "changed.key.last_try", id="changed.key.last_try"),
        Binding("p", "receipt", "changed.key.receipt", id="changed.key.receipt"),
        Binding("escape", "back", "changed.key.back", id="changed.key.back"),
    ]
    DEFAULT_CSS = """
    ChangedScreen .page { padding: 1 1 0 3; scrollbar-size-vertical: 1; }
    ChangedScreen .page > * { max-width: 96; height: auto; padding: 0 2 0 0; }
    """

    def __init__(self, client_id: int) -> None:
        super().__init__()
        self.client_id = client_id

    def parts(self) -> ComposeResult:
        """The page, empty until the records are read."""
        with VerticalScroll(classes="page"):
            yield Static(id="who")
            for part in PARTS:
                yield Passage(self.words(f"changed.heading.{part}"), id=part)

    def show_records(self) -> None:
        """Read everything again; where the client is gone, go back."""
        name = self.book.clients.one(self.client_id).name
        changes = self.book.changes.of(self.client_id)
        head = Content.assemble(self.named(name).stylize("bold"), ("  " + self.words("changed.title"), MUTED))
        self.query_one("#who", Static).update(head)
        self._paint(changes)

    def action_last_try(self) -> None:
        """Show the last try with this client."""
        self.post_message(commands.ShowTry(self.client_id))

    def action_receipt(self) -> None:
        """Show what this client cost."""
        self.post_message(commands.ShowReceipt(self.client_id))

    def _paint(self, changes: WhatChanged) -> None:
        said = TrendWording(self.book.library)
        told = [
            Content("\n").join(
                [Content(part).stylize(style) for part, style in zip(each, ("", MUTED), strict=True) if part]
            )
            for each in said.changes(changes.boundaries)
        ]
        self.query_one("#boundaries", Passage).say(told)
        self.query_one("#both", Passage).say([Content(line) for line in said.both(changes.both)])
        followed = [Content(said.followed(each)) for each in changes.followed]
        self.query_one("#right", Passage).say(followed or [Content(said.say("right.none"))])
