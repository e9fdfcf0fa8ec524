"""How the last change is taken back. Knows before-images by table and key, and not what a change meant."""

import json
import sqlite3
from datetime import datetime, timedelta

from coach.engine.value import Value
from coach.store.file.connection import Store
from coach.store.file.errors import FaultKind, StoreFault
from coach.store.file.moments import moment, moment_text
from coach.store.file.tables import KEYS

KEPT = timedelta(days=30)

_LAST = "SELECT id, at, verb, client_id FROM change WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1"


class Change(Value):
    """One verb's worth of writing that can be taken back; ``client_id`` is whom it was about, if anyone."""

    id: int
    at: datetime
    verb: str
    client_id: int | None


def last_change(store: Store, at: datetime) -> Change | None:
    """The newest change not yet undone, if it is at most thirty days old at ``at``."""
    row = store.one(_LAST)
    if row is None or moment(row["at"]) < at - KEPT:
        return None
    return Change(row["id"], moment(row["at"]), row["verb"], row["client_id"])


def undo(store: Store, change_id: int, at: datetime) -> bool:
    """Put back what was there before a change, in one transaction.

    False, and nothing done, where that change is not the newest any more: another terminal has written since, or it
    was undone already. Raises StoreFault.
    """
    with store.transaction() as connection:
        newest = connection.execute(_LAST).fetchone()
        if newest is None or newest["id"] != change_id:
            return False
        images = connection.execute("SELECT before FROM change WHERE id = ?", [change_id]).fetchone()["before"]
        connection.execute("PRAGMA defer_foreign_keys=ON")
        for table, key, before in reversed(json.loads(images)):
            if table not in KEYS or set(key) != set(KEYS[table]):
                raise StoreFault(FaultKind.DAMAGED, store.path)
            if before is None:
                _take_out(connection, table, key)
            else:
                _put_back(connection, table, before)
        # An undone first appearance of a client takes its own change with it.
        connection.execute("UPDATE change SET undone_at = ? WHERE id = ?", [moment_text(at), change_id])
    return True


def prune(store: Store, at: datetime) -> None:
    """Drop the changes that can no longer be undone, with what they hold of the past."""
    with store.transaction() as connection:
        connection.execute("DELETE FROM change WHERE at < ?", [moment_text(at - KEPT)])


def _take_out(connection: sqlite3.Connection, table: str, key: dict[str, object]) -> None:
    where = " AND ".join(f"{column} = :{column}" for column in KEYS[table])
    connection.execute(f"DELETE FROM {table} WHERE {where}", key)


def _put_back(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    # Read from the file again rather than from the image, whose words must not become SQL.
    columns = [found["name"] for found in connection.execute(f"PRAGMA table_info({table})") if found["name"] in row]
    others = [f"{column} = excluded.{column}" for column in columns if column not in KEYS[table]]
    connection.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(f':{column}' for column in columns)})"
        f" ON CONFLICT ({', '.join(KEYS[table])}) DO " + (f"UPDATE SET {', '.join(others)}" if others else "NOTHING"),
        row,
    )
