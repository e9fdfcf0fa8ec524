"""An exit in typed lines: facts one by one, work and invoices, steps, and how it is closed. Decides nothing itself."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TypeVar

from coach.casebook.desk import Refused
from coach.casebook.exits.exits import DueExitStep
from coach.casebook.exits.facts import DONT_KNOW, options_of
from coach.casebook.exits.reading import Exit
from coach.engine.exits.sums import PieceAct, PieceState
from coach.formats.days import Side, read_day
from coach.formats.figures import read_share
from coach.formats.money import read_sum
from coach.library.exits import Fact
from coach.prompts.console import Back, picked
from coach.prompts.prompts import Prompts
from coach.reports.exits import exit_markdown
from coach.store.clients import Client
from coach.store.exits import PieceRow
from coach.wording.exits.plan import ExitWording

T = TypeVar("T")
DONT = "d"
"""The letter for what is not known."""
BACK_TAKEN = ("yes", "changed", "no")


class ExitPrompts(Prompts):
    """The plan of an exit, one typed line at a time."""

    @property
    def wording(self) -> ExitWording:
        """The words, with the country the owner is in."""
        given = self.book.limits.standing().get("limits.country")
        return ExitWording(self.book.library, given.option if given else "")

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
                self._contact(client.id)
            if way != "open_yes":
                return
            exit = self.book.exits.open(client.id)
            self._first(exit)
            self._facts(client.id)
        acts: dict[str, Callable[[int], None]] = {
            "read": self._read,
            "facts": self._facts,
            "change": self._change,
            "work": self._piece,
            "invoice": self._invoice,
            "steps": self._tick,
            "off": self._put_off,
            "contact": self._contact,
            "close": self._close,
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

    def _first(self, exit: Exit) -> None:
        for title, lines in self.wording.branch(exit):
            self.console.show(title)
            for line in lines:
                self.console.show(f"- {line}")

    def _facts(self, client_id: int) -> None:
        """Ask what is open, one by one; b goes to the one before."""
        done: list[Fact] = []
        while (exit := self._exit(client_id)).open:
            waiting = [fact for fact in exit.open if fact not in done]
            if not waiting:
                return
            try:
                self._fact(client_id, waiting[0])
            except Back:
                if not done:
                    raise
                self._fact(client_id, done.pop())
            else:
                done.append(waiting[0])

    def _change(self, client_id: int) -> None:
        exit, wording = self._exit(client_id), self.wording
        self._say("which_fact")
        lines = [f"{wording.short(fact)}: {wording.value(exit, fact)}" for fact in exit.asked]
        self._fact(client_id, exit.asked[self.console.choose(lines)])

    def _fact(self, client_id: int, fact: Fact) -> None:
        wording, exit = self.wording, self._exit(client_id)
        self.console.show("")
        self.console.show(wording.ask(fact))
        if fact.id in exit.known:
            self._say("kept", value=wording.value(exit, fact))
        options = options_of(fact)
        self.console.number([wording.option(fact, each) for each in options])
        if example := wording.example(fact):
            self.console.show(example)
        while True:
            typed = self.console.typed(self._word("prompt"))
            if not typed and fact.id in exit.known:
                return
            if typed.lower() == DONT:
                typed = DONT_KNOW
            elif options:
                place = picked(typed, len(options))
                typed = options[place] if place is not None else typed
            with self.console.refusing():
                exit = self.book.exits.say(client_id, fact.id, typed)
                break
        if typed == DONT_KNOW and (cost := wording.cost(exit, fact)):
            self.console.show(cost)
        if fact.id in ("safety", "legal") and typed == "yes":
            self._first(exit)

    def _piece(self, client_id: int) -> None:
        wording = self.wording
        self.console.show(wording("vat"))
        label = self._line("line.label", wording("ask.example", example=wording("line.example")))
        states = list(PieceState)
        self.console.show(wording("line.state"))
        state = states[self.console.choose([wording(f"line.state_option.{each}") for each in states])]
        price = self._read_as("line.price", self._sum)
        paid = price if state is PieceState.DONE_PAID else self._read_as("line.paid", self._sum)
        share = self._read_as("line.share", read_share) if state is PieceState.IN_PROGRESS else 0
        act = None
        if state in (PieceState.IN_PROGRESS, PieceState.NOT_STARTED):
            acts = list(PieceAct)
            self.console.show(wording("line.act"))
            act = acts[self.console.choose([wording(f"line.act_option.{each}") for each in acts])]
        piece = PieceRow(0, label, state.value, price, paid, share / 100)
        self.book.work.put_piece(client_id, piece, act)
        self.console.show(wording("page.saved"))

    def _invoice(self, client_id: int) -> None:
        wording, exit = self.wording, self._exit(client_id)
        amount = self._read_as("invoice.amount", self._sum)
        due = self._read_as("invoice.due", self._day)
        numbers: list[int | None] = [each.line.number for each in exit.settlement.lines]
        of = None
        if numbers:
            self.console.show(wording("invoice.of"))
            names = [wording.piece(exit, number) for number in numbers if number is not None]
            of = [*numbers, None][self.console.choose([*names, wording("invoice.earlier")])]
        self.book.work.put_invoice(client_id, amount, due, of)
        self.console.show(wording("page.saved"))

    def _tick(self, client_id: int) -> None:
        self.book.exits.tick(client_id, self._which_step(client_id))
        self.console.show(self.wording("page.saved"))

    def _put_off(self, client_id: int) -> None:
        step = self._which_step(client_id)
        until = self._read_as("ask.until", partial(self._day, side=Side.AHEAD))
        self.book.exits.put_off(client_id, step, until, self._line("ask.reason"))
        self.console.show(self.wording("ask.put_off", day=self.words.day(until)))

    def _which_step(self, client_id: int) -> str:
        exit, wording, today = self._exit(client_id), self.wording, self.book.clock.today()
        self._say("which_step")
        lines = [
            self._word("due", text=wording.step(exit, step), day=wording.when(exit, step, row, today))
            for step, row in exit.steps
        ]
        return exit.steps[self.console.choose(lines)][0].id

    def _read(self, client_id: int) -> None:
        self.console.show(exit_markdown(self._exit(client_id), self.wording, self.book.clock.today()).rstrip("\n"))

    def _contact(self, client_id: int) -> None:
        self.book.exits.note_contact(client_id, self._line("ask.contact_said"))
        self.console.show(self.wording("page.saved"))

    def _close(self, client_id: int) -> None:
        wording, known = self.wording, self.book.library.boundaries
        self.console.show(wording("after.take_back"))
        back = BACK_TAKEN[self.console.choose([wording(f"after.take_back_option.{each}") for each in BACK_TAKEN])]
        keep = self._line("after.keep")
        self.console.show(wording("after.term"))
        names = [self.words.say("boundaries", f"{each}.name") for each in known]
        place = self.console.choose([wording("value.none"), *names])
        name = self.book.clients.one(client_id).name
        self.book.exits.close(client_id, back, keep, known[place - 1] if place else "")
        self.console.show(wording("ask.closed", name=name))

    def _sum(self, typed: str) -> int:
        return read_sum(typed, self.words.lexicon).low

    def _day(self, typed: str, side: Side = Side.NEAR) -> date:
        return read_day(typed, self.words.lexicon, self.book.clock.today(), side)

    def _read_as(self, key: str, read: Callable[[str], T]) -> T:
        while True:
            typed = self._line(key)
            with self.console.refusing():
                return read(typed)

    def _line(self, key: str, more: str = "") -> str:
        self.console.show(" ".join(filter(None, (self.wording(key), more))))
        return self.console.typed(self._word("answer"))

    def _exit(self, client_id: int) -> Exit:
        found = self.book.exits.of(client_id)
        if found is None:
            raise Refused("exit_none")
        return found

    def _word(self, key: str, **blanks: object) -> str:
        return self.wording(f"plain.{key}", **blanks)

    def _say(self, key: str, **blanks: object) -> None:
        self.console.show(self._word(key, **blanks))
