"""The tab of a client's page with the plan of an exit: what its rows and keys do. Knows no other tab."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from coach.casebook.book import Casebook
from coach.casebook.overview import ClientPage
from coach.formats.text import clean
from screens.frame import commands
from screens.frame.tab import Tab
from screens.widgets.lists.row_details import RowDetails
from screens.widgets.lists.row_list import MARGIN, RowList

if TYPE_CHECKING:
    from coach.casebook.exits.reading import Exit
    from coach.forms.form import Form
    from coach.wording.exits.plan import ExitWording

ADD = "add"
BEGINS = ("open", "step")
"""The kinds of rows on which the cursor may stand at first."""


class PlanTab(Tab):
    """The rows of the plan above what is said of the one under the cursor."""

    OFFERS = frozenset({"begin", "tick", "put_off", "drop", "save", "jump", "write", "call"})
    DEFAULT_CSS = """
    PlanTab RowList { height: 1fr; }
    PlanTab #no_plan { padding: 0 2; height: auto; max-width: 92; }
    PlanTab #plan_how { padding: 1 2 0 2; height: auto; min-height: 3; max-height: 5; max-width: 100; }
    """

    def __init__(self, client_id: int, id: str) -> None:
        super().__init__(client_id, id)
        self.exit: Exit | None = None
        self.begun = False

    def compose(self) -> ComposeResult:
        """The rows of the plan, and room for what is said of the one under the cursor."""
        yield Static(id="no_plan", classes="muted")
        yield RowList(self.words("exit.key.open"))
        yield RowDetails(id="plan_how", classes="muted")

    @property
    def in_danger(self) -> bool:
        """Whether somebody may be in danger, so that nobody is rung."""
        return self.exit is not None and self.exit.safe

    @property
    def wording(self) -> "ExitWording":
        """Exits in the words of the screen, with the owner's country and clear key."""
        from coach.wording.exits.plan import ExitWording

        return ExitWording.of(self.book, self.key_of("app.clear", "ctrl+l"))

    def fill(self, page: ClientPage) -> None:
        """Read the exit and show it."""
        from screens.exits.rows import sections_of

        super().fill(page)
        exit, rows = self.book.exits.of(self.client_id), self.query_one(RowList)
        self.exit = exit
        self.query_one("#no_plan").display = exit is None
        rows.display = exit is not None
        if exit is None:
            empty = self.wording("page.empty", name=clean(page.line.client.name))
            self.query_one("#no_plan", Static).update(Content(empty))
        else:
            width = (rows.scrollable_content_region.width or self.screen.size.width - 6) - MARGIN
            rows.show_sections(*sections_of(exit, self.wording, self.book.clock.today(), width))
        self._say_how()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a key where it does something in the state the plan is in."""
        open_now = self.exit is not None and self.exit.plan.closed_on is None
        kind, name = self.row if self.exit is not None else ("", "")
        return {
            "begin": not open_now,
            "tick": open_now and kind == "step",
            "put_off": open_now and kind == "step",
            "drop": open_now and kind in ("piece", "invoice") and name != ADD,
            "save": self.exit is not None,
            "jump": self.exit is not None,
        }.get(action, super().check_action(action, parameters))

    @property
    def row(self) -> tuple[str, str]:
        """The kind and the name of the row under the cursor."""
        kind, _, name = self.query_one(RowList).current.partition(":")
        return kind, name

    @property
    def letter(self) -> str:
        """The letter that helps with the step under the cursor, or an empty string."""
        kind, name = self.row
        found = next((step.letter for step, _ in self.exit.steps if step.id == name), "") if self.exit else ""
        return found if kind == "step" and found in self.book.library.letters[0] else ""

    def page_resized(self) -> None:
        """Break the sentences of the plan anew."""
        if self.exit is not None:
            self.call_after_refresh(self._fill_anew)

    def _fill_anew(self) -> None:
        page = self.page
        if self.exit is not None and page is not None:
            self.done(lambda: self.fill(page))

    def _place_cursor(self) -> None:
        """Put the cursor on the first row that does something: the facts, or in danger the first step."""
        rows = self.query_one(RowList)
        if self.begun or not rows.current:
            return
        self.begun = True
        kinds = ((rows.get_option_at_index(place).id or "").partition(":")[0] for place in range(rows.option_count))
        rows.highlighted = next((place for place, kind in enumerate(kinds) if kind in BEGINS), rows.highlighted)

    @on(OptionList.OptionHighlighted)
    def _say_how(self) -> None:
        from screens.exits.rows import row_details

        self._place_cursor()
        row = self.query_one(RowList).current
        said = row_details(row, self.exit, self.wording) if self.exit is not None else ""
        if self.letter:
            said = f"{said} {self.wording('page.opens', key=self.key_of('client.key.write', 'w'))}"
        self.query_one("#plan_how", RowDetails).say(lambda: Content(said))
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _open(self, message: RowList.Chosen) -> None:
        """Do what a row of the plan is for."""
        row = message.row
        kind, _, name = row.partition(":")
        if self.exit is None:
            return
        from coach.forms.exits import exits, work

        client_id = self.client_id
        if row == "after:contact":
            # They may be in touch again long after everything was closed.
            self._ask(lambda book: exits.contact(book, client_id))
        if self.exit.plan.closed_on is not None:
            return
        if kind == "open":
            self._ask_facts()
        elif kind == "section":
            self._ask_facts(name)
        elif kind == "piece":
            self._ask(lambda book: work.piece(book, client_id, 0 if name == ADD else int(name)))
        elif kind == "invoice":
            self._ask(lambda book: work.invoice(book, client_id)) if name == ADD else self._invoice(int(name))
        elif kind == "step":
            self.action_tick()
        elif row == "word:call":
            self.post_message(commands.ShowCall(client_id))
        elif kind == "word":
            self.post_message(commands.ShowLetters(client_id, name))
        elif row == "after:close":
            self._ask(lambda book: exits.closing(book, client_id), self._put_away)

    def action_write(self) -> None:
        """Write the letter that helps with the step under the cursor, or choose one."""
        self.post_message(commands.ShowLetters(self.client_id, self.letter))

    def action_begin(self) -> None:
        """Open a plan and ask what has to be known."""
        if self.done(lambda: self.book.exits.open(self.client_id)):
            self.post_message(self.Changed())
            self._ask_facts()

    def action_tick(self) -> None:
        """Say that the step under the cursor is done, or not after all."""
        kind, name = self.row
        if kind == "step":
            self._do(lambda: self.book.exits.tick(self.client_id, name))

    def action_put_off(self) -> None:
        """Ask for another day for the step under the cursor, and why."""
        from coach.forms.exits.exits import put_off

        kind, name = self.row
        if kind == "step":
            self._ask(lambda book: put_off(book, self.client_id, name))

    def action_drop(self) -> None:
        """Take out the piece of work or the invoice under the cursor; undo brings it back."""
        kind, name = self.row
        if name.isdigit():
            drop = self.book.work.drop_piece if kind == "piece" else self.book.work.drop_invoice
            self._do(lambda: drop(self.client_id, int(name)))

    def action_jump(self, parts: int) -> None:
        """Go to the first row of the next part of the plan, or of the one before."""
        rows = self.query_one(RowList)
        firsts = [section.rows[0].id for section in rows.sections]
        ids = [row.id for section in rows.sections for row in section.rows]
        if rows.current not in ids:
            return
        here = ids.index(rows.current)
        wanted = [each for each in firsts if (ids.index(each) > here if parts > 0 else ids.index(each) < here)]
        if wanted:
            rows.highlighted = rows.get_option_index(wanted[0 if parts > 0 else -1])

    def action_save(self) -> None:
        """Save the plan among the exports, under a name that tells no client; in danger, one that tells nothing."""
        if self.exit is None:
            return
        from coach.reports.exits import exit_markdown

        stem = "notes" if self.exit.safe else "exit-plan"
        text = exit_markdown(self.exit, self.wording, self.book.clock.today())
        path = self.attempt(lambda: self.book.files.save_today(stem, text))
        if path is not None:
            self.notify(self.wording("saved.file", path=clean(str(path))), markup=False)

    def _invoice(self, invoice_id: int) -> None:
        found = next((each for each in self.exit.invoices if each.id == invoice_id), None) if self.exit else None
        if found is None:
            return
        acts = ["unpaid" if found.paid_on else "paid", "drop"]

        def chosen(act: str | None) -> None:
            if act == "drop":
                self._do(lambda: self.book.work.drop_invoice(self.client_id, invoice_id))
            elif act:
                self._do(lambda: self.book.work.settle_invoice(self.client_id, invoice_id, act == "paid"))

        from screens.frame.dialogs.pick import PickDialog

        lines = [(each, Content(self.wording(f"invoice_act.{each}"))) for each in acts]
        self.app.push_screen(PickDialog(self.wording("invoice_act.title"), lines), chosen)

    def _put_away(self, term: str) -> None:
        if term:
            self.post_message(commands.ShowBoundary(term))

    def _ask(self, make: "Callable[[Casebook], Form]", then: Callable[[Any], None] | None = None) -> None:
        from screens.frame.form import ask_form

        def kept(value: object) -> None:
            self.post_message(self.Changed())
            if then is not None:
                then(value)

        ask_form(self.coach, make, kept)

    def _ask_facts(self, section: str = "") -> None:
        from coach.forms.exits.facts import facts
        from screens.frame.steps import StepsDialog

        def left(_: object) -> None:
            # Each is kept at once, so that leaving half-way has changed the plan too.
            self.post_message(self.Changed())

        if (asked := self.attempt(lambda: facts(self.book, self.client_id, section))) is not None:
            self.app.push_screen(StepsDialog(asked), left)

    def _do(self, act: Callable[[], object]) -> None:
        self.done(act)
        self.post_message(self.Changed())
