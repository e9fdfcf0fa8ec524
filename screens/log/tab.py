"""The log tab of a client: one timeline, filtered, searched, corrected. Reads and keeps entries; knows no other tab."""

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from coach.casebook.log.timeline import TimelineEntry
from coach.casebook.overview import ClientPage
from coach.engine.value import NOTHING
from coach.wording.log import LogWording
from screens.frame import commands
from screens.frame.client_rows import MUTED
from screens.frame.discreet import DOTS, hides
from screens.frame.tab import Tab
from screens.widgets.fields.clean_input import NamedInput
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_details import RowDetails
from screens.widgets.lists.row_list import RowList
from screens.widgets.lists.table import Table

VIEWS = ("all", "theirs", "mine", "open")
"""What the timeline shows, in the order in which the key turns to it."""
LONG = 200
"""Cells of a text before it is cut to the width there is."""

ROOMY = 22
"""Rows of a screen from which the words under the cursor have a place of their own."""


def log_of(moments: Sequence[TimelineEntry], said: LogWording) -> Section:
    """The timeline as rows, the newest first; a row's id is its noun and its number."""
    rows = tuple(Row(f"{each.event.noun}:{each.event.id}", _cells(each, said)) for each in moments)
    head = {key: said.say(f"log.column.{key}") for key in ("day", "what", "text")}
    columns = (Column(head["day"]), Column(head["what"], least=18, most=34), Column(head["text"], least=18, most=LONG))
    return Section(columns, rows)


def shown_of(moments: Sequence[TimelineEntry], view: str, typed: str, said: LogWording) -> list[TimelineEntry]:
    """The part of the timeline that a view shows, and of it what holds every word typed."""
    wanted = typed.casefold().split()

    def fits(each: TimelineEntry) -> bool:
        entry = each.entry
        in_view = view == "all" or (
            entry is not None and {"theirs": not entry.mine, "mine": entry.mine, "open": not entry.type}[view]
        )
        text = f"{said.what(each)} {said.about(each)}".casefold()
        return in_view and all(word in text for word in wanted)

    return [each for each in moments if fits(each)]


class LogTab(Tab):
    """One timeline of everything with this client, filtered and searched, above the words under the cursor."""

    OFFERS = frozenset({"find", "turn_log", "remove"})
    DEFAULT_CSS = """
    LogTab #log_said, LogTab #no_log, LogTab #log_find { padding: 0 2; height: auto; }
    LogTab #log_said { margin-bottom: 1; }
    LogTab #log_whole { padding: 0 2; height: 3; margin-top: 1; max-width: 100; }
    """

    view = VIEWS[0]
    moments: tuple[TimelineEntry, ...] = ()
    by_row: Mapping[str, TimelineEntry] = NOTHING

    def compose(self) -> ComposeResult:
        """The tab, empty until the records are read."""
        field = NamedInput("", self.words("client.key.found"), LogWording(self.book.library).say("log.filter"))
        field.id, field.display = "log_find", False
        yield Static(id="log_said", classes="muted")
        yield field
        yield Static(id="no_log", classes="muted")
        yield Table(self.words("client.key.open"))
        yield RowDetails(id="log_whole", classes="muted")

    def fill(self, page: ClientPage) -> None:
        """Read the timeline and show it."""
        super().fill(page)
        self.moments = tuple(self.book.timeline.of(self.client_id))
        self.by_row = {f"{each.event.noun}:{each.event.id}": each for each in self.moments}
        self._show()

    @on(Input.Changed)
    def _show(self) -> None:
        """Show the part of the timeline that is wanted."""
        said, field = LogWording(self.book.library), self.query_one(NamedInput)
        found = shown_of(self.moments, self.view, field.value, said)
        entries = [each.entry for each in self.moments if each.entry is not None]
        slips = sum(each.mine for each in entries)
        parts = [said.count("log.count.incidents", len(entries) - slips), said.count("log.count.slips", slips)]
        if self.view != VIEWS[0]:
            parts.append(said.say(f"log.view.{self.view}"))
        lead, empty = self.query_one("#log_said", Static), self.query_one("#no_log", Static)
        lead.update(Content(said.say("log.between").join(parts)))
        lead.display = bool(self.moments)
        empty.update(Content(said.say("log.none_found" if self.moments else "log.empty")))
        empty.display = not found
        self.query_one(Table).show_section(log_of(found, said))
        self._show_whole()

    @on(RowList.Chosen)
    def _open(self, message: RowList.Chosen) -> None:
        """Open what stands at a place of the timeline: an entry to correct, a check, a boundary."""
        moment = self.by_row.get(message.row)
        if moment is None:
            return
        noun, number = moment.event.noun, moment.event.id
        if moment.entry is not None:
            self.post_message(commands.LogIncident(self.client_id, moment.entry.id))
        elif noun == "assessment" and self.book.checks.concluded(number):
            self.post_message(commands.ShowVerdict(number))
        elif noun in ("rung", "term"):
            self.post_message(commands.ShowBoundary(moment.event.detail.partition(":")[0], self.client_id))

    @on(OptionList.OptionHighlighted)
    def _show_whole(self) -> None:
        """Show the words under the cursor whole: in its row they may be cut."""
        whole = self.query_one("#log_whole", RowDetails)
        whole.say(self._whole)
        if whole.display != (roomy := self.screen.size.height >= ROOMY):
            whole.display = roomy

    def _whole(self) -> Content:
        moment = self.by_row.get(self.query_one(RowList).current)
        text = LogWording(self.book.library).about(moment) if moment is not None and moment.entry is not None else ""
        return Content(DOTS if self.discreet and text else text)

    @on(Input.Submitted)
    def _to_rows(self) -> None:
        self.query_one(RowList).focus()

    def action_find(self) -> None:
        """Look for words in the log."""
        field = self.query_one(NamedInput)
        field.display = True
        field.focus()

    def action_turn_log(self) -> None:
        """Show everything, what they did, my own slips, or what has no kind yet."""
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        self._show()

    def action_remove(self) -> None:
        """Take the entry under the cursor out of the log; undo brings it back."""
        noun, _, number = self.query_one(RowList).current.partition(":")
        if noun not in ("incident", "slip"):
            return
        if self.done(lambda: self.book.log.remove(int(number))):
            self.notify(LogWording(self.book.library).say("log.removed"), markup=False)
        self.post_message(self.Changed())

    def go_back(self) -> bool:
        """Put the search away; False where none is shown."""
        field = self.query_one(NamedInput)
        if not field.display:
            return False
        field.value, field.display = "", False
        self._to_rows()
        return True


def _cells(moment: TimelineEntry, said: LogWording) -> tuple[Content, ...]:
    day, what, about = Content(said.words.day(moment.event.on_day, "dated")), said.what(moment), said.about(moment)
    if moment.entry is None:
        return day.stylize(MUTED), Content(what).stylize(MUTED), Content(about).stylize(MUTED)
    kind = Content(what) if moment.entry.type else Content(what).stylize("$warning")
    if moment.entry.mine and not moment.entry.type:
        kind = Content(said.say("log.slip")) + Content(f"{said.say('log.between')}{what}").stylize("$warning")
    return day, kind, Content(DOTS if hides(said.words) and about else about)
