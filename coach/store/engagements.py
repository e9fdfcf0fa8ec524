"""The job one has with a client, with its contract facts. Knows rows and values; reads no figure and no date."""

from collections.abc import Mapping
from datetime import date

from coach.engine.value import Value
from coach.store.file.connection import Store
from coach.store.file.moments import day
from coach.store.file.writer import Cell, Writer

PLAIN = ("name", "fee_kind", "currency", "law", "letter_language", "notice")


class Job(Value):
    """One engagement. ``price`` is in the smallest unit of ``currency``; what is not known is empty or None."""

    id: int
    client_id: int
    name: str
    fee_kind: str
    price: int | None
    currency: str
    law: str
    letter_language: str
    ends: date | None
    notice: str


def job(store: Store, client_id: int) -> Job | None:
    """The newest job with a client, or None."""
    row = store.one("SELECT * FROM engagement WHERE client_id = ? ORDER BY id DESC", [client_id])
    if row is None:
        return None
    plain = {name: row[name] for name in PLAIN}
    return Job(id=row["id"], client_id=client_id, price=row["price"], ends=day(row["ends"]), **plain)


def set_job(writer: Writer, client_id: int, known: Job | None, facts: Mapping[str, str]) -> int:
    """Keep facts of a client's job, in the one known or in a new one.

    An empty text takes a fact away. Raises ValueError for a fact there is no room for.
    """
    row: dict[str, Cell] = {}
    for name, text in facts.items():
        if name in PLAIN:
            row[name] = text
        elif name == "price":
            row[name] = int(text) if text else None
        elif name == "ends":
            row[name] = date.fromisoformat(text).isoformat() if text else None
        else:
            raise ValueError(f"a job has no {name}")
    if known is not None:
        writer.update("engagement", known.id, row)
        return known.id
    return writer.insert("engagement", {"client_id": client_id, "fee_kind": "", "stage": "running", **row})
