"""Asks for the blanks of letters, one at a time, and keeps each at once. Knows no letter as a whole."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static

from coach.casebook.desk import Refused
from coach.casebook.letters import LONGEST_BLANK
from coach.store.file.errors import StoreFault
from coach.wording.letters.draft import LetterDraft
from coach.wording.letters.filled import BadBlank
from screens.frame.place import Dialog, owner_text
from screens.widgets.fields.clean_input import NamedInput

BACK = "b"
"""What goes back where it stands alone in the field, as in the typed prompts."""


class FillDialog(Dialog[bool]):
    """Asks blank after blank; gives True where it came to the end, False where it was left before."""

    LEFT = False
    BINDINGS = [
        Binding("up", "back", "filling.key.back", priority=True, id="filling.key.back"),
        Binding("down", "skip", "filling.key.skip", priority=True, id="filling.key.skip"),
        Binding("escape", "cancel", "filling.key.leave", id="filling.key.leave"),
    ]
    DEFAULT_CSS = """
    FillDialog .dialog > Static { height: auto; padding: 0 1; }
    FillDialog #question { text-style: bold; margin: 1 0; }
    FillDialog NamedInput { margin-bottom: 1; }
    """

    def __init__(self, wanted: Sequence[tuple[LetterDraft, str]]) -> None:
        """``wanted`` are the blanks to ask for, each with the letter it stands in."""
        super().__init__()
        self.wanted, self.at = tuple(wanted), 0

    def parts(self) -> ComposeResult:
        field = NamedInput("", self.words("filling.key.take"))
        field.max_length = LONGEST_BLANK
        yield Static(id="place", classes="muted")
        yield Static(id="question")
        yield field
        yield Static(id="example", classes="muted")
        yield Static(id="kept", classes="muted")
        yield Static(classes="problem")

    def on_mount(self) -> None:
        """Ask the first; leave where there is none."""
        if self.wanted:
            self._go(0)
        else:
            self.dismiss(True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Back leads somewhere from the second blank on."""
        return action != "back" or self.at > 0

    @on(Input.Submitted)
    def _take(self) -> None:
        writing, name = self.wanted[self.at]
        typed = self.query_one(NamedInput).value.strip()
        if typed.lower() == BACK and self.at:
            self.action_back()
            return
        if typed and typed != writing.draft.filled.get(name, ""):
            try:
                writing.fill(name, typed)
            except BadBlank as problem:
                self.wrong(self.words(f"filling.unreadable.{problem}"))
                return
            except (Refused, StoreFault) as problem:
                self.wrong(problem)
                return
        self.action_skip()

    @on(Input.Changed)
    def _clear_problem(self) -> None:
        self.wrong()

    def action_skip(self) -> None:
        """Leave it as it is and ask the next; after the last, be done."""
        if self.at + 1 < len(self.wanted):
            self._go(self.at + 1)
        else:
            self.dismiss(True)

    def action_back(self) -> None:
        """Ask the one before again."""
        self._go(max(self.at - 1, 0))

    def _go(self, at: int) -> None:
        self.at = at
        writing, name = self.wanted[at]
        place = self.words("filling.place", place=at + 1, count=len(self.wanted))
        self.query_one("#place", Static).update(Content(place))
        self.query_one("#question", Static).update(Content(writing.said.ask(name)))
        self.query_one("#example", Static).update(
            Content(self.words("filling.example", example=writing.said.example(name)))
        )
        self.query_one("#kept", Static).update(Content(self.words(f"filling.kept.{writing.kept_in(name)}")))
        field = self.query_one(NamedInput)
        field.value = owner_text(writing.draft.filled.get(name, "")).plain
        field.cursor_position = len(field.value)
        field.focus()
        self.refresh_bindings()
