"""Plans and their dated steps. Knows rows and values, no playbook."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from coach.engine.value import Value
from coach.store.file.connection import Store
from coach.store.file.moments import day, day_text
from coach.store.file.writer import Writer


class Plan(Value):
    """A playbook opened for a client, or for my own terms where ``client_id`` is None."""

    id: int
    client_id: int | None
    playbook: str
    facts: Any


class PlanStep(Value):
    """One step of a plan: due on a day, done on another, or not yet."""

    id: int
    plan_id: int
    step: str
    due_on: date | None
    done_on: date | None


def open_plan(
    writer: Writer,
    client_id: int | None,
    playbook: str,
    facts: Mapping[str, Any],
    steps: Iterable[tuple[str, date | None]],
) -> int:
    """Open a plan with its steps and their days."""
    text = json.dumps(dict(facts), ensure_ascii=False, sort_keys=True)
    plan_id = writer.insert("plan", {"client_id": client_id, "playbook": playbook, "facts": text})
    for step, due in steps:
        writer.insert("step", {"plan_id": plan_id, "step": step, "due_on": day_text(due), "gate": "", "done_on": None})
    return plan_id


def tick(writer: Writer, step_id: int, done_on: date | None) -> None:
    """Say that a step was done, or, with None, that it was not. Raises LookupError for an unknown one."""
    writer.update("step", step_id, {"done_on": day_text(done_on)})


def put_off(writer: Writer, step_id: int, due_on: date | None) -> None:
    """Give a step another day. Raises LookupError for an unknown one."""
    writer.update("step", step_id, {"due_on": day_text(due_on)})


def plan(store: Store, playbook: str, client_id: int | None) -> Plan | None:
    """The newest plan of a playbook for a client, or for oneself."""
    row = store.one("SELECT * FROM plan WHERE playbook = ? AND client_id IS ? ORDER BY id DESC", [playbook, client_id])
    return None if row is None else _plan(row)


def steps(store: Store, plan_id: int) -> list[PlanStep]:
    """The steps of a plan, in their order."""
    return [_step(row) for row in store.rows("SELECT * FROM step WHERE plan_id = ? ORDER BY id", [plan_id])]


def due(store: Store, until: date) -> list[tuple[Plan, PlanStep]]:
    """Steps of boundaries due by a day and not done, the longest due first; of active clients, and one's own."""
    rows = store.rows(
        "SELECT plan.*, step.id AS step_id, step.step, step.due_on, step.done_on FROM step"
        " JOIN plan ON plan.id = step.plan_id LEFT JOIN client ON client.id = plan.client_id"
        " WHERE plan.playbook <> 'exit' AND step.done_on IS NULL AND step.due_on <= ?"
        " AND (client.id IS NULL OR client.state = 'active')"
        " ORDER BY step.due_on, step.id",
        [day_text(until)],
    )
    return [
        (_plan(row), PlanStep(row["step_id"], row["id"], row["step"], day(row["due_on"]), day(row["done_on"])))
        for row in rows
    ]


def _plan(row: sqlite3.Row) -> Plan:
    return Plan(row["id"], row["client_id"], row["playbook"], json.loads(row["facts"]))


def _step(row: sqlite3.Row) -> PlanStep:
    return PlanStep(row["id"], row["plan_id"], row["step"], day(row["due_on"]), day(row["done_on"]))
