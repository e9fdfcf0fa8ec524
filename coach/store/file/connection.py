"""How the one file is opened, read and locked. Knows pragmas, transactions and other terminals, no table by name."""

import os
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coach.store.file.errors import FaultKind, StoreFault, translate
from coach.store.file.migrations import bring_up, examine
from coach.store.file.reserve import give_up
from coach.store.file.transaction import WAIT_MS, immediate, patiently
from coach.store.file.writer import Row, Writer, note_row

if TYPE_CHECKING:
    from sqlite_utils import Database

Params = Sequence[object] | Mapping[str, object]

_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA secure_delete=ON",
    f"PRAGMA busy_timeout={WAIT_MS}",
    "PRAGMA journal_mode=TRUNCATE",
)

_MISUSE = (sqlite3.ProgrammingError, sqlite3.InterfaceError)


def connect(path: Path, *, create: bool, backups: Path | None = None, reserve: Path | None = None) -> "Store":
    """The records at ``path``, at the schema of this release.

    With ``create`` a missing or empty file becomes a new one, readable by its owner alone from the first instant.
    ``backups`` is where a copy goes before an older file is migrated (beside the file where not given), ``reserve`` the
    space to give up when the disk is full. Raises StoreFault: ``missing`` where there is nothing and ``create`` is
    false, ``newer`` for the file of a later release, which is left untouched, and the others as they occur.
    """
    path = path.absolute()
    try:
        if create:
            _make(path)
        if not path.stat().st_size and not create:
            raise StoreFault(FaultKind.MISSING, path)
        patiently(lambda: examine(path))
        connection = patiently(lambda: _open(path))
        try:
            bring_up(connection, path, backups or path.parent)
            return Store(connection, path, reserve)
        except BaseException:
            connection.close()
            raise
    except _MISUSE:
        raise
    except (sqlite3.Error, OSError) as error:
        raise translate(error, path) from error


class Store:
    """An open file of records: reads are whole lists, writes are whole transactions.

    It may be used from several threads; one at a time gets in. Every method raises StoreFault where the file fails.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, reserve: Path | None = None) -> None:
        self.path = path
        self._connection = connection
        self._reserve = reserve
        self._lock = threading.RLock()
        self._seen = self._data_version()
        self._file = _identity(path)
        self._database: Database | None = None

    def rows(self, sql: str, params: Params = ()) -> list[sqlite3.Row]:
        """Every row of a query, fetched before this returns, so that no lock outlives it."""
        with self._lock, self._translated():
            return patiently(lambda: self._connection.execute(sql, params).fetchall())

    def one(self, sql: str, params: Params = ()) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        found = self.rows(sql, params)
        return found[0] if found else None

    @contextmanager
    def write(self, verb: str, at: datetime, client_id: int | None) -> Iterator[Writer]:
        """One transaction for one verb: all of it is kept when the block ends, none of it when it raises.

        What was there before is kept beside it, as one change that can be undone. Reads inside the block see what it
        has written so far. Raises RuntimeError where a write is already under way in the same thread.
        """
        with self.transaction() as connection:
            if self._database is None:
                from sqlite_utils import Database

                self._database = Database(connection, strict=True, execute_plugins=False, recursive_triggers=False)
            writer = Writer(self._database, client_id)
            yield writer
            writer.keep_change(verb, at)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction that leaves no change to undo: for undo, upkeep and drafts. Raises as ``write`` does."""
        with self._lock:
            if self._connection.in_transaction:
                raise RuntimeError("a transaction is already under way")
            try:
                with self._translated():
                    self._check_place()
                    with immediate(self._connection):
                        yield self._connection
            except StoreFault as fault:
                if fault.kind is FaultKind.FULL and self._reserve is not None:
                    give_up(self._reserve)
                raise

    def note(self, verb: str, at: datetime, client_id: int, table: str, row: Row) -> int:
        """One new row and its change, as ``write`` keeps them, without what is slow to load; the row's id.

        For a command that writes a single row and ends. Raises as ``write`` does.
        """
        with self.transaction() as connection:
            return note_row(connection, verb, at, client_id, table, row)

    def make_ready(self) -> None:
        """Load what the first write takes; from any thread."""
        import sqlite_utils  # noqa: F401

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Reads inside the block all see the same moment. Another terminal's write waits, so keep it short."""
        with self._lock, self._translated():
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("ROLLBACK")

    def changed_elsewhere(self) -> bool:
        """True once after each time another connection has written; never waits, and a busy file counts as unchanged.

        Raises StoreFault ``moved`` where another file, or none, now lies at the path.
        """
        self._check_place()
        if not self._lock.acquire(blocking=False):
            return False
        try:
            with self._translated():
                self._connection.execute("PRAGMA busy_timeout=0")
                try:
                    now = self._data_version()
                finally:
                    self._connection.execute(f"PRAGMA busy_timeout={WAIT_MS}")
        except StoreFault as fault:
            if fault.kind is FaultKind.BUSY:
                return False
            raise
        finally:
            self._lock.release()
        changed, self._seen = now != self._seen, now
        return changed

    def close(self) -> None:
        """Let the file go; closing twice does nothing."""
        with self._lock:
            self._database = None
            self._connection.close()

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _check_place(self) -> None:
        try:
            same = _identity(self.path) == self._file
        except OSError:
            same = False
        if not same:
            raise StoreFault(FaultKind.MOVED, self.path)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except _MISUSE:
            raise
        except (sqlite3.Error, UnicodeEncodeError) as error:
            # A text that cannot be encoded travels inside its error: it must not go on from here.
            raise translate(error, self.path) from (error if isinstance(error, sqlite3.Error) else None)


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _make(path: Path) -> None:
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    try:
        os.fchmod(handle, 0o600)
    finally:
        os.close(handle)


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode=rw", uri=True, timeout=WAIT_MS / 1000, isolation_level=None, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection
