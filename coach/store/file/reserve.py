"""A little disk space held back, so that a full disk still leaves room to finish. Knows one file of no content."""

import os
from pathlib import Path

SIZE = 256 * 1024


def hold(path: Path) -> bool:
    """Take the space where it is not held yet; True where it is held afterwards. A full disk is no fault here."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return True
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(bytes(SIZE))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        return False
    return True


def give_up(path: Path) -> bool:
    """Free the space; True where there was some."""
    try:
        path.unlink()
    except OSError:
        return False
    return True
