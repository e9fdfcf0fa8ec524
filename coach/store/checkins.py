"""Check-ins, how often they come, invoices: as rows and as values. Knows no due day and no question."""

import json
from collections.abc import Iterable
from datetime import date

from coach.engine.interview.answer import Answer, AnswerKind
from coach.engine.value import Value
from coach.store.file.connection import Store
from coach.store.file.moments import day, day_text
from coach.store.file.writer import Writer


class Invoice(Value):
    """Money asked for; ``amount`` in the smallest unit of the job's currency, ``paid_on`` None while it is open."""

    id: int
    amount: int
    currency: str
    due_on: date
    paid_on: date | None


def answers_of(store: Store, ids: Iterable[int]) -> dict[int, dict[str, Answer]]:
    """The answers that stand in several check-ins, by the check-in's id and the item, in one query."""
    rows = store.rows(
        "SELECT assessment_id, item, kind, option, low, high, text FROM answer WHERE id IN (SELECT max(id) FROM answer"
        " WHERE assessment_id IN (SELECT value FROM json_each(?)) GROUP BY assessment_id, item) ORDER BY id",
        [json.dumps(sorted(set(ids)))],
    )
    found: dict[int, dict[str, Answer]] = {}
    for row in rows:
        given = Answer(row["item"], AnswerKind(row["kind"]), row["option"], row["low"], row["high"], row["text"])
        found.setdefault(row["assessment_id"], {})[given.item] = given
    return found


def measured(store: Store, assessment_id: int) -> frozenset[str]:
    """The measures of which a check-in has a figure."""
    rows = store.rows("SELECT measure FROM score WHERE assessment_id = ?", [assessment_id])
    return frozenset(row["measure"] for row in rows)


def move(writer: Writer, assessment_id: int, on_day: date) -> None:
    """Let an unfinished check-in speak of another day. Raises LookupError for an unknown one."""
    writer.update("assessment", assessment_id, {"on_day": day_text(on_day)})


def set_rhythm(writer: Writer, client_id: int, every: str, anchor: date, from_day: date) -> None:
    """Keep how often; the newest row stands."""
    writer.insert(
        "cadence",
        {"client_id": client_id, "every": every, "anchor_day": day_text(anchor), "from_day": day_text(from_day)},
    )


def postpone(writer: Writer, client_id: int, due_day: date, act: str, until: date | None, reason: str) -> None:
    """Keep that a check-in due on a day was put off or skipped."""
    writer.put(
        "postponed",
        ("client_id", "due_day"),
        {"client_id": client_id, "due_day": day_text(due_day), "act": act, "until": day_text(until), "reason": reason},
    )


def invoices(store: Store, client_id: int, open_on: date | None = None) -> list[Invoice]:
    """A client's invoices, the oldest due day first; with ``open_on`` only those still unpaid on that day."""
    rows = store.rows(
        "SELECT invoice.id, amount, currency, due_on, paid_on FROM invoice"
        " JOIN engagement ON engagement.id = invoice.engagement_id WHERE client_id = :client"
        " AND (:day IS NULL OR paid_on IS NULL OR paid_on > :day) ORDER BY due_on, invoice.id",
        {"client": client_id, "day": day_text(open_on)},
    )
    return [
        Invoice(row["id"], row["amount"], row["currency"], date.fromisoformat(row["due_on"]), day(row["paid_on"]))
        for row in rows
    ]


def add_invoice(writer: Writer, engagement_id: int, amount: int, due_on: date) -> int:
    """Add an open invoice of a job; its id."""
    return writer.insert(
        "invoice", {"engagement_id": engagement_id, "amount": amount, "due_on": day_text(due_on), "paid_on": None}
    )


def pay_invoice(writer: Writer, id: int, paid_on: date | None) -> None:
    """Mark an invoice as paid on a day, or as open again. Raises LookupError for an unknown one."""
    writer.update("invoice", id, {"paid_on": day_text(paid_on)})
