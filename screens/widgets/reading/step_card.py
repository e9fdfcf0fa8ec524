"""One step of a questionnaire. Given everything as words; knows no interview and keeps no answer."""

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from coach.engine.value import Value
from coach.formats.text import clean
from screens.widgets.fields.figure_input import FigureInput
from screens.widgets.frame.put import put
from screens.widgets.lists.line_list import Line, LineList


class StepContent(Value):
    """What a step shows.

    ``lead`` is the behaviour that several questions share, ``parts`` those questions with the answers so far, the one
    at ``part`` being asked. ``summary`` are one's own answers, shown first. ``lines`` are to choose from; where
    ``unit`` is given there is a field instead, holding ``typed``, and ``like`` says what it takes. ``note`` and
    ``limit`` may hold the owner's own text.
    """

    window: str
    question: str
    lead: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    part: int = 0
    summary: tuple[tuple[str, str], ...] = ()
    notice: str = ""
    standing: str = ""
    note: str = ""
    limit: str = ""
    lines: tuple[Line, ...] = ()
    cursor: int | None = None
    unit: str = ""
    like: str = ""
    typed: str = ""


class StepCard(Vertical):
    """Shows one step: its words, then the lines to choose from or the field to fill."""

    DEFAULT_CSS = """
    StepCard { padding: 1 2 0 2; height: 1fr; max-width: 104; }
    StepCard > Static { height: auto; padding: 0 1; }
    StepCard #window, StepCard #notice, StepCard #standing, StepCard #parts, StepCard #note, StepCard #limit {
        color: $text-muted;
    }
    StepCard #lead { text-style: bold; }
    StepCard #lead, StepCard #parts, StepCard #window { margin-bottom: 1; }
    StepCard #question { text-style: bold; margin-bottom: 1; }
    StepCard.under #question { text-style: none; }
    StepCard #notice, StepCard #standing, StepCard #note, StepCard #limit { margin-bottom: 1; }
    StepCard #summary { height: auto; padding: 0 1; max-height: 60%; margin-bottom: 1; scrollbar-size-vertical: 1; }
    StepCard #summary Static { width: 1fr; }
    StepCard LineList { height: 1fr; min-height: 3; }
    StepCard #field { height: 1; padding: 0 1; }
    StepCard FigureInput { width: 24; }
    StepCard #unit { width: 1fr; padding: 0 2; color: $text-muted; }
    StepCard #like, StepCard #problem { margin-top: 1; color: $text-muted; }
    StepCard #problem { color: $warning; }
    """

    def compose(self) -> ComposeResult:
        for name in ("window", "lead", "parts"):
            yield Static(id=name)
        with VerticalScroll(id="summary"):
            yield Static()
        for name in ("question", "limit", "notice", "standing", "note"):
            yield Static(id=name)
        yield LineList()
        with Horizontal(id="field"):
            yield FigureInput()
            yield Static(id="unit")
        for name in ("like", "problem"):
            yield Static(id=name)

    @property
    def lines(self) -> LineList:
        """The lines to choose from."""
        return self.query_one(LineList)

    @property
    def figure(self) -> FigureInput:
        """The field for a figure."""
        return self.query_one(FigureInput)

    def show(self, content: StepContent) -> None:
        """Show a step; nothing is focused yet."""
        self.set_class(bool(content.lead), "under")
        plain = {"window": content.window, "lead": content.lead, "question": content.question, "notice": content.notice}
        for name, text in {
            **plain,
            "standing": content.standing,
            "note": clean(content.note),
            "limit": clean(content.limit),
            "like": content.like,
            "problem": "",
        }.items():
            self._put(name, text)
        self._put("parts", _parts(content.parts, content.part))
        self._put("unit", content.unit)
        summary = self.query_one("#summary")
        summary.query_one(Static).update(_aligned(content.summary))
        summary.display = bool(content.summary)
        self.lines.display = bool(content.lines)
        self.query_one("#field").display = bool(content.unit)
        if content.lines:
            self.lines.offer(content.lines, content.cursor)
        if content.unit and self.figure.value != content.typed:
            with self.prevent(Input.Changed):
                self.figure.value = content.typed
            self.figure.cursor_position = len(content.typed)

    def hold(self) -> None:
        """Give the keys to what is asked."""
        (self.lines if self.lines.display else self.figure).focus(scroll_visible=False)

    def complain(self, said: str) -> None:
        """Say under the field what is wrong with it; what was typed stays."""
        self._put("problem", said)

    def _put(self, name: str, text: str | Content) -> None:
        put(self.query_one(f"#{name}", Static), text)


def _parts(parts: tuple[tuple[str, str], ...], at: int) -> Content:
    wide = max((len(label) for label, _ in parts), default=0)
    return Content("\n").join(
        Content.assemble(("▸ " if place == at else "  ", "$accent"), label.ljust(wide), "  ", (answer, "$foreground"))
        for place, (label, answer) in enumerate(parts)
    )


def _aligned(rows: tuple[tuple[str, str], ...]) -> Table:
    # A long answer hangs under its own column, whatever the width.
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for label, said in rows:
        table.add_row(Text(label, style="dim"), Text(said))
    return table
