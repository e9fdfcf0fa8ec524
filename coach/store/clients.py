"""Clients as rows and as values. Knows names and states, nothing of what was found about anyone."""

import sqlite3
import unicodedata
from datetime import datetime

from coach.engine.value import Value
from coach.store.file.connection import Store
from coach.store.file.moments import moment, moment_text
from coach.store.file.writer import Cell, Writer


class Client(Value):
    """Someone the owner works for, or may come to; ``state`` is active, archived or prospect, ``created_at`` in UTC."""

    id: int
    name: str
    alias: str
    state: str
    created_at: datetime


def add(writer: Writer, name: str, at: datetime, state: str = "active") -> int:
    """Add a client in a state; the new id. The change counts as being about this client."""
    row: dict[str, Cell] = {"name": name, "alias": "", "state": state, "created_at": moment_text(at)}
    new = writer.insert("client", row)
    if writer.client_id is None:
        writer.client_id = new
    return new


def amend(writer: Writer, id: int, **columns: str) -> None:
    """Change ``name``, ``alias`` or ``state``. Raises LookupError for no such client, TypeError for another column."""
    if not columns.keys() <= {"name", "alias", "state"}:
        raise TypeError("a client has a name, an alias and a state to amend")
    writer.update("client", id, columns)


def get(store: Store, id: int) -> Client | None:
    """One client, or None."""
    row = store.one("SELECT * FROM client WHERE id = ?", [id])
    return None if row is None else _client(row)


def everyone(store: Store, state: str = "active") -> list[Client]:
    """The clients in one state, in the order of their names."""
    found = [_client(row) for row in store.rows("SELECT * FROM client WHERE state = ?", [state])]
    return sorted(found, key=lambda client: (_folded(client.name), client.id))


def named(store: Store, text: str) -> list[Client]:
    """The clients a text may mean, in any state: those of exactly that name or alias, else those that begin with it.

    Capitals make no difference in any script. An empty text means nobody.
    """
    wanted = _folded(text)
    if not wanted:
        return []
    everybody = everyone(store) + everyone(store, "prospect") + everyone(store, "archived")
    exact = [client for client in everybody if wanted in (_folded(client.name), _folded(client.alias))]
    return exact or [
        client
        for client in everybody
        if _folded(client.name).startswith(wanted) or _folded(client.alias).startswith(wanted)
    ]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).strip()


def _client(row: sqlite3.Row) -> Client:
    return Client(row["id"], row["name"], row["alias"], row["state"], moment(row["created_at"]))
