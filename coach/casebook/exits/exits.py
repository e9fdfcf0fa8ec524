"""Ending work with a client: the plan opened, filled, carried out and closed. Knows no wording of it and no screen."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from coach.casebook.desk import Refused
from coach.casebook.letters import Letters
from coach.engine.value import Value, replace
from coach.formats.text import clean
from coach.store import clients, engagements, exits
from coach.store.exits import PieceRow, StepRow
from coach.store.file.writer import Writer

if TYPE_CHECKING:
    from coach.casebook.exits.facts import Facts
    from coach.casebook.exits.reading import Exit
    from coach.engine.exits.sums import Act
    from coach.library.exits import Fact

LONGEST_LABEL, LONGEST_NOTE = 60, 400


class DueExitStep(Value):
    """A step of an exit to do: whose, which, and since when it is due."""

    client_id: int
    client: str
    step: StepRow


class Exits(Letters):
    """Verbs about ending work with a client."""

    def exit(self, client_id: int) -> "Exit | None":
        """The newest exit of a client as it stands, or None. Raises Refused where the client is gone."""
        from coach.casebook.exits.reading import read_exit

        return read_exit(self, client_id)

    def open_exit(self, client_id: int) -> "Exit":
        """Open a plan, or go on with the one that is open."""
        from coach.casebook.exits.facts import Facts
        from coach.casebook.exits.reading import found_branches

        self.client(client_id)
        found = exits.newest(self.store, client_id)
        if found is None or found.closed_on is not None:
            # What a recommendation has found stays, whatever a later check says.
            today = self.clock.today().isoformat()
            told = self.told(client_id)
            answers = dict.fromkeys(sorted(found_branches(self, told)), "yes")
            begun = told.grounds.paces if told is not None else ()
            facts = Facts(answers=answers, since=dict.fromkeys(answers, today), begun=begun)
            with self.store.write("open_exit", self.clock.now(), client_id) as writer:
                exits.open_exit(writer, client_id, facts.as_json(), self.clock.today())
                self._date_anew(writer, client_id)
        return self._open(client_id)

    def say_fact(self, client_id: int, fact_id: str, typed: str) -> "Exit":
        """Keep a fact, also where the job holds it. Raises Refused for one there is not, or that cannot be read."""
        fact = self.library.exits.facts.get(fact_id)
        if fact is None:
            raise Refused("exit_fact", fact=clean(fact_id, limit=40))
        from coach.casebook.exits.facts import read_fact

        value = read_fact(self.library, fact, typed, self.clock.today())
        today = self.clock.today().isoformat()

        def said(facts: "Facts") -> "Facts":
            log = dict(facts.log)
            if fact.logged and value.isdigit():
                earlier = [each for each in log.get(fact.id, []) if each[0] != today]
                log[fact.id] = [*earlier, [today, value]]
            return replace(
                facts,
                answers={**facts.answers, fact.id: value},
                since={**facts.since, fact.id: today},
                log=log,
            )

        return self._change("exit_fact", client_id, said, lambda writer: self._hold(writer, client_id, fact, value))

    def put_piece(self, client_id: int, piece: PieceRow, act: "Act | None" = None) -> "Exit":
        """Keep a piece of work; number 0 adds one. Raises Refused for figures that do not go together."""
        from coach.engine.exits.sums import State

        found = self._open(client_id)
        numbers = [each.number for each in found.pieces]
        number = piece.number or max(numbers, default=0) + 1
        state, paid = State(piece.state), piece.paid
        if state is State.DONE_PAID:
            paid = piece.price
        if min(piece.price, paid) < 0:
            raise Refused("exit_money")
        if not 0 <= piece.share <= 1:
            raise Refused("exit_percent")
        label = " ".join(clean(piece.label, limit=LONGEST_LABEL).split())
        kept = replace(piece, number=number, label=label, state=state.value, paid=paid)

        def said(facts: "Facts") -> "Facts":
            acts = {name: each for name, each in facts.acts.items() if name != str(number)}
            return replace(facts, acts={**acts, **({str(number): act.value} if act else {})})

        return self._change(
            "exit_piece",
            client_id,
            said,
            lambda writer: exits.put_piece(writer, found.plan.id, self._job_id(writer, client_id), kept),
        )

    def drop_piece(self, client_id: int, number: int) -> "Exit":
        """Take a piece of work out; its invoices count as for earlier work then."""
        plan_id = self._open(client_id).plan.id

        def said(facts: "Facts") -> "Facts":
            of = {invoice: each for invoice, each in facts.of.items() if each != number}
            return replace(facts, of=of, acts={name: act for name, act in facts.acts.items() if name != str(number)})

        return self._change(
            "exit_piece",
            client_id,
            said,
            lambda writer: exits.drop_piece(writer, plan_id, self._job_id(writer, client_id), number),
        )

    def put_invoice(
        self, client_id: int, amount: int, due_on: date, of: int | None = None, invoice_id: int | None = None
    ) -> "Exit":
        """Keep an invoice that is open; ``of`` is the piece of work it is for, None for earlier work.

        Raises Refused for an amount that is not above nothing.
        """
        if amount <= 0:
            raise Refused("exit_money")
        kept: list[int] = []

        def write(writer: Writer) -> None:
            kept.append(exits.put_invoice(writer, self._job_id(writer, client_id), amount, due_on, invoice_id))

        def said(facts: "Facts") -> "Facts":
            others = {invoice: each for invoice, each in facts.of.items() if invoice != str(kept[0])}
            return replace(facts, of=others if of is None else {**others, str(kept[0]): of})

        return self._change("exit_invoice", client_id, said, write)

    def settle_invoice(self, client_id: int, invoice_id: int, paid: bool = True) -> "Exit":
        """Say that an invoice was paid today, or not after all.

        What it was for counts as paid with the piece of work.
        """
        from coach.engine.exits.sums import State

        found = self._open(client_id)
        invoice = next((each for each in found.invoices if each.id == invoice_id), None)
        if invoice is None or (invoice.paid_on is not None) is paid:
            return found
        number = found.facts.of.get(str(invoice_id))
        piece = next((each for each in found.pieces if each.number == number), None)

        def write(writer: Writer) -> None:
            exits.pay_invoice(writer, invoice_id, self.clock.today() if paid else None)
            if piece is not None and piece.state != State.DONE_PAID:
                amount = piece.paid + (invoice.amount if paid else -invoice.amount)
                fresh = replace(piece, paid=max(amount, 0))
                exits.put_piece(writer, found.plan.id, self._job_id(writer, client_id), fresh)

        return self._change("exit_invoice", client_id, lambda facts: facts, write)

    def drop_invoice(self, client_id: int, invoice_id: int) -> "Exit":
        """Take an invoice out."""

        def said(facts: "Facts") -> "Facts":
            return replace(facts, of={each: number for each, number in facts.of.items() if each != str(invoice_id)})

        return self._change("exit_invoice", client_id, said, lambda writer: exits.drop_invoice(writer, invoice_id))

    def tick_exit(self, client_id: int, step_id: str) -> "Exit":
        """Say that a step is done, or not after all; what waited for it is dated anew."""
        row = self._row(client_id, step_id)
        done = None if row.done_on else self.clock.today()

        def write(writer: Writer) -> None:
            from coach.store import plans

            plans.tick(writer, row.id, done)

        return self._change("exit_tick", client_id, lambda facts: facts, write)

    def put_off_exit(self, client_id: int, step_id: str, until: date, reason: str) -> "Exit":
        """Give a step another day, and say why; without a reason the day is kept all the same.

        Raises Refused for a day that has passed.
        """
        if until < self.clock.today():
            raise Refused("day_past")
        row = self._row(client_id, step_id)
        why = " ".join(clean(reason, limit=LONGEST_NOTE).split()) or "·"
        return self._change(
            "exit_put_off", client_id, lambda facts: facts, lambda writer: exits.set_step(writer, row.id, until, why)
        )

    def note_contact(self, client_id: int, text: str) -> "Exit":
        """Note that they were in touch again, with what they wanted."""
        said = " ".join(clean(text, limit=LONGEST_NOTE).split())
        today = self.clock.today().isoformat()
        return self._change(
            "exit_contact",
            client_id,
            lambda facts: replace(facts, contacts=(*facts.contacts, (today, said))),
            lambda _: None,
        )

    def close_exit(self, client_id: int, take_back: str, keep: str, term: str) -> "Exit":
        """Look back and close the plan: what was learned is kept, and the client is put away with everything recorded.

        ``term`` is the boundary whose standard terms change, or empty. Raises Refused for one there is not.
        """
        if term:
            self._known(term)
        plan_id = self._open(client_id).plan.id
        after = {"take_back": take_back, "keep": clean(keep, lines=True, limit=LONGEST_NOTE).strip(), "term": term}

        def write(writer: Writer) -> None:
            exits.close(writer, plan_id, self.clock.today())
            clients.amend(writer, client_id, state="archived")

        return self._change("close_exit", client_id, lambda facts: replace(facts, after=after), write)

    def load_holidays(self) -> None:
        """Have the holidays at hand that open exits count with: the first look takes as long as many later ones."""
        from coach.casebook.exits.calendars import holidays_of

        for client_id in exits.client_ids(self.store):
            job, plan = self.job(client_id), exits.newest(self.store, client_id)
            if job is not None and plan is not None:
                holidays_of(job.law, plan.opened_on.year)

    def exit_steps_due(self) -> list[DueExitStep]:
        """Steps of exits that are due today or before and not done, the longest due first."""
        due = exits.due(self.store, self.clock.today())
        names = {each.id: each.name for each in self.clients()} if due else {}
        return [DueExitStep(client_id, names.get(client_id, ""), row) for client_id, row in due]

    def _open(self, client_id: int) -> "Exit":
        found = self.exit(client_id)
        if found is None:
            raise Refused("exit_none")
        return found

    def _row(self, client_id: int, step_id: str) -> StepRow:
        row = next((row for step, row in self._open(client_id).steps if step.id == step_id and row is not None), None)
        if row is None:
            raise Refused("exit_step")
        return row

    def _change(
        self,
        verb: str,
        client_id: int,
        said: "Callable[[Facts], Facts]",
        write: Callable[[Writer], None],
    ) -> "Exit":
        """One change of a plan, after which its steps are dated anew; all of it in one transaction."""
        with self.store.write(verb, self.clock.now(), client_id) as writer:
            found = self._open(client_id)
            write(writer)
            facts = said(found.facts)
            if facts != found.facts:
                exits.set_facts(writer, found.plan.id, facts.as_json())
            self._date_anew(writer, client_id)
        return self._open(client_id)

    def _date_anew(self, writer: Writer, client_id: int) -> None:
        """Give every step its day: what is new is added, what the exit does not take any more and is not done goes.

        A step that was put off by hand keeps the day it was put off to.
        """
        found = self._open(client_id)
        if found.plan.closed_on is not None:
            return
        rows = {each.step: each for each in exits.steps(self.store, found.plan.id)}
        for step, row in rows.items():
            if step not in found.due and row.done_on is None:
                exits.drop_step(writer, row.id)
        for step, due in found.due.items():
            there = rows.get(step)
            if there is None:
                exits.add_step(writer, found.plan.id, step, due)
            elif there.done_on is None and not there.reason and there.due_on != due:
                exits.set_step(writer, there.id, due)

    def _hold(self, writer: Writer, client_id: int, fact: "Fact", value: str) -> None:
        """Keep a fact with the job as well, where letters look for it."""
        from coach.casebook.exits.facts import DONT_KNOW, NONE

        held: dict[str, str] = {}
        if fact.column and value != DONT_KNOW:
            held[fact.column] = "" if value == NONE else value
        if fact.id in ("notice_unit", "notice_count"):
            found = self._open(client_id)
            held["notice"] = self._notice({**found.known, fact.id: value})
        if held:
            engagements.set_job(writer, client_id, self.job(client_id), held)

    def _notice(self, known: Mapping[str, str]) -> str:
        from coach.casebook.exits.facts import DONT_KNOW, NONE

        unit, count = known.get("notice_unit", ""), known.get("notice_count", "")
        if unit in ("", NONE, DONT_KNOW) or not count.isdigit():
            return ""
        return self.library.words.count("exit", f"notice.{unit}", int(count))

    def _job_id(self, writer: Writer, client_id: int) -> int:
        job = self.job(client_id)
        return job.id if job is not None else engagements.set_job(writer, client_id, None, {})
