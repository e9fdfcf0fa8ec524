"""The small screen before a check: for which weeks, for which day, and how deep. Begins nothing itself."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Static

from coach.casebook.checks.sitting import OpenCheck
from coach.engine.interview.instrument import Depth
from coach.engine.value import Value, replace
from coach.formats.days import read_day
from coach.formats.unreadable import Unreadable
from screens.frame import commands
from screens.frame.place import Dialog, owner_text
from screens.widgets.fields.clean_input import CleanInput
from screens.widgets.lists.line_list import Line, LineList

WAYS = {"g": "resume", "1": "quick", "2": "full", "w": "weeks", "o": "day"}
"""What can be chosen, by key; the first only where a check is open."""


class Days(Value):
    """The day a check speaks of, and the last day of its weeks where that is another one; None means today."""

    on_day: date | None = None
    until: date | None = None


class StartCheckDialog(Dialog[commands.BeginCheck | None]):
    """Says which weeks a check will ask about, and gives the check that was chosen, or None."""

    BINDINGS = [
        *(Binding(key, f"choose('{way}')", id=f"start_check.key.{way}") for key, way in WAYS.items()),
        Binding("enter", "enter", id="start_check.key.enter"),
        Binding("escape", "back", id="start_check.key.back"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]
    CSS = """
    StartCheckDialog .dialog { width: 72; padding: 1 2; }
    StartCheckDialog.-low .dialog { padding: 0 1; max-height: 100%; }
    StartCheckDialog Static { height: auto; padding: 0 1; margin-bottom: 1; }
    StartCheckDialog #name { height: 1; text-wrap: nowrap; text-overflow: ellipsis; text-style: bold; }
    StartCheckDialog LineList { height: auto; max-height: 12; margin-bottom: 1; }
    StartCheckDialog CleanInput { margin: 0 1 1 1; }
    StartCheckDialog #problem { color: $warning; }
    StartCheckDialog #hint { color: $text-muted; margin-bottom: 0; }
    """

    def __init__(self, client_id: int) -> None:
        super().__init__()
        self.client_id = client_id
        self.days = Days()
        self.client_name = ""
        self.asking = ""
        self.waiting: OpenCheck | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(id="name")
            yield Static(id="window")
            yield Static(id="waiting")
            yield LineList()
            yield Static(id="asked")
            yield CleanInput(max_length=40)
            yield Static(id="problem")
            yield Static(id="hint")

    def on_mount(self) -> None:
        """Show the client's name and the weeks, or go where the client is gone."""
        if self.done(self._read):
            self.repaint()
            self._show()
        else:
            self.dismiss(None)

    def _read(self) -> None:
        self.client_name = self.book.clients.one(self.client_id).name
        self.waiting = next(iter(self.book.checks.unfinished(self.client_id)), None)

    def repaint(self) -> None:
        """Show the name as it may be shown."""
        self.query_one("#name", Static).update(owner_text(self.words("start_check.title", name=self.client_name)))

    @property
    def ways(self) -> dict[str, str]:
        """What can be chosen now, by key."""
        return {key: way for key, way in WAYS.items() if way != "resume" or self.waiting is not None}

    def window(self) -> tuple[date, date]:
        """The first and last day that will be asked about."""
        return self.book.checks.window(self.days.until or self.days.on_day)

    def action_choose(self, way: str) -> None:
        """Begin, go on with what is open, or ask for a day."""
        if way in ("weeks", "day"):
            self._ask(way)
        elif way == "resume":
            if self.waiting is not None:
                self.coach.post_message(commands.ResumeCheck(self.waiting.assessment.id))
                self.dismiss(None)
        else:
            since = self.window()[0] if self.days.until is not None else None
            self.dismiss(commands.BeginCheck(self.client_id, Depth(way), self.days.on_day, since))

    def action_enter(self) -> None:
        """Choose the line under the cursor."""
        at = self.query_one(LineList).highlighted
        if at is not None:
            self.action_choose(list(self.ways.values())[at])

    def action_back(self) -> None:
        """Put the field away, or leave without a check."""
        if self.asking:
            self._ask("")
        else:
            self.dismiss(None)

    @on(LineList.Picked)
    def _picked(self, message: LineList.Picked) -> None:
        self.action_choose(list(self.ways.values())[message.index])

    @on(Input.Submitted)
    def _given(self, message: Input.Submitted) -> None:
        today = self.book.clock.today()
        try:
            day = read_day(message.value, self.words.lexicon, today)
        except Unreadable as problem:
            self.put("problem", self.coach.problem_text(problem))
            return
        latest = self.days.on_day or today
        if day > (latest if self.asking == "weeks" else today):
            key = "refused.day_to_come" if day > today else "start_check.after"
            self.put("problem", self.words(key, day=self.words.day(latest)))
            return
        self.days = replace(self.days, until=day) if self.asking == "weeks" else Days(on_day=day)
        self._ask("")

    def _ask(self, asking: str) -> None:
        if asking:
            self.query_one(CleanInput).value = ""
        self.asking = asking
        self._show()

    def _show(self) -> None:
        words, lines = self.words, self.query_one(LineList)
        self.put("window", self._window())
        self.put("waiting", self._waiting())
        self.put("asked", words(f"start_check.ask.{self.asking}") if self.asking else "")
        self.put("problem", "")
        self.put("hint", words("start_check.hint.day" if self.asking else "start_check.hint.choose"))
        lines.display, self.query_one(CleanInput).display = not self.asking, bool(self.asking)
        keys = {way: self.key_of(f"start_check.key.{way}", key) for key, way in self.ways.items()}
        lines.offer([Line(key, "", words(f"start_check.key.{way}")) for way, key in keys.items()], 0)
        (self.query_one(CleanInput) if self.asking else lines).focus()

    def _window(self) -> str:
        (first, last), days, words = self.window(), self.days, self.words
        key = ("past_other" if days.until else "past") if days.on_day else ("other" if days.until else "now")
        return words(
            f"start_check.window.{key}", first=words.day(first), last=words.day(last),
            weeks=(last - first).days // 7, day=words.day(days.on_day) if days.on_day else "",
        )  # fmt: skip

    def _waiting(self) -> str:
        if self.waiting is None:
            return ""
        words, row = self.words, self.waiting.assessment
        return words(
            "start_check.waiting", depth=words(f"ask.depth.{row.depth}"), day=words.day(row.on_day),
            done=self.waiting.progress[0], steps=self.waiting.progress[1],
        )  # fmt: skip
