"""Invoices of a client: what is open, what was paid, by how much the oldest is late. Knows no letter and no exit."""

from datetime import date

from coach.casebook.clients import Clients
from coach.casebook.desk import Noun, Refused
from coach.casebook.limits import Limits
from coach.store import checkins, engagements
from coach.store.checkins import Invoice


class Invoices(Noun):
    """Verbs about invoices."""

    clients: Clients
    limits: Limits

    def of(self, client_id: int, open_only: bool = False) -> list[Invoice]:
        """A client's invoices, the oldest due first."""
        return checkins.invoices(self.store, client_id, self.clock.today() if open_only else None)

    def currency(self, client_id: int) -> str:
        """The code of the currency of a client's job, or else my own; empty where none is set."""
        job = engagements.job(self.store, client_id)
        return (job.currency if job is not None else "") or self.limits.currency()

    def add(self, client_id: int, amount: int, due_on: date, currency: str = "") -> None:
        """Keep an open invoice; ``amount`` in the smallest unit of the client's currency. Raises Refused for nothing.

        ``currency`` becomes that of the job where none is set.
        """
        if amount <= 0:
            raise Refused("invoice_empty")
        self.clients.one(client_id)
        with self.store.write("add_invoice", self.clock.now(), client_id) as writer:
            job, code = engagements.job(self.store, client_id), self.currency(client_id) or currency
            if job is None or job.currency != code:
                found = engagements.set_job(writer, client_id, job, {"currency": code} if code else {})
            else:
                found = job.id
            checkins.add_invoice(writer, found, amount, due_on)

    def pay(self, client_id: int, invoice_id: int, paid_on: date | None) -> None:
        """Mark an invoice as paid on a day, or as still open."""
        with self.store.write("pay_invoice", self.clock.now(), client_id) as writer:
            checkins.pay_invoice(writer, invoice_id, paid_on)

    def overdue(self, client_id: int, day: date) -> int | None:
        """The days by which the oldest invoice open on a day was late; None where there never was an invoice."""
        every = checkins.invoices(self.store, client_id)
        still = [each for each in every if each.paid_on is None or each.paid_on > day]
        return max((max((day - each.due_on).days, 0) for each in still), default=0) if every else None
