"""How an older file becomes one of this release. Knows versions and the ledger; the shapes are in ``schema``."""

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coach.store.file.copy import copy
from coach.store.file.errors import FaultKind, StoreFault
from coach.store.file.schema import RELEASE_1
from coach.store.file.schema_2 import RELEASE_2
from coach.store.file.schema_3 import RELEASE_3
from coach.store.file.transaction import WAIT_MS, immediate, patiently

if TYPE_CHECKING:
    from sqlite_utils import Database

MARK = 0x436F6163
"""The application id in the file's header: "Coac"."""

Migration = tuple[str, Callable[["Database"], None]]


def _run(statements: Sequence[str], database: "Database") -> None:
    for statement in statements:
        database.execute(statement)


MIGRATIONS: tuple[Migration, ...] = (
    ("release_1", partial(_run, RELEASE_1)),
    ("release_2", partial(_run, RELEASE_2)),
    ("release_3", partial(_run, RELEASE_3)),
)
"""Every migration there has been, in order; a file's version is the number of those it has seen."""

LATEST = len(MIGRATIONS)


def examine(path: Path, latest: int = LATEST) -> None:
    """Look at a file without writing to it.

    Raises StoreFault ``newer`` for a later release's file, ``other`` for a database that is not the coach's, and
    sqlite3.Error where it cannot be read.
    """
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=WAIT_MS / 1000, isolation_level=None)
    try:
        _check(connection, path, latest)
    except sqlite3.OperationalError as error:
        # A crashed write is waiting to be rolled back, which takes a connection that may write; it asks again.
        if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
    finally:
        connection.close()


def bring_up(
    connection: sqlite3.Connection, path: Path, backups: Path, migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Apply what the file has not seen yet, all of it or nothing, after a verified copy of what there is.

    The version and the ledger are read again once the lock is held, so any number of terminals may start at once.
    Raises StoreFault, sqlite3.Error and OSError.
    """
    latest = len(migrations)
    if patiently(lambda: _check(connection, path, latest)) == latest:
        return
    # Rebuilding a table would otherwise take its children along; it can only be switched outside a transaction.
    connection.execute("PRAGMA foreign_keys=OFF")
    try:
        with immediate(connection):
            version = _check(connection, path, latest)
            if version < latest:
                if version:
                    copy(path, _apart(backups, version, latest))
                _apply(connection, path, migrations)
    finally:
        connection.execute("PRAGMA foreign_keys=ON")


def _apply(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    from sqlite_utils import Database, Migrations

    ledger = Migrations("coach")
    for name, migration in migrations:
        ledger(name=name)(migration)
    # Inside an open transaction sqlite-utils uses savepoints, so nothing is committed before the caller does.
    ledger.apply(Database(connection, strict=True, execute_plugins=False, recursive_triggers=False))
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        raise StoreFault(FaultKind.DAMAGED, path)
    connection.execute(f"PRAGMA application_id={MARK}")
    connection.execute(f"PRAGMA user_version={len(migrations)}")


def _check(connection: sqlite3.Connection, path: Path, latest: int) -> int:
    """The file's version, 0 for a new one. Raises StoreFault ``newer`` or ``other``."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > latest:
        raise StoreFault(FaultKind.NEWER, path)
    if version or connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
        if mark != MARK or not version:
            raise StoreFault(FaultKind.OTHER, path)
    return version


def _apart(backups: Path, version: int, latest: int) -> Path:
    """A name no earlier copy has: such copies are kept."""
    plain = backups / f"before-migration-{version}-to-{latest}.db"
    return next(
        name
        for number in range(1, 10_000)
        if not (name := plain if number == 1 else plain.with_stem(f"{plain.stem}-{number}")).exists()
    )
