"""The plan of an exit as rows: its facts, its steps, pieces of work and open invoices. Knows no sum and no playbook."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Any

from coach.engine.value import Value
from coach.store.file.connection import Store
from coach.store.file.moments import day, day_text
from coach.store.file.writer import Cell, Writer

PLAYBOOK = "exit"


class ExitPlan(Value):
    """The plan of an exit: its facts as they were said, the day it was opened, and the day it was closed."""

    id: int
    client_id: int
    facts: Any
    opened_on: date
    closed_on: date | None


class StepRow(Value):
    """One step: when it is due, done or not, and why it was put off."""

    id: int
    step: str
    due_on: date | None
    done_on: date | None
    reason: str


class PieceRow(Value):
    """One piece of work: how far, its price and what was paid, in the smallest unit, and the share done, 0 to 1."""

    number: int
    label: str
    state: str
    price: int
    paid: int
    share: float


class InvoiceRow(Value):
    """An invoice: what is open on it, when it is due, and when it was paid."""

    id: int
    amount: int
    due_on: date
    paid_on: date | None


def newest(store: Store, client_id: int) -> ExitPlan | None:
    """The newest plan of an exit from a client, open or closed."""
    row = store.one("SELECT * FROM plan WHERE playbook = ? AND client_id = ? ORDER BY id DESC", [PLAYBOOK, client_id])
    return None if row is None else _exit(row)


def open_exit(writer: Writer, client_id: int, facts: Mapping[str, Any], on_day: date) -> int:
    """Open a plan; its id."""
    row: dict[str, Cell] = {
        "client_id": client_id,
        "playbook": PLAYBOOK,
        "facts": _json(facts),
        "opened_on": day_text(on_day),
    }
    return writer.insert("plan", row)


def set_facts(writer: Writer, plan_id: int, facts: Mapping[str, Any]) -> None:
    """Keep the facts of a plan. Raises LookupError for an unknown one."""
    writer.update("plan", plan_id, {"facts": _json(facts)})


def close(writer: Writer, plan_id: int, on_day: date) -> None:
    """Close a plan. Raises LookupError for an unknown one."""
    writer.update("plan", plan_id, {"closed_on": day_text(on_day)})


def steps(store: Store, plan_id: int) -> list[StepRow]:
    """The steps of a plan."""
    rows = store.rows("SELECT * FROM step WHERE plan_id = ? ORDER BY id", [plan_id])
    return [StepRow(row["id"], row["step"], day(row["due_on"]), day(row["done_on"]), row["reason"]) for row in rows]


def add_step(writer: Writer, plan_id: int, step: str, due_on: date | None) -> int:
    """Add a step with its day, or without one."""
    row: dict[str, Cell] = {"plan_id": plan_id, "step": step, "due_on": day_text(due_on), "gate": "", "done_on": None}
    return writer.insert("step", row)


def set_step(writer: Writer, step_id: int, due_on: date | None, reason: str | None = None) -> None:
    """Give a step another day; with a reason, as put off by hand. Raises LookupError for an unknown one."""
    writer.update("step", step_id, {"due_on": day_text(due_on), **({} if reason is None else {"reason": reason})})


def drop_step(writer: Writer, step_id: int) -> None:
    """Take a step away that the plan does not take any more. Raises LookupError for an unknown one."""
    writer.delete("step", step_id)


def pieces(store: Store, plan_id: int) -> list[PieceRow]:
    """The pieces of work of a plan, in their order."""
    rows = store.rows("SELECT * FROM plan_line WHERE plan_id = ? ORDER BY seq", [plan_id])
    return [PieceRow(row["seq"], row["label"], row["state"], row["price"], row["paid"], row["share"]) for row in rows]


def put_piece(writer: Writer, plan_id: int, engagement_id: int, piece: PieceRow) -> None:
    """Keep a piece of work under its number."""
    writer.put(
        "plan_line",
        ("plan_id", "engagement_id", "seq"),
        {
            "plan_id": plan_id,
            "engagement_id": engagement_id,
            "seq": piece.number,
            "label": piece.label,
            "state": piece.state,
            "price": piece.price,
            "paid": piece.paid,
            "share": piece.share,
        },
    )


def drop_piece(writer: Writer, plan_id: int, engagement_id: int, number: int) -> None:
    """Take a piece of work out, if it is there."""
    writer.remove("plan_line", {"plan_id": plan_id, "engagement_id": engagement_id, "seq": number})


def invoices(store: Store, client_id: int) -> list[InvoiceRow]:
    """Every invoice of a client's jobs, the longest due first."""
    rows = store.rows(
        "SELECT invoice.* FROM invoice JOIN engagement ON engagement.id = invoice.engagement_id"
        " WHERE engagement.client_id = ? ORDER BY invoice.due_on, invoice.id",
        [client_id],
    )
    return [
        InvoiceRow(row["id"], row["amount"], date.fromisoformat(row["due_on"]), day(row["paid_on"])) for row in rows
    ]


def put_invoice(writer: Writer, engagement_id: int, amount: int, due_on: date, invoice_id: int | None = None) -> int:
    """Keep an invoice, new or changed; its id. Raises LookupError for an unknown one."""
    if invoice_id is not None:
        writer.update("invoice", invoice_id, {"amount": amount, "due_on": day_text(due_on)})
        return invoice_id
    return writer.insert("invoice", {"engagement_id": engagement_id, "amount": amount, "due_on": day_text(due_on)})


def pay_invoice(writer: Writer, invoice_id: int, paid_on: date | None) -> None:
    """Say that an invoice was paid, or with None that it was not. Raises LookupError for an unknown one."""
    writer.update("invoice", invoice_id, {"paid_on": day_text(paid_on)})


def drop_invoice(writer: Writer, invoice_id: int) -> None:
    """Take an invoice out. Raises LookupError for an unknown one."""
    writer.delete("invoice", invoice_id)


def due(store: Store, until: date) -> list[tuple[int, StepRow]]:
    """Steps of open exits due by a day and not done, each with its client; of those that are active."""
    rows = store.rows(
        "SELECT plan.client_id, step.id AS step_id, step.step, step.due_on, step.done_on, step.reason FROM step"
        " JOIN plan ON plan.id = step.plan_id JOIN client ON client.id = plan.client_id"
        " WHERE plan.playbook = ? AND plan.closed_on IS NULL AND step.done_on IS NULL AND step.due_on <= ?"
        " AND client.state = 'active' ORDER BY step.due_on, step.id",
        [PLAYBOOK, day_text(until)],
    )
    return [
        (row["client_id"], StepRow(row["step_id"], row["step"], day(row["due_on"]), day(row["done_on"]), row["reason"]))
        for row in rows
    ]


def client_ids(store: Store) -> tuple[int, ...]:
    """The clients with an exit that is open."""
    rows = store.rows("SELECT client_id FROM plan WHERE playbook = ? AND closed_on IS NULL ORDER BY id", [PLAYBOOK])
    return tuple(dict.fromkeys(row["client_id"] for row in rows))


def _exit(row: sqlite3.Row) -> ExitPlan:
    opened = day(row["opened_on"])
    assert opened is not None
    return ExitPlan(row["id"], row["client_id"], json.loads(row["facts"]), opened, day(row["closed_on"]))


def _json(facts: Mapping[str, Any]) -> str:
    return json.dumps(dict(facts), ensure_ascii=False, sort_keys=True)
