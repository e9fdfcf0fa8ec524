"""What is still to be done and to be paid when a job ends: pieces of work and invoices. Reckons nothing."""

from datetime import date
from typing import TYPE_CHECKING

from coach.casebook.desk import Noun, Refused
from coach.casebook.exits.plans import ExitPlans
from coach.engine.value import replace
from coach.formats.text import one_line
from coach.formats.unreadable import Unreadable
from coach.store import exits
from coach.store.exits import PieceRow
from coach.store.file.writer import Writer

if TYPE_CHECKING:
    from coach.casebook.exits.facts import Facts
    from coach.casebook.exits.reading import Exit
    from coach.engine.exits.sums import PieceAct

LONGEST_LABEL = 60
"""Characters of the name of a piece of work."""


class Work(Noun):
    """Verbs about pieces of work and invoices of an exit."""

    plans: ExitPlans

    def put_piece(self, client_id: int, piece: PieceRow, act: "PieceAct | None" = None) -> "Exit":
        """Keep a piece of work; number 0 adds one. Raises Unreadable for figures that cannot be."""
        from coach.engine.exits.sums import PieceState

        found = self.plans.one(client_id)
        numbers = [each.number for each in found.pieces]
        number = piece.number or max(numbers, default=0) + 1
        state, paid = PieceState(piece.state), piece.paid
        if state is PieceState.DONE_PAID:
            paid = piece.price
        if min(piece.price, paid) < 0:
            raise Unreadable("money")
        if not 0 <= piece.share <= 1:
            raise Unreadable("share")
        label = one_line(piece.label, LONGEST_LABEL)
        kept = replace(piece, number=number, label=label, state=state.value, paid=paid)

        def said(facts: "Facts") -> "Facts":
            acts = {name: each for name, each in facts.acts.items() if name != str(number)}
            return replace(facts, acts={**acts, **({str(number): act.value} if act else {})})

        return self.plans.change(
            "exit_piece",
            client_id,
            said,
            lambda writer: exits.put_piece(writer, found.plan.id, self.plans.job_id(writer, client_id), kept),
        )

    def drop_piece(self, client_id: int, number: int) -> "Exit":
        """Take a piece of work out; its invoices count as for earlier work then."""
        plan_id = self.plans.one(client_id).plan.id

        def said(facts: "Facts") -> "Facts":
            of = {invoice: each for invoice, each in facts.of.items() if each != number}
            return replace(facts, of=of, acts={name: act for name, act in facts.acts.items() if name != str(number)})

        return self.plans.change(
            "exit_piece",
            client_id,
            said,
            lambda writer: exits.drop_piece(writer, plan_id, self.plans.job_id(writer, client_id), number),
        )

    def put_invoice(
        self, client_id: int, amount: int, due_on: date, of: int | None = None, invoice_id: int | None = None
    ) -> "Exit":
        """Keep an invoice that is open; ``of`` is the piece of work it is for, None for earlier work.

        Raises Refused for an amount that is not above nothing.
        """
        if amount <= 0:
            raise Refused("invoice_empty")
        kept: list[int] = []

        def write(writer: Writer) -> None:
            kept.append(exits.put_invoice(writer, self.plans.job_id(writer, client_id), amount, due_on, invoice_id))

        def said(facts: "Facts") -> "Facts":
            others = {invoice: each for invoice, each in facts.of.items() if invoice != str(kept[0])}
            return replace(facts, of=others if of is None else {**others, str(kept[0]): of})

        return self.plans.change("exit_invoice", client_id, said, write)

    def settle_invoice(self, client_id: int, invoice_id: int, paid: bool = True) -> "Exit":
        """Say that an invoice was paid today, or not after all.

        What it was for counts as paid with the piece of work.
        """
        from coach.engine.exits.sums import PieceState

        found = self.plans.one(client_id)
        invoice = next((each for each in found.invoices if each.id == invoice_id), None)
        if invoice is None or (invoice.paid_on is not None) is paid:
            return found
        number = found.facts.of.get(str(invoice_id))
        piece = next((each for each in found.pieces if each.number == number), None)

        def write(writer: Writer) -> None:
            exits.pay_invoice(writer, invoice_id, self.clock.today() if paid else None)
            if piece is not None and piece.state != PieceState.DONE_PAID:
                amount = piece.paid + (invoice.amount if paid else -invoice.amount)
                fresh = replace(piece, paid=max(amount, 0))
                exits.put_piece(writer, found.plan.id, self.plans.job_id(writer, client_id), fresh)

        return self.plans.change("exit_invoice", client_id, lambda facts: facts, write)

    def drop_invoice(self, client_id: int, invoice_id: int) -> "Exit":
        """Take an invoice out."""

        def said(facts: "Facts") -> "Facts":
            return replace(facts, of={each: number for each, number in facts.of.items() if each != str(invoice_id)})

        return self.plans.change("exit_invoice", client_id, said, lambda writer: exits.drop_invoice(writer, invoice_id))
