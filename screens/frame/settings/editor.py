"""Writes a text in the owner's own editor. Knows files and programs, no screen and no record."""

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path


class NotWritten(Exception):
    """The editor could not be started, ended with an error or left nothing readable; the text is as it was."""


def editor(chosen: str) -> str:
    """The command of the editor: the chosen one, $VISUAL or $EDITOR; empty where there is none."""
    return next((each for each in (chosen, os.environ.get("VISUAL"), os.environ.get("EDITOR")) if each), "").strip()


def write_outside(text: str, command: str, folder: Path) -> str:
    """The text as it is when the editor ends.

    It lies meanwhile in a folder of its own inside ``folder``, open to its owner alone; the folder goes with everything
    an editor leaves beside a file, however the editor ends. Raises NotWritten.
    """
    place = None
    try:
        place = Path(tempfile.mkdtemp(prefix="writing-", dir=folder))
        file = place / "note.txt"
        file.touch(0o600)
        file.write_text(text, encoding="utf-8")
        ended = subprocess.run([*shlex.split(command), str(file)], check=False).returncode
        if ended:
            raise NotWritten
        return file.read_text(encoding="utf-8", errors="replace").rstrip("\n")
    except (OSError, ValueError) as problem:
        raise NotWritten from problem
    finally:
        if place is not None:
            shutil.rmtree(place, ignore_errors=True)
