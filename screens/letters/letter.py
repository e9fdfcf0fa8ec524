"""One letter: its text as it would leave, what is open in it, and the ways it can leave. Writes no word itself."""

from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from coach.engine.letter import Tone
from coach.forms.letters import blanks, sent
from coach.wording.letters.draft import LetterDraft
from coach.wording.letters.filled import LetterWording
from screens.frame.dialogs.pick import PickDialog
from screens.frame.form import ask_form
from screens.frame.letter_lines import about_lines, lead_of, paper, state_of
from screens.frame.plain_text import PlainTextScreen
from screens.frame.steps import StepsDialog
from screens.letters.place import LetterPlace


class LetterScreen(LetterPlace):
    """A letter to one client or to nobody in particular; while a blank is open it cannot leave."""

    BINDINGS = [
        Binding("enter", "fill", "letter.key.fill", id="letter.key.fill"),
        Binding("a", "fill_all", "letter.key.fill_all", id="letter.key.fill_all"),
        Binding("1", "tone('warm')", "letter.key.warm", show=False, id="letter.key.warm"),
        Binding("2", "tone('neutral')", "letter.key.neutral", show=False, id="letter.key.neutral"),
        Binding("3", "tone('firm')", "letter.key.firm", show=False, id="letter.key.firm"),
        Binding("e", "rewrite", "letter.key.rewrite", id="letter.key.rewrite"),
        Binding("ctrl+e", "outside", "letter.key.outside", show=False, id="letter.key.outside"),
        Binding("o", "original", "letter.key.original", id="letter.key.original"),
        Binding("v", "plain_text", "letter.key.bare", id="letter.key.bare"),
        Binding("s", "save", "letter.key.save", id="letter.key.save"),
        Binding("m", "sent", "letter.key.sent", id="letter.key.sent"),
        Binding("escape", "back", "letter.key.back", id="letter.key.back"),
    ]
    DEFAULT_CSS = """
    LetterScreen .sheet { padding: 1 3 0 3; height: 1fr; max-width: 90; }
    LetterScreen #still_open.open { color: $warning; }
    LetterScreen VerticalScroll { height: 1fr; margin-top: 1; scrollbar-size-vertical: 1; padding-right: 1; }
    LetterScreen #caution { color: $warning; margin-bottom: 1; }
    LetterScreen .beside { color: $text-muted; margin-top: 1; }
    """

    def __init__(self, client_id: int | None, letter_id: str, boundary: str = "") -> None:
        super().__init__()
        self.client_id, self.letter_id, self.boundary = client_id, letter_id, boundary
        self.writing: LetterDraft | None = None

    def parts(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(id="lead")
            yield Static(id="still_open")
            with VerticalScroll():
                yield Static(id="caution")
                yield Static(id="paper")
                yield Static(id="why", classes="beside")
                yield Static(id="note", classes="beside")

    def on_mount(self) -> None:
        """Read the letter; where it is about no one boundary, ask which first."""
        self.query_one(VerticalScroll).focus()
        self.writing = self.attempt(self._draft)
        if self.writing is None:
            self.dismiss()
        elif self.writing.unplaced:
            self._place()

    def _draft(self) -> LetterDraft:
        letter = self.book.letters.letter(self.letter_id)
        return LetterDraft(LetterWording(self.book), letter, self.client_id, boundary=self.boundary)

    def show_records(self) -> None:
        """Read what is known again and repaint."""
        if self.writing is not None and self.done(self.writing.read):
            self._paint(self.writing)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what this letter allows just now."""
        if (writing := self.writing) is None:
            return action == "back"
        if action == "tone":
            return Tone(str(parameters[0])) in writing.letter.tones
        wanted = {"fill": bool(writing.open), "fill_all": bool(writing.blanks) and not writing.open}
        return {**wanted, "original": bool(writing.own)}.get(action, True)

    def action_fill(self) -> None:
        """Ask for the open blanks."""
        if self.writing is not None:
            self._ask(self.writing, self.writing.open)

    def action_fill_all(self) -> None:
        """Ask for every blank again, each with what stands in it."""
        if self.writing is not None:
            self._ask(self.writing, self.writing.blanks)

    def action_tone(self, tone: str) -> None:
        """Another tone."""
        writing = self.writing
        if writing is not None and self.done(partial(writing.turn, Tone(tone))):
            self._paint(writing)

    def action_rewrite(self) -> None:
        """Change the text in place."""
        from screens.letters.rewrite import RewriteDialog

        if self.writing is not None:
            self.app.push_screen(RewriteDialog(self.writing.text.body, self._rewritten))

    def action_outside(self) -> None:
        """Change the text in the owner's own editor."""
        if self.writing is not None and (text := self.outside(self.writing.text.body)) is not None:
            self._rewritten(text)

    def action_original(self) -> None:
        """Go back to the words of the coach."""
        self._rewritten("")

    def action_plain_text(self) -> None:
        """Show the text and nothing else."""
        if self.writing is not None:
            written = self.writing.text
            self.app.push_screen(PlainTextScreen(f"{written.heading}\n\n{written.body}"))

    def action_save(self) -> None:
        """Write the finished letter into a file."""
        if (writing := self.writing) is not None:
            self.done(lambda: self.notify(self.words("letter.saved", path=writing.save()), markup=False))

    def action_sent(self) -> None:
        """Keep that the letter was sent, and when."""
        if (writing := self.writing) is not None and self.done(writing.ready):
            ask_form(self.coach, partial(sent, paper=writing))

    def _place(self) -> None:
        def chosen(boundary: str | None) -> None:
            if boundary is None:
                self.dismiss()
            elif self.writing is not None:
                self.boundary = self.writing.boundary = boundary
                self.refresh_place()

        lines = about_lines(self.words, self.book.library.boundaries)
        self.app.push_screen(PickDialog(self.words("letter.about"), lines), chosen)

    def _ask(self, writing: LetterDraft, names: tuple[str, ...]) -> None:
        self.app.push_screen(StepsDialog(blanks([(writing, name) for name in names])), lambda _: self.refresh_place())

    def _rewritten(self, text: str) -> bool:
        writing = self.writing
        return writing is not None and self.done(lambda: writing.rewrite(text)) and self._paint(writing)

    def _paint(self, writing: LetterDraft) -> bool:
        state, lead = self.query_one("#still_open", Static), lead_of(self.words, writing)
        self.query_one("#lead", Static).update(lead)
        state.update(state_of(self.words, writing))
        state.set_class(bool(writing.open), "open")
        for part, shown in paper(self.words, writing).items():
            self.put(part, shown)
        self.refresh_bindings()
        return True
