"""Replies that wait until a moment, as rows and as values. Knows rows; knows no letter and no wording."""

import sqlite3
from datetime import datetime

from coach.engine.value import Value
from coach.store.file.connection import Store
from coach.store.file.moments import moment, moment_text
from coach.store.file.writer import Cell, Writer


class Held(Value):
    """A reply that waits until a moment; ``done_at`` once it was sent."""

    id: int
    client_id: int | None
    until: datetime
    text: str
    done_at: datetime | None


def hold(writer: Writer, client_id: int | None, text: str, until: datetime) -> int:
    """Put a reply away until a moment; its id."""
    row: dict[str, Cell] = {
        "client_id": client_id, "until": moment_text(until), "text": text, "done_at": None,
    }  # fmt: skip
    return writer.insert("held", row)


def amend_held(writer: Writer, id: int, text: str, until: datetime) -> None:
    """Change a reply, or until when it waits. Raises LookupError for no such reply."""
    writer.update("held", id, {"text": text, "until": moment_text(until)})


def done(writer: Writer, id: int, at: datetime) -> None:
    """Say that a reply was sent. Raises LookupError for no such reply."""
    writer.update("held", id, {"done_at": moment_text(at)})


def held(store: Store) -> list[Held]:
    """Every reply that is still put away, the one that waits shortest first."""
    return [_held(row) for row in store.rows("SELECT * FROM held WHERE done_at IS NULL ORDER BY until, id")]


def _held(row: sqlite3.Row) -> Held:
    done_at = moment(row["done_at"]) if row["done_at"] else None
    return Held(row["id"], row["client_id"], moment(row["until"]), row["text"], done_at)
