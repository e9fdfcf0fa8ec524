"""Runs the coach as a shell would, each command a process of its own. Knows how to start one and what it wrote."""

import hashlib
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.shared.waits import LONGEST

ROOT = Path(__file__).parents[2]

GOOD = """\
depth = "quick"
confirm_cards = true
recent = "no"
late_payment = "none"
owed = "no"
worth_it = "yes"
"""
"""A whole quick check in which nothing is wrong."""

HARD = GOOD.replace('worth_it = "yes"', 'after_hours = ["3", "writing", "each", "refused"]\nworth_it = "no"')
"""The same with a rule that was told, kept and refused."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def line(self) -> str:
        """What was said of a mistake: one line for a person, and no inside of the program."""
        assert self.err.startswith("coach: ") and self.err.endswith("\n"), self.err
        assert self.err.count("\n") == 1, self.err
        assert len(self.err) <= 400, self.err
        assert foreign(self.err) == set()
        assert not any(word in self.err for word in ("Traceback", "Error", "object at", "went wrong inside")), self.err
        return self.err.removeprefix("coach: ").rstrip("\n")


class Shell:
    """A folder of records and a way to run commands on it."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home, self.folder = home, folder
        self.environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "HOME": str(folder),
            "COACH_HOME": str(home),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
        }

    def run(
        self,
        *words: str | bytes | Path,
        code: int | None = 0,
        typed: str | None = None,
        out: int | IO[bytes] = subprocess.PIPE,
        at_start: Callable[[], None] | None = None,
        program: Sequence[str] = ("-m", "coach"),
        **environment: str,
    ) -> Ran:
        """Run a command to its end, with nothing or what is typed on its input; it must end with ``code``, or any."""
        done = subprocess.run(
            [sys.executable, *program, *words],
            cwd=self.folder,
            env={**self.environment, **environment},
            stdout=out,
            stderr=subprocess.PIPE,
            timeout=LONGEST,
            **({"stdin": subprocess.DEVNULL} if typed is None else {"input": typed.encode()}),
            preexec_fn=at_start,
        )
        ran = Ran(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())
        assert code is None or ran.code == code, ran
        return ran

    def file(self, name: str, content: str | bytes) -> Path:
        """A file with that content."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def digest(self) -> str:
        """What the file of records holds, as one figure."""
        return hashlib.sha256((self.home / "coach.db").read_bytes()).hexdigest()


def foreign(text: str) -> set[str]:
    """The characters in a text that would steer a terminal or hide from the eye."""
    return {
        each
        for each in text
        if each != "\n" and unicodedata.category(each) in ("Cc", "Cf", "Cs") and each not in "\u200c\u200d"
    }
