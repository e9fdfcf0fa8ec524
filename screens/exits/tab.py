"""A place with the plan of an exit on one of its tabs: what its rows and keys do. Draws no other tab."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from coach.casebook.desk import Refused
from coach.formats.text import clean
from coach.store.file.errors import StoreFault
from screens.frame import commands
from screens.frame.place import Place
from screens.widgets.lists.about_row import Aside
from screens.widgets.lists.row_list import MARGIN, RowList

if TYPE_CHECKING:
    from coach.casebook.exits.reading import Exit
    from coach.wording.exits.plan import ExitWords
    from screens.exits.questions import Following

ADD = "add"
BEGINS = ("open", "step")
"""The kinds of rows on which the cursor may stand at first."""


class PlanPane(Vertical):
    """The rows of the plan above what is said of the one under the cursor."""

    DEFAULT_CSS = """
    PlanPane RowList { height: 1fr; }
    PlanPane #no_plan { padding: 0 2; height: auto; max-width: 92; }
    PlanPane #plan_how { padding: 1 2 0 2; height: auto; min-height: 3; max-height: 5; max-width: 100; }
    """


class Exiting(Place):
    """A place about one client that shows the plan of an exit."""

    client_id: int

    def __init__(self) -> None:
        super().__init__()
        self.exit: Exit | None = None
        self.plan_begun = False

    def plan_pane(self) -> PlanPane:
        """The rows of the plan, and room for what is said of the one under the cursor."""
        return PlanPane(
            Static(id="no_plan", classes="muted"),
            RowList(self.words("exit.key.open")),
            Aside(id="plan_how", classes="muted"),
            id="plan",
        )

    @property
    def said(self) -> "ExitWords":
        """Exits in the words of the screen, with the owner's country and clear key."""
        from coach.wording.exits.plan import ExitWords

        given = self.book.limits().get("limits.country")
        return ExitWords(self.book.library, given.option if given else "", self.key_of("app.clear", "ctrl+l"))

    def fill_plan(self, name: str) -> None:
        """Read the exit and show it. Raises Refused, StoreFault."""
        from screens.exits.rows import sections_of

        exit, rows = self.book.exit(self.client_id), self.query_one("#plan RowList", RowList)
        self.exit = exit
        self.query_one("#no_plan").display = exit is None
        rows.display = exit is not None
        if exit is None:
            self.query_one("#no_plan", Static).update(Content(self.said("page.empty", name=clean(name))))
        else:
            width = (rows.scrollable_content_region.width or self.size.width - 6) - MARGIN
            rows.show_sections(*sections_of(exit, self.said, self.book.clock.today(), width))
        self._plan_row()
        self.refresh_bindings()

    def plan_allows(self, action: str) -> bool:
        """Whether a key of the plan does something in the state it is in."""
        open_now = self.exit is not None and self.exit.plan.closed_on is None
        kind = self.plan_row[0] if self.exit is not None else ""
        return {
            "plan_begin": not open_now,
            "plan_tick": open_now and kind == "step",
            "plan_off": open_now and kind == "step",
            "plan_drop": open_now and kind in ("piece", "invoice") and self.plan_row[1] != ADD,
            "plan_save": self.exit is not None,
            "plan_jump": self.exit is not None,
        }.get(action, True)

    @property
    def plan_row(self) -> tuple[str, str]:
        """The kind and the name of the row under the cursor."""
        kind, _, name = self.query_one("#plan RowList", RowList).current.partition(":")
        return kind, name

    @property
    def plan_letter(self) -> str:
        """The letter that helps with the step under the cursor, or an empty string."""
        kind, name = self.plan_row
        found = next((step.letter for step, _ in self.exit.steps if step.id == name), "") if self.exit else ""
        return found if kind == "step" and found in self.book.library.letters[0] else ""

    @on(events.Resize)
    def _plan_resized(self) -> None:
        """Break the sentences of the plan anew."""
        if self.exit is not None:
            self.call_after_refresh(self._plan_anew)

    def _plan_anew(self) -> None:
        if self.exit is not None:
            try:
                self.fill_plan(self.exit.client.name)
            except (Refused, StoreFault) as problem:
                self.complain(problem)

    def _plan_begins(self) -> None:
        """Put the cursor on the first row that does something: the facts, or in danger the first step."""
        rows = self.query_one("#plan RowList", RowList)
        if self.plan_begun or not rows.current:
            return
        self.plan_begun = True
        kinds = ((rows.get_option_at_index(place).id or "").partition(":")[0] for place in range(rows.option_count))
        rows.highlighted = next((place for place, kind in enumerate(kinds) if kind in BEGINS), rows.highlighted)

    @on(OptionList.OptionHighlighted, "#plan RowList")
    def _plan_row(self) -> None:
        from screens.exits.rows import about_row

        self._plan_begins()
        row = self.query_one("#plan RowList", RowList).current
        said = about_row(row, self.exit, self.said) if self.exit is not None else ""
        if self.plan_letter:
            said = f"{said} {self.said('page.opens', key=self.key_of('client.key.write', 'w'))}"
        self.query_one("#plan_how", Aside).say(lambda: Content(said))
        self.refresh_bindings()

    def open_plan_row(self, row: str) -> None:
        """Do what a row of the plan is for."""
        kind, _, name = row.partition(":")
        if self.exit is None:
            return
        from screens.exits.questions import closing_asked, contact_asked, facts_asked, invoice_asked, piece_asked

        book, client_id, said = self.book, self.client_id, self.said
        if row == "after:contact":
            # They may be in touch again long after everything was closed.
            self._ask(contact_asked(book, client_id, said))
        if self.exit.plan.closed_on is not None:
            return
        if kind == "open":
            self._ask(facts_asked(book, client_id, said))
        elif kind == "section":
            self._ask(facts_asked(book, client_id, said, name))
        elif kind == "piece":
            self._ask(piece_asked(book, client_id, said, 0 if name == ADD else int(name)))
        elif kind == "invoice":
            self._ask(invoice_asked(book, client_id, said)) if name == ADD else self._invoice(int(name))
        elif kind == "step":
            self.action_plan_tick()
        elif row == "word:call":
            self.post_message(commands.ShowCall(client_id))
        elif kind == "word":
            self.post_message(commands.ShowLetters(client_id, name))
        elif row == "after:close":
            self._ask(closing_asked(book, client_id, said), self._put_away)

    def action_plan_begin(self) -> None:
        """Open a plan and ask what has to be known."""
        from screens.exits.questions import facts_asked

        try:
            self.book.open_exit(self.client_id)
        except (Refused, StoreFault) as problem:
            self.complain(problem)
            return
        self.refresh_place()
        self._ask(facts_asked(self.book, self.client_id, self.said))

    def action_plan_tick(self) -> None:
        """Say that the step under the cursor is done, or not after all."""
        kind, name = self.plan_row
        if kind == "step":
            self._do(lambda: self.book.tick_exit(self.client_id, name))

    def action_plan_off(self) -> None:
        """Ask for another day for the step under the cursor, and why."""
        from screens.exits.questions import put_off_asked

        kind, name = self.plan_row
        step = next((step for step, _ in self.exit.steps if step.id == name), None) if self.exit else None
        if kind == "step" and step is not None and self.exit is not None:
            text = self.said.step(self.exit, step)
            self._ask(put_off_asked(self.book, self.client_id, self.said, name, text))

    def action_plan_drop(self) -> None:
        """Take out the piece of work or the invoice under the cursor; undo brings it back."""
        kind, name = self.plan_row
        if name.isdigit():
            drop = self.book.drop_piece if kind == "piece" else self.book.drop_invoice
            self._do(lambda: drop(self.client_id, int(name)))

    def action_plan_jump(self, parts: int) -> None:
        """Go to the first row of the next part of the plan, or of the one before."""
        rows = self.query_one("#plan RowList", RowList)
        firsts = [section.rows[0].id for section in rows.sections]
        ids = [row.id for section in rows.sections for row in section.rows]
        if rows.current not in ids:
            return
        here = ids.index(rows.current)
        wanted = [each for each in firsts if (ids.index(each) > here if parts > 0 else ids.index(each) < here)]
        if wanted:
            rows.highlighted = rows.get_option_index(wanted[0 if parts > 0 else -1])

    def action_plan_save(self) -> None:
        """Save the plan among the exports, under a name that tells no client; in danger, one that tells nothing."""
        if self.exit is None:
            return
        from coach.reports.exits import exit_markdown

        stem = "notes" if self.exit.safe else "exit-plan"
        text = exit_markdown(self.exit, self.said, self.book.clock.today())
        try:
            path = self.book.save_paper(stem, text)
        except (Refused, StoreFault) as problem:
            self.complain(problem)
        else:
            self.notify(self.said("saved.file", path=clean(str(path))), markup=False)

    def _invoice(self, invoice_id: int) -> None:
        found = next((each for each in self.exit.invoices if each.id == invoice_id), None) if self.exit else None
        if found is None:
            return
        acts = ["unpaid" if found.paid_on else "paid", "drop"]

        def chosen(act: str | None) -> None:
            if act == "drop":
                self._do(lambda: self.book.drop_invoice(self.client_id, invoice_id))
            elif act:
                self._do(lambda: self.book.settle_invoice(self.client_id, invoice_id, act == "paid"))

        from screens.frame.pick import PickDialog

        lines = [(each, Content(self.said(f"invoice_act.{each}"))) for each in acts]
        self.app.push_screen(PickDialog(self.said("invoice_act.title"), lines), chosen)

    def _put_away(self) -> None:
        exit = self.book.exit(self.client_id)
        if exit is None or exit.plan.closed_on is None:
            return
        self.notify(self.said("ask.closed", name=clean(exit.client.name)), markup=False)
        if term := exit.facts.after.get("term"):
            self.post_message(commands.ShowBoundary(term))

    def _ask(self, following: "Following", then: Callable[[], None] | None = None) -> None:
        from screens.exits.question_dialog import AskingDialog

        def asked(_: bool | None) -> None:
            self.refresh_place()
            if then is not None:
                then()

        self.app.push_screen(AskingDialog(following), asked)

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except (Refused, StoreFault) as problem:
            self.complain(problem)
        self.refresh_place()
