"""The only module that knows folders: where the records, their copies and their exports lie. Opens none of them."""

import os
from pathlib import Path

from coach.engine.value import Value


class Places(Value):
    """Where everything of one owner lies: one folder, and what is inside it.

    ``reserve`` is a file that only holds space, given up when the disk is full.
    """

    data: Path
    database: Path
    backups: Path
    reserve: Path
    exports: Path


def places(at: Path | None) -> Places:
    """The places for ``--at DIR``, else for ``COACH_HOME``, else for the platform's own data folder.

    Nothing is created; the paths are absolute.
    """
    data = (at or _usual()).expanduser().absolute()
    return Places(
        data=data,
        database=data / "coach.db",
        backups=data / "backups",
        reserve=data / "reserve.bin",
        exports=data / "exports",
    )


def prepare(there: Places) -> None:
    """Create the folders that are missing, each open to its owner alone from its first instant.

    A folder that already exists keeps its mode. Raises OSError where one cannot be created.
    """
    for folder in (there.data, there.backups, there.exports):
        _create(folder)


def _usual() -> Path:
    chosen = os.environ.get("COACH_HOME", "")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir("coach", appauthor=False))


def _create(folder: Path) -> None:
    missing = [folder]
    while not missing[-1].parent.exists():
        missing.append(missing[-1].parent)
    for each in reversed(missing):
        try:
            each.mkdir(0o700)
        except FileExistsError:
            if not each.is_dir():
                raise
        else:
            # An unusually strict umask takes bits away from the owner too.
            each.chmod(0o700)
