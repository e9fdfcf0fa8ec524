"""An exit in typed lines: facts one by one, work and invoices, steps, and how it is closed. Decides nothing itself."""

from collections.abc import Callable
from typing import TypeVar

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.casebook.exits.exits import DueExitStep
from coach.casebook.exits.facts import DONT_KNOW, money, near_day, options_of, percent
from coach.casebook.exits.reading import Exit
from coach.engine.exits.sums import Act, State
from coach.library.exits import Fact
from coach.prompts.talk import Back, Talk, picked
from coach.reports.exits import exit_markdown
from coach.store.clients import Client
from coach.store.exits import PieceRow
from coach.store.file.errors import StoreFault
from coach.wording.exits.plan import ExitWords

T = TypeVar("T")
DONT = "d"
"""The letter for what is not known."""
BACK_TAKEN = ("yes", "changed", "no")


class Exiting:
    """The plan of an exit, one typed line at a time."""

    def __init__(self, book: Casebook, talk: Talk) -> None:
        self.book, self.talk = book, talk
        self.words = book.library.words

    @property
    def said(self) -> ExitWords:
        """The words, with the country the owner is in."""
        given = self.book.limits().get("limits.country")
        return ExitWords(self.book.library, given.option if given else "")

    def due(self) -> list[str]:
        """The exits with steps that are due, a line each."""
        by_client: dict[int, list[DueExitStep]] = {}
        for each in self.book.exit_steps_due():
            by_client.setdefault(each.client_id, []).append(each)
        found = []
        for steps in by_client.values():
            _, text = ExitWords(self.book.library).due([each.step.step for each in steps])
            day = self.words.day(steps[0].step.due_on or self.book.clock.today())
            found.append(self._word("step_due", name=steps[0].client, step=self._word("due", text=text, day=day)))
        return found

    def with_client(self, client: Client) -> None:
        """Open the plan of an exit, or go on with it. Raises Left or Back where the owner is done."""
        exit = self.book.exit(client.id)
        if exit is None or exit.plan.closed_on is not None:
            self._say("open", name=client.name)
            ways = ["open_yes", "open_no", *(["act_contact"] if exit is not None else [])]
            way = ways[self.talk.choose([self._word(each) for each in ways])]
            if way == "act_contact":
                self._contact(client.id)
            if way != "open_yes":
                return
            exit = self.book.open_exit(client.id)
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
        while (exit := self.book.exit(client.id)) is not None and exit.plan.closed_on is None:
            offered = [name for name in acts if name != "facts" or exit.open]
            self.talk.tell("")
            if missing := self.said.missing(exit):
                self.talk.tell(missing)
            self._say("act")
            act = offered[self.talk.choose([self._word(f"act_{name}") for name in offered])]
            try:
                acts[act](client.id)
            except Back:
                continue
            except (Refused, StoreFault) as problem:
                self.talk.problem(problem)

    def _first(self, exit: Exit) -> None:
        for title, lines in self.said.branch(exit):
            self.talk.tell(title)
            for line in lines:
                self.talk.tell(f"- {line}")

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
        exit, said = self._exit(client_id), self.said
        self._say("which_fact")
        lines = [f"{said.short(fact)}: {said.value(exit, fact)}" for fact in exit.asked]
        self._fact(client_id, exit.asked[self.talk.choose(lines)])

    def _fact(self, client_id: int, fact: Fact) -> None:
        said, exit = self.said, self._exit(client_id)
        self.talk.tell("")
        self.talk.tell(said.ask(fact))
        if fact.id in exit.known:
            self._say("kept", value=said.value(exit, fact))
        options = options_of(fact)
        self.talk.number([said.option(fact, each) for each in options])
        if example := said.example(fact):
            self.talk.tell(example)
        while True:
            typed = self.talk.typed(self._word("prompt"))
            if not typed and fact.id in exit.known:
                return
            if typed.lower() == DONT:
                typed = DONT_KNOW
            elif options:
                place = picked(typed, len(options))
                typed = options[place] if place is not None else typed
            try:
                exit = self.book.say_fact(client_id, fact.id, typed)
            except (Refused, StoreFault) as problem:
                self.talk.problem(problem)
                continue
            if typed == DONT_KNOW and (cost := said.cost(exit, fact)):
                self.talk.tell(cost)
            if fact.id in ("safety", "legal") and typed == "yes":
                self._first(exit)
            return

    def _piece(self, client_id: int) -> None:
        said = self.said
        self.talk.tell(said("vat"))
        label = self._line("line.label", said("ask.example", example=said("line.example")))
        states = list(State)
        self.talk.tell(said("line.state"))
        state = states[self.talk.choose([said(f"line.state_option.{each}") for each in states])]
        price = self._read_as("line.price", money)
        paid = price if state is State.DONE_PAID else self._read_as("line.paid", money)
        share = self._read_as("line.share", percent) if state is State.IN_PROGRESS else 0
        act = None
        if state in (State.IN_PROGRESS, State.NOT_STARTED):
            acts = list(Act)
            self.talk.tell(said("line.act"))
            act = acts[self.talk.choose([said(f"line.act_option.{each}") for each in acts])]
        piece = PieceRow(0, label, state.value, price, paid, share / 100)
        self.book.put_piece(client_id, piece, act)
        self.talk.tell(said("page.saved"))

    def _invoice(self, client_id: int) -> None:
        said, exit = self.said, self._exit(client_id)
        amount = self._read_as("invoice.amount", money)
        today, library = self.book.clock.today(), self.book.library
        due = self._read_as("invoice.due", lambda typed: near_day(library, typed, today))
        numbers: list[int | None] = [each.line.number for each in exit.settlement.lines]
        of = None
        if numbers:
            self.talk.tell(said("invoice.of"))
            names = [said.piece(exit, number) for number in numbers if number is not None]
            of = [*numbers, None][self.talk.choose([*names, said("invoice.earlier")])]
        self.book.put_invoice(client_id, amount, due, of)
        self.talk.tell(said("page.saved"))

    def _tick(self, client_id: int) -> None:
        self.book.tick_exit(client_id, self._which_step(client_id))
        self.talk.tell(self.said("page.saved"))

    def _put_off(self, client_id: int) -> None:
        step = self._which_step(client_id)
        today, library = self.book.clock.today(), self.book.library
        until = self._read_as("ask.until", lambda typed: near_day(library, typed, today))
        self.book.put_off_exit(client_id, step, until, self._line("ask.reason"))
        self.talk.tell(self.said("ask.put_off", day=self.words.day(until)))

    def _which_step(self, client_id: int) -> str:
        exit, said, today = self._exit(client_id), self.said, self.book.clock.today()
        self._say("which_step")
        lines = [
            self._word("due", text=said.step(exit, step), day=said.when(exit, step, row, today))
            for step, row in exit.steps
        ]
        return exit.steps[self.talk.choose(lines)][0].id

    def _read(self, client_id: int) -> None:
        self.talk.tell(exit_markdown(self._exit(client_id), self.said, self.book.clock.today()).rstrip("\n"))

    def _contact(self, client_id: int) -> None:
        self.book.note_contact(client_id, self._line("ask.contact_said"))
        self.talk.tell(self.said("page.saved"))

    def _close(self, client_id: int) -> None:
        said, known = self.said, self.book.library.boundaries
        self.talk.tell(said("after.take_back"))
        back = BACK_TAKEN[self.talk.choose([said(f"after.take_back_option.{each}") for each in BACK_TAKEN])]
        keep = self._line("after.keep")
        self.talk.tell(said("after.term"))
        names = [self.words.say("boundaries", f"{each}.name") for each in known]
        place = self.talk.choose([said("value.none"), *names])
        name = self.book.client(client_id).name
        self.book.close_exit(client_id, back, keep, known[place - 1] if place else "")
        self.talk.tell(said("ask.closed", name=name))

    def _read_as(self, key: str, read: Callable[[str], T]) -> T:
        while True:
            try:
                return read(self._line(key))
            except Refused as problem:
                self.talk.problem(problem)

    def _line(self, key: str, more: str = "") -> str:
        self.talk.tell(" ".join(filter(None, (self.said(key), more))))
        return self.talk.typed(self._word("answer"))

    def _exit(self, client_id: int) -> Exit:
        found = self.book.exit(client_id)
        if found is None:
            raise Refused("exit_none")
        return found

    def _word(self, key: str, **blanks: object) -> str:
        return self.said(f"plain.{key}", **blanks)

    def _say(self, key: str, **blanks: object) -> None:
        self.talk.tell(self._word(key, **blanks))
