"""Whose check-in is whose turn, as the records have it: one query for all. Knows no due day and no question.

A shell prompt waits for what is read here, so its values are named tuples, which a program is quicker to make.
"""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from coach.store.file.connection import Store
from coach.store.file.moments import day

PULSE = "pulse"
HOLIDAYS, WEEKDAY = "holidays", "checkin_weekday"
"""Settings: days off as pairs of ISO days, and the weekday on which check-ins come, 0 for Monday."""

_DONE = "concluded_at IS NOT NULL AND withdrawn_at IS NULL"
_CHECKS = f"FROM assessment WHERE client_id = client.id AND instrument = 'client-check' AND {_DONE}"
_LAST_CHECK = f"(SELECT id {_CHECKS} AND on_day <= :day ORDER BY on_day DESC, id DESC LIMIT 1)"
_ROUND = f"""
SELECT client.id, client.name, client.created_at,
    (SELECT value FROM setting WHERE key = '{HOLIDAYS}') AS off,
    (SELECT value FROM setting WHERE key = '{WEEKDAY}') AS weekday,
    (SELECT on_day FROM assessment WHERE client_id = client.id AND instrument = '{PULSE}' AND {_DONE}
        AND on_day < :day ORDER BY on_day DESC LIMIT 1) AS checked_in,
    (SELECT id FROM assessment WHERE client_id = client.id AND instrument = '{PULSE}' AND withdrawn_at IS NULL
        AND on_day = :day ORDER BY id DESC LIMIT 1) AS here,
    (SELECT id FROM assessment WHERE client_id = client.id AND instrument = '{PULSE}' AND {_DONE}
        AND on_day = :day ORDER BY id DESC LIMIT 1) AS done,
    (SELECT id FROM assessment INDEXED BY assessment_open WHERE concluded_at IS NULL AND withdrawn_at IS NULL
        AND client_id = client.id AND instrument = '{PULSE}' AND on_day < :day ORDER BY on_day DESC, id DESC LIMIT 1)
        AS left_open,
    (SELECT on_day FROM assessment WHERE id = {_LAST_CHECK}) AS checked,
    (SELECT on_day {_CHECKS} AND on_day <= :day AND depth = 'full' ORDER BY on_day DESC LIMIT 1) AS in_full,
    (SELECT outcome FROM verdict WHERE assessment_id = {_LAST_CHECK} ORDER BY id DESC LIMIT 1) AS told,
    decision.decided, decision.on_day AS decided_on,
    cadence.every, cadence.anchor_day, cadence.from_day,
    (SELECT max(starts) FROM reset WHERE client_id = client.id AND ended_on IS NULL AND starts <= :day) AS try_began,
    (SELECT max(ended_on) FROM reset WHERE client_id = client.id AND ended_on <= :day) AS try_ended,
    (SELECT max(on_day) FROM incident WHERE client_id = client.id AND mine = 0 AND deleted_at IS NULL
        AND on_day <= :day AND type IN (SELECT value FROM json_each(:stops))) AS stopped,
    postponed.due_day, postponed.act, postponed.until
FROM client
LEFT JOIN decision ON decision.id = (SELECT max(id) FROM decision WHERE client_id = client.id)
LEFT JOIN cadence ON cadence.id = (SELECT max(id) FROM cadence WHERE client_id = client.id)
LEFT JOIN postponed ON postponed.client_id = client.id
    AND postponed.due_day = (SELECT max(due_day) FROM postponed WHERE client_id = client.id)
WHERE client.state = 'active'
"""


class Turn(NamedTuple):
    """What the records say of one client's check-ins, seen from a day.

    ``checked_in`` is the last one before that day, ``here`` the one of that day itself, ``done`` the same where it is
    finished, ``left_open`` one begun earlier and not finished. ``checked`` is the last check of any depth, ``in_full``
    the last full one. ``every`` is what the owner chose, None where nothing.
    """

    client_id: int
    name: str
    created_at: str
    checked_in: date | None
    here: int | None
    done: int | None
    left_open: int | None
    checked: date | None
    in_full: date | None
    standing: str | None
    decided_on: date | None
    every: str | None
    anchor: date | None
    from_day: date | None
    try_began: date | None
    try_ended: date | None
    stopped: date | None
    due_day: date | None
    act: str | None
    until: date | None


class Waiting(NamedTuple):
    """How much else waits on a day: checks to finish, decisions to look at again, steps that are due."""

    resume: int
    again: int
    steps: int


class Round(NamedTuple):
    """Everyone's turn, with the days off and the weekday that hold for all."""

    turns: tuple[Turn, ...]
    off: tuple[tuple[date, date], ...]
    weekday: int | None


def everyone(store: Store, on_day: date, stops: Iterable[str] = ()) -> Round:
    """Every active client's turn as seen from a day, in one query; ``stops`` are incidents that are reasons to stop."""
    rows = store.rows(_ROUND, {"day": on_day.isoformat(), "stops": json.dumps(sorted(stops))})
    first = rows[0] if rows else None
    off = json.loads(first["off"]) if first is not None and first["off"] else []
    weekday = json.loads(first["weekday"]) if first is not None and first["weekday"] else None
    spans = tuple((date.fromisoformat(begins), date.fromisoformat(ends)) for begins, ends in off)
    return Round(tuple(_turn(row) for row in rows), spans, weekday)


def waiting(store: Store, on_day: date) -> Waiting:
    """How much waits beside check-ins, of active clients and of oneself, in one query."""
    row = store.one(
        "SELECT (SELECT count(*) FROM assessment LEFT JOIN client ON client.id = client_id WHERE concluded_at IS NULL"
        " AND withdrawn_at IS NULL AND instrument <> :pulse AND (client.id IS NULL OR client.state = 'active'))"
        " AS resume,"
        " (SELECT count(*) FROM decision JOIN client ON client.id = client_id WHERE client.state = 'active'"
        " AND look_again_on <= :day AND decision.id IN (SELECT max(id) FROM decision GROUP BY client_id)) AS again,"
        " (SELECT count(*) FROM step JOIN plan ON plan.id = plan_id LEFT JOIN client ON client.id = plan.client_id"
        " WHERE done_on IS NULL AND due_on <= :day AND (client.id IS NULL OR client.state = 'active')) AS steps",
        {"day": on_day.isoformat(), "pulse": PULSE},
    )
    assert row is not None
    return Waiting(row["resume"], row["again"], row["steps"])


def _turn(row: sqlite3.Row) -> Turn:
    return Turn(
        client_id=row["id"],
        name=row["name"],
        created_at=row["created_at"],
        checked_in=day(row["checked_in"]),
        here=row["here"],
        done=row["done"],
        left_open=row["left_open"],
        checked=day(row["checked"]),
        in_full=day(row["in_full"]),
        standing=row["decided"] or row["told"],
        decided_on=day(row["decided_on"]),
        every=row["every"],
        anchor=day(row["anchor_day"]),
        from_day=day(row["from_day"]),
        try_began=day(row["try_began"]),
        try_ended=day(row["try_ended"]),
        stopped=day(row["stopped"]),
        due_day=day(row["due_day"]),
        act=row["act"],
        until=day(row["until"]),
    )
