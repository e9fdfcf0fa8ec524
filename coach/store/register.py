"""Terms and rungs, mine and per client, as dated rows. Knows rows and values; draws no conclusion."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import date

from coach.engine.boundary import Move, Rung
from coach.engine.value import Value
from coach.store.file.connection import Store
from coach.store.file.moments import day_text
from coach.store.file.writer import Writer


class Term(Value):
    """My parameters of one boundary, in general or for one client, as they stand from a day on."""

    boundary: str
    client_id: int | None
    params: Mapping[str, str]
    from_day: date


def set_term(writer: Writer, boundary: str, client_id: int | None, params: Mapping[str, str], from_day: date) -> int:
    """Keep parameters; what stood before stays as an earlier row."""
    text = json.dumps(dict(params), ensure_ascii=False, sort_keys=True)
    row = {"boundary": boundary, "client_id": client_id, "params": text, "from_day": day_text(from_day)}
    return writer.insert("term", row)


def terms(store: Store, client_id: int | None) -> dict[str, Term]:
    """The parameters that stand, by boundary: mine where ``client_id`` is None, else that client's own."""
    rows = store.rows("SELECT * FROM term WHERE client_id IS ? ORDER BY from_day, id", [client_id])
    return {row["boundary"]: _term(row) for row in rows}


def move(writer: Writer, boundary: str, client_id: int | None, rung: Rung, how: str, on_day: date) -> int:
    """Keep one dated word on a rung."""
    row = {"boundary": boundary, "client_id": client_id, "rung": rung.value, "how": how, "on_day": day_text(on_day)}
    return writer.insert("rung", row)


def moves(store: Store) -> dict[int | None, list[Move]]:
    """Every word on every rung, oldest first, by client; mine under None. One query."""
    rows = store.rows("SELECT * FROM rung ORDER BY on_day, id")
    found: dict[int | None, list[Move]] = {}
    for row in rows:
        given = Move(
            row["boundary"], Rung(row["rung"]), row["how"], date.fromisoformat(row["on_day"]), row["client_id"] is None
        )
        found.setdefault(row["client_id"], []).append(given)
    return found


def _term(row: sqlite3.Row) -> Term:
    return Term(row["boundary"], row["client_id"], json.loads(row["params"]), date.fromisoformat(row["from_day"]))
