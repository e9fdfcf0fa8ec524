"""Run as a program by the tests: a second terminal that writes to the same file."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

from coach.folders import places
from coach.store import connect, drafts, settings
from coach.store.drafts import Draft
from coach.store.file.copy import copy

AT = datetime(2025, 5, 14, 9, 0, tzinfo=UTC)


def count(path: Path, times: int) -> None:
    """Read a number, add one and write it back, so many times."""
    store = connect(path, create=True)
    for _ in range(times):
        with store.write("count", AT, None) as writer:
            settings.put(writer, "count", settings.get(store, "count", 0) + 1)
    store.close()


def acknowledge(path: Path) -> None:
    """Write one row after another for ever, saying each number once it is in the file."""
    store = connect(path, create=True)
    number = settings.get(store, "last", -1) + 1
    while True:
        with store.write("count", AT, None) as writer:
            settings.put(writer, f"row {number}", "x" * 3000)
            settings.put(writer, "last", number)
        print(number, flush=True)
        number += 1


def type_on(path: Path) -> None:
    """Type into a form for ever, saying how many letters stand in it once they are in the file."""
    store = connect(path, create=True)
    letters = 0
    while True:
        letters += 1
        drafts.keep(store, Draft("note", None, {"text": "x" * letters, "who": str(letters)}, AT))
        print(letters, flush=True)


def back_up(path: Path) -> None:
    """Make copies under ever new days for ever, saying when it starts."""
    there = places(path.parent)
    store = connect(path, create=False)
    print("ready", flush=True)
    day = date(2030, 1, 1).toordinal()
    while True:
        copy(store.path, there.backups / f"coach-{date.fromordinal(day).isoformat()}.db")
        day += 1


if __name__ == "__main__":
    act, where, *rest = sys.argv[1:]
    if act == "count":
        count(Path(where), int(rest[0]))
    elif act == "acknowledge":
        acknowledge(Path(where))
    elif act == "type_on":
        type_on(Path(where))
    else:
        back_up(Path(where))
