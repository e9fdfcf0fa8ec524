"""What the check of my boundaries says: how far they have come, what to fix first, what is good. Decides nothing."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.casebook.audit import AuditResult
from coach.engine.boundary import STEPS
from coach.engine.plot.sparkline import sparkline
from coach.engine.trend import Series
from coach.wording.boundaries import BoundaryWording
from screens.frame import commands
from screens.frame.place import Place
from screens.widgets.lists.line_list import Line, LineList

FULL, REST = "━", "─"
AUDITS = 8
"""The newest audits a row of bars looks back on."""
MUTED = "$foreground 60%"


class AuditResultScreen(Place):
    """The result of the check of my boundaries, as the register has it now."""

    BINDINGS = [
        *(
            Binding(str(place), f"first({place})", "audit.key.open", id=f"audit.key.{place}", show=False)
            for place in range(1, 4)
        ),
        Binding("enter", "first(0)", "audit.key.open", id="audit.key.open"),
        Binding("b", "all", "audit.key.all", id="audit.key.all"),
        Binding("n", "again", "audit.key.again", id="audit.key.again"),
        Binding("escape", "back", "audit.key.back", id="audit.key.back"),
    ]
    DEFAULT_CSS = """
    AuditResultScreen .page { padding: 1 1 0 3; scrollbar-size-vertical: 1; }
    AuditResultScreen .page > * { max-width: 96; height: auto; }
    AuditResultScreen #bars { margin: 1 0; }
    AuditResultScreen LineList { margin-bottom: 1; }
    AuditResultScreen #fix { color: $warning; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.result: AuditResult | None = None

    def parts(self) -> ComposeResult:
        """The page, empty until the register is read."""
        with VerticalScroll(classes="page", can_focus=False):
            yield Static(Content(self.words("audit.title")), classes="title")
            yield Static(id="bars")
            yield Static(id="heading", classes="title")
            yield LineList()
            yield Static(id="fix")
            yield Static(id="good")

    def on_mount(self) -> None:
        """Begin on the first to fix."""
        self.query_one(LineList).focus()

    def show_records(self) -> None:
        """Read the register again and repaint; the cursor stays on its line."""
        self.result = result = self.book.audit.result()
        said, listed = BoundaryWording(self.book.library), self.query_one(LineList)
        self.query_one("#bars", Static).update(_bars(result, said))
        heading = "audit.first" if result.first else "audit.nothing"
        self.query_one("#heading", Static).update(Content(self.words(heading)))
        at = min(listed.highlighted or 0, max(len(result.first) - 1, 0))
        listed.offer([self._line(place, said) for place in range(len(result.first))], at if result.first else None)
        listed.display = bool(result.first)
        self.put("fix", said.fix_text(result.mine_to_fix))
        self.put("good", said.good(result.good))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing is opened where nothing is missing."""
        return action != "first" or bool(self.result and self.result.first)

    @on(LineList.Picked)
    def _picked(self, message: LineList.Picked) -> None:
        self.action_first(message.index + 1)

    def action_first(self, number: int) -> None:
        """Open the boundary of that number, or with 0 the one under the cursor."""
        at = number - 1 if number else self.query_one(LineList).highlighted
        if self.result is not None and at is not None and at < len(self.result.first):
            self.post_message(commands.ShowBoundary(self.result.first[at].boundary))

    def action_all(self) -> None:
        """Show every boundary."""
        self.post_message(commands.ShowBoundaries())

    def action_again(self) -> None:
        """Go through the boundaries again."""
        self.post_message(commands.StartAudit())

    def _line(self, place: int, said: BoundaryWording) -> Line:
        assert self.result is not None
        need = self.result.first[place]
        blanks = {
            "name": said.name(need.boundary),
            "why": said.need(need),
            "next": said.advice(self.result.standings[need.boundary]),
        }
        return Line(str(place + 1), "", self.words("audit.line", **blanks))


def _bars(result: AuditResult, said: BoundaryWording) -> Content:
    """A bar a step: how many boundaries have come so far, and how that has gone since the first audit."""
    words, total = said.words, len(result.standings)
    names = [said.rung(rung) for rung in STEPS]
    wide = max(len(name) for name in names) + 2
    figures = [words("audit.of", count=result.coverage[rung], total=total) for rung in STEPS]
    right = max(len(figure) for figure in figures)
    lines = []
    for rung, name, figure, series in zip(STEPS, names, figures, result.series, strict=True):
        count = result.coverage[rung]
        lines.append(
            Content.assemble(
                name.ljust(wide),
                (FULL * count, "$accent"),
                (REST * (total - count), MUTED),
                f"  {figure.rjust(right)}",
                (_gone(series, said, total), MUTED),
            )
        )
    return Content("\n").join(lines)


def _gone(series: Series, said: BoundaryWording, total: int) -> str:
    grown = said.grown(series)
    values = [point.value for point in series.points]
    return f"   {sparkline(values, min(len(values), AUDITS), top=float(total))} {grown}" if grown else ""
