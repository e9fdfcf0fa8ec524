"""An exit in typed lines: facts one by one, work and invoices, steps, and how it is closed. Decides nothing itself."""

from collections.abc import Callable
from contextlib import suppress

from coach.casebook.book import Casebook
from coach.casebook.exits.exits import DueExitStep
from coach.forms.exits.exits import closing, contact, put_off
from coach.forms.exits.facts import fact, facts
from coach.forms.exits.work import invoice, piece
from coach.forms.form import Form
from coach.prompts.console import Back, Console
from coach.prompts.form import FormPrompts
from coach.prompts.prompts import Prompts
from coach.reports.exits import exit_markdown
from coach.store.clients import Client
from coach.wording.exits.plan import ExitWording


class ExitPrompts(Prompts):
    """The plan of an exit, one typed line at a time."""

    def __init__(self, book: Casebook, console: Console) -> None:
        super().__init__(book, console)
        self.forms = FormPrompts(console)

    @property
    def wording(self) -> ExitWording:
        """The words, with the country the owner is in."""
        return ExitWording.of(self.book)

    def due(self) -> list[str]:
        """The exits with steps that are due, a line each."""
        by_client: dict[int, list[DueExitStep]] = {}
        for each in self.book.exits.steps_due():
            by_client.setdefault(each.client_id, []).append(each)
        found = []
        for steps in by_client.values():
            _, text = ExitWording(self.book.library).due([each.step.step for each in steps])
            day = self.words.day(steps[0].step.due_on or self.book.clock.today())
            found.append(self._word("step_due", name=steps[0].client, step=self._word("due", text=text, day=day)))
        return found

    def with_client(self, client: Client) -> None:
        """Open the plan of an exit, or go on with it. Raises Left or Back where the owner is done."""
        exit = self.book.exits.of(client.id)
        if exit is None or exit.plan.closed_on is not None:
            self._say("open", name=client.name)
            ways = ["open_yes", "open_no", *(["act_contact"] if exit is not None else [])]
            way = ways[self.console.choose([self._word(each) for each in ways])]
            if way == "act_contact":
                self._asking(contact)(client.id)
            if way != "open_yes":
                return
            exit = self.book.exits.open(client.id)
            for title, lines in self.wording.branch(exit):
                self.console.show("\n".join([title, *(f"- {line}" for line in lines)]))
            self._facts(client.id)
        acts: dict[str, Callable[[int], None]] = {
            "read": self._read,
            "facts": self._facts,
            "change": self._change,
            "work": self._asking(piece),
            "invoice": self._asking(invoice),
            "steps": self._tick,
            "off": self._put_off,
            "contact": self._asking(contact),
            "close": self._asking(closing),
        }
        while (exit := self.book.exits.of(client.id)) is not None and exit.plan.closed_on is None:
            offered = [name for name in acts if name != "facts" or exit.open]
            self.console.show("")
            if missing := self.wording.missing(exit):
                self.console.show(missing)
            self._say("act")
            act = offered[self.console.choose([self._word(f"act_{name}") for name in offered])]
            with suppress(Back), self.console.refusing():
                acts[act](client.id)

    def _asking(self, make: Callable[[Casebook, int], Form]) -> Callable[[int], None]:
        def asking(client_id: int) -> None:
            self.forms.ask(make(self.book, client_id))

        return asking

    def _facts(self, client_id: int) -> None:
        asked = facts(self.book, client_id)
        self.forms.through(lambda at: asked(self.book, at))

    def _change(self, client_id: int) -> None:
        exit, wording = self.book.exit_plans.one(client_id), self.wording
        self._say("which_fact")
        lines = [f"{wording.short(each)}: {wording.value(exit, each)}" for each in exit.asked]
        self.forms.ask(fact(self.book, client_id, exit.asked[self.console.choose(lines)].id))

    def _tick(self, client_id: int) -> None:
        self.book.exits.tick(client_id, self._which_step(client_id))
        self.console.show(self.wording("page.saved"))

    def _put_off(self, client_id: int) -> None:
        self.forms.ask(put_off(self.book, client_id, self._which_step(client_id)))

    def _which_step(self, client_id: int) -> str:
        exit, wording, today = self.book.exit_plans.one(client_id), self.wording, self.book.clock.today()
        self._say("which_step")
        lines = [
            self._word("due", text=wording.step(exit, step), day=wording.when(exit, step, row, today))
            for step, row in exit.steps
        ]
        return exit.steps[self.console.choose(lines)][0].id

    def _read(self, client_id: int) -> None:
        exit = self.book.exit_plans.one(client_id)
        self.console.show(exit_markdown(exit, self.wording, self.book.clock.today()).rstrip("\n"))

    def _word(self, key: str, **blanks: object) -> str:
        return self.wording(f"plain.{key}", **blanks)

    def _say(self, key: str, **blanks: object) -> None:
        self.console.show(self._word(key, **blanks))
