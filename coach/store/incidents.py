"""Incidents and slips, as rows and as values. Knows rows; counts nothing and words nothing.

An entry that was corrected stays as an earlier row, taken out of the log and named by the one that replaces it.
"""

import sqlite3
from datetime import date, datetime

from coach.engine.incident import Incident
from coach.store.file.connection import Store
from coach.store.file.moments import day_text, moment, moment_text
from coach.store.file.writer import Cell, Row, Writer

SEEN = "seen"
"""The role of a person who is known from the log alone."""

_SELECT = "SELECT incident.*, contact.name AS who FROM incident LEFT JOIN contact ON contact.id = incident.contact_id"


def row_of(entry: Incident, contact_id: int | None = None) -> Row:
    """An entry as a new row; its id is given by the file."""
    return {
        "client_id": entry.client_id,
        "contact_id": contact_id,
        "type": entry.type,
        "mine": int(entry.mine),
        "channel": entry.channel,
        "on_day": day_text(entry.on_day),
        "minutes": entry.minutes,
        "amount": entry.amount,
        "text": entry.text,
        "replaces": entry.replaces,
        "deleted_at": None,
        "told": entry.told,
        "proof": entry.proof,
    }


def add(writer: Writer, entry: Incident, contact_id: int | None = None) -> int:
    """Keep an entry; its id."""
    return writer.insert("incident", row_of(entry, contact_id))


def remove(writer: Writer, id: int, at: datetime) -> None:
    """Take an entry out of the log; its row stays. Raises LookupError for no such entry."""
    writer.update("incident", id, {"deleted_at": moment_text(at)})


def get(store: Store, id: int) -> Incident | None:
    """One entry, in the log or taken out of it, or None."""
    row = store.one(f"{_SELECT} WHERE incident.id = ?", [id])
    return None if row is None else _incident(row)


def of_client(store: Store, client_id: int) -> list[Incident]:
    """What stands in the log of a client, the newest first; one query."""
    return _live(store, "incident.client_id = ?", [client_id])


def unnamed(store: Store) -> list[Incident]:
    """What stands in the log without a type, the newest first, whoever it is about."""
    return _live(store, "incident.type = '' AND client.state <> 'archived'", [])


def person(store: Store, client_id: int, name: str) -> int | None:
    """The person of that name at a client, or None; capitals make no difference."""
    rows = store.rows("SELECT id, name FROM contact WHERE client_id = ? ORDER BY id DESC", [client_id])
    return next((row["id"] for row in rows if row["name"].casefold() == name.casefold()), None)


def add_person(writer: Writer, client_id: int, name: str) -> int:
    """Keep a person who appears in the log."""
    row: dict[str, Cell] = {
        "client_id": client_id, "name": name, "salutation": "", "formality": "", "role": SEEN,
    }  # fmt: skip
    return writer.insert("contact", row)


def last_client(store: Store) -> int | None:
    """The active client last written about, or None."""
    row = store.one(
        "SELECT client.id FROM change JOIN client ON client.id = change.client_id"
        " WHERE client.state = 'active' ORDER BY change.id DESC LIMIT 1"
    )
    return None if row is None else row["id"]


def _live(store: Store, where: str, params: list[object]) -> list[Incident]:
    rows = store.rows(
        f"{_SELECT} JOIN client ON client.id = incident.client_id"
        f" WHERE {where} AND incident.deleted_at IS NULL"
        " ORDER BY incident.on_day DESC, incident.id DESC",
        params,
    )
    return [_incident(row) for row in rows]


def _incident(row: sqlite3.Row) -> Incident:
    return Incident(
        row["id"],
        row["client_id"],
        row["type"],
        bool(row["mine"]),
        date.fromisoformat(row["on_day"]),
        row["text"],
        row["minutes"],
        row["amount"],
        row["channel"],
        row["who"] or "",
        row["told"],
        row["proof"],
        row["replaces"],
        moment(row["deleted_at"]) if row["deleted_at"] else None,
    )
