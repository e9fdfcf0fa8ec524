"""Opening, reading, locking and failing: the promises of the one file."""

import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from coach.folders import Places
from coach.store import FaultKind, Store, StoreFault, clients, connect, settings
from coach.store.file import backup, transaction
from coach.store.file.migrations import LATEST, MARK


@pytest.fixture(params=[0o000, 0o022])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def raw(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.usefixtures("umask")
def test_the_file_and_its_journal_are_the_owners_alone(there: Places, at: datetime) -> None:
    store = connect(there.database, create=True)
    with store.write("add_client", at, None) as writer:
        clients.add(writer, "Acme", at)
        during = {path.name: stat.S_IMODE(path.stat().st_mode) for path in there.data.iterdir() if path.is_file()}
    store.close()
    assert during == {"coach.db": 0o600, "coach.db-journal": 0o600}


@pytest.mark.usefixtures("umask")
def test_no_instant_passes_in_which_a_new_file_is_open_to_others(
    there: Places, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("chmod", "fchmod"):
        monkeypatch.setattr(os, name, lambda *_, **__: None)
    store = connect(there.database, create=True)
    copied = backup.daily(store, there, at, date(2025, 5, 14))
    store.close()
    assert copied is not None
    assert {stat.S_IMODE(path.stat().st_mode) for path in (there.database, copied, there.reserve)} == {0o600}


def test_nothing_there_is_missing_and_stays_so(tmp_path: Path) -> None:
    with pytest.raises(StoreFault) as caught:
        connect(tmp_path / "coach.db", create=False)
    assert caught.value.kind is FaultKind.MISSING
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "coach.db"
    path.touch()
    with pytest.raises(StoreFault, match="missing"):
        connect(path, create=False)
    connect(path, create=True).close()
    connect(path, create=False).close()


@pytest.mark.parametrize("journal", ["TRUNCATE", "WAL"])
def test_a_newer_file_is_refused_untouched(there: Places, journal: str) -> None:
    connect(there.database, create=True).close()
    raw(there.database, f"PRAGMA journal_mode={journal}", f"PRAGMA user_version={LATEST + 1}", "CREATE TABLE later (x)")
    before = digest(there.database)
    for create in (True, False):
        with pytest.raises(StoreFault) as caught:
            connect(there.database, create=create)
        assert caught.value.kind is FaultKind.NEWER
    assert digest(there.database) == before
    assert list(there.backups.iterdir()) == []


@pytest.mark.parametrize("version", [0, LATEST])
def test_somebody_elses_database_is_refused_untouched(tmp_path: Path, version: int) -> None:
    path = tmp_path / "coach.db"
    raw(path, "CREATE TABLE theirs (x)", f"PRAGMA user_version={version}")
    before = digest(path)
    with pytest.raises(StoreFault) as caught:
        connect(path, create=True)
    assert caught.value.kind is FaultKind.OTHER
    assert digest(path) == before


def test_a_file_that_is_no_database_is_damaged_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "coach.db"
    path.write_bytes(b"Dear diary, " * 500)
    before = digest(path)
    with pytest.raises(StoreFault) as caught:
        connect(path, create=True)
    assert caught.value.kind is FaultKind.DAMAGED
    assert digest(path) == before


def test_the_pragmas_are_set(store: Store) -> None:
    names = ("foreign_keys", "trusted_schema", "synchronous", "secure_delete", "journal_mode", "busy_timeout")
    found = [store.rows(f"PRAGMA {name}")[0][0] for name in names]
    assert found == [1, 0, 3, 1, "truncate", transaction.WAIT_MS]
    assert store.rows("PRAGMA application_id")[0][0] == MARK


def test_a_failed_block_leaves_nothing(store: Store, at: datetime) -> None:
    with pytest.raises(ZeroDivisionError), store.write("add_client", at, None) as writer:
        clients.add(writer, "Acme", at)
        _ = 1 / 0
    assert clients.everyone(store) == [] and store.rows("SELECT * FROM change") == []


def test_a_write_inside_a_write_is_a_mistake_of_ours(store: Store, at: datetime) -> None:
    with store.write("add_client", at, None) as writer:
        clients.add(writer, "Acme", at)
        with pytest.raises(RuntimeError), store.write("add_client", at, None):
            pass
    assert [client.name for client in clients.everyone(store)] == ["Acme"]


def test_a_value_the_schema_forbids_is_a_fault_without_the_value(store: Store, at: datetime) -> None:
    with pytest.raises(StoreFault) as caught, store.write("amend_client", at, None) as writer:
        id = clients.add(writer, "Confidential", at)
        clients.amend(writer, id, state="secretly gone")
    assert "secretly" not in str(caught.value) and "Confidential" not in str(caught.value)
    assert clients.everyone(store) == []


def test_a_text_that_cannot_be_stored_does_not_travel_in_the_fault(store: Store, at: datetime) -> None:
    with pytest.raises(StoreFault) as caught, store.write("add_client", at, None) as writer:
        clients.add(writer, "Acme \udcff", at)
    assert caught.value.__cause__ is None
    assert clients.everyone(store) == []


def test_another_terminal_is_noticed_once_and_ones_own_writes_are_not(
    there: Places, store: Store, at: datetime
) -> None:
    with store.write("add_client", at, None) as writer:
        clients.add(writer, "Own", at)
    assert not store.changed_elsewhere()
    other = connect(there.database, create=False)
    with other.write("add_client", at, None) as writer:
        clients.add(writer, "Theirs", at)
        assert not store.changed_elsewhere()
    with store.write("add_client", at, None) as writer:
        clients.add(writer, "Own again", at)
    assert store.changed_elsewhere()
    assert not store.changed_elsewhere()
    other.close()


def test_reads_in_a_snapshot_see_one_moment(
    there: Places, store: Store, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = connect(there.database, create=False)
    monkeypatch.setattr(transaction, "TRIES", 2)
    with store.snapshot():
        assert clients.everyone(store) == []
        with pytest.raises(StoreFault, match="busy"), other.write("add_client", at, None) as writer:
            clients.add(writer, "Acme", at)
        assert clients.everyone(store) == []
    with other.write("add_client", at, None) as writer:
        clients.add(writer, "Acme", at)
    assert len(clients.everyone(store)) == 1
    other.close()


def test_a_swapped_file_is_noticed_before_anything_is_written(there: Places, store: Store, at: datetime) -> None:
    swapped = there.data / "from the cloud.db"
    shutil.copy(there.database, swapped)
    before = digest(swapped)
    os.replace(swapped, there.database)
    with pytest.raises(StoreFault) as caught:
        store.changed_elsewhere()
    assert caught.value.kind is FaultKind.MOVED
    with pytest.raises(StoreFault) as caught, store.write("add_client", at, None) as writer:
        clients.add(writer, "Acme", at)
    assert caught.value.kind is FaultKind.MOVED
    assert digest(there.database) == before


def test_a_file_taken_away_while_a_write_is_under_way_is_not_called_saved(store: Store, at: datetime) -> None:
    with pytest.raises(StoreFault) as caught, store.write("add_client", at, None) as writer:
        os.rename(store.path, store.path.with_name("elsewhere.db"))
        clients.add(writer, "Acme", at)
    assert caught.value.kind is FaultKind.MOVED
    os.rename(store.path.with_name("elsewhere.db"), store.path)
    assert clients.everyone(store) == []


def test_a_busy_file_is_said_after_the_wait(there: Places, at: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    store = connect(there.database, create=True)
    monkeypatch.setattr(transaction, "TRIES", 2)
    other = connect(there.database, create=False)
    with other.write("add_client", at, None) as writer:
        clients.add(writer, "Theirs", at)
        with pytest.raises(StoreFault) as caught, store.write("add_client", at, None) as mine:
            clients.add(mine, "Mine", at)
    assert caught.value.kind is FaultKind.BUSY
    assert [client.name for client in clients.everyone(store)] == ["Theirs"]
    store.close()
    other.close()


def test_threads_take_turns(store: Store, at: datetime) -> None:
    def work() -> None:
        for _ in range(20):
            with store.write("count", at, None) as writer:
                settings.put(writer, "count", settings.get(store, "count", 0) + 1)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert settings.get(store, "count", 0) == 80


def test_reading_takes_no_sqlite_utils(there: Places) -> None:
    connect(there.database, create=True).close()
    program = (
        "import sys; from pathlib import Path; from coach.store import connect, clients, verdicts;"
        "s = connect(Path(sys.argv[1]), create=False); clients.everyone(s); verdicts.latest_of_each(s);"
        "print(sorted({'sqlite_utils', 'pendulum', 'textual', 'questionary'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program, there.database], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = shutil.which("mount") and os.geteuid() == 0
    if not mounted or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", folder], check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk_keeps_what_was_saved_and_leaves_room_to_finish(small_disk: Path, at: datetime) -> None:
    from coach.store.file import reserve

    held = small_disk / "reserve.bin"
    assert reserve.hold(held)
    store = connect(small_disk / "coach.db", create=True, reserve=held)
    saved = 0
    with pytest.raises(StoreFault) as caught:
        while saved < 2000:
            with store.write("count", at, None) as writer:
                settings.put(writer, f"row {saved}", "x" * 9000)
            saved += 1
    assert caught.value.kind is FaultKind.FULL and saved > 20
    assert not held.exists()
    assert len(store.rows("SELECT * FROM setting")) == saved
    with store.write("count", at, None) as writer:
        settings.put(writer, "the last words", "typed before the disk was full")
    assert settings.get(store, "the last words", None) == "typed before the disk was full"
    assert store.rows("PRAGMA integrity_check")[0][0] == "ok"
    store.close()


def test_a_read_only_disk_can_be_read(small_disk: Path, at: datetime) -> None:
    store = connect(small_disk / "coach.db", create=True)
    with store.write("add_client", at, None) as writer:
        clients.add(writer, "Acme", at)
    store.close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    store = connect(small_disk / "coach.db", create=False)
    assert [client.name for client in clients.everyone(store)] == ["Acme"]
    with pytest.raises(StoreFault) as caught, store.write("add_client", at, None) as writer:
        clients.add(writer, "Other", at)
    assert caught.value.kind in (FaultKind.READONLY, FaultKind.DENIED)
    store.close()
    with pytest.raises(StoreFault) as caught:
        connect(small_disk / "new.db", create=True)
    assert caught.value.kind is FaultKind.READONLY
