"""Texts that leave the records for a file of the owner's. Knows how a file is made safely; knows no letter."""

import os
import stat
from pathlib import Path

from coach.casebook.desk import Noun, Refused
from coach.formats.text import clean

MOST_OF_A_DAY = 100
"""Files of one name and day; more is a mistake."""


class Files(Noun):
    """Verbs about texts that leave."""

    def save(self, stem: str, text: str, kind: str = "txt") -> Path:
        """Write a text into a new file among the exports, ``txt`` or ``svg``. Raises Refused where it cannot be."""
        return write_new(self.places.exports, stem, clean(text, lines=True), kind)

    def save_today(self, stem: str, text: str) -> Path:
        """Write a text into a new file among the exports, named by its kind and the day. Raises Refused."""
        return self.save(f"{stem}-{self.clock.today().isoformat()}", text)

    def write(self, path: Path, text: str, replace: bool = False) -> None:
        """Write a finished text into a file of the owner's choice. Raises Refused where that would be unsafe."""
        write_paper(path, clean(text, lines=True), replace)


def write_paper(path: Path, text: str, replace: bool = False) -> None:
    """Write a text into a file readable by its owner alone.

    Raises Refused where the name holds signs that cannot be seen, where the file exists and is not to be replaced, is a
    link, a folder, a device or known by a second name, or cannot be written.
    """
    said = clean(str(path), limit=200)
    if clean(str(path)) != str(path) or path.name in ("", ".."):
        raise Refused("file_odd", path=said)
    # Without O_NONBLOCK a pipe nobody reads from would hold the coach for ever.
    flags = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | (0 if replace else os.O_EXCL)
    try:
        with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8") as handle:
            found = os.fstat(handle.fileno())
            if not stat.S_ISREG(found.st_mode) or found.st_nlink != 1:
                raise Refused("file_odd", path=said)
            os.fchmod(handle.fileno(), 0o600)
            handle.truncate()
            handle.write(text)
    except FileExistsError as error:
        raise Refused("file_odd" if _odd(path) else "file_exists", path=said) from error
    except OSError as error:
        raise Refused("file_odd" if _odd(path) else "file_unwritable", path=said) from error


def _odd(path: Path) -> bool:
    """Whether something lies there that is no ordinary file."""
    return path.is_symlink() or (path.exists() and not path.is_file())


def write_new(folder: Path, stem: str, text: str, kind: str = "txt") -> Path:
    """Write a text into a new file of a folder, numbered where the name is taken; the path. Raises Refused."""
    for number in range(1, MOST_OF_A_DAY):
        path = folder / (f"{stem}.{kind}" if number == 1 else f"{stem}-{number}.{kind}")
        try:
            write_paper(path, text)
        except Refused as problem:
            if problem.key not in ("file_exists", "file_odd"):
                raise
        else:
            return path
    raise Refused("file_exists", path=clean(str(path), limit=200))
