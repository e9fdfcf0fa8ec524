"""Today: what there is to do, then every client by weight; on the first start, a welcome. Decides nothing itself."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from coach.casebook.checks.sitting import OpenCheck
from coach.casebook.overview import ClientLine, ToDo
from coach.formats.text import clean
from coach.wording.checks.recommendation import RecommendationWording
from screens.frame import commands
from screens.frame.client_rows import MUTED, arrow_cell, bars_cells, decided_tag, name_cell, tag_cell
from screens.frame.place import Place
from screens.today.check_in_rows import due_section
from screens.today.draft_rows import draft_rows
from screens.today.log_rows import log_rows, until_next
from screens.widgets.frame.top_line import TopLine
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_list import RowList

if TYPE_CHECKING:
    from coach.casebook.exits.exits import DueExitStep

FIRST = 40
"""Clients that the first picture lays out: as many as a terminal shows at once."""
SOON = 0.1
"""Seconds after which the first picture stands."""
LONGEST_WAIT = 86_400.0
"""Seconds after which it is looked again, however far away the next reply is."""


class TodayScreen(Place):
    """What there is to do today, and every client by weight."""

    HERE = "today"
    BINDINGS = [
        Binding("a", "add", "today.key.add", id="today.key.add"),
        Binding("n", "check", "today.key.check", id="today.key.check"),
        Binding("k", "check_in", "today.key.check_in", id="today.key.check_in"),
        Binding("o", "hold", "today.key.hold", id="today.key.hold", show=False),
    ]
    DEFAULT_CSS = """
    TodayScreen .sheet { padding: 1 1; height: 1fr; max-width: 120; }
    TodayScreen #said, TodayScreen #demo { height: auto; padding: 0 2 1 2; }
    TodayScreen #demo { color: $text-muted; }
    TodayScreen RowList { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.leads: dict[str, tuple[int | None, Callable[[], Message]]] = {}
        self.all_told = False
        self._alarm: Timer | None = None

    def parts(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            if self.coach.setting("demo", False):
                yield Static(Content(self.words("demo.line")), id="demo")
            yield Static(id="said")
            yield RowList(self.words("today.key.open"))

    def show_records(self) -> None:
        """Read what is due and repaint; the cursor stays on its row."""
        self.leads = {}
        today = self.book.overview.today()
        first_start = not today.lines and not self.book.clients.everyone("archived")
        steps, audit, to_do = self._steps(), self._audit_key(), self._to_do(today)
        self._wake(until_next(self.book))
        sections = (
            (to_do, steps, self._clients(today.lines if self.all_told else today.lines[:FIRST]), self._own(audit))
            if today.lines
            else (self._first_choices(first_start), to_do, steps)
        )
        self.query_one("#said", Static).update(self._said(today, first_start))
        self.query_one("#said").display = not today.lines or not any(each.rows for each in sections[:2])
        self.query_one(TopLine).show_day(self.words.day(today.day))
        self.query_one(RowList).show_sections(*sections)
        self.refresh_bindings()
        if not self.all_told and (today.resume or len(today.lines) > FIRST):
            # How far a check has come takes the questions to tell, and many clients take long to lay out; nobody waits
            # for either to see the first rows.
            self.all_told = True
            self.set_timer(SOON, self.refresh_place)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """A check needs a client to be there."""
        return action not in ("check", "check_in") or any(client_id is not None for client_id, _ in self.leads.values())

    @on(RowList.Chosen)
    def _open(self, message: RowList.Chosen) -> None:
        if message.row in self.leads:
            self.post_message(self.leads[message.row][1]())

    @property
    def under_cursor(self) -> int | None:
        """The client under the cursor, whom a key is about."""
        return self.leads.get(self.query_one(RowList).current, (None, None))[0]

    def action_add(self) -> None:
        """Ask for a new client's name."""
        self.post_message(commands.AddClient(check=False))

    def action_check(self) -> None:
        """Begin a check of the client under the cursor."""
        if self.under_cursor is not None:
            self.post_message(commands.StartCheck(self.under_cursor))

    def action_check_in(self) -> None:
        """Check in on whoever is due."""
        self.post_message(commands.ShowCheckIns())

    def _check_ins(self) -> list[Row]:
        section = due_section(self.book.rhythms.round(), self.book.clock.today(), self.words)
        for row in section.rows:
            kind, _, number = row.id.rpartition(":")
            client_id = int(number) if kind else None
            self.leads[row.id] = (
                client_id,
                partial(commands.StartCheck, client_id) if client_id else commands.ShowCheckIns,
            )
        return [Row(row.id, row.cells[:2]) for row in section.rows]

    def action_hold(self) -> None:
        """Hold a reply to the client under the cursor."""
        self.post_message(commands.HoldReply(self.under_cursor))

    def _wake(self, seconds: float | None) -> None:
        """Read again when the next reply has waited long enough, however long nobody touches a key."""
        if self._alarm is not None:
            self._alarm.stop()
        self._alarm = None if seconds is None else self.set_timer(min(seconds + 1, LONGEST_WAIT), self.refresh_place)

    def _said(self, today: ToDo, first_start: bool) -> Content:
        if today.lines:
            return Content(self.words("today.nothing")).stylize(MUTED)
        if not first_start:
            return Content(self.words("today.all_away"))
        lines = [Content(line) for line in self.words.lines("screens", "today.welcome.lines")]
        where = Content(self.words("today.welcome.where", path=clean(str(self.book.places.database))))
        title = Content(self.words("today.welcome.title")).stylize("bold $accent")
        return Content("\n\n").join([title, *lines, where.stylize(MUTED)])

    def _first_choices(self, first_start: bool) -> Section:
        """The ways to begin; on the first start, also for somebody who needs help now, and to look around."""
        self.leads["door:check"] = (None, partial(commands.AddClient, check=True))
        rows = [Row("door:check", self._first_choice("today.welcome.check"))]
        if first_start:
            self.leads["door:happened"] = (None, commands.SomethingHappened)
            self.leads["door:look"] = (None, commands.LookAround)
            rows = [
                Row("door:happened", self._first_choice("today.welcome.happened")),
                *rows,
                Row("door:look", self._first_choice("today.welcome.look")),
            ]
        return Section((Column(), Column(most=60, rank=1)), tuple(rows))

    def _first_choice(self, key: str) -> tuple[Content, ...]:
        return Content(self.words(key)), Content(self.words(f"{key}_said")).stylize(MUTED)

    def _tries(self) -> list[Row]:
        # A last try is an outcome, which others are not to read.
        running = [] if self.discreet else self.book.tries.running()
        if not running:
            return []
        from coach.wording.tries import TryWording
        from screens.today.try_rows import try_rows

        rows, due = try_rows(running, self.book.clock.today(), TryWording(self.book.library))
        for row, client_id in due.items():
            self.leads[row] = (client_id, partial(commands.ShowTry, client_id))
        return rows

    def _steps(self) -> Section:
        today, steps, exits = self.book.clock.today(), self.book.boundaries.steps_due(), self.book.exits.steps_due()
        if not (steps or exits):
            return Section((Column(),), ())
        from coach.wording.boundaries import BoundaryWording
        from screens.today.step_rows import steps_section

        section, due = steps_section(steps, today, BoundaryWording(self.book.library))
        for row, each in due.items():
            show = partial(commands.ShowBoundary, each.boundary, each.client_id, "steps")
            self.leads[row] = (each.client_id, show)
        return Section(section.columns, (*section.rows, *self._exit_steps(exits)))

    def _exit_steps(self, exits: "Sequence[DueExitStep]") -> list[Row]:
        if not exits:
            return []
        from coach.wording.exits.plan import ExitWording
        from screens.today.exit_rows import due_rows

        found = due_rows(exits, ExitWording(self.book.library), self.book.clock.today())
        self.leads |= {line.id: (about, partial(commands.ShowClient, about, "plan")) for about, line in found}
        return [line for _, line in found]

    def _audit_key(self) -> str:
        """What to say of the check of my own boundaries; empty once one was finished."""
        if self.book.audit.waits():
            return "today.audit_waits"
        return "" if self.book.audit.finished() else "today.audit"

    def _own(self, key: str) -> Section:
        if key:
            self.leads["audit"] = (None, commands.StartAudit)
        rows = (Row("audit", (Content(self.words(key)).stylize(MUTED),)),) if key else ()
        return Section((Column(self.words("today.own"), least=20, most=100),), rows)

    def _to_do(self, today: ToDo) -> Section:
        drafts, left = draft_rows(self.book)
        logged, leads = log_rows(self.book, self.words)
        self.leads |= {**left, **leads}
        rows = [*drafts, *self._check_ins(), *logged, *(self._resume(each, today.day) for each in today.resume)]
        rows += [self._second(line, today.day) for line in today.second_looks]
        rows += [self._again(line, today.day) for line in today.look_again]
        rows += self._tries()
        columns = (Column(self.words("today.to_do"), least=24, most=80), Column(least=12, most=60))
        return Section(columns, tuple(rows))

    def _resume(self, each: OpenCheck, day: date) -> Row:
        row = f"resume:{each.assessment.id}"
        self.leads[row] = (each.client.id, partial(commands.ResumeCheck, each.assessment.id))
        return Row(row, (self._about("today.resume", each.client.name), Content(self._how_far(each, day))))

    def _how_far(self, each: OpenCheck, day: date) -> str:
        if not self.all_told:
            return ""
        done, steps = each.progress
        key = "today.resume_said" if each.assessment.on_day == day else "today.resume_past"
        return self.words(key, done=done, steps=steps, day=self.words.day(each.assessment.on_day, "short"))

    def _second(self, line: ClientLine, day: date) -> Row:
        said = ""
        if line.told is not None and line.told.second_look_on is not None:
            tag = RecommendationWording(self.book.library).tag(line.told)
            said = f"{tag} · {self._since(line.told.second_look_on, day)}"
        return self._look("second", line, said)

    def _again(self, line: ClientLine, day: date) -> Row:
        said = ""
        if line.decision is not None and line.decision.look_again_on is not None:
            decided = self.words(
                "today.decided", tag=decided_tag(line.decision, RecommendationWording(self.book.library))
            )
            said = f"{decided} · {self._since(line.decision.look_again_on, day)}"
        return self._look("again", line, said)

    def _look(self, kind: str, line: ClientLine, said: str) -> Row:
        client_id, row = line.client.id, f"{kind}:{line.client.id}"
        told = line.told
        to = partial(commands.ShowVerdict, told.assessment.id) if told else partial(commands.ShowClient, client_id)
        self.leads[row] = (client_id, to)
        return Row(row, (self._about(f"today.{kind}", line.client.name), Content(said)))

    def _since(self, due: date, day: date) -> str:
        return self.words("today.due" if due == day else "today.since", day=self.words.day(due, "short"))

    def _about(self, key: str, name: str) -> Content:
        return Content(self.words(key, name=clean(name)))

    def _clients(self, lines: tuple[ClientLine, ...]) -> Section:
        phrases, rows = RecommendationWording(self.book.library), []
        for line, bars in zip(lines, bars_cells(lines, self.words), strict=True):
            row = f"client:{line.client.id}"
            self.leads[row] = (line.client.id, partial(commands.ShowClient, line.client.id))
            decided = decided_tag(line.decision, phrases)
            mine = Content(self.words("today.you", tag=decided) if decided else "")
            tag = tag_cell(line, phrases, self.words("today.unchecked"))
            rows.append(Row(row, (name_cell(line, self.words), tag, bars, arrow_cell(line, self.words), mine)))
        heading = self.words("today.clients")
        columns = (
            Column(heading, least=14),
            Column(most=24),
            Column(self.words("today.theirs"), rank=2),
            Column(rank=2),
            Column(most=24, rank=1),
        )
        return Section(columns, tuple(rows))
