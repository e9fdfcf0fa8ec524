"""Asks for some of one's own limits, one at a time, and keeps each at once. Knows no place and not what follows."""

from collections.abc import Iterable

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from coach.casebook.desk import Refused
from coach.casebook.limits import LONGEST_WORDS
from coach.engine.interview.answer import Answer, AnswerKind, Answers, chosen
from coach.engine.interview.instrument import Card, Item
from coach.engine.interview.interview import confirm
from coach.store.file.errors import StoreFault
from coach.wording.limits import LimitWording
from screens.frame.dialogs.limit_question import letters_in, limit_content, ticked_in, unsaid
from screens.frame.frame import Problem
from screens.frame.keys.echo import KeyEcho
from screens.frame.place import Dialog
from screens.widgets.lists.line_list import LineList
from screens.widgets.reading.limit_question import LimitQuestion

OTHER_ROWS = 17
"""Rows the dialog takes beside its lines when the reason is shown; where there are fewer, ? brings it."""

LOW = 23
"""Rows of a terminal from which there is room for air and a hint."""


class LimitsDialog(Dialog[bool]):
    """Asks limits by item, card or group; gives True where it came to the end, False where it was left before."""

    LEFT = False
    BINDINGS = [
        *(Binding(str(digit), f"digit({digit})", show=False, id=f"limits.digit.{digit}") for digit in range(10)),
        Binding("space", "tick", show=False, id="limits.tick"),
        Binding("enter", "take", "limits.key.take", id="limits.key.take"),
        Binding("s", "unsay('skipped')", "limits.key.skip", id="limits.key.skip"),
        Binding("d", "unsay('dont_know')", "limits.key.dont_know", id="limits.key.dont_know"),
        Binding("b", "back", "limits.key.back", id="limits.key.back"),
        Binding("question_mark", "why", "limits.key.why", id="limits.key.why"),
        Binding("escape", "cancel", "limits.key.leave", id="limits.key.leave"),
    ]
    CSS = """
    LimitsDialog .dialog { overflow-y: auto; scrollbar-size-vertical: 1; }
    LimitsDialog.-low .dialog { padding: 0 2; max-height: 100%; }
    LimitsDialog.-low #hint { height: 0; margin: 0; }
    LimitsDialog.-low LineList { max-height: 55vh; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]

    def __init__(self, limits: Iterable[str]) -> None:
        """``limits`` are ids of items, cards or groups; they are asked in the order of the instrument."""
        super().__init__()
        self.wanted = frozenset(limits)
        self.places: tuple[Card | Item, ...] = ()
        self.at = 0
        self.standing: Answers = {}
        self.ticks: frozenset[str] = frozenset()
        self.begun = ""
        self.why_wanted: bool | None = None
        self.echo = KeyEcho()

    def parts(self) -> ComposeResult:
        """One question, empty until the records are read."""
        yield LimitQuestion(LONGEST_WORDS)

    def on_mount(self) -> None:
        """Ask the first; leave where there is none or the records cannot be read."""
        self.wording = LimitWording(self.book.library)
        self.places = self.wording.places(self.wanted)
        standing = self.attempt(self.book.limits.standing)
        if standing is not None and self.places:
            self.standing = standing
            self._go(0)
        else:
            self.dismiss(standing is not None)

    @property
    def asked(self) -> Card | Item:
        """What is being asked."""
        return self.places[self.at]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Letters are keys where no words are typed; back leads somewhere from the second question on."""
        if action not in ("unsay", "back", "why") or not self.places:
            return True
        return not letters_in(self.asked) and (action != "back" or self.at > 0)

    def on_key(self, event: events.Key) -> None:
        """Drop the echo of a key that has just moved on."""
        moves = event.key in ("enter", "s", "d") or (event.key.isdecimal() and self._takes(int(event.key)))
        if self.echo.is_echo(event.key, event.time, moves):
            event.stop()

    def action_digit(self, digit: int) -> None:
        """Tick that line, or choose the option of that number; a number of two digits is composed."""
        if isinstance(self.asked, Card):
            self._tick(digit - 1)
            return
        number, takes = int(f"{self.begun}{digit}"), self._takes(digit)
        if 1 <= number <= len(self.asked.options):
            self.begun = str(number)
            self.query_one(LineList).highlighted = number - 1
        if takes:
            self.action_take()

    def action_tick(self) -> None:
        """Tick the line under the cursor."""
        at = self._question.cursor
        if isinstance(self.asked, Card) and at is not None:
            self._tick(at)

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Keep what is ticked, chosen or typed, and go on."""
        place, at = self.asked, self._question.cursor
        if isinstance(place, Card):
            marks = dict.fromkeys(self.ticks, "yes")
            self._keep(*confirm(place, self.wording.instrument.items, marks, self.standing))
        elif place.options:
            if at is not None:
                self._keep(chosen(place.id, place.options[at]))
        elif letters_in(place) and not self._question.typed.strip():
            self.action_unsay(AnswerKind.SKIPPED)
        else:
            try:
                self._keep(self.book.limits.read(place.id, self._question.typed))
            except Refused as problem:
                self.wrong(problem)

    def action_unsay(self, kind: str) -> None:
        """Leave it unsaid and go on; to pass over what stands already changes nothing."""
        self._keep(*unsaid(self.wording, self.asked, self.standing, AnswerKind(kind)))

    def action_back(self) -> None:
        """Ask the one before again."""
        self._go(max(self.at - 1, 0))

    def action_why(self) -> None:
        """Show or hide what the answer is for."""
        self.why_wanted = not self._question.why_shown
        self._question.show_why(self.why_wanted)

    @on(LineList.Picked)
    def _picked(self, message: LineList.Picked) -> None:
        if isinstance(self.asked, Card):
            self._tick(message.index)
        else:
            self.action_take()

    @property
    def _question(self) -> LimitQuestion:
        return self.query_one(LimitQuestion)

    def _takes(self, digit: int) -> bool:
        """Whether a digit chooses an option, since no longer number could begin so."""
        count = 0 if isinstance(self.asked, Card) else len(self.asked.options)
        return 1 <= int(f"{self.begun}{digit}") <= count < int(f"{self.begun}{digit}0")

    def _tick(self, at: int) -> None:
        rows = self.asked.rows if isinstance(self.asked, Card) else ()
        if 0 <= at < len(rows):
            self.ticks ^= {rows[at]}
            self._question.mark(limit_content(self.wording, self.asked, self.standing, self.ticks).lines, at)

    def wrong(self, problem: Problem | str = "") -> None:
        """Say on the sheet what is wrong."""
        self._question.complain(problem if isinstance(problem, str) else self.coach.problem_text(problem))

    def _keep(self, *answers: Answer) -> None:
        """Keep answers, then ask the next; after the last, be done."""
        try:
            self.standing = self.book.limits.set(*answers)
        except (Refused, StoreFault) as problem:
            self.wrong(problem)
            return
        if self.at + 1 < len(self.places):
            self._go(self.at + 1)
        else:
            self.dismiss(True)

    def _go(self, at: int) -> None:
        """Ask the one at that place."""
        self.at, self.begun, self.ticks = at, "", ticked_in(self.places[at], self.standing)
        content = limit_content(self.wording, self.asked, self.standing, self.ticks, at + 1, len(self.places))
        roomy = self.app.size.height >= len(content.lines) + OTHER_ROWS
        self._question.show(content, roomy if self.why_wanted is None else self.why_wanted)
        self.refresh_bindings()
