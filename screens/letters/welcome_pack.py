"""The welcome pack: which sections are in, what is open in them, and the ways it leaves. Writes no word itself."""

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.engine.letter import Tone
from coach.forms.letters import Wanted, blanks, sent
from coach.wording.letters.welcome_pack import PackSection, WelcomePack
from screens.frame.form import ask_form
from screens.frame.plain_text import PlainTextScreen
from screens.frame.steps import StepsDialog
from screens.letters.place import LetterPlace
from screens.widgets.glyphs import square_mark
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_list import RowList


class PackScreen(LetterPlace):
    """The sections of the welcome pack, for one client or for nobody in particular."""

    BINDINGS = [
        Binding("space", "choose", "pack.key.choose", id="pack.key.choose"),
        Binding("f", "fill", "pack.key.fill", id="pack.key.fill"),
        Binding("a", "fill_all", "pack.key.fill_all", id="pack.key.fill_all"),
        Binding("1", "tone('warm')", "letter.key.warm", show=False, id="pack.key.warm"),
        Binding("2", "tone('neutral')", "letter.key.neutral", show=False, id="pack.key.neutral"),
        Binding("3", "tone('firm')", "letter.key.firm", show=False, id="pack.key.firm"),
        Binding("v", "plain_text", "pack.key.bare", id="pack.key.bare"),
        Binding("s", "save", "letter.key.save", id="pack.key.save"),
        Binding("m", "sent", "pack.key.sent", id="pack.key.sent"),
        Binding("escape", "back", "letter.key.back", id="pack.key.back"),
    ]
    DEFAULT_CSS = """
    PackScreen .sheet { padding: 1 1 0 1; height: 1fr; max-width: 100; }
    PackScreen .sheet > Static { height: auto; padding: 0 2; }
    PackScreen #still_open { margin-bottom: 1; }
    PackScreen #still_open.open { color: $warning; }
    PackScreen RowList { height: 1fr; }
    """

    def __init__(self, client_id: int | None) -> None:
        super().__init__()
        self.client_id = client_id

    def parts(self) -> ComposeResult:
        self.pack = WelcomePack(self.book, self.client_id)
        with Vertical(classes="sheet"):
            yield Static(id="lead")
            yield Static(id="still_open")
            yield RowList(self.words("pack.key.open"), headed=False)

    def show_records(self) -> None:
        """Read the sections again and repaint."""
        if self.done(self.pack.read):
            self._paint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer to fill what is open, or else to change what is filled."""
        if action in ("fill", "fill_all") and self.is_mounted:
            return bool(self.pack.open) == (action == "fill")
        return True

    @on(RowList.Chosen)
    def _open(self, message: RowList.Chosen) -> None:
        part = next(part for part in self.pack.parts if part.letter.id == message.row)
        self.app.push_screen(PlainTextScreen(part.text))

    def action_choose(self) -> None:
        """Put the section under the cursor in, or leave it out."""
        row = self.query_one(RowList).current
        if self.done(lambda: self.pack.turn(row)):
            self._paint()

    def action_fill(self) -> None:
        """Ask for what is open, in one go."""
        self._ask(self.pack.asked())

    def action_fill_all(self) -> None:
        """Ask for every blank again."""
        self._ask(self.pack.asked(every=True))

    def action_tone(self, tone: str) -> None:
        """Another tone for all of it."""
        self.pack.tone = Tone(tone)
        self.refresh_place()

    def action_plain_text(self) -> None:
        """Show the pack as one text and nothing else."""
        self.app.push_screen(PlainTextScreen(self.pack.text()))

    def action_save(self) -> None:
        """Write the finished pack into a file."""
        self.done(lambda: self.notify(self.words("letter.saved", path=self.pack.save()), markup=False))

    def action_sent(self) -> None:
        """Keep that the pack was sent, and when."""
        if self.done(self.pack.ready):
            ask_form(self.coach, partial(sent, paper=self.pack))

    def _ask(self, wanted: Wanted) -> None:
        self.app.push_screen(StepsDialog(blanks(wanted)), lambda _: self.refresh_place())

    def _paint(self) -> None:
        whom = Content("")
        if self.client_id is not None:
            whom = Content(self.words("letter.join")) + self.named(self.book.clients.one(self.client_id).name)
        tones = [
            Content.assemble(
                (f"{number} ", "$foreground 40%"),
                (self.words(f"letter.tone.{tone}"), "$accent bold" if tone is self.pack.tone else "$foreground 60%"),
            )
            for number, tone in enumerate(Tone, 1)
        ]
        lead = Content(self.words("write.pack.name")).stylize("bold") + whom
        self.query_one("#lead", Static).update(lead + Content("\n") + Content("   ").join(tones))
        state = self.query_one("#still_open", Static)
        many = len(self.pack.open)
        state.update(Content(self.words.count("screens", "pack.open", many) if many else self.words("pack.finished")))
        state.set_class(bool(many), "open")
        rows = tuple(Row(part.letter.id, self._cells(part)) for part in self.pack.parts)
        self.query_one(RowList).show_sections(Section((Column(), Column("", least=20, most=50), Column()), rows))
        self.refresh_bindings()

    def _cells(self, part: PackSection) -> tuple[Content, ...]:
        name = Content(part.writing.said.name(part.letter.id))
        if not part.wanted:
            return (
                Content(square_mark(False)),
                name.stylize("$foreground 60%"),
                Content(self.words("pack.out")).stylize("$foreground 60%"),
            )
        many = len(part.writing.open)
        said = self.words.count("screens", "pack.blanks", many) if many else self.words("pack.whole")
        mark = Content(square_mark(True)).stylize("$accent")
        return mark, name, Content(said).stylize("$warning" if many else "$foreground 60%")
