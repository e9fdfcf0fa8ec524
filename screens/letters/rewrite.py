"""A longer text to be changed in place. Given the text; knows no letter and keeps nothing itself."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static, TextArea

from coach.formats.text import clean
from screens.frame.place import Dialog


class RewriteDialog(Dialog[None]):
    """A text under a cursor; whichever way one leaves, what stands there is handed over to be kept."""

    BINDINGS = [
        Binding("ctrl+s", "leave", "rewriting.key.keep", id="rewriting.key.keep"),
        Binding("escape", "leave", "rewriting.key.leave", show=False, priority=True, id="rewriting.key.leave"),
    ]
    CSS = """
    RewriteDialog .dialog { width: 90; height: 100%; max-height: 100%; padding: 0 2; }
    RewriteDialog .dialog > Static { height: auto; padding: 0; margin-bottom: 1; }
    RewriteDialog TextArea { height: 1fr; border: none; background: $surface; padding: 0; }
    RewriteDialog TextArea:focus { border: none; }
    """

    def __init__(self, text: str, keep: Callable[[str], bool]) -> None:
        """``keep`` is given the text and says whether it was kept."""
        super().__init__()
        self.text, self.keep = text, keep
        self.unkept = False

    def parts(self) -> ComposeResult:
        yield Static(Content(self.words("rewriting.said")), classes="muted")
        yield TextArea(clean(self.text, lines=True), soft_wrap=True, show_line_numbers=False)

    def on_unmount(self) -> None:
        """Keep what stands there when the terminal goes away."""
        if self.unkept:
            self.keep(self.text)

    @on(TextArea.Changed)
    def _follow(self, message: TextArea.Changed) -> None:
        self.unkept, self.text = True, message.text_area.text

    def action_leave(self) -> None:
        """Hand the text over and leave; where it could not be kept, stay."""
        if self.keep(self.query_one(TextArea).text):
            self.unkept = False
            self.dismiss(None)
