"""A pseudo-terminal with the coach on it, and what a person in front of it would see. Knows no screen by name."""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pyte

from tests.shared.waits import wait_until

ROOT = Path(__file__).parents[2]
KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pagedown": "\x1b[6~",
}
PRIVATE = re.compile(rb"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p")
"""Questions to newer terminals, which the emulator would print as text."""
ASKED, ANSWERED = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""Whether this terminal knows where a picture begins and ends, and that it does."""
BEGUN, DONE = b"\x1b[?2026h", b"\x1b[?2026l"
OWN_SCREEN = re.compile(rb"\x1b\[\?1049[hl]")
"""To the program's own screen and back, which the emulator does not know: either way what stood there is gone."""
FRAMES = re.compile("[▌│╭╮╰╯─]")
UNDRAWN = re.compile("[\u200c\u200d\u0488\u0489\u20dd-\u20e4]")
"""Letters without a cell of their own at which the emulator would drop the rest of a line."""
UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*)?\Z")


class Terminal:
    """A program on a terminal of its own; every wait is for something to appear, and ends in an AssertionError."""

    def __init__(
        self,
        *words: str | Path,
        home: Path,
        columns: int = 80,
        rows: int = 24,
        program: Sequence[str] = ("-m", "coach"),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.raw = bytearray()
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self._decode = codecs.getincrementaldecoder("utf-8")().decode
        self._held = b""
        self._master, self._slave = pty.openpty()
        self._size(columns, rows)
        self.modes = termios.tcgetattr(self._slave)
        # A session without a terminal takes the first one it opens as its own.
        wrapped = ["sh", "-c", 'tty=$1; shift; exec "$@" <"$tty" >"$tty" 2>"$tty"', "sh", os.ttyname(self._slave)]
        # What the program finds ignored stays ignored, and whoever runs the tests may ignore Ctrl+C.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            self.process = subprocess.Popen(
                [*wrapped, sys.executable, *program, *map(str, words)],
                cwd="/",
                env={
                    "PATH": os.environ["PATH"],
                    "PYTHONPATH": str(ROOT),
                    "HOME": str(home.parent),
                    "COACH_HOME": str(home),
                    "LANG": "C.UTF-8",
                    "TERM": "xterm-256color",
                    "COLORTERM": "truecolor",
                    **(environment or {}),
                },
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        finally:
            signal.signal(signal.SIGINT, before)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.unplug()

    @property
    def text(self) -> str:
        """What stands on the screen, line by line."""
        rows = (self.screen.buffer[row] for row in range(self.screen.lines))
        return "\n".join("".join(row[column].data for column in range(self.screen.columns)).rstrip() for row in rows)

    @property
    def flowing(self) -> str:
        """The same as one line with single spaces and no frames, so that a wrapped sentence can be found."""
        return " ".join(FRAMES.sub(" ", self.text).split())

    def wait_for(self, *wanted: str) -> None:
        """Wait until all of this stands on the screen."""
        self.wait_until(lambda: all(each in self.flowing for each in wanted), f"no {wanted}")

    def wait_without(self, unwanted: str) -> None:
        """Wait until this no longer stands on the screen."""
        self.wait_until(lambda: unwanted not in self.flowing, f"still {unwanted!r}")

    def wait_until(self, holds: Callable[[], bool], otherwise: str = "it did not happen") -> None:
        """Read what the program writes until a condition holds."""

        def meanwhile(seconds: float) -> None:
            ended = not self.take(seconds) and self.process.poll() is not None and not self.take(seconds)
            assert not ended or holds(), f"{otherwise}; it ended with {self.process.returncode} on\n{self.text}"

        wait_until(lambda: not self._half_painted() and holds(), meanwhile, lambda: f"{otherwise} on\n{self.text}")

    def take(self, seconds: float) -> bool:
        """Read what has been written, waiting no longer than this for it; whether there was anything."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            written = os.read(self._master, 65536)
        except OSError:
            return False
        if ASKED in bytes(self.raw[-len(ASKED) :]) + written:
            os.write(self._master, ANSWERED)
        self.raw += written
        whole = self._held + written
        cut = UNFINISHED.search(whole)
        self._held = whole[cut.start() :] if cut else b""
        text = PRIVATE.sub(b"", whole[: cut.start()] if cut else whole)
        *before, now = (UNDRAWN.sub("", self._decode(each)) for each in OWN_SCREEN.split(text))
        for each in before:
            self._stream.feed(each)
            self.screen.reset()
        self._stream.feed(now)
        return bool(written)

    def press(self, *keys: str) -> None:
        """Press keys by name, or by the character on them."""
        for key in keys:
            self.send(KEYS.get(key, key).encode())

    def write(self, text: str) -> None:
        """Type a text."""
        self.send(text.encode("utf-8", "surrogatepass"))

    def paste(self, text: str) -> None:
        """Paste a text, as a terminal that brackets what is pasted."""
        self.send(b"\x1b[200~" + text.encode("utf-8", "surrogatepass") + b"\x1b[201~")

    def send(self, given: bytes) -> None:
        """Send bytes as if they came from the keyboard; what the program writes meanwhile is read."""
        while given:
            _, ready, _ = select.select([], [self._master], [], 0.05)
            if ready:
                given = given[os.write(self._master, given[:1024]) :]
            self.take(0)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        self._size(columns, rows)
        os.killpg(self.process.pid, signal.SIGWINCH)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def kill(self) -> None:
        """End the program at once, as a power cut would."""
        self.process.kill()
        self.process.wait()

    def unplug(self) -> None:
        """Close the terminal under the program."""
        for handle in (self._master, self._slave):
            if handle >= 0:
                os.close(handle)
        self._master = self._slave = -1

    def end(self) -> int:
        """Wait for the program to end by itself and read the rest; its exit code."""
        wait_until(
            lambda: self.process.poll() is not None,
            self.take if self._master >= 0 else self._wait_for_the_end,
            lambda: f"it did not end on\n{self.text}",
        )
        while self._master >= 0 and self.take(0.05):
            pass
        return self.process.returncode

    def end_after(self, text: str) -> int:
        """Type a text, again every second until the program has ended; its exit code.

        A key that falls between a prompt and the waiting for it is not seen, and a person would press it again.
        """
        again = 0.0

        def ended() -> bool:
            nonlocal again
            if self.process.poll() is None and time.monotonic() > again:
                again = time.monotonic() + 1
                self.write(text)
            return self.process.poll() is not None

        wait_until(ended, self.take, lambda: f"it did not end on\n{self.text}")
        return self.end()

    def restored(self) -> bool:
        """Whether the terminal is as it was found: own screen left, cursor shown, no mouse, keys echoed again."""
        left = self.raw.rfind(b"\x1b[?1049l") > self.raw.rfind(b"\x1b[?1049h")
        quiet = all(self.raw.rfind(b"\x1b[?%dl" % mode) > self.raw.rfind(b"\x1b[?%dh" % mode) for mode in (1000, 1003))
        pasting = self.raw.rfind(b"\x1b[?2004l") > self.raw.rfind(b"\x1b[?2004h")
        shown = self.raw.rfind(b"\x1b[?25h") > self.raw.rfind(b"\x1b[?25l")
        return left and quiet and pasting and shown and termios.tcgetattr(self._slave) == self.modes

    def after(self) -> str:
        """What was written once the own screen had been left, without sequences."""
        last = bytes(self.raw[self.raw.rfind(b"\x1b[?1049l") :])
        return re.sub(rb"\x1b\[[0-?]*[ -/]*[@-~]", b"", last).decode()

    def _half_painted(self) -> bool:
        """Whether a picture has begun and is not whole yet: old and new stand side by side."""
        return self.raw.rfind(BEGUN) > self.raw.rfind(DONE)

    def _wait_for_the_end(self, seconds: float) -> None:
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=seconds)

    def _size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
