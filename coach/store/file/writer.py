"""How rows are written, and what was there before each. Knows tables by their keys, not what they mean."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, cast

from coach.store.file.moments import moment_text
from coach.store.file.tables import FLEETING, KEYS

if TYPE_CHECKING:
    from sqlite_utils import Database

Cell = str | int | float | None
Row = Mapping[str, Cell]
Before = list[tuple[str, Row, Row | None]]
"""What was there before: table, key, and the row or None where there was none."""


class Writer:
    """The hand that writes inside one transaction; it is of no use after it.

    Table and column names come from code, never from outside. ``client_id`` is whom the change is about, and may be
    set by the verb that first learns it. An unknown table raises KeyError, a missing row LookupError.
    """

    def __init__(self, database: "Database", client_id: int | None) -> None:
        self.client_id = client_id
        self._database = database
        self._before: Before = []

    def insert(self, table: str, row: Row) -> int:
        """Add a row; its new id."""
        self._keyed_by_id(table)
        new = cast(int, self._database.table(table).insert(dict(row), pk="id").last_rowid)
        self._note(table, {"id": new}, None)
        return new

    def update(self, table: str, id: int, row: Row) -> None:
        """Change some columns of a row."""
        self._note(table, {"id": id}, self._present(table, id))
        self._database.table(table).update(id, dict(row))

    def delete(self, table: str, id: int) -> None:
        """Take a row away, and with it what hangs on it.

        A client is archived or forgotten, never deleted in a way that could be undone: ValueError.
        """
        if table == "client":
            raise ValueError("a client is archived or forgotten, not deleted")
        present = self._present(table, id)
        self._note_dependents(table, id)
        self._note(table, {"id": id}, present)
        self._database.table(table).delete(id)

    def put(self, table: str, key_columns: tuple[str, ...], row: Row) -> None:
        """Add a row, or change the one with the same key."""
        if KEYS[table] != key_columns:
            raise ValueError(f"the key of {table} is {KEYS[table]}")
        key = {column: row[column] for column in key_columns}
        self._note(table, key, self._find(table, key))
        self._database.table(table).upsert(dict(row), pk=key_columns)

    def remove(self, table: str, key: Row) -> None:
        """Take the row with this key away, if it is there; for tables whose key is not an id."""
        if set(KEYS[table]) != set(key) or KEYS[table] == ("id",):
            raise ValueError(f"the key of {table} is {KEYS[table]}")
        before = self._find(table, key)
        if before is not None:
            self._note(table, key, before)
            self._database.table(table).delete(tuple(key[column] for column in KEYS[table]))

    def keep_change(self, verb: str, at: datetime) -> None:
        """Write what was there before as one change, if anything was changed; the last act of a transaction."""
        if self._before:
            self._database.table("change").insert(dict(_change(verb, at, self.client_id, self._before)), pk="id")
            self._before = []

    def _keyed_by_id(self, table: str) -> None:
        if KEYS[table] != ("id",):
            raise ValueError(f"the key of {table} is {KEYS[table]}")

    def _note(self, table: str, key: Row, before: Row | None) -> None:
        if table not in FLEETING:
            self._before.append((table, key, before))

    def _present(self, table: str, id: int) -> Row:
        self._keyed_by_id(table)
        found = self._find(table, {"id": id})
        if found is None:
            raise LookupError(f"no {table} {id}")
        return found

    def _find(self, table: str, key: Row) -> Row | None:
        where = " AND ".join(f"{column} = ?" for column in key)
        found = self._database.execute(f"SELECT * FROM {table} WHERE {where}", list(key.values())).fetchone()
        return None if found is None else dict(found)

    def _note_dependents(self, table: str, id: int) -> None:
        """Keep the rows that go, or lose a reference, together with one; children first, as undo goes backwards."""
        for child in KEYS:
            for reference in self._database.execute(f"PRAGMA foreign_key_list({child})").fetchall():
                if reference["table"] != table:
                    continue
                found = self._database.execute(f"SELECT * FROM {child} WHERE {reference['from']} = ?", [id]).fetchall()
                for row in map(dict, found):
                    if reference["on_delete"] == "CASCADE" and KEYS[child] == ("id",):
                        self._note_dependents(child, row["id"])
                    self._before.append((child, {column: row[column] for column in KEYS[child]}, row))


def note_row(connection: sqlite3.Connection, verb: str, at: datetime, client_id: int, table: str, row: Row) -> int:
    """Add one row to a table keyed by id, and the change that undo takes back; the new id."""
    if KEYS[table] != ("id",):
        raise ValueError(f"the key of {table} is {KEYS[table]}")
    new = _insert(connection, table, row)
    _insert(connection, "change", _change(verb, at, client_id, [(table, {"id": new}, None)]))
    return new


def _insert(connection: sqlite3.Connection, table: str, row: Row) -> int:
    marks = ", ".join("?" * len(row))
    done = connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
    return cast(int, done.lastrowid)


def _change(verb: str, at: datetime, client_id: int | None, before: Before) -> Row:
    return {
        "at": moment_text(at),
        "verb": verb,
        "client_id": client_id,
        "before": json.dumps(before, ensure_ascii=False),
        "undone_at": None,
    }
