"""Records of any size for the bench: one real check, multiplied by SQL. Knows the tables, and no screen."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from coach.casebook.book import open_casebook
from coach.clock import fixed_clock
from coach.engine.interview.answer import Answer, AnswerKind, chosen, figure
from coach.engine.interview.instrument import Ask, Card, Depth
from coach.library.library import Library
from tests.shared.checks import KEPT, check

DAY = date(2026, 11, 21)
LONGEST = "Ten Years"
"""The client with ten years of weekly checks, who has a check to go on with, too."""
WEEKS = 520
CHECKS = 12
"""Full checks of every other client, four weeks apart."""


@dataclass(frozen=True)
class Size:
    """How much is recorded: clients, and weekly check-ins of each."""

    name: str
    clients: int
    check_ins: int


DEMO = Size("demo", 6, 52)
LARGE = Size("large", 200, 500)
FEW = Size("few", 1, 10)
"""What the growth of a command is measured from."""


def fill(home: Path, size: Size) -> None:
    """Records of that size, with the day's copy made and a full check begun that asks for no limits on the way."""
    book = open_casebook(home, fixed_clock(datetime(DAY.year, DAY.month, DAY.day, 10, tzinfo=UTC)))
    book.limits.set(*own_limits(book.library))
    told = check(book, LONGEST, {"after_hours": KEPT, "scope_creep": ("2", "aloud", "mostly", "went_on")})
    assert told.assessment.client_id is not None
    with closing(sqlite3.connect(book.places.database, isolation_level=None)) as records:
        records.execute("PRAGMA foreign_keys=ON")
        records.execute("BEGIN")
        _multiply(records, told.assessment.id, size)
        records.execute("COMMIT")
    book.checks.begin(told.assessment.client_id, Depth.FULL)
    book.records.back_up()
    book.records.close()


def own_limits(library: Library) -> tuple[Answer, ...]:
    """Something said about every limit a question may need."""
    found: list[Answer] = []
    for place in library.instrument("limits").order:
        if isinstance(place, Card):
            found += [chosen(row, place.blank) for row in place.rows]
        elif place.ask is Ask.NUMBER:
            found.append(figure(place.id, 40))
        elif place.ask is Ask.CODE:
            found.append(Answer(place.id, AnswerKind.TEXT, text="EUR"))
    return tuple(found)


_SCRIPT = (
    # Who there is, and which checks each has: so many weeks before the first one.
    "CREATE TEMP TABLE number AS WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 1000)"
    " SELECT n FROM up",
    "INSERT INTO client (id, name, state, created_at) SELECT n, printf('Client %03d', n), 'active',"
    " '2016-01-01T09:00:00.000+00:00' FROM number WHERE n BETWEEN 2 AND :clients",
    "CREATE TEMP TABLE planned AS"
    " SELECT 1 AS client, n AS week, 1 AS checked FROM number WHERE n < :weeks"
    " UNION ALL SELECT c.n, w.n * 4 - 4, 1 FROM number c, number w WHERE c.n BETWEEN 2 AND :clients AND w.n <= :checks"
    " UNION ALL SELECT c.n, w.n, 0 FROM number c, number w WHERE c.n <= :clients AND w.n <= :check_ins",
    "CREATE TEMP TABLE made AS SELECT :first + row_number() OVER (ORDER BY week DESC, client) AS id, * FROM planned",
    "INSERT INTO assessment (id, client_id, instrument, version, depth, on_day, since_day, begun_at, concluded_at)"
    " SELECT made.id, client, iif(checked, a.instrument, 'pulse'), a.version, iif(checked, a.depth, 'quick'),"
    " date(a.on_day, (-7 * week) || ' days'), date(a.on_day, (-7 * week - 7) || ' days'),"
    " date(a.on_day, (-7 * week) || ' days') || 'T09:00:00.000+00:00',"
    " date(a.on_day, (-7 * week) || ' days') || 'T09:05:00.000+00:00' FROM made, assessment a WHERE a.id = :model",
    "INSERT INTO answer (assessment_id, item, kind, option, low, high, text, at)"
    " SELECT made.id, b.item, b.kind, b.option, b.low, b.high, b.text, b.at"
    " FROM made JOIN answer b ON b.assessment_id = :model WHERE checked AND (client > 1 OR week < 20)",
    "CREATE TEMP TABLE asked AS SELECT 1 AS n, 'pulse.out_of_hours' AS item, '' AS option UNION ALL"
    " SELECT 2, 'pulse.unpaid', '' UNION ALL SELECT 3, 'pulse.dread', 'wary' UNION ALL SELECT 4, 'pulse.kept', 'each'",
    "INSERT INTO answer (assessment_id, item, kind, option, low, high, at)"
    " SELECT made.id, item, iif(option = '', 'number', 'option'), option, iif(option = '', made.id % 5, NULL),"
    " iif(option = '', made.id % 5, NULL), '2026-01-01T09:00:00Z' FROM made, asked WHERE NOT checked",
    "INSERT INTO verdict (assessment_id, model, outcome, subtype, reasons, context, second_look_on, at)"
    " SELECT made.id, v.model, v.outcome, v.subtype, v.reasons, v.context, NULL, v.at"
    " FROM made, verdict v WHERE v.assessment_id = :model AND checked",
    "INSERT INTO score (assessment_id, model, measure, value)"
    " SELECT made.id, s.model, s.measure, s.value + (made.id * 13 + week * 7) % 17"
    " FROM made, score s WHERE s.assessment_id = :model AND checked",
    "INSERT INTO score (assessment_id, model, measure, value)"
    " SELECT made.id, 1, item, (made.id * 7 + n) % 5 FROM made, asked WHERE NOT checked",
    "INSERT INTO decision (client_id, verdict_id, decided, because, on_day, at)"
    " SELECT client, v.id, 'set_boundaries', 'As it was said.', a.on_day, v.at FROM made"
    " JOIN verdict v ON v.assessment_id = made.id JOIN assessment a ON a.id = made.id WHERE checked AND client % 3 = 0",
    "DROP TABLE asked", "DROP TABLE number", "DROP TABLE planned", "DROP TABLE made",
)  # fmt: skip


def _multiply(records: sqlite3.Connection, model: int, size: Size) -> None:
    first = records.execute("SELECT max(id) FROM assessment").fetchone()[0]
    known = {
        "clients": size.clients, "check_ins": size.check_ins, "weeks": WEEKS, "checks": CHECKS,
        "model": model, "first": first,
    }  # fmt: skip
    for statement in _SCRIPT:
        records.execute(statement, known)
