"""Everything recorded, as one JSON value. Knows tables and their keys, and leaves the undo images where they are."""

import json
from typing import Any, TextIO

from coach.store.file.connection import Store
from coach.store.file.migrations import LATEST
from coach.store.file.tables import KEYS

FORMAT = "coach-records"


def everything(store: Store) -> dict[str, Any]:
    """Every table of the records as a list of rows in the order of their keys, all read at one moment.

    Columns hold what the file holds: days and moments as ISO text, JSON columns as text. The same records give the same
    value. What the owner took out, and undo could still bring back, is not part of it.
    """
    with store.snapshot():
        tables = {
            table: [dict(row) for row in store.rows(f"SELECT * FROM {table} ORDER BY {', '.join(key)}")]
            for table, key in KEYS.items()
        }
    return {"format": FORMAT, "version": LATEST, "tables": tables}


def write_json(store: Store, handle: TextIO) -> None:
    """The same as JSON text, written piece by piece; other terminals need not wait for a slow handle."""
    for piece in json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=1).iterencode(everything(store)):
        handle.write(piece)
    handle.write("\n")
