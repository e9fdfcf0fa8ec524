"""How a whole, proven copy of the file is made. Knows nothing of when, or of how many are kept."""

import os
import sqlite3
from pathlib import Path

from coach.store.file.errors import FaultKind, StoreFault

PARTIAL = ".partial"
"""How the name of a copy ends until it is proven."""


def copy(source: Path, target: Path) -> None:
    """A verified copy of the records at ``target``, readable by its owner alone.

    It is made under another name, checked, forced to the disk and only then renamed, so a file of that name is whole
    whenever the machine stops. Raises StoreFault ``damaged`` where the copy does not check out, sqlite3.Error, OSError.
    """
    partial = target.with_name(f".{target.name}.{os.getpid()}{PARTIAL}")
    try:
        os.close(os.open(partial, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600))
        partial.chmod(0o600)
        _fill(source, partial)
        _force(partial)
        partial.rename(target)
        _force(target.parent)
    finally:
        partial.unlink(missing_ok=True)


def _fill(source: Path, partial: Path) -> None:
    origin = sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True, timeout=5)
    try:
        goal = sqlite3.connect(partial)
        try:
            # The name says that it is not finished; a journal beside it would only be left behind by a kill.
            goal.execute("PRAGMA journal_mode=OFF")
            origin.backup(goal)
            if [row[0] for row in goal.execute("PRAGMA quick_check").fetchall()] != ["ok"]:
                raise StoreFault(FaultKind.DAMAGED, source)
        finally:
            goal.close()
    finally:
        origin.close()


def _force(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
