"""One question about one's own limits. Given everything as words; knows no record and keeps no answer."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from coach.engine.value import Value
from coach.formats.figures import LONGEST
from coach.formats.text import clean
from screens.widgets.fields.clean_input import CleanInput
from screens.widgets.frame.put import put
from screens.widgets.lists.line_list import Line, LineList


class LimitContent(Value):
    """What a question shows: ``lines`` to choose from or tick, or else a field that holds ``typed``.

    ``letters`` says that words are typed there; ``example`` stands in it while it is empty, ``unit`` beside it.
    """

    place: str
    question: str
    why: str
    hint: str = ""
    lines: tuple[Line, ...] = ()
    cursor: int | None = None
    letters: bool = False
    typed: str = ""
    example: str = ""
    unit: str = ""


FIGURE = frozenset("0123456789.,:-–—%' \u00a0\u202f")
"""Every character a figure or a range of two may hold."""


class LimitFigure(CleanInput):
    """An input for a figure: what cannot be part of one is left to the screen's keys."""

    def __init__(self) -> None:
        super().__init__(max_length=LONGEST, select_on_focus=False, id="figure")

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the key is typed here."""
        return super().check_consume_key(key, character) and character in FIGURE

    def on_key(self, event: events.Key) -> None:
        """Leave a letter to the screen."""
        if event.is_printable and event.character not in FIGURE:
            event.prevent_default()


class LimitQuestion(Vertical):
    """Shows a question, and gives the keys to what is asked."""

    DEFAULT_CSS = """
    LimitQuestion { height: auto; }
    LimitQuestion > Static { height: auto; padding: 0 1; }
    LimitQuestion #place, LimitQuestion #why, LimitQuestion #hint, LimitQuestion #unit { color: $text-muted; }
    LimitQuestion #question { text-style: bold; }
    LimitQuestion #why, LimitQuestion LineList, LimitQuestion #field { margin-top: 1; }
    LimitQuestion #hint, LimitQuestion #problem { margin-top: 1; }
    LimitQuestion #place { margin-bottom: 1; }
    LimitQuestion LineList { height: auto; max-height: 50vh; }
    LimitQuestion #field { height: 1; padding: 0 1; }
    LimitQuestion LimitFigure { width: 16; }
    LimitQuestion #words { width: 1fr; }
    LimitQuestion #unit { width: auto; padding: 0 2; }
    LimitQuestion #problem { color: $warning; }
    """

    def __init__(self, longest: int) -> None:
        """``longest`` is the greatest number of characters of an answer in words."""
        super().__init__()
        self.longest = longest

    def compose(self) -> ComposeResult:
        """Room for the parts of a question."""
        for name in ("place", "question", "why"):
            yield Static(id=name)
        yield LineList()
        with Horizontal(id="field"):
            yield LimitFigure()
            yield CleanInput(id="words", max_length=self.longest, select_on_focus=False)
            yield Static(id="unit")
        for name in ("problem", "hint"):
            yield Static(id=name)

    @property
    def cursor(self) -> int | None:
        """The line under the cursor."""
        return self.query_one(LineList).highlighted

    @property
    def typed(self) -> str:
        """What stands in the field that is shown."""
        return next((each.value for each in self.query(CleanInput) if each.display), "")

    @property
    def why_shown(self) -> bool:
        """Whether the reason is in sight."""
        return bool(self.query_one("#why").display)

    def show(self, content: LimitContent, why: bool) -> None:
        """Ask this; ``why`` says whether with its reason."""
        for name in ("place", "question", "why", "hint"):
            self._put(name, getattr(content, name))
        self.show_why(why)
        self.complain("")
        listed = self.query_one(LineList)
        listed.display, self.query_one("#field").display = bool(content.lines), not content.lines
        if content.lines:
            listed.offer(content.lines, content.cursor)
            listed.focus(scroll_visible=False)
        else:
            self._offer_field(content)

    def show_why(self, shown: bool) -> None:
        """Show or hide the reason."""
        self.query_one("#why").display = shown

    def mark(self, lines: tuple[Line, ...], cursor: int) -> None:
        """Show the same lines with other marks."""
        self.query_one(LineList).offer(lines, cursor)

    def complain(self, said: str) -> None:
        """Say what is wrong with the field; what was typed stays."""
        self._put("problem", said)

    @on(Input.Changed)
    def _clear_problem(self) -> None:
        self.complain("")

    def _offer_field(self, content: LimitContent) -> None:
        for each in self.query(CleanInput):
            each.display = (each.id == "words") is content.letters
            if each.display:
                with self.prevent(Input.Changed):
                    each.value = content.typed
                each.placeholder, each.cursor_position = content.example, len(each.value)
                each.focus()
        self._put("unit", content.unit)

    def _put(self, name: str, text: str) -> None:
        put(self.query_one(f"#{name}", Static), clean(text))
