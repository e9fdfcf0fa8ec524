"""The schema of each release, kept as it was, and the way from one to the next."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coach.engine.answer import chosen
from coach.folders import Places
from coach.store import Kind, StoreFault, assessments, clients, connect, export, migrations, verdicts
from coach.store.tables import KEYS
from tests.store.records import AT, enter

if TYPE_CHECKING:
    from sqlite_utils import Database

FIXTURE = Path(__file__).with_name("fixtures") / "schema-1.sql"


@pytest.fixture
def released(there: Places) -> Path:
    connection = sqlite3.connect(there.database)
    connection.executescript(FIXTURE.read_text(encoding="utf-8"))
    connection.close()
    return there.database


def shape(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    return [
        tuple(row)
        for row in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
        )
    ]


def test_the_first_migration_still_makes_the_schema_of_release_1(released: Path, tmp_path: Path) -> None:
    fresh = sqlite3.connect(tmp_path / "fresh.db", isolation_level=None)
    migrations.bring_up(fresh, tmp_path / "fresh.db", tmp_path, migrations.MIGRATIONS[:1])
    kept = sqlite3.connect(released)
    assert shape(fresh) == shape(kept)
    for connection in (fresh, kept):
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 1
        assert connection.execute("PRAGMA application_id").fetchone()[0] == migrations.MARK
        connection.close()


def test_a_file_of_release_1_opens_with_the_same_values(released: Path) -> None:
    store = connect(released, create=False)
    (acme,) = clients.everyone(store)
    assert (acme.name, acme.alias, acme.created_at) == ("Acme Ltd", "the big one", AT)
    newest = assessments.of_client(store, acme.id)[0]
    assert assessments.answers(store, newest.id)["shouted"] == chosen("shouted", "once", "on the phone")
    assert [point.value for point in verdicts.series(store, acme.id, "theirs")] == [4.0, 6.5]
    decision = verdicts.decision(store, acme.id)
    assert decision is not None and decision.because == "the new lead"
    seen = [(row["noun"], row["on_day"], row["detail"]) for row in store.rows("SELECT * FROM event ORDER BY on_day")]
    assert seen == [
        ("assessment", "2025-03-01", "client-check"),
        ("assessment", "2025-05-01", "client-check"),
        ("decision", "2025-05-14", "keep"),
    ]
    store.close()


def test_every_table_is_strict_has_its_key_and_goes_with_its_client(there: Places) -> None:
    store = connect(there.database, create=True)
    found = {row["name"]: row for row in store.rows("PRAGMA table_list") if row["type"] == "table"}
    tables = {name for name in found if not name.startswith(("sqlite_", "_sqlite_"))}
    assert tables == {*KEYS, "change"}
    assert all(found[name]["strict"] for name in tables)
    for table, key in KEYS.items():
        columns = store.rows(f"PRAGMA table_info({table})")
        assert tuple(row["name"] for row in sorted(columns, key=lambda row: row["pk"]) if row["pk"]) == key
        references = {row["from"]: row for row in store.rows(f"PRAGMA foreign_key_list({table})")}
        if "client_id" in {row["name"] for row in columns}:
            assert references["client_id"]["on_delete"] == "CASCADE"
    store.close()


def test_an_export_holds_every_table_in_the_order_of_its_key(there: Places) -> None:
    store = connect(there.database, create=True)
    enter(store)
    statements: list[str] = []
    store._connection.set_trace_callback(statements.append)
    found = export.everything(store)
    assert (statements[0], statements[-1], len(statements)) == ("BEGIN", "ROLLBACK", len(KEYS) + 2)
    assert list(found["tables"]) == list(KEYS)
    assert (found["format"], found["version"]) == ("coach-records", migrations.LATEST)
    assert [row["id"] for row in found["tables"]["answer"]] == list(range(1, 9))
    assert found["tables"]["setting"] == [{"key": "theme", "value": '{"name": "dark"}'}]
    store.close()


def rebuild(database: "Database") -> None:
    """A migration of the hard kind: the parent of everything is dropped and made again."""
    database.execute("CREATE TABLE client_2 (id INTEGER PRIMARY KEY, name TEXT NOT NULL, since TEXT) STRICT")
    database.execute("INSERT INTO client_2 SELECT id, name, created_at FROM client")
    database.execute("DROP VIEW event")
    database.execute("DROP TABLE client")
    database.execute("ALTER TABLE client_2 RENAME TO client")


def fail(database: "Database") -> None:
    rebuild(database)
    raise ZeroDivisionError


def orphan(database: "Database") -> None:
    database.execute("DELETE FROM client")


def test_a_migration_that_rebuilds_a_parent_keeps_the_children_and_leaves_a_copy(released: Path, there: Places) -> None:
    connection = sqlite3.connect(released, isolation_level=None)
    connection.execute("PRAGMA foreign_keys=ON")
    answers = connection.execute("SELECT count(*) FROM answer").fetchone()[0]
    later = (*migrations.MIGRATIONS, ("release_2", rebuild))
    migrations.bring_up(connection, released, there.backups, later)
    assert connection.execute("SELECT count(*) FROM answer").fetchone()[0] == answers > 0
    assert connection.execute("PRAGMA user_version").fetchone()[0] == 2
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    (copy,) = there.backups.iterdir()
    assert copy.name == "before-migration-1-to-2.db"
    migrations.bring_up(connection, released, there.backups, later)
    assert list(there.backups.iterdir()) == [copy]
    connection.close()
    kept = connect(copy, create=False)
    assert [client.name for client in clients.everyone(kept)] == ["Acme Ltd"]
    kept.close()
    with pytest.raises(StoreFault) as caught:
        connect(released, create=False)
    assert caught.value.kind is Kind.NEWER


@pytest.mark.parametrize(("step", "fault"), [(fail, ZeroDivisionError), (orphan, StoreFault)])
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    released: Path, there: Places, step: Callable[["Database"], None], fault: type[Exception]
) -> None:
    connection = sqlite3.connect(released, isolation_level=None)
    connection.execute("PRAGMA foreign_keys=ON")
    before = list(connection.iterdump())
    for _ in range(2):
        with pytest.raises(fault):
            migrations.bring_up(connection, released, there.backups, (*migrations.MIGRATIONS, ("release_2", step)))
    assert list(connection.iterdump()) == before
    assert connection.execute("PRAGMA user_version").fetchone()[0] == 1
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert sorted(path.name for path in there.backups.iterdir()) == [
        "before-migration-1-to-2-2.db",
        "before-migration-1-to-2.db",
    ]
    connection.close()
