"""The schema of each release, kept as it was, and the way from one to the next."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coach.engine.interview.answer import chosen
from coach.folders import Places
from coach.store import FaultKind, StoreFault, assessments, clients, connect, verdicts
from coach.store.file import export, migrations
from coach.store.file.tables import KEYS
from tests.store.records import AT, enter

if TYPE_CHECKING:
    from sqlite_utils import Database

FIXTURES = Path(__file__).with_name("fixtures")


def laid(there: Places, release: int) -> Path:
    """The records as that release left them."""
    connection = sqlite3.connect(there.database)
    connection.executescript((FIXTURES / f"schema-{release}.sql").read_text(encoding="utf-8"))
    connection.close()
    return there.database


@pytest.fixture
def released(there: Places) -> Path:
    return laid(there, 1)


def shape(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    return [
        tuple(row)
        for row in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
        )
    ]


def test_every_release_has_its_fixture() -> None:
    releases = range(1, migrations.LATEST + 1)
    assert {path.name for path in FIXTURES.iterdir()} == {f"schema-{release}.sql" for release in releases}


@pytest.mark.parametrize("release", range(1, migrations.LATEST + 1))
def test_the_migrations_still_make_the_schema_of_each_release(there: Places, tmp_path: Path, release: int) -> None:
    fresh = sqlite3.connect(tmp_path / "fresh.db", isolation_level=None)
    migrations.bring_up(fresh, tmp_path / "fresh.db", tmp_path, migrations.MIGRATIONS[:release])
    kept = sqlite3.connect(laid(there, release))
    assert shape(fresh) == shape(kept)
    for connection in (fresh, kept):
        assert connection.execute("PRAGMA user_version").fetchone()[0] == release
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


def test_ids_once_given_are_not_given_again_after_a_table_was_made_anew(released: Path) -> None:
    connection = sqlite3.connect(released)
    connection.execute("UPDATE sqlite_sequence SET seq = 40 WHERE name = 'client'")
    connection.commit()
    connection.close()
    store = connect(released, create=False)
    with store.write("add_client", AT, None) as writer:
        assert clients.add(writer, "Fjord AS", AT) == 41
    store.close()


def test_a_file_of_release_2_opens_with_the_same_values(there: Places) -> None:
    store = connect(laid(there, 2), create=False)
    seen = {(row["noun"], row["on_day"], row["detail"]) for row in store.rows("SELECT * FROM event")}
    assert seen >= {
        ("term", "2025-05-02", "office_hours"),
        ("rung", "2025-05-03", "office_hours:told"),
        ("letter", "2025-05-04", "welcome_pack"),
        ("incident", "2025-05-06", "after_hours_contact"),
        ("reset_end", "2025-06-02", "partly"),
        ("step", "2025-05-02", "office_hours.decide"),
    }
    assert [client.name for client in clients.everyone(store)] == ["Acme Ltd"]
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
    later = (*migrations.MIGRATIONS, ("release_after", rebuild))
    migrations.bring_up(connection, released, there.backups, later)
    assert connection.execute("SELECT count(*) FROM answer").fetchone()[0] == answers > 0
    assert connection.execute("PRAGMA user_version").fetchone()[0] == len(later)
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    (copy,) = there.backups.iterdir()
    assert copy.name == f"before-migration-1-to-{len(later)}.db"
    migrations.bring_up(connection, released, there.backups, later)
    assert list(there.backups.iterdir()) == [copy]
    connection.close()
    kept = connect(copy, create=False)
    assert [client.name for client in clients.everyone(kept)] == ["Acme Ltd"]
    kept.close()
    with pytest.raises(StoreFault) as caught:
        connect(released, create=False)
    assert caught.value.kind is FaultKind.NEWER


@pytest.mark.parametrize(("step", "fault"), [(fail, ZeroDivisionError), (orphan, StoreFault)])
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    released: Path, there: Places, step: Callable[["Database"], None], fault: type[Exception]
) -> None:
    connection = sqlite3.connect(released, isolation_level=None)
    connection.execute("PRAGMA foreign_keys=ON")
    before = list(connection.iterdump())
    for _ in range(2):
        with pytest.raises(fault):
            migrations.bring_up(connection, released, there.backups, (*migrations.MIGRATIONS, ("release_after", step)))
    assert list(connection.iterdump()) == before
    assert connection.execute("PRAGMA user_version").fetchone()[0] == 1
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert sorted(path.name for path in there.backups.iterdir()) == [
        f"before-migration-1-to-{migrations.LATEST + 1}-2.db",
        f"before-migration-1-to-{migrations.LATEST + 1}.db",
    ]
    connection.close()
