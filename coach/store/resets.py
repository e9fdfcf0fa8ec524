"""Last tries and their rules, as rows and as values. Knows rows; judges nothing."""

import sqlite3
from collections.abc import Mapping
from datetime import date

from coach.engine.reset import Ending, MyPart, Reset
from coach.engine.value import Value
from coach.store.file.connection import Store
from coach.store.file.moments import day, day_text
from coach.store.file.writer import Cell, Writer


class Try(Value):
    """One last try in the records: its id, whose it is, and what it says."""

    id: int
    client_id: int
    reset: Reset


def start(writer: Writer, client_id: int, reset: Reset) -> int:
    """Keep a try as it begins; its id."""
    new = writer.insert(
        "reset",
        {
            "client_id": client_id,
            "starts": day_text(reset.starts),
            "ends": day_text(reset.ends),
            "follows": reset.follows,
            "ended_on": None,
            "outcome": "",
            "mine": "",
        },
    )
    for boundary in reset.rules:
        _keep_rule(writer, new, boundary, None)
    return new


def end(
    writer: Writer,
    reset_id: int,
    ended_on: date,
    ending: Ending,
    mine: MyPart | None,
    by_rule: Mapping[str, Ending],
) -> None:
    """Keep how a try ended, rule by rule. Raises LookupError for an unknown one."""
    row = {"ended_on": day_text(ended_on), "outcome": ending.value, "mine": mine.value if mine else ""}
    writer.update("reset", reset_id, row)
    for boundary, each in by_rule.items():
        _keep_rule(writer, reset_id, boundary, each)


def get(store: Store, reset_id: int) -> Try | None:
    """One try, or None."""
    found = _tries(store, "reset.id = ?", reset_id)
    return found[0] if found else None


def of_client(store: Store, client_id: int) -> list[Try]:
    """The tries with a client, the latest begun first."""
    return _tries(store, "reset.client_id = ?", client_id)


def running(store: Store) -> list[Try]:
    """The tries with active clients of which nobody has said how they ended, the first to end first."""
    found = _tries(store, "reset.ended_on IS NULL AND client.state = 'active'")
    return sorted(found, key=lambda each: (each.reset.ends, each.id))


def _tries(store: Store, where: str, *values: int) -> list[Try]:
    rows = store.rows(
        "SELECT reset.*, reset_rule.boundary, reset_rule.outcome AS rule_outcome FROM reset"
        " JOIN client ON client.id = reset.client_id LEFT JOIN reset_rule ON reset_rule.reset_id = reset.id"
        f" WHERE {where} ORDER BY reset.starts DESC, reset.id DESC, reset_rule.boundary",
        list(values),
    )
    by_id: dict[int, list[sqlite3.Row]] = {}
    for row in rows:
        by_id.setdefault(row["id"], []).append(row)
    return [_try(each) for each in by_id.values()]


def _try(rows: list[sqlite3.Row]) -> Try:
    row = rows[0]
    rules = tuple(each["boundary"] for each in rows if each["boundary"] is not None)
    ended = day(row["ended_on"])
    reset = Reset(
        rules,
        date.fromisoformat(row["starts"]),
        date.fromisoformat(row["ends"]),
        row["follows"],
        ended,
        Ending(row["outcome"]) if row["outcome"] else None,
        MyPart(row["mine"]) if row["mine"] else None,
        {each["boundary"]: Ending(each["rule_outcome"]) for each in rows if each["rule_outcome"]},
    )
    return Try(row["id"], row["client_id"], reset)


def _keep_rule(writer: Writer, reset_id: int, boundary: str, ending: Ending | None) -> None:
    row: dict[str, Cell] = {"reset_id": reset_id, "boundary": boundary, "outcome": ending.value if ending else ""}
    writer.put("reset_rule", ("reset_id", "boundary"), row)
