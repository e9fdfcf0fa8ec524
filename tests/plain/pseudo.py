"""A program in a pseudo-terminal, read as a person would: bounded in time, with every byte kept."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[2]
LONGEST = 60
"""Seconds after which something awaited counts as missing."""


class Pseudo:
    """``coach`` with its own terminal of 80 × 24. ``raw`` holds every byte it wrote."""

    def __init__(self, home: Path, *words: str, term: str) -> None:
        self.mine, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COACH_TODAY")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "coach", "--at", str(home), *words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=ROOT,
            env={**kept, "TERM": term, "COACH_TODAY": "2025-11-21"},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)
        self.raw = b""
        self.seen = 0

    def await_text(self, text: str) -> None:
        """Read until a text has come since the last one awaited."""
        until = time.monotonic() + LONGEST
        wanted = text.encode()
        while wanted not in self.raw[self.seen :]:
            if not self._read(until):
                raise AssertionError(f"{text!r} did not come after {self.raw[self.seen :]!r}")
        self.seen += self.raw[self.seen :].index(wanted) + len(wanted)

    def type(self, *lines: str) -> None:
        """Type lines, each once the one before has been prompted for."""
        for line in lines:
            self.await_text(":")
            self.press(f"{line}\r".encode())

    def press(self, keys: bytes) -> None:
        os.write(self.mine, keys)

    def end(self) -> int:
        """Read to the end and return the exit code."""
        until = time.monotonic() + LONGEST
        while self._read(until):
            pass
        try:
            return self.process.wait(timeout=LONGEST)
        finally:
            self.process.kill()
            os.close(self.mine)

    @property
    def screen(self) -> str:
        """What a terminal of 80 × 24 shows of it."""
        screen = pyte.Screen(80, 24)
        pyte.ByteStream(screen).feed(self.raw)
        return "\n".join(line.rstrip() for line in screen.display)

    def _read(self, until: float) -> bool:
        ready, _, _ = select.select([self.mine], [], [], max(0, until - time.monotonic()))
        try:
            more = os.read(self.mine, 65536) if ready else b""
        except OSError:  # how Linux says that the other side has closed
            more = b""
        self.raw += more
        return bool(more)
