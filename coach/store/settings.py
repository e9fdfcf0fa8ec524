"""Settings as rows and as values: any JSON value by key. Knows no key by name."""

import json
from typing import Any

from coach.store.file.connection import Store
from coach.store.file.writer import Writer


def get(store: Store, key: str, default: Any) -> Any:
    """The value set for a key, or the default."""
    row = store.one("SELECT value FROM setting WHERE key = ?", [key])
    return default if row is None else json.loads(row["value"])


def put(writer: Writer, key: str, value: Any) -> None:
    """Set a key to anything JSON can hold. Raises TypeError or ValueError for anything else."""
    writer.put("setting", ("key",), {"key": key, "value": json.dumps(value, ensure_ascii=False, allow_nan=False)})


def remember(store: Store, key: str, value: Any) -> None:
    """Set a key as something that is no change of the records: undo passes over it. Raises as ``put``."""
    row = (key, json.dumps(value, ensure_ascii=False, allow_nan=False))
    with store.transaction() as connection:
        connection.execute(
            "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", row
        )
