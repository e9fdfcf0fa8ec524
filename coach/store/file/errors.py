"""What can go wrong with the file, as one closed list. Knows no SQL and no wording and holds no word of the owner's."""

import errno
import sqlite3
from enum import StrEnum
from pathlib import Path


class FaultKind(StrEnum):
    """Why the file could not be read or written; the words for each are looked up elsewhere by this name."""

    BUSY = "busy"
    FULL = "full"
    READONLY = "readonly"
    MOVED = "moved"
    DAMAGED = "damaged"
    NEWER = "newer"
    MISSING = "missing"
    DENIED = "denied"
    OTHER = "other"


class StoreFault(Exception):
    """The file could not be read or written as asked; nothing of the failed act was kept.

    ``path`` is the file meant. The message holds the kind and the path alone, never a value or a statement.
    """

    def __init__(self, kind: FaultKind, path: Path) -> None:
        super().__init__(f"{kind.value}: {path}")
        self.kind = kind
        self.path = path


_BY_CODE = {
    sqlite3.SQLITE_BUSY: FaultKind.BUSY,
    sqlite3.SQLITE_LOCKED: FaultKind.BUSY,
    sqlite3.SQLITE_FULL: FaultKind.FULL,
    sqlite3.SQLITE_READONLY: FaultKind.READONLY,
    sqlite3.SQLITE_CORRUPT: FaultKind.DAMAGED,
    sqlite3.SQLITE_NOTADB: FaultKind.DAMAGED,
    sqlite3.SQLITE_PERM: FaultKind.DENIED,
    sqlite3.SQLITE_AUTH: FaultKind.DENIED,
}

_BY_ERRNO = {
    errno.ENOSPC: FaultKind.FULL,
    errno.EDQUOT: FaultKind.FULL,
    errno.EROFS: FaultKind.READONLY,
    errno.ENOENT: FaultKind.MISSING,
    errno.ENOTDIR: FaultKind.MISSING,
    errno.EACCES: FaultKind.DENIED,
    errno.EPERM: FaultKind.DENIED,
    errno.EAGAIN: FaultKind.BUSY,
}


def translate(error: sqlite3.Error | OSError | UnicodeError, path: Path) -> StoreFault:
    """The fault that stands for an error of the database or of the file system."""
    if isinstance(error, OSError):
        return StoreFault(_BY_ERRNO.get(error.errno or 0, FaultKind.OTHER), path)
    code = getattr(error, "sqlite_errorcode", None) or 0
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return StoreFault(FaultKind.MOVED, path)
    # The low byte is the family, the rest says which member.
    family = code & 0xFF
    if family == sqlite3.SQLITE_CANTOPEN:
        return StoreFault(FaultKind.DENIED if path.exists() else FaultKind.MISSING, path)
    return StoreFault(_BY_CODE.get(family, FaultKind.OTHER), path)
