"""What happened to one client on which day, from the view over all dated tables. Decides nothing, words nothing."""

from datetime import date

from coach.engine.value import Value
from coach.store.file.connection import Store


class Event(Value):
    """One dated entry: its noun, its id in that noun's own table, and what it was, as an id of its own kind."""

    noun: str
    id: int
    on_day: date
    detail: str


def of_client(store: Store, client_id: int) -> list[Event]:
    """Everything dated about one client, oldest first, in one query."""
    rows = store.rows(
        "SELECT noun, id, on_day, detail FROM event WHERE client_id = ? ORDER BY on_day, noun, id", [client_id]
    )
    return [Event(row["noun"], row["id"], date.fromisoformat(row["on_day"]), row["detail"]) for row in rows]
