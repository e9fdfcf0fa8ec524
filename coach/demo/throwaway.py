"""A folder that is gone afterwards, however the program ends. Knows nothing of what lies in it."""

import contextlib
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

SIGNALS = (signal.SIGTERM, signal.SIGHUP)


class Ended(BaseException):
    """A signal asked the program to end; no handler of ordinary faults may hold it up."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextlib.contextmanager
def throwaway() -> Iterator[Path]:
    """A new folder open to its owner alone, removed with everything in it at the end.

    SIGTERM and SIGHUP raise ``Ended`` inside, so that they remove it too. Raises OSError where none can be made.
    """
    before = {each: signal.signal(each, _end) for each in SIGNALS}
    folder = Path(tempfile.mkdtemp(prefix="coach-demo-"))
    try:
        yield folder
    finally:
        for each in SIGNALS:
            signal.signal(each, signal.SIG_IGN)
        shutil.rmtree(folder, ignore_errors=True)
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
    raise Ended(number)
