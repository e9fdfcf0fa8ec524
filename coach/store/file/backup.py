"""One proven copy a day, and which days are kept. Knows names of copies and days, nothing of what is inside them."""

import sqlite3
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Protocol

from coach.store.file import reserve
from coach.store.file.connection import Store
from coach.store.file.copy import PARTIAL, copy
from coach.store.file.errors import translate
from coach.store.file.undo import prune

DAILY, WEEKLY, MONTHLY = 7, 5, 12
_STALE = timedelta(days=1)


class CopyPlaces(Protocol):
    """Where copies and the reserve lie; the places of ``coach.folders`` are such."""

    @property
    def backups(self) -> Path:
        """The folder of the copies."""

    @property
    def reserve(self) -> Path:
        """The file that only holds space."""


def daily(store: Store, places: CopyPlaces, at: datetime, today: date) -> Path | None:
    """Today's copy, or None where there is one already; copies no longer wanted go, and so do undo images past use.

    Raises StoreFault: then nothing older was taken away.
    """
    target = places.backups / f"coach-{today.isoformat()}.db"
    if target.exists():
        return None
    try:
        copy(store.path, target)
        _thin(places.backups, at, today)
    except (sqlite3.Error, OSError) as error:
        raise translate(error, places.backups) from error
    prune(store, at)
    reserve.hold(places.reserve)
    return target


def keep(days: set[date], today: date) -> set[date]:
    """Which of the days that have a copy keep it.

    The newest seven; the newest of each of the newest five weeks and twelve months that have one; and every day still
    to come, since a clock that was wrong is no reason to lose a copy.
    """
    past = sorted((day for day in days if day <= today), reverse=True)
    return (
        {day for day in days if day > today}
        | set(past[:DAILY])
        | _newest_of_each(past, lambda day: day.isocalendar()[:2], WEEKLY)
        | _newest_of_each(past, lambda day: (day.year, day.month), MONTHLY)
    )


def _newest_of_each(newest_first: list[date], span: Callable[[date], tuple[int, int]], count: int) -> set[date]:
    found: dict[tuple[int, int], date] = {}
    for day in newest_first:
        found.setdefault(span(day), day)
    return set(list(found.values())[:count])


def _thin(folder: Path, at: datetime, today: date) -> None:
    copies = {day: path for path in folder.glob("coach-*.db") if (day := _day_of(path)) is not None}
    for day in copies.keys() - keep(set(copies), today):
        copies[day].unlink(missing_ok=True)
    for left in folder.glob(f".*{PARTIAL}"):
        # A younger one may be another terminal's copy in the making.
        if left.stat().st_mtime < (at - _STALE).timestamp():
            left.unlink(missing_ok=True)


def _day_of(path: Path) -> date | None:
    try:
        return date.fromisoformat(path.stem.removeprefix("coach-"))
    except ValueError:
        return None
