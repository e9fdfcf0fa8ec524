"""Entries of the log, check-ins and invoices put straight into a casebook's file, as other parts of it would."""

from datetime import date

from coach.casebook.book import Casebook
from coach.store import assessments, verdicts


def logged(
    book: Casebook, client_id: int, type: str, *days: date, mine: bool = False, **more: int | str | None
) -> None:
    """Entries of one type on these days."""
    with book.store.write("log", book.clock.now(), client_id) as writer:
        for day in days:
            row = {"client_id": client_id, "type": type, "mine": int(mine), "on_day": day.isoformat(), **more}
            writer.insert("incident", row)


def checked_in(book: Casebook, client_id: int, day: date, since: date | None = None, **scores: float) -> None:
    """A concluded check-in with its scores; counts and minutes are by the week, revenue for all its days."""
    at = book.clock.now()
    with book.store.write("checkin", at, client_id) as writer:
        new = assessments.begin(writer, client_id, "pulse", 1, "quick", day, since, at)
        assessments.conclude(writer, new, at)
        verdicts.keep_scores(writer, new, 1, {f"pulse.{name}": value for name, value in scores.items()})


def billed(book: Casebook, client_id: int, due: date, paid: date | None = None) -> None:
    """An invoice, paid or still open."""
    with book.store.write("bill", book.clock.now(), client_id) as writer:
        job = writer.insert("engagement", {"client_id": client_id, "fee_kind": "", "stage": "running"})
        row = {"engagement_id": job, "amount": 100_000, "due_on": due.isoformat()}
        writer.insert("invoice", {**row, "paid_on": paid.isoformat() if paid else None})
