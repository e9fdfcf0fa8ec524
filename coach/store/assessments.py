"""Assessments, their answers and half-typed words, as rows and as values. Knows no instrument and no verdict."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date, datetime

from coach.engine.interview.answer import Answer, AnswerKind
from coach.engine.value import Value
from coach.store.file.connection import Store
from coach.store.file.moments import day, day_text, moment, moment_text
from coach.store.file.writer import Writer


class Assessment(Value):
    """One run of an instrument; ``client_id`` is None where it is about the owner.

    ``on_day`` is the day it speaks of, ``since_day`` the first day of its window; the moments are in UTC, and
    ``concluded_at`` is None while it is open.
    """

    id: int
    client_id: int | None
    instrument: str
    version: int
    depth: str
    on_day: date
    since_day: date | None
    begun_at: datetime
    concluded_at: datetime | None


def begin(
    writer: Writer,
    client_id: int | None,
    instrument: str,
    version: int,
    depth: str,
    on_day: date,
    since_day: date | None,
    at: datetime,
) -> int:
    """Open an assessment; its id. ``depth`` is ``quick`` or ``full``."""
    return writer.insert(
        "assessment",
        {
            "client_id": client_id,
            "instrument": instrument,
            "version": version,
            "depth": depth,
            "on_day": day_text(on_day),
            "since_day": day_text(since_day),
            "begun_at": moment_text(at),
        },
    )


def record(writer: Writer, assessment_id: int, answers: Iterable[Answer], at: datetime) -> None:
    """Add answers; a changed mind is a later row, and the last one counts."""
    for answer in answers:
        writer.insert(
            "answer",
            {
                "assessment_id": assessment_id,
                "item": answer.item,
                "kind": answer.kind.value,
                "option": answer.option,
                "low": answer.low,
                "high": answer.high,
                "text": answer.text,
                "at": moment_text(at),
            },
        )


def answers(store: Store, assessment_id: int) -> dict[str, Answer]:
    """The answer that stands for each item, in the order in which they came to stand."""
    rows = store.rows(
        "SELECT item, kind, option, low, high, text FROM answer"
        " WHERE id IN (SELECT max(id) FROM answer WHERE assessment_id = ? GROUP BY item) ORDER BY id",
        [assessment_id],
    )
    return {
        row["item"]: Answer(row["item"], AnswerKind(row["kind"]), row["option"], row["low"], row["high"], row["text"])
        for row in rows
    }


def conclude(writer: Writer, id: int, at: datetime) -> None:
    """Close an assessment. Raises LookupError for an unknown one, as the next two do."""
    writer.update("assessment", id, {"concluded_at": moment_text(at)})


def withdraw(writer: Writer, id: int, at: datetime) -> None:
    """Set an assessment aside: it stays in the file and counts nowhere."""
    writer.update("assessment", id, {"withdrawn_at": moment_text(at)})


def deepen(writer: Writer, id: int, depth: str) -> None:
    """Go on with an assessment at another depth, open again; its answers stay."""
    writer.update("assessment", id, {"depth": depth, "concluded_at": None})


def get(store: Store, id: int) -> Assessment | None:
    """One assessment that was not withdrawn, or None."""
    row = store.one("SELECT * FROM assessment WHERE id = ? AND withdrawn_at IS NULL", [id])
    return None if row is None else _assessment(row)


def many(store: Store, ids: Iterable[int]) -> dict[int, Assessment]:
    """Several assessments that were not withdrawn, by id, in one query."""
    wanted = json.dumps(sorted(set(ids)))
    rows = store.rows(
        "SELECT * FROM assessment WHERE withdrawn_at IS NULL AND id IN (SELECT value FROM json_each(?))", [wanted]
    )
    return {row["id"]: _assessment(row) for row in rows}


def open_ones(store: Store, client_id: int | None = None) -> list[Assessment]:
    """The assessments begun and not concluded, the latest begun first: of one client, or of everyone and oneself."""
    rows = store.rows(
        "SELECT * FROM assessment WHERE concluded_at IS NULL AND withdrawn_at IS NULL"
        " AND (:client IS NULL OR client_id = :client) ORDER BY begun_at DESC, id DESC",
        {"client": client_id},
    )
    return [_assessment(row) for row in rows]


def of_client(store: Store, client_id: int | None, instrument: str | None = None) -> list[Assessment]:
    """The concluded assessments of one client, or of oneself where None; newest day first, of one instrument or all."""
    rows = store.rows(
        "SELECT * FROM assessment WHERE concluded_at IS NOT NULL AND withdrawn_at IS NULL"
        " AND client_id IS :client AND (:instrument IS NULL OR instrument = :instrument)"
        " ORDER BY on_day DESC, id DESC",
        {"client": client_id, "instrument": instrument},
    )
    return [_assessment(row) for row in rows]


def set_draft(writer: Writer, assessment_id: int, item: str, text: str, at: datetime) -> None:
    """Keep the half-typed words of one item; the empty text drops them. Not a change that undo would take back."""
    if text:
        writer.put(
            "draft",
            ("assessment_id", "item"),
            {"assessment_id": assessment_id, "item": item, "text": text, "at": moment_text(at)},
        )
    else:
        writer.remove("draft", {"assessment_id": assessment_id, "item": item})


def draft(store: Store, assessment_id: int, item: str) -> str:
    """The half-typed words of one item, or the empty text."""
    row = store.one("SELECT text FROM draft WHERE assessment_id = ? AND item = ?", [assessment_id, item])
    return "" if row is None else str(row["text"])


def _assessment(row: sqlite3.Row) -> Assessment:
    on_day = date.fromisoformat(row["on_day"])
    concluded = row["concluded_at"]
    return Assessment(
        id=row["id"],
        client_id=row["client_id"],
        instrument=row["instrument"],
        version=row["version"],
        depth=row["depth"],
        on_day=on_day,
        since_day=day(row["since_day"]),
        begun_at=moment(row["begun_at"]),
        concluded_at=None if concluded is None else moment(concluded),
    )
