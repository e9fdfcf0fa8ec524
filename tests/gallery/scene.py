"""The records a picture is taken of: the demo on a fixed day, the same with hostile text, and none at all."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import cycle
from pathlib import Path
from unittest.mock import patch

from coach.casebook.book import Casebook, open_casebook
from coach.casebook.checks.sitting import Sitting
from coach.clock import fixed_clock
from coach.demo import play
from coach.engine.interview.answer import Answer, ticked
from coach.engine.interview.instrument import Depth
from coach.engine.value import replace

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
SHOWN = Path("~/.local/share/coach/coach.db")
"""Where the records lie as far as a picture tells."""
HOSTILE = (
    "Acme [/] Ltd",
    "[@click=app.quit]x[/] \u202egnp\u202c",
    "\x1b[31mred\x1b]0;title\x07\x9b2J\x1b[2J",
    "שלום עולם בע״מ",
    "e\u0301a\u0302\u0303 Ωmega 株式会社 デモ",
    "W" * 400,
)
"""Names, and whatever else the owner wrote: markup, control characters, right to left, wide, combining, long."""


class Kind(StrEnum):
    """Which records."""

    DEMO = "demo"
    HOSTILE = "hostile"
    EMPTY = "empty"


@dataclass(frozen=True)
class Scene:
    """Open records, and the clients of the demo by the name they have there."""

    book: Casebook
    ids: dict[str, int]

    def asked(self, name: str, until: str, depth: Depth = Depth.FULL) -> Sitting:
        """A new check of a client, answered like the last one of that depth up to a step, or to the end."""
        client = self.ids[name]
        past = next(
            each.told for each in self.book.overview.page(client).history if each.told.assessment.depth == depth.value
        )
        answers = self.book.checks.resume(past.assessment.id).interview.answers
        sitting = self.book.checks.begin(client, depth)
        while (step := sitting.interview.step) is not None and step.id != until:
            given = (answers[item.id] for item in step.items if item.id in answers)
            sitting = self.book.checks.record(sitting, *map(_ticked if step.card else _as_it_is, given))
        return sitting


class Stage:
    """Makes the records once, or copies those of the demo, and opens a fresh copy for each picture."""

    def __init__(self, folder: Path, demo: Path | None = None) -> None:
        self.folder, self.opened = folder, 0
        if demo is not None:
            shutil.copytree(demo, folder / Kind.DEMO)
        book = self._open(folder / Kind.DEMO)
        if demo is None:
            play(book, NOW.date())
        self.ids = {each.name: each.id for each in (*book.clients.everyone(), *book.clients.everyone("prospect"))}
        book.records.close()
        self._open(folder / Kind.EMPTY).records.close()
        shutil.copytree(folder / Kind.DEMO, folder / Kind.HOSTILE)
        _spoil(folder / Kind.HOSTILE / "coach.db")

    @contextmanager
    def scene(self, kind: Kind, **environment: str) -> Iterator[Scene]:
        """Fresh records, in a terminal that is the same everywhere."""
        self.opened += 1
        home = self.folder / str(self.opened)
        shutil.copytree(self.folder / kind, home)
        usual = {"PATH": os.environ["PATH"], "HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        with patch.dict(os.environ, {**usual, **environment}, clear=True):
            book = self._open(home)
            try:
                yield Scene(Casebook(replace(book.desk, places=replace(book.places, database=SHOWN))), self.ids)
            finally:
                book.records.close()
                shutil.rmtree(home)

    def _open(self, home: Path) -> Casebook:
        return open_casebook(home, fixed_clock(NOW))


def _ticked(given: Answer) -> Answer:
    """What a card takes: that something happened, and not yet how often."""
    return ticked(given.item) if given.option in ("1", "2", "3", "4") else given


def _as_it_is(given: Answer) -> Answer:
    return given


def _spoil(database: Path) -> None:
    """Put into the file what no casebook would let in, as a file from elsewhere might hold it."""
    db = sqlite3.connect(database)
    hostile = cycle(HOSTILE)
    for table, column in (("client", "name"), ("decision", "because"), ("answer", "text")):
        written = f"SELECT id FROM {table} WHERE {column} <> '' ORDER BY id"
        for (row,) in db.execute(written).fetchall():
            db.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (next(hostile), row))
    db.commit()
    db.close()
