"""A last try with one client: its rules, days left, what follows, before and after, earlier ones. Decides nothing."""

from collections.abc import Mapping
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.engine.reset import Reset
from coach.formats.text import clean
from coach.forms import tries
from coach.store.resets import Try
from coach.wording.tries import TryWording
from screens.frame import commands
from screens.frame.discreet import DOTS
from screens.frame.form import ask_form
from screens.frame.place import Place
from screens.widgets.glyphs import ascii_only
from screens.widgets.lists.side_by_side import SideBySide
from screens.widgets.reading.passage import Passage

LETTER = "last_try_confirmation"
PARTS = ("result", "rules", "follows", "weeks", "earlier")
BAR = 40
"""Cells of the line that shows how far it has come."""


class LastTryScreen(Place):
    """The last try that runs with a client, or the latest one; and the way to begin and to end one."""

    BINDINGS = [
        Binding("b", "begin", "last_try.key.begin", id="last_try.key.begin"),
        Binding("e", "end", "last_try.key.end", id="last_try.key.end"),
        Binding("x", "stop", "last_try.key.stop", id="last_try.key.stop"),
        Binding("w", "write", "last_try.key.write", id="last_try.key.write"),
        Binding("n", "check", "last_try.key.check", id="last_try.key.check"),
        Binding("escape", "back", "last_try.key.back", id="last_try.key.back"),
    ]
    DEFAULT_CSS = """
    LastTryScreen .page { padding: 1 1 0 3; scrollbar-size-vertical: 1; }
    LastTryScreen .page > * { max-width: 96; height: auto; padding: 0 2 0 0; }
    LastTryScreen #side_title { margin: 1 0 0 0; }
    LastTryScreen #stands { color: $accent; text-style: bold; margin: 1 0 0 0; }
    """

    def __init__(self, client_id: int) -> None:
        super().__init__()
        self.client_id = client_id
        self.client_name = ""
        self.tries: list[Try] = []

    def parts(self) -> ComposeResult:
        """The page, empty until the records are read."""
        with VerticalScroll(classes="page"):
            yield Static(id="who")
            yield Static(id="stands")
            yield Static(id="bar")
            said = TryWording(self.book.library)
            for part in PARTS:
                if part == "earlier":
                    yield Static(Content(said.say("heading.side")), id="side_title", classes="title")
                    yield SideBySide()
                    yield Static(id="side")
                yield Passage(said.say(f"heading.{part}"), id=part)

    def show_records(self) -> None:
        """Read the tries again; where the client is gone, go back."""
        self.client_name = self.book.clients.one(self.client_id).name
        self.tries = self.book.tries.of(self.client_id)
        shown = self.shown
        terms = self.book.tries.terms(shown) if shown else {}
        self._show_side(shown)
        self._paint(shown.reset if shown else None, terms)
        self.refresh_bindings()

    @property
    def shown(self) -> Try | None:
        """The try that is shown: the one that runs, else the latest."""
        running = next((each for each in self.tries if each.reset.running), None)
        return running or next(iter(self.tries), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """One try at a time: begin where none runs, end and write where one does."""
        running = self.shown is not None and self.shown.reset.running
        return {"begin": not running, "end": running, "stop": running, "write": running}.get(action, True)

    def action_begin(self) -> None:
        """Ask for rules, a day and what follows."""
        ask_form(self.coach, partial(tries.begin, client_id=self.client_id))

    def action_end(self) -> None:
        """Ask how it went."""
        if (kept := self.shown) is not None:
            ask_form(self.coach, partial(tries.end, reset_id=kept.id))

    def action_stop(self) -> None:
        """End it without judging anybody."""
        kept = self.shown
        if kept is not None and self.done(lambda: self.book.tries.stop(kept.id)):
            self.notify(TryWording(self.book.library).say("said.stopped"), markup=False)
            self.refresh_place()

    def action_write(self) -> None:
        """Write the letter that confirms it."""
        rules = self.shown.reset.rules if self.shown else ()
        self.post_message(commands.ShowLetters(self.client_id, LETTER, rules[0] if rules else ""))

    def action_check(self) -> None:
        """Begin a check: the same questions again."""
        self.post_message(commands.StartCheck(self.client_id))

    def _paint(self, reset: Reset | None, terms: Mapping[str, Mapping[str, str]]) -> None:
        said, today = TryWording(self.book.library), self.book.clock.today()
        who = Content(said.say("with", name=clean(self.client_name))).stylize("bold")
        self.query_one("#who", Static).update(who)
        running = reset is not None and reset.running
        state = said.say("none", name=clean(self.client_name)) if reset is None else ""
        if reset is not None:
            state = said.state(reset, today) if running else said.when(reset)
        self.query_one("#stands", Static).update(Content(state))
        bar = self.query_one("#bar", Static)
        bar.display = running
        lines: dict[str, list[str]] = {part: [] for part in PARTS}
        if self.discreet:
            bar.display = False
            self.query_one("#stands", Static).update(Content(DOTS))
        elif reset is not None:
            bar.update(_bar(said.gone(reset, today), *reset.gone(today)))
            lines["rules"] = said.rule_lines(reset, terms)
            lines["follows"] = [said.follows(reset)] if running else []
            lines["weeks"] = [each for each in [said.meanwhile(reset, today)] if each and running]
            if reset.ending is not None:
                lines["result"] = [f"{said.how(reset)}.".capitalize(), said.meaning(reset.ending, reset.mine)]
            past = [each for each in self.tries if each is not self.shown]
            lines["earlier"] = [said.line(each.reset) for each in past]
        for part, texts in lines.items():
            self.query_one(f"#{part}", Passage).say([Content(text) for text in texts])

    def _show_side(self, kept: Try | None) -> None:
        """The same items before and after, or that there is nothing yet."""
        table, note = self.query_one(SideBySide), self.query_one("#side", Static)
        said = TryWording(self.book.library)
        side = self.book.tries.side_by_side(kept) if kept and not self.discreet else None
        table.show(said.heads(side) if side else ("", ""), said.rows(side) if side else [])
        note.update(Content(said.say("side_none") if side else DOTS))
        note.display = bool(kept) and not table.display
        self.query_one("#side_title").display = bool(kept)


def _bar(said: str, gone: int, days: int) -> Content:
    """How far a try has come, as a line and in words."""
    long = round(BAR * gone / days)
    full, rest = ("=", "-") if ascii_only() else ("━", "─")
    return Content.assemble((full * long, "$accent"), (rest * (BAR - long), "$foreground 40%"), f"  {said}")
