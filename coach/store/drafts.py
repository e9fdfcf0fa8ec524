"""What stands in a form that is not saved yet, as rows and as values. Knows no form and no field by name."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from coach.engine.value import Value
from coach.store.file.connection import Store
from coach.store.file.moments import moment, moment_text

_DROP = "DELETE FROM form_draft WHERE form = ? AND client_id IS ?"


class Draft(Value):
    """The texts of a form by field, as they stood at a moment; about a client, or about nobody where None."""

    form: str
    client_id: int | None
    texts: Mapping[str, str]
    at: datetime


def keep(store: Store, draft: Draft) -> None:
    """Put a draft in the place of the one there was; no change of the records: undo passes over it.

    Raises StoreFault, also for a client who is not there.
    """
    at = moment_text(draft.at)
    rows = [(draft.form, draft.client_id, field, text, at) for field, text in draft.texts.items()]
    with store.transaction() as connection:
        connection.execute(_DROP, (draft.form, draft.client_id))
        connection.executemany("INSERT INTO form_draft (form, client_id, field, text, at) VALUES (?, ?, ?, ?, ?)", rows)


def drop(store: Store, form: str, client_id: int | None) -> None:
    """Forget the draft of a form, if there is one; undo does not bring it back."""
    with store.transaction() as connection:
        connection.execute(_DROP, (form, client_id))


def of(store: Store, form: str, client_id: int | None) -> Draft | None:
    """The draft of a form, or None."""
    rows = store.rows("SELECT * FROM form_draft WHERE form = ? AND client_id IS ? ORDER BY id", [form, client_id])
    return _draft(rows) if rows else None


def everything(store: Store) -> list[Draft]:
    """Every draft, the one kept last first."""
    found: dict[tuple[str, int | None], list[sqlite3.Row]] = {}
    # Each keeping gives new ids, so their order is that of the keepings, whatever the clock did.
    for row in store.rows("SELECT * FROM form_draft ORDER BY id"):
        found.setdefault((row["form"], row["client_id"]), []).append(row)
    return [_draft(rows) for rows in reversed(found.values())]


def _draft(rows: Sequence[sqlite3.Row]) -> Draft:
    first = rows[0]
    return Draft(first["form"], first["client_id"], {row["field"]: row["text"] for row in rows}, moment(first["at"]))
