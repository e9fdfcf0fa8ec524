"""Records to start from, and what stands in them afterwards. Knows the casebook; draws nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from coach.casebook.book import open_casebook
from coach.engine.interview.instrument import Depth

GO_ON = "Go on with the check of Acme"
FIRST_CARD = "did any of this happen with this client?"
SECOND_CARD = "What happened? Tick each line that did."


def begin_check(home: Path) -> None:
    """One client, Acme, with a quick check begun and nothing answered."""
    book = open_casebook(home)
    book.begin(book.add_client("Acme").id, Depth.QUICK)
    book.close()


def rows(home: Path, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query on a file that must be whole."""
    with closing(sqlite3.connect(home / "coach.db")) as records:
        assert records.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return records.execute(sql).fetchall()


def answers(home: Path) -> dict[str, str]:
    """The option that stands for each item answered."""
    return dict(rows(home, "SELECT item, coalesce(nullif(option, ''), kind) FROM answer ORDER BY id"))
