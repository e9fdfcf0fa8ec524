"""The log tab of a client: one timeline, filtered, searched, corrected. Reads and keeps entries; knows no other tab."""

from collections.abc import Mapping, Sequence

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from coach.casebook.desk import Refused
from coach.casebook.log.timeline import Moment
from coach.engine.value import NOTHING
from coach.store.file.errors import StoreFault
from coach.wording.log import LogWords
from screens.frame import commands
from screens.frame.client_rows import MUTED
from screens.frame.discreet import DOTS, hides
from screens.frame.place import Place
from screens.widgets.lists.about_row import Aside
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_list import RowList
from screens.widgets.lists.table import Table

VIEWS = ("all", "theirs", "mine", "open")
"""What the timeline shows, in the order in which the key turns to it."""
LONG = 200
"""Cells of a text before it is cut to the width there is."""

ROOMY = 22
"""Rows of a screen from which the words under the cursor have a place of their own."""


class LogPane(Vertical):
    """The timeline under what is said of it, above the words under the cursor."""

    DEFAULT_CSS = """
    LogPane #log_said, LogPane #no_log, LogPane #log_find { padding: 0 2; height: auto; }
    LogPane #log_said { margin-bottom: 1; }
    LogPane #log_whole { padding: 0 2; height: 3; margin-top: 1; max-width: 100; }
    """


def log_pane(said: LogWords, open_label: str, list_label: str) -> LogPane:
    """The tab, empty until the records are read."""
    from screens.widgets.fields.clean_input import NamedInput

    field = NamedInput("", list_label, said.say("log.filter"))
    field.id, field.display = "log_find", False
    return LogPane(
        Static(id="log_said", classes="muted"),
        field,
        Static(id="no_log", classes="muted"),
        Table(open_label),
        Aside(id="log_whole", classes="muted"),
        id="log",
    )


def log_of(moments: Sequence[Moment], said: LogWords) -> Section:
    """The timeline as rows, the newest first; a row's id is its noun and its number."""
    rows = tuple(Row(f"{each.event.noun}:{each.event.id}", _cells(each, said)) for each in moments)
    head = {key: said.say(f"log.column.{key}") for key in ("day", "what", "text")}
    columns = (Column(head["day"]), Column(head["what"], least=18, most=34), Column(head["text"], least=18, most=LONG))
    return Section(columns, rows)


def shown_of(moments: Sequence[Moment], view: str, typed: str, said: LogWords) -> list[Moment]:
    """The part of the timeline that a view shows, and of it what holds every word typed."""
    wanted = typed.casefold().split()

    def fits(each: Moment) -> bool:
        entry = each.entry
        in_view = view == "all" or (
            entry is not None and {"theirs": not entry.mine, "mine": entry.mine, "open": not entry.type}[view]
        )
        text = f"{said.what(each)} {said.about(each)}".casefold()
        return in_view and all(word in text for word in wanted)

    return [each for each in moments if fits(each)]


class ClientLog(Place):
    """A client's page with a log."""

    client_id: int
    log_view = VIEWS[0]
    moments: tuple[Moment, ...] = ()
    by_row: Mapping[str, Moment] = NOTHING

    def fill_log(self) -> None:
        """Read the timeline and show it."""
        self.moments = tuple(self.book.timeline(self.client_id))
        self.by_row = {f"{each.event.noun}:{each.event.id}": each for each in self.moments}
        self.show_log()

    @on(Input.Changed, "#log_find")
    def show_log(self) -> None:
        """Show the part of the timeline that is wanted."""
        said, field = LogWords(self.book.library), self.query_one("#log_find", Input)
        found = shown_of(self.moments, self.log_view, field.value, said)
        entries = [each.entry for each in self.moments if each.entry is not None]
        slips = sum(each.mine for each in entries)
        parts = [said.count("log.count.incidents", len(entries) - slips), said.count("log.count.slips", slips)]
        if self.log_view != VIEWS[0]:
            parts.append(said.say(f"log.view.{self.log_view}"))
        lead, empty = self.query_one("#log_said", Static), self.query_one("#no_log", Static)
        lead.update(Content(said.say("log.between").join(parts)))
        lead.display = bool(self.moments)
        empty.update(Content(said.say("log.none_found" if self.moments else "log.empty")))
        empty.display = not found
        self.query_one("#log Table", Table).show_section(log_of(found, said))
        self.show_whole()

    def open_moment(self, noun: str, number: int) -> None:
        """Open what stands at a place of the timeline: an entry to correct, a check, a boundary."""
        moment = next((each for each in self.moments if (each.event.noun, each.event.id) == (noun, number)), None)
        if moment is None:
            return
        if moment.entry is not None:
            self.post_message(commands.LogIncident(self.client_id, moment.entry.id))
        elif noun == "assessment" and self.book.told_at(number):
            self.post_message(commands.ShowVerdict(number))
        elif noun in ("rung", "term"):
            self.post_message(commands.ShowBoundary(moment.event.detail.partition(":")[0], self.client_id))

    @on(OptionList.OptionHighlighted, "#log RowList")
    def show_whole(self) -> None:
        """Show the words under the cursor whole: in its row they may be cut."""
        whole = self.query_one("#log_whole", Aside)
        whole.say(self._said_whole)
        if whole.display != (roomy := self.size.height >= ROOMY):
            whole.display = roomy

    def _said_whole(self) -> Content:
        moment = self.by_row.get(self.query_one("#log RowList", RowList).current)
        text = LogWords(self.book.library).about(moment) if moment is not None and moment.entry is not None else ""
        return Content(DOTS if self.discreet and text else text)

    @on(Input.Submitted, "#log_find")
    def _to_log(self) -> None:
        self.query_one("#log RowList", RowList).focus()

    def action_find(self) -> None:
        """Look for words in the log."""
        field = self.query_one("#log_find", Input)
        field.display = True
        field.focus()

    def action_turn_log(self) -> None:
        """Show everything, what they did, my own slips, or what has no kind yet."""
        self.log_view = VIEWS[(VIEWS.index(self.log_view) + 1) % len(VIEWS)]
        self.show_log()

    def action_remove(self) -> None:
        """Take the entry under the cursor out of the log; undo brings it back."""
        noun, _, number = self.query_one("#log RowList", RowList).current.partition(":")
        if noun not in ("incident", "slip"):
            return
        try:
            self.book.remove(int(number))
        except (Refused, StoreFault) as problem:
            self.complain(problem)
        else:
            self.notify(LogWords(self.book.library).say("log.removed"), markup=False)
        self.refresh_place()

    def action_hold(self) -> None:
        """Hold a reply to this client."""
        self.post_message(commands.HoldReply(self.client_id))

    def leave_search(self) -> bool:
        """Put the search away; False where none is shown."""
        field = self.query_one("#log_find", Input)
        if not field.display:
            return False
        field.value, field.display = "", False
        self._to_log()
        return True


def _cells(moment: Moment, said: LogWords) -> tuple[Content, ...]:
    day, what, about = Content(said.words.day(moment.event.on_day, "dated")), said.what(moment), said.about(moment)
    if moment.entry is None:
        return day.stylize(MUTED), Content(what).stylize(MUTED), Content(about).stylize(MUTED)
    kind = Content(what) if moment.entry.type else Content(what).stylize("$warning")
    if moment.entry.mine and not moment.entry.type:
        kind = Content(said.say("log.slip")) + Content(f"{said.say('log.between')}{what}").stylize("$warning")
    return day, kind, Content(DOTS if hides(said.words) and about else about)
