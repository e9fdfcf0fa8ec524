"""Figures over time from checks and invoices, as rows and as values. Knows their days; reckons nothing."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from coach.store.file.connection import Store
from coach.store.file.moments import day


class Figure(NamedTuple):
    """A figure of one concluded check: of which day, from which day on, and the figure as a range.

    ``name`` is the item or the measure; ``score`` is true of a measure.
    """

    client_id: int
    on_day: date
    since_day: date | None
    version: int
    depth: str
    name: str
    low: float
    high: float
    score: bool
    assessment_id: int


class Billed(NamedTuple):
    """One invoice: its amount in the smallest unit, when it was due, and when it was paid, if it was."""

    amount: int
    due_on: date
    paid_on: date | None


_COUNTS = "assessment.concluded_at IS NOT NULL AND assessment.withdrawn_at IS NULL AND assessment.client_id IS NOT NULL"
_COLUMNS = (
    "assessment.client_id, assessment.on_day, assessment.since_day, assessment.version, assessment.depth,"
    " assessment.id AS assessment_id"
)


def answered(store: Store, items: Iterable[str], client_id: int | None = None) -> list[Figure]:
    """The figures that stand as answers to these items, oldest day first; of one client, or of all."""
    wanted = json.dumps(sorted(items))
    rows = store.rows(
        f"SELECT {_COLUMNS}, answer.item AS name, answer.low AS low, answer.high AS high,"
        " 0 AS score FROM answer"
        " JOIN assessment ON assessment.id = answer.assessment_id WHERE answer.id IN (SELECT max(id) FROM answer"
        " WHERE item IN (SELECT value FROM json_each(:items)) GROUP BY assessment_id, item)"
        f" AND answer.low IS NOT NULL AND {_COUNTS} AND (:client IS NULL OR assessment.client_id = :client)"
        " ORDER BY assessment.on_day, assessment.id",
        {"items": wanted, "client": client_id},
    )
    return [_figure(row) for row in rows]


def scored(store: Store, measures: Iterable[str], client_id: int | None = None) -> list[Figure]:
    """The scores of these measures, oldest day first; of one client, or of all."""
    wanted = json.dumps(sorted(measures))
    rows = store.rows(
        f"SELECT {_COLUMNS}, score.measure AS name, score.value AS low, score.value AS high, 1 AS score FROM score"
        " JOIN assessment ON assessment.id = score.assessment_id"
        f" WHERE score.measure IN (SELECT value FROM json_each(:measures)) AND {_COUNTS}"
        " AND (:client IS NULL OR assessment.client_id = :client)"
        " ORDER BY assessment.on_day, assessment.id, score.model",
        {"measures": wanted, "client": client_id},
    )
    # A score reckoned anew by a later model takes the place of the one before.
    last = {(row["assessment_id"], row["name"]): row for row in rows}
    return [_figure(row) for row in last.values()]


def billed(store: Store, client_id: int | None = None) -> dict[int, list[Billed]]:
    """The invoices by client, the first due first; of one client, or of all."""
    rows = store.rows(
        "SELECT engagement.client_id, invoice.amount, invoice.due_on, invoice.paid_on FROM invoice"
        " JOIN engagement ON engagement.id = invoice.engagement_id"
        " WHERE (:client IS NULL OR engagement.client_id = :client) ORDER BY invoice.due_on, invoice.id",
        {"client": client_id},
    )
    found: dict[int, list[Billed]] = {}
    for row in rows:
        bill = Billed(row["amount"], date.fromisoformat(row["due_on"]), day(row["paid_on"]))
        found.setdefault(row["client_id"], []).append(bill)
    return found


def _figure(row: sqlite3.Row) -> Figure:
    return Figure(
        row["client_id"], date.fromisoformat(row["on_day"]), day(row["since_day"]), row["version"], row["depth"],
        row["name"], row["low"], row["high"], bool(row["score"]), row["assessment_id"],
    )  # fmt: skip
