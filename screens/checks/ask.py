"""The interview: one step after another, then the review. Knows which key means what; keeps nothing of its own."""

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList

from coach.casebook.checks.checks import LONGEST_NOTE
from coach.casebook.checks.sitting import Sitting
from coach.casebook.prospects import PROSPECT_CHECK
from coach.engine.interview.answer import Answer, AnswerKind
from coach.formats.unreadable import Unreadable
from coach.library.guide import title_for, topic_for
from coach.library.sources import says
from screens.checks.keys import ASKING, BESIDE, DIGITS, NOTING, REVIEWING, TYPING, UNSAID, Rows, bindings, key_rows
from screens.checks.records_beside import PlaceWithRecords
from screens.checks.step_content import Logged, reason, review_content, step_content, where, whom
from screens.frame import commands
from screens.frame.keys.echo import KeyEcho
from screens.widgets.fields.figure_input import FigureInput
from screens.widgets.fields.note_line import NoteLine
from screens.widgets.lists.line_list import LineList
from screens.widgets.reading.ask_view import AskView
from screens.widgets.reading.review_list import FINISH, ReviewList


class AskScreen(PlaceWithRecords):
    """Asks one step after another; every answer is on disk before the next step is painted."""

    INERT_TOP = True
    BINDINGS = bindings()
    HORIZONTAL_BREAKPOINTS = AskView.BREAKPOINTS

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.echo = KeyEcho()
        self.left = ""
        """The question whose field was left, so that letters are keys there."""

    def compose(self) -> ComposeResult:
        yield AskView(self.words("ask.key.change"), LONGEST_NOTE)

    def on_mount(self, event: events.Mount) -> None:
        """Show the step at which the check stands; the Enter that led here may have an echo, too."""
        self.echo.is_echo("enter", event.time, moves=True)
        self.read_log()
        self.paint()

    @property
    def view(self) -> AskView:
        """Everything but the note."""
        return self.query_one(AskView)

    def show_records(self) -> None:
        """Read the check again: another terminal, or undo, may have changed it."""
        was = self.current.sitting
        self.read_log()
        fresh = self.book.checks.resume(was.assessment.id)
        if fresh.assessment.concluded_at is not None:
            self._concluded(fresh)
        elif fresh.at(was.interview) != was or fresh.interview.answers != was.interview.answers:
            self.current.rejoin(fresh)
            self.paint()

    def repaint(self) -> None:
        """Paint the step again, though nothing in the records has changed."""
        super().repaint()
        self.paint()

    @property
    def figure(self) -> FigureInput | None:
        """The field of the question at hand; None where it is answered otherwise."""
        item = self.current.item
        return None if item is None or item.unit is None else self.view.card.figure

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Leave a field only inside it."""
        return action != "out" or (self.is_mounted and isinstance(self.focused, FigureInput))

    def on_key(self, event: events.Key) -> None:
        """Drop the echo of a key that has just moved on; a digit leads back into a field that was left."""
        moves = event.key in UNSAID or event.key == "enter" or (event.key in DIGITS and self.current.card is None)
        if self.echo.is_echo(event.key, event.time, moves):
            event.stop()
        elif self.left and self.figure and event.key.isdecimal():
            event.stop()
            self.action_field()
            self.figure.insert_text_at_cursor(event.key)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say which keys work once the field has them, though it was a click that gave them."""
        if isinstance(event.widget, FigureInput):
            self.left = ""
            self._show_keys()

    def on_descendant_blur(self) -> None:
        """Keep the keys with what is asked after a click beside it."""
        self.call_after_refresh(lambda: self._hold() if self.is_current and self.focused is None else None)

    @on(OptionList.OptionHighlighted, "LineList")
    def _at_row(self, message: OptionList.OptionHighlighted) -> None:
        if self.current.card is not None:
            self.current.row = message.option_index

    @on(LineList.Picked)
    def _picked(self, message: LineList.Picked) -> None:
        card = self.current.card
        if card is None or message.index < len(card.rows):
            self.action_pick(message.index + 1)
        else:
            self.action_enter()

    @on(Input.Changed, "FigureInput")
    def _typed(self, message: Input.Changed) -> None:
        self._heed(message.value)

    @on(Input.Submitted, "FigureInput")
    def action_enter(self) -> None:
        """Confirm the card, choose the option under the cursor, or take the figure."""
        item = self.current.item
        if self.current.card is not None:
            self._record(*self.current.confirm())
        elif self.left:
            self.action_field()
        elif self.figure:
            try:
                currency = self.currency_of(item)
                self._record(*self.current.figure(self.figure.value, self.words.lexicon, currency))
            except Unreadable as problem:
                self.view.card.complain(self.coach.problem_text(problem))
        elif item is None:
            self.query_one(ReviewList).action_select()
        elif (at := self.query_one(LineList).highlighted) is not None:
            self.action_pick(at + 1)

    def action_pick(self, number: int) -> None:
        """Choose the option of that number, or tick the row."""
        self._record(*self.current.pick(number))

    def action_tick(self) -> None:
        """Tick the row under the cursor."""
        if self.current.card is not None:
            self._record(*self.current.pick(self.current.row + 1))

    def action_out(self) -> None:
        """Leave the field, so that letters are keys; what was typed stays."""
        self.left = self.current.item.id if self.current.item else ""
        self._hold()
        self._show_keys()

    def action_field(self) -> None:
        """Go back into the field that was left; where there is none, to what else takes keys."""
        if self.left:
            self.left = ""
            self._hold()
        else:
            self.focus_next()

    def action_unsay(self, kind: str) -> None:
        """Leave a question unanswered in one of the four ways."""
        self._record(*self.current.unsay(AnswerKind(kind)))

    def action_back(self) -> None:
        """Go to the question before this one."""
        self.current.back()
        self.paint()

    def action_why(self) -> None:
        """Show or hide why this is asked and what that rests on."""
        if self.view.why_shown:
            self.view.hide_why()
        else:
            self._explain()

    def action_guide(self) -> None:
        """Read on in the guide, from the reason that is shown."""
        found = reason(self.words, self.current) if self.view.why_shown else None
        if found and (topic := topic_for(self.book.library.guide, found[1])):
            self.post_message(commands.ShowGuide(topic))

    def action_finish(self) -> None:
        """Conclude the check and show the recommendation."""
        if self.current.step is not None:
            return
        book, sitting = self.book, self.current.sitting
        before = sitting.assessment.instrument == PROSPECT_CHECK
        of = book.audit if sitting.client_id is None else book.prospects if before else book.checks
        if self.done(lambda: of.conclude(sitting)):
            self._concluded(sitting)

    def action_close(self) -> None:
        """Put away the note, then the panel, then leave."""
        if self.noting:
            self.close_note()
        elif self.view.why_shown:
            self.view.hide_why()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Leave; everything is already on disk."""
        if self.close_note():
            sitting = self.current.sitting
            own, before = sitting.client_id is None, sitting.assessment.instrument == PROSPECT_CHECK
            left = "ask.left_own" if own else "ask.left_prospect" if before else "ask.left"
            self.notify(self.words(left), markup=False)
            self.dismiss()

    @on(ReviewList.Chosen)
    def _chosen(self, message: ReviewList.Chosen) -> None:
        if message.row == FINISH:
            self.action_finish()
        else:
            self.current.go(*message.row.split()[:2])
            self.paint()

    def _concluded(self, sitting: Sitting) -> None:
        """Show what a finished check says: of a client, of a prospect, or of my own boundaries."""
        if sitting.client_id is None:
            self.post_message(commands.ShowAudit(fresh=True))
        elif sitting.assessment.instrument == PROSPECT_CHECK:
            self.post_message(commands.ShowProspect(sitting.client_id, fresh=True))
        else:
            self.post_message(commands.ShowVerdict(sitting.assessment.id, fresh=True))

    def _record(self, *given: Answer) -> None:
        """Keep answers, then show what comes next; without any, show what has changed of the step."""
        checks, current = self.book.checks, self.current
        if not given or self.done(lambda: current.answered(checks.record(current.sitting, *map(self.noted, given)))):
            self.paint()

    def paint(self) -> None:
        """Paint the step on the table, or the review."""
        current, words, today = self.current, self.words, self.book.clock.today()
        done, steps = current.sitting.interview.progress()
        self.view.show_head(self.named(whom(words, current)), where(words, current, today), done / max(1, steps))
        logged = Logged(self.beside(), self.apart(), self.log_text(current.item))
        limit, currency = self.limit_on(current.item), self.currency_of(current.item)
        shown = step_content(words, current, today, self.note_on(current.item), limit, currency, logged)
        if current.item is None or current.item.id != self.left:
            self.left = ""
        self.view.show(shown or review_content(words, current, logged))
        self._show_keys()
        if self.figure:
            self._heed(self.figure.value)
        if self.view.why_shown:
            self._explain()
        self._hold()
        self.offer_limits(current.step)

    def _hold(self) -> None:
        """Give the keys to what is asked."""
        if self.left and not self.noting:
            self.set_focus(None)
        else:
            (self.query_one(NoteLine) if self.noting else self.view).hold()

    def _show_keys(self) -> None:
        rows: Rows = REVIEWING if self.current.step is None else ASKING
        if self.figure:
            rows = BESIDE if self.left else TYPING
        self.view.show_keys(key_rows(self.words, NOTING if self.noting else rows, self.key_of))

    def _heed(self, typed: str) -> None:
        """Say at once that what is typed can be no figure, and how letters are keys again."""
        try:
            self.current.type(typed, self.words.lexicon)
        except Unreadable as problem:
            self.view.card.complain(self.words("ask.letter", why=self.coach.problem_text(problem)))
        else:
            self.view.card.complain("")

    def _explain(self) -> None:
        if found := reason(self.words, self.current):
            why, sources = found
            claims = says(self.book.library.root, sources)
            self.view.show_why(why, self.words("ask.rests"), claims, self._more(sources))

    def _more(self, sources: tuple[str, ...]) -> str:
        """Which page of the guide says more, and the key to it; empty where none does."""
        title = title_for(self.book.library.guide, sources)
        return self.words("guide.more", title=title) if title else ""
