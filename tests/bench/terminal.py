"""A pseudo-terminal with a stopwatch: when what was wanted had been painted, and what the program used. Linux only."""

import codecs
import fcntl
import os
import pty
import queue
import re
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

from tests.shared.waits import LONGEST

ROOT = Path(__file__).parents[2]
SIZE = (120, 40)
"""Columns and rows of every terminal of the bench."""
QUIET = 0.1
"""Seconds without a byte after which a program is at rest."""
KEYS = {"enter": "\r", "escape": "\x1b", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D"}
ASKED, ANSWERED = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""Whether this terminal knows where a picture begins and ends, and that it does."""
BEGUN, DONE = b"\x1b[?2026h", b"\x1b[?2026l"
UNKNOWN = re.compile(rb"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p")
UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*)?\Z")
"""Sequences the emulator would print as text, and one cut off at the end of what was read."""


class Timed:
    """A program on a terminal of its own; times are in milliseconds."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        sys.setswitchinterval(5e-5)
        self._screen = pyte.Screen(*SIZE)
        self._stream = pyte.Stream(self._screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._held, self._half = b"", False
        self._chunks: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
        self._begun = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            cwd="/",
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT),
                "LANG": "C.UTF-8",
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                **environment,
            },
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> "Timed":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._reader.join(2)
        os.close(self._master)

    @property
    def text(self) -> str:
        """What stands on the screen, as one line with single spaces."""
        return " ".join(" ".join(self._screen.display).replace("│", " ").replace("▌", " ").split())

    def painted(self, *wanted: str) -> float:
        """Wait until all of this stands on the screen, whole; milliseconds since the start of the program."""
        return self._until(lambda: all(each in self.text for each in wanted), f"no {wanted}")

    def press(self, key: str, *wanted: str) -> float:
        """Press a key; milliseconds until all of this, or any change where nothing is named, has been painted."""
        before = self._screen_now()
        pressed = self._now()
        os.write(self._master, KEYS.get(key, key).encode())
        if wanted:
            return self._until(lambda: all(each in self.text for each in wanted), f"no {wanted}") - pressed
        return self._until(lambda: self._screen_now() != before, f"no change after {key}") - pressed

    def rest(self, seconds: float = QUIET) -> None:
        """Read until the program has written nothing for so long."""
        while True:
            try:
                self._feed(self._chunks.get(timeout=seconds)[1])
            except queue.Empty:
                return

    def peak(self) -> float:
        """The most memory it has held so far, in MiB."""
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{self._process.pid}/status").read_text())
        assert found is not None
        return int(found[1]) / 1024

    def work(self) -> float:
        """The processor's time it has used so far, in milliseconds."""
        tasks = Path(f"/proc/{self._process.pid}/task").glob("*/schedstat")
        return sum(int(each.read_text().split()[0]) for each in tasks) / 1e6

    def _now(self) -> float:
        return (time.perf_counter() - self._begun) * 1000

    def _screen_now(self) -> list[tuple[object, ...]]:
        rows = (self._screen.buffer[row] for row in range(self._screen.lines))
        return [tuple(row[column] for column in range(self._screen.columns)) for row in rows]

    def _read(self) -> None:
        while True:
            try:
                written = os.read(self._master, 65536)
            except OSError:
                written = b""
            self._chunks.put((self._now(), written))
            if not written:
                return
            if ASKED in written:
                os.write(self._master, ANSWERED)

    def _until(self, holds: Callable[[], bool], otherwise: str) -> float:
        end = time.monotonic() + LONGEST
        while True:
            try:
                at, written = self._chunks.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"{otherwise} on\n{self.text}") from None
            if not written:
                raise AssertionError(f"{otherwise}; it ended on\n{self.text}")
            self._feed(written)
            if not self._half and holds():
                return at

    def _feed(self, written: bytes) -> None:
        whole = self._held + written
        cut = UNFINISHED.search(whole)
        self._held = whole[cut.start() :] if cut else b""
        begun, done = whole.rfind(BEGUN), whole.rfind(DONE)
        if begun >= 0 or done >= 0:
            self._half = begun > done
        text = UNKNOWN.sub(b"", whole[: cut.start()] if cut else whole)
        self._stream.feed(self._decode(text))
