"""What the log holds, as days to be counted. Knows rows; writes nothing and says nothing about anybody."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from coach.store.file.connection import Store
from coach.store.file.moments import day_text


class Logged(NamedTuple):
    """One entry that stands: neither taken out nor replaced by a later wording. ``minutes`` is None where not said.

    ``mine`` is true of a slip of my own; ``told`` is ``yes``, ``no`` or empty.
    """

    client_id: int
    on_day: date
    type: str
    mine: bool
    minutes: int | None
    told: str


_STANDS = "deleted_at IS NULL AND id NOT IN (SELECT replaces FROM incident WHERE replaces IS NOT NULL)"


def entries(store: Store, client_id: int | None = None, since: date | None = None) -> list[Logged]:
    """The entries that stand, oldest first: of one client or of all, from a day on or from the first."""
    values: Sequence[object] = [client_id, client_id, day_text(since), day_text(since)]
    rows = store.rows(
        f"SELECT client_id, on_day, type, mine, minutes, told FROM incident WHERE {_STANDS}"
        " AND (? IS NULL OR client_id = ?) AND (? IS NULL OR on_day >= ?) ORDER BY on_day, id",
        list(values),
    )
    return [
        Logged(row["client_id"], date.fromisoformat(row["on_day"]), row["type"], bool(row["mine"]), row["minutes"],
               row["told"])
        for row in rows
    ]  # fmt: skip


def begun(store: Store) -> date | None:
    """The day of the first entry about anybody that stands, or None."""
    row = store.one(f"SELECT min(on_day) AS first FROM incident WHERE {_STANDS}")
    return None if row is None or row["first"] is None else date.fromisoformat(row["first"])
