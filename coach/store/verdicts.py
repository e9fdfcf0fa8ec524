"""Scores, verdicts and decisions, as rows and as values, kept as the owner was told them. Decides nothing itself."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any, NamedTuple

from coach.engine.value import Value
from coach.store.file.connection import Store
from coach.store.file.moments import day, day_text, moment, moment_text
from coach.store.file.writer import Writer


class StoredVerdict(Value):
    """What the model said about one assessment; ``reasons`` and ``context`` are JSON values, ``at`` is in UTC."""

    id: int
    assessment_id: int
    model: int
    outcome: str
    subtype: str
    reasons: Any
    written_context: str
    second_look_on: date | None
    at: datetime

    @cached_property
    def context(self) -> Any:
        """What else was known then; read when asked for, since a list of clients never asks."""
        return json.loads(self.written_context)


class Decision(Value):
    """What the owner decided about a client, on which local day, and when to look at it again."""

    id: int
    client_id: int
    verdict_id: int | None
    decided: str
    because: str
    look_again_on: date | None
    on_day: date
    at: datetime


class ScorePoint(NamedTuple):
    """One measure at one assessment: a point of a series."""

    on_day: date
    depth: str
    model: int
    instrument_version: int
    value: float
    assessment_id: int


_COUNTS = "assessment.concluded_at IS NOT NULL AND assessment.withdrawn_at IS NULL"

CLIENT_CHECK = "client-check"
"""The instrument whose verdicts are recommendations about a client; one before signing is kept beside them."""

_NEWEST_FIRST = "assessment.on_day DESC, assessment.id DESC, verdict.id DESC"


def keep_verdict(
    writer: Writer,
    assessment_id: int,
    model: int,
    outcome: str,
    subtype: str,
    reasons: Any,
    context: Any,
    second_look_on: date | None,
    at: datetime,
) -> int:
    """Keep a verdict as it was told; its id. ``reasons`` and ``context`` are anything JSON can hold."""
    return writer.insert(
        "verdict",
        {
            "assessment_id": assessment_id,
            "model": model,
            "outcome": outcome,
            "subtype": subtype,
            "reasons": json.dumps(reasons, ensure_ascii=False, allow_nan=False),
            "context": json.dumps(context, ensure_ascii=False, allow_nan=False),
            "second_look_on": day_text(second_look_on),
            "at": moment_text(at),
        },
    )


def keep_scores(writer: Writer, assessment_id: int, model: int, scores: Mapping[str, float]) -> None:
    """Keep the scores of one assessment by measure; those of the same model and measure are replaced."""
    for measure, value in scores.items():
        writer.put(
            "score",
            ("assessment_id", "model", "measure"),
            {"assessment_id": assessment_id, "model": model, "measure": measure, "value": float(value)},
        )


def latest(store: Store, client_id: int, instrument: str = CLIENT_CHECK) -> StoredVerdict | None:
    """The verdict on a client's newest concluded assessment of an instrument by day, or None."""
    row = store.one(
        f"SELECT verdict.* FROM verdict JOIN assessment ON assessment.id = verdict.assessment_id"
        f" WHERE assessment.client_id = ? AND assessment.instrument = ? AND {_COUNTS} ORDER BY {_NEWEST_FIRST} LIMIT 1",
        [client_id, instrument],
    )
    return None if row is None else _verdict(row)


def for_assessment(store: Store, assessment_id: int) -> StoredVerdict | None:
    """The last verdict on one assessment, or None."""
    row = store.one("SELECT * FROM verdict WHERE assessment_id = ? ORDER BY id DESC LIMIT 1", [assessment_id])
    return None if row is None else _verdict(row)


def of_client(store: Store, client_id: int) -> dict[int, StoredVerdict]:
    """The last verdict on each assessment of a client, by the assessment's id, in one query."""
    rows = store.rows(
        "SELECT verdict.* FROM verdict JOIN assessment ON assessment.id = verdict.assessment_id"
        " WHERE assessment.client_id = ? ORDER BY verdict.id",
        [client_id],
    )
    return {row["assessment_id"]: _verdict(row) for row in rows}


def latest_of_each(store: Store, instrument: str = CLIENT_CHECK) -> dict[int, StoredVerdict]:
    """The same as ``latest`` for every client that has one, by client id, in one query."""
    # One look into the index for each client: the rows themselves are long, and only one of each is wanted.
    newest = (
        "SELECT verdict.id FROM assessment JOIN verdict ON verdict.assessment_id = assessment.id"
        f" WHERE assessment.client_id = client.id AND assessment.instrument = ? AND {_COUNTS}"
        f" ORDER BY {_NEWEST_FIRST} LIMIT 1"
    )
    rows = store.rows(
        f"SELECT verdict.*, client.id AS client_id FROM client JOIN verdict ON verdict.id = ({newest})", [instrument]
    )
    return {row["client_id"]: _verdict(row) for row in rows}


def series(
    store: Store, client_id: int, measure: str, instrument: str = CLIENT_CHECK, newest: int = -1
) -> list[ScorePoint]:
    """One measure of one client over its concluded assessments, oldest day first; of so many newest rows, or of all."""
    # Led by the client's assessments: led by the measure, every client's would be read to find those of one.
    rows = store.rows(
        "SELECT assessment.on_day, assessment.depth, score.model, assessment.version, score.value, assessment.id"
        " FROM assessment CROSS JOIN score ON score.assessment_id = assessment.id"
        f" WHERE assessment.client_id = ? AND assessment.instrument = ? AND score.measure = ? AND {_COUNTS}"
        " ORDER BY assessment.on_day DESC, assessment.id DESC, score.model DESC LIMIT ?",
        [client_id, instrument, measure, newest],
    )
    return [ScorePoint(date.fromisoformat(row[0]), *tuple(row)[1:]) for row in reversed(rows)]


def series_together(
    store: Store, client_id: int, measures: Sequence[str], instrument: str = CLIENT_CHECK
) -> dict[str, list[ScorePoint]]:
    """The same as ``series`` for several measures, by name, in one query: they lie side by side in the file."""
    rows = store.rows(
        "SELECT score.measure, assessment.on_day, assessment.depth, score.model, assessment.version, score.value,"
        " assessment.id FROM assessment CROSS JOIN score ON score.assessment_id = assessment.id"
        " WHERE assessment.client_id = ? AND assessment.instrument = ?"
        f" AND score.measure IN (SELECT value FROM json_each(?)) AND {_COUNTS}"
        " ORDER BY assessment.on_day, assessment.id, score.model",
        [client_id, instrument, json.dumps(list(measures))],
    )
    found: dict[str, list[ScorePoint]] = {measure: [] for measure in measures}
    for measure, on_day, *rest in map(tuple, rows):
        found[measure].append(ScorePoint(date.fromisoformat(on_day), *rest))
    return found


def own_series(store: Store, measure: str) -> list[ScorePoint]:
    """One measure of checks of oneself, oldest day first, in one query."""
    rows = store.rows(
        "SELECT assessment.on_day, assessment.depth, score.model, assessment.version, score.value, assessment.id"
        " FROM score JOIN assessment ON assessment.id = score.assessment_id"
        f" WHERE assessment.client_id IS NULL AND score.measure = ? AND {_COUNTS}"
        " ORDER BY assessment.on_day, assessment.id, score.model",
        [measure],
    )
    return [ScorePoint(date.fromisoformat(row[0]), *tuple(row)[1:]) for row in rows]


def series_of_each(store: Store, measure: str) -> dict[int, list[ScorePoint]]:
    """The same as ``series`` for every client, by client id, in one query."""
    rows = store.rows(
        "SELECT assessment.client_id, assessment.on_day, assessment.depth, score.model, assessment.version,"
        " score.value, assessment.id FROM score JOIN assessment ON assessment.id = score.assessment_id"
        f" WHERE assessment.client_id IS NOT NULL AND score.measure = ? AND {_COUNTS}"
        " ORDER BY assessment.client_id, assessment.on_day, assessment.id, score.model",
        [measure],
    )
    found: dict[int, list[ScorePoint]] = {}
    for client_id, on_day, *rest in map(tuple, rows):
        found.setdefault(client_id, []).append(ScorePoint(date.fromisoformat(on_day), *rest))
    return found


def keep_decision(
    writer: Writer,
    client_id: int,
    verdict_id: int | None,
    decided: str,
    because: str,
    look_again_on: date | None,
    on_day: date,
    at: datetime,
) -> int:
    """Keep what the owner decided; its id. ``decided`` is one of the outcomes, ``on_day`` the local day."""
    return writer.insert(
        "decision",
        {
            "client_id": client_id,
            "verdict_id": verdict_id,
            "decided": decided,
            "because": because,
            "look_again_on": day_text(look_again_on),
            "on_day": day_text(on_day),
            "at": moment_text(at),
        },
    )


def decision(store: Store, client_id: int) -> Decision | None:
    """The decision that stands for a client, or None."""
    found = decisions(store, client_id)
    return found[0] if found else None


def decisions(store: Store, client_id: int) -> list[Decision]:
    """Every decision about a client, the last taken first."""
    rows = store.rows("SELECT * FROM decision WHERE client_id = ? ORDER BY id DESC", [client_id])
    return [_decision(row) for row in rows]


def latest_decisions(store: Store) -> dict[int, Decision]:
    """The decision that stands for every client that has one, by client id, in one query."""
    rows = store.rows("SELECT * FROM decision WHERE id IN (SELECT max(id) FROM decision GROUP BY client_id)")
    return {row["client_id"]: _decision(row) for row in rows}


def _verdict(row: sqlite3.Row) -> StoredVerdict:
    return StoredVerdict(
        id=row["id"],
        assessment_id=row["assessment_id"],
        model=row["model"],
        outcome=row["outcome"],
        subtype=row["subtype"],
        reasons=json.loads(row["reasons"]),
        written_context=row["context"],
        second_look_on=day(row["second_look_on"]),
        at=moment(row["at"]),
    )


def _decision(row: sqlite3.Row) -> Decision:
    return Decision(
        id=row["id"],
        client_id=row["client_id"],
        verdict_id=row["verdict_id"],
        decided=row["decided"],
        because=row["because"],
        look_again_on=day(row["look_again_on"]),
        on_day=date.fromisoformat(row["on_day"]),
        at=moment(row["at"]),
    )
