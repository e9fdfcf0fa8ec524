"""One of several sentences, each shown whole, chosen in a small screen. Given sentences; knows no record."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from screens.frame.place import Dialog
from screens.widgets.lists.line_list import Line, LineList


class PickLineDialog(Dialog[int | None]):
    """Offers sentences, whole; gives the place of the one chosen, or None."""

    BINDINGS = [
        Binding("enter", "choose", "pick.key.choose", id="pick_line.key.choose"),
        Binding("escape", "cancel", "pick.key.cancel", id="pick_line.key.cancel"),
    ]
    CSS = """
    PickLineDialog .dialog { width: 78; padding: 1 2; max-height: 100%; }
    PickLineDialog Static { height: auto; padding: 0 1; margin-bottom: 1; }
    PickLineDialog LineList { height: auto; max-height: 17; }
    """

    def __init__(self, title: str, sentences: Sequence[str]) -> None:
        super().__init__()
        self.title_shown, self.sentences = title, tuple(sentences)

    def parts(self) -> ComposeResult:
        yield Static(Content(self.title_shown), classes="title")
        yield LineList()

    def on_mount(self) -> None:
        """Begin on the first."""
        listed = self.query_one(LineList)
        listed.offer([Line("·", "", sentence) for sentence in self.sentences], 0)
        listed.focus()

    @on(LineList.Picked)
    def _clicked(self, message: LineList.Picked) -> None:
        self.dismiss(message.index)

    def action_choose(self) -> None:
        """Take the sentence under the cursor."""
        self.dismiss(self.query_one(LineList).highlighted)
