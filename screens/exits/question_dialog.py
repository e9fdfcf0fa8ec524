"""Asks question after question, each with its options or a field, and keeps each at once. Knows no exit."""

from collections.abc import Callable, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input, Static

from coach.casebook.desk import Refused
from coach.engine.value import Value
from coach.formats.unreadable import Unreadable
from coach.store.file.errors import StoreFault
from screens.frame.keys.echo import KeyEcho
from screens.frame.place import Dialog, owner_text
from screens.widgets.fields.choices import Choices
from screens.widgets.fields.clean_input import CleanInput, NamedInput

BACK, DONT = "b", "d"
"""Letters that go back, or say that one does not know, where they stand alone in the field."""


class Question(Value):
    """One thing to ask: where one is, the question, its options or what the field holds, and what keeps the answer.

    ``take`` is given what was typed, or the option's id; it raises Refused. ``unknown`` is what it is given for
    "don't know"; None where that is no answer.
    """

    place: str
    ask: str
    take: Callable[[str], object]
    options: Sequence[tuple[str, str]] = ()
    value: str = ""
    example: str = ""
    note: str = ""
    unknown: str | None = None


class QuestionDialog(Dialog[bool]):
    """Asks what ``next_question`` gives; gives True where it came to the end, False where it was left before.

    ``next_question`` is asked with how many questions lie behind; it gives None where there is none left.
    """

    LEFT = False
    BINDINGS = [
        Binding("up", "back", "exit.key.back", id="exit.key.back"),
        Binding("d", "unknown", "exit.key.dont_know", id="exit.key.dont_know"),
        Binding("b", "back", show=False, id="exit.key.back_letter"),
        Binding("escape", "cancel", "exit.key.leave", id="exit.key.leave"),
    ]
    DEFAULT_CSS = """
    QuestionDialog .dialog { overflow-y: auto; scrollbar-size-vertical: 1; }
    QuestionDialog .dialog > Static { height: auto; padding: 0 1; }
    QuestionDialog #ask { text-style: bold; margin: 1 0; }
    QuestionDialog Choices { padding: 0 1; margin-bottom: 1; }
    QuestionDialog NamedInput { margin-bottom: 1; }
    """

    def __init__(self, next_question: Callable[[int], Question | None]) -> None:
        super().__init__()
        self.next_question, self.at = next_question, 0
        self.question: Question | None = None
        self.echo = KeyEcho()

    def parts(self) -> ComposeResult:
        field = NamedInput("", self.words("exit.key.take"))
        field.max_length = 400
        yield Static(id="place", classes="muted")
        yield Static(id="ask")
        yield Choices(self.words("exit.key.take"))
        yield field
        yield Static(id="example", classes="muted")
        yield Static(id="note", classes="muted")
        yield Static(classes="problem")

    def on_mount(self) -> None:
        """Ask the first; leave where there is none."""
        self._go(0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Back leads somewhere from the second question on; not every question can be left unknown."""
        if action == "back":
            return self.at > 0
        return action != "unknown" or bool(self.question and self.question.unknown is not None)

    def on_key(self, event: events.Key) -> None:
        """Drop the echo of a key that has just moved on."""
        moves = bool(self.question and self.question.options) and (event.key == "enter" or event.key.isdecimal())
        if self.echo.is_echo(event.key, event.time, moves):
            event.stop()
            event.prevent_default()

    @on(Choices.Taken)
    def _chosen(self) -> None:
        if self.question is not None:
            self._take(self.question.options[self.query_one(Choices).chosen][0])

    @on(Input.Submitted)
    def _typed(self) -> None:
        typed = self.query_one(CleanInput).value.strip()
        if typed.lower() == BACK and self.at:
            self.action_back()
        elif typed.lower() == DONT and self.question is not None and self.question.unknown is not None:
            self.action_unknown()
        else:
            self._take(typed)

    @on(Input.Changed)
    def _clear_problem(self) -> None:
        self.wrong()

    def action_unknown(self) -> None:
        """Say that one does not know, and go on."""
        if self.question is not None and self.question.unknown is not None:
            self._take(self.question.unknown)

    def action_back(self) -> None:
        """Ask the one before again."""
        self._go(max(self.at - 1, 0))

    def _take(self, typed: str) -> None:
        if self.question is None:
            return
        try:
            self.question.take(typed)
        except (Unreadable, Refused, StoreFault) as problem:
            self.wrong(problem)
        else:
            self._go(self.at + 1)

    def _go(self, at: int) -> None:
        question = self.attempt(lambda: self.next_question(at))
        if question is None:
            self.dismiss(True)
            return
        self.at, self.question = at, question
        for part, text in (("place", question.place), ("ask", question.ask), ("example", question.example)):
            self.put(part, text)
        self.put("note", question.note)
        self.wrong()
        choices, field = self.query_one(Choices), self.query_one(CleanInput)
        choices.display, field.display = bool(question.options), not question.options
        if question.options:
            ids = [each for each, _ in question.options]
            here = ids.index(question.value) if question.value in ids else 0
            choices.show([label for _, label in question.options], here)
            choices.focus()
        else:
            field.password = self.discreet
            field.value = owner_text(question.value).plain
            field.cursor_position = len(field.value)
            field.focus()
        self.refresh_bindings()

    def repaint(self) -> None:
        """Draw what is typed as dots while others can see the screen."""
        self.query_one(CleanInput).password = self.discreet
