"""A small screen with one line to type, kept when Enter is pressed. Knows no place and not what is kept."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static

from coach.casebook.boundaries import LONGEST_TERM
from coach.casebook.desk import Refused
from coach.formats.unreadable import Unreadable
from coach.store.file.errors import StoreFault
from screens.frame.place import Dialog
from screens.widgets.fields.clean_input import CleanInput, NamedInput


class LineDialog(Dialog[bool]):
    """One field with a question; gives True where something was kept."""

    LEFT = False
    BINDINGS = [Binding("escape", "cancel", "boundary.key.cancel", id="boundary.key.cancel")]
    DEFAULT_CSS = """
    LineDialog Choices { margin: 1 0; }
    LineDialog CleanInput { margin-top: 1; }
    LineDialog #day_said { color: $text-muted; margin-top: 1; }
    """

    def parts(self) -> ComposeResult:
        """The question, its field, and room for what is wrong with an answer."""
        yield Static(Content(self.title_text()), classes="title")
        yield from self.before()
        field = NamedInput(self.begin_with(), self.words("boundary.key.save"), self.hint())
        field.max_length = LONGEST_TERM
        yield field
        yield Static(classes="problem")

    def title_text(self) -> str:
        """The heading."""
        raise NotImplementedError

    def before(self) -> ComposeResult:
        """What stands between heading and field."""
        yield from ()

    def begin_with(self) -> str:
        """What the field holds at first."""
        return ""

    def hint(self) -> str:
        """What the empty field shows."""
        return ""

    def keep(self, typed: str) -> None:
        """Keep what was typed. Raises Unreadable, Refused, StoreFault."""
        raise NotImplementedError

    @on(Input.Submitted)
    def _save(self) -> None:
        try:
            self.keep(self.query_one(CleanInput).value)
        except (Unreadable, Refused, StoreFault) as problem:
            self.wrong(problem)
        else:
            self.dismiss(True)

    @on(Input.Changed)
    def _clear_problem(self) -> None:
        self.wrong()
