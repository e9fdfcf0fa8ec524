"""Several terminals at one file, and terminals that are killed."""

import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from coach.folders import Places
from coach.store import connect, settings
from coach.store.file.migrations import LATEST
from tests.shared.waits import LONGEST

PROGRAM = Path(__file__).with_name("other_process.py")
ROOT = PROGRAM.parents[2]


def start(act: str, path: Path, *rest: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, PROGRAM, act, path, *rest],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def kill_after(process: subprocess.Popen[str], seconds: float) -> None:
    """Kill a process in the middle of its work; it must not have ended by itself."""
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=seconds)
    process.kill()


@pytest.mark.parametrize("number", range(4))
def test_three_terminals_may_start_at_once_on_a_new_file(there: Places, number: int) -> None:
    started = [start("count", there.database, "1") for _ in range(3)]
    said = [process.communicate(timeout=LONGEST)[1] for process in started]
    assert [process.returncode for process in started] == [0, 0, 0], said
    store = connect(there.database, create=False)
    assert settings.get(store, "count", 0) == 3
    assert len(store.rows("SELECT * FROM _sqlite_migrations")) == LATEST
    store.close()


def test_eight_terminals_lose_no_work(there: Places) -> None:
    started = [start("count", there.database, "50") for _ in range(8)]
    said = [process.communicate(timeout=2 * LONGEST)[1] for process in started]
    assert [process.returncode for process in started] == [0] * 8, said
    store = connect(there.database, create=False)
    assert settings.get(store, "count", 0) == 400
    assert len(store.rows("SELECT * FROM change")) == 400
    store.close()


def test_what_was_acknowledged_survives_a_kill(there: Places) -> None:
    instants = random.Random(20250514)
    acknowledged = -1
    for _ in range(20):
        process = start("acknowledge", there.database)
        assert process.stdout is not None and process.stderr is not None
        first = process.stdout.readline()
        assert first, process.stderr.read()
        kill_after(process, instants.uniform(0, 0.05))
        acknowledged = max(map(int, [first, *process.communicate(timeout=LONGEST)[0].splitlines()]))
        store = connect(there.database, create=False)
        last = settings.get(store, "last", -1)
        kept = store.rows("SELECT key FROM setting WHERE key LIKE 'row %'")
        assert last >= acknowledged
        assert {row["key"] for row in kept} == {f"row {number}" for number in range(last + 1)}
        assert store.rows("PRAGMA integrity_check")[0][0] == "ok"
        store.close()
    assert acknowledged >= 20


def test_a_killed_copy_leaves_nothing_partial_under_a_final_name(there: Places) -> None:
    start("count", there.database, "200").communicate(timeout=LONGEST)
    instants = random.Random(14)
    finished = 0
    for _ in range(8):
        process = start("back_up", there.database)
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
        kill_after(process, instants.uniform(0, 0.04))
        process.communicate(timeout=LONGEST)
        for path in there.backups.glob("coach-*.db"):
            found = sqlite3.connect(path)
            assert found.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            assert found.execute("SELECT value FROM setting WHERE key = 'count'").fetchone()[0] == "200"
            found.close()
            path.unlink()
            finished += 1
    assert finished > 0
