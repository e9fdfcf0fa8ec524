"""One question about one's own limits. Given everything as words; knows no record and keeps no answer."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from coach.engine.value import Value
from coach.formats.text import clean
from screens.widgets.fields.clean_input import CleanInput
from screens.widgets.fields.figure_input import FigureInput
from screens.widgets.lists.line_list import Line, LineList


class LimitFace(Value):
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


class LimitSheet(Vertical):
    """Shows one face, and gives the keys to what is asked."""

    DEFAULT_CSS = """
    LimitSheet { height: auto; }
    LimitSheet > Static { height: auto; padding: 0 1; }
    LimitSheet #place, LimitSheet #why, LimitSheet #hint, LimitSheet #unit { color: $text-muted; }
    LimitSheet #question { text-style: bold; }
    LimitSheet #why, LimitSheet LineList, LimitSheet #field, LimitSheet #hint, LimitSheet #problem { margin-top: 1; }
    LimitSheet #place { margin-bottom: 1; }
    LimitSheet LineList { height: auto; max-height: 50vh; }
    LimitSheet #field { height: 1; padding: 0 1; }
    LimitSheet FigureInput { width: 16; }
    LimitSheet #words { width: 1fr; }
    LimitSheet #unit { width: auto; padding: 0 2; }
    LimitSheet #problem { color: $warning; }
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
            yield FigureInput(id="figure")
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

    def show(self, face: LimitFace, why: bool) -> None:
        """Ask this; ``why`` says whether with its reason."""
        for name, text in {"place": face.place, "question": face.question, "why": face.why, "hint": face.hint}.items():
            self._put(name, text)
        self.show_why(why)
        self.complain("")
        listed = self.query_one(LineList)
        listed.display, self.query_one("#field").display = bool(face.lines), not face.lines
        if face.lines:
            listed.offer(face.lines, face.cursor)
            listed.focus(scroll_visible=False)
        else:
            self._offer_field(face)

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
    def _mended(self) -> None:
        self.complain("")

    def _offer_field(self, face: LimitFace) -> None:
        for each in self.query(CleanInput):
            each.display = (each.id == "words") is face.letters
            if each.display:
                with self.prevent(Input.Changed):
                    each.value = face.typed
                each.placeholder, each.cursor_position = face.example, len(each.value)
                each.focus()
        self._put("unit", face.unit)

    def _put(self, name: str, text: str) -> None:
        static = self.query_one(f"#{name}", Static)
        static.update(Content(clean(text)))
        static.display = bool(text)
