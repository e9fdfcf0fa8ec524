"""Every letter there is, to choose one and whom it is for. Knows names and occasions; writes nothing."""

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from coach.casebook.letters import PACK
from coach.engine.letter import Letter
from coach.wording.letters.filled import WELCOME, LetterWording
from screens.frame import commands
from screens.frame.dialogs.pick import PickDialog
from screens.frame.place import Place
from screens.widgets.fields.clean_input import NamedInput
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_details import RowDetails
from screens.widgets.lists.row_list import RowList

NOBODY = "0"
WIDE = 36
"""Cells of a name, so that what follows it begins at one place in every group."""
ORDER = ("replies", "money", "try", "exit", "decline", WELCOME, "away", "clauses")
"""The groups as they are listed: what is needed in a hurry first."""


class WriteScreen(Place):
    """The letters by group; what is typed narrows them down."""

    INERT_TOP = True
    BINDINGS = [
        Binding("up", "move(-1)", "write.key.up", show=False, id="write.key.up"),
        Binding("down", "move(1)", "write.key.down", show=False, id="write.key.down"),
        Binding("pageup", "page(-1)", "write.key.page_up", show=False, id="write.key.page_up"),
        Binding("pagedown", "page(1)", "write.key.page_down", show=False, id="write.key.page_down"),
        Binding("f2", "whom", "write.key.whom", id="write.key.whom"),
        Binding("escape", "back", "write.key.back", id="write.key.back"),
    ]
    DEFAULT_CSS = """
    WriteScreen .sheet { padding: 1 1 0 1; height: 1fr; max-width: 120; }
    WriteScreen #lead { height: auto; padding: 0 2 0 2; }
    WriteScreen NamedInput { margin: 0 0 1 0; padding: 0 2; }
    WriteScreen RowList { height: 1fr; }
    WriteScreen #more { height: 3; padding: 0 2; margin-top: 1; color: $text-muted; }
    WriteScreen #empty { padding: 0 2; height: auto; color: $text-muted; display: none; }
    """

    def __init__(self, client_id: int | None) -> None:
        super().__init__()
        self.client_id = client_id

    def parts(self) -> ComposeResult:
        self.wording = LetterWording(self.book)
        with Vertical(classes="sheet"):
            yield Static(id="lead", classes="title")
            yield NamedInput("", self.words("write.key.open"), self.words("write.find"))
            yield Static(Content(self.words("write.none_found")), id="empty")
            yield RowList(self.words("write.key.open"))
            yield RowDetails(id="more")

    def on_mount(self) -> None:
        """Begin where one types; the cursor of the list moves from there."""
        self.query_one(RowList).can_focus = False
        self.query_one(NamedInput).focus()

    def show_records(self) -> None:
        """Read whom the letter is for and repaint; what was typed stays."""
        whom = None if self.client_id is None else self.book.clients.one(self.client_id)
        lead = self.words("write.for_nobody") if whom is None else ""
        shown = Content(lead) if whom is None else Content(self.words("write.for")) + self.named(whom.name)
        self.query_one("#lead", Static).update(shown)
        self._repaint()

    @on(Input.Changed)
    def _repaint(self) -> None:
        sections = [self._section(group) for group in ORDER]
        found = any(section.rows for section in sections)
        self.query_one(RowList).show_sections(*sections)
        self.query_one(RowList).display, self.query_one("#empty").display = found, not found

    @on(OptionList.OptionHighlighted)
    def _more(self) -> None:
        """Say in full when the letter under the cursor is used, and what holds for its group."""
        self.query_one("#more", RowDetails).say(self._details)

    def _details(self) -> Content:
        row = self.query_one(RowList).current
        if not row:
            return Content("")
        letter = self.book.library.letters[0].get(row)
        when = self.wording.name(row, "when") if letter else self.words("write.pack.when")
        note = self.words.say("letters", f"group.{letter.group if letter else WELCOME}.note")
        return Content(f"{when} {note}")

    @on(Input.Submitted)
    def _open_current(self) -> None:
        if row := self.query_one(RowList).current:
            self._open(row)

    @on(RowList.Chosen)
    def _clicked(self, message: RowList.Chosen) -> None:
        self._open(message.row)

    def on_click(self, event: events.Click) -> None:
        """Keep the keys where one types."""
        if event.widget is not None:
            self.query_one(NamedInput).focus()

    def action_move(self, by: int) -> None:
        """The next letter, or the one before."""
        rows = self.query_one(RowList)
        rows.action_cursor_up() if by < 0 else rows.action_cursor_down()

    def action_page(self, by: int) -> None:
        """A page of letters on or back."""
        rows = self.query_one(RowList)
        for _ in range(max(rows.size.height - 1, 1)):
            rows.action_cursor_up() if by < 0 else rows.action_cursor_down()

    def action_whom(self) -> None:
        """Choose whom the letter is for."""
        everyone = self.attempt(self.book.clients.everyone)
        if everyone is None:
            return

        def chosen(whom: str | None) -> None:
            if whom is not None:
                self.client_id = int(whom) or None
                self.refresh_place()

        lines = [(str(each.id), self.named(each.name)) for each in everyone]
        nobody = (NOBODY, Content(self.words("write.nobody")))
        self.app.push_screen(PickDialog(self.words("write.whom"), [*lines, nobody]), chosen)

    def action_back(self) -> None:
        """Clear what was typed, or leave."""
        typed = self.query_one(NamedInput)
        if typed.value:
            typed.value = ""
        else:
            self.dismiss()

    def _open(self, letter: str) -> None:
        self.post_message(commands.ShowLetters(self.client_id, letter))

    def _section(self, group: str) -> Section:
        wanted = self.query_one(NamedInput).value.casefold().split()
        names = [
            (each.id, *self._worded(each)) for each in self.book.library.letters[0].values() if each.group == group
        ]
        heading = self.words.say("letters", f"group.{group}.name")
        if group == WELCOME:
            names.insert(0, (PACK, self.words("write.pack.name"), self.words("write.pack.when")))
        rows = tuple(
            Row(letter, (Content(name.ljust(WIDE)), Content(when).stylize("$foreground 60%")))
            for letter, name, when in names
            if all(word in f"{heading} {name} {when}".casefold() for word in wanted)
        )
        return Section((Column(heading, least=WIDE, most=40), Column("", least=20, most=90)), rows)

    def _worded(self, letter: Letter) -> tuple[str, str]:
        return self.wording.name(letter.id), self.wording.name(letter.id, "when")
