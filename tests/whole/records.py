"""Records to start from, the way to their second card by keys, and what stands in them afterwards."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.casebook.book import open_casebook
from coach.engine.interview.instrument import Depth

if TYPE_CHECKING:
    from tests.whole.terminal import Terminal

GO_ON = "Go on with the check of Acme"
FIRST_CARD = "did any of this happen with this client?"
SECOND_CARD = "What happened? Tick each line that did."


def begin_check(home: Path) -> None:
    """One client, Acme, with a quick check begun and nothing answered."""
    book = open_casebook(home)
    book.checks.begin(book.clients.add("Acme").id, Depth.QUICK)
    book.records.close()


def to_second_card(terminal: "Terminal") -> None:
    """Go on with the check and tick the first row of the first card."""
    terminal.wait_for(GO_ON)
    terminal.press("enter")
    terminal.wait_for(FIRST_CARD)
    terminal.press("down", "enter")
    terminal.wait_for(SECOND_CARD)


def note_half_typed(terminal: "Terminal") -> None:
    """Answer the first card, and leave a note open on the second."""
    to_second_card(terminal)
    half_a_note(terminal)


def half_a_note(terminal: "Terminal") -> None:
    """Begin a note where the cursor stands."""
    terminal.press("m")
    terminal.wait_for("keep the note")
    terminal.write("half a thought")
    terminal.wait_for("half a thought")


def rows(home: Path, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query on a file that must be whole."""
    with closing(sqlite3.connect(home / "coach.db")) as records:
        assert records.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return records.execute(sql).fetchall()


def answers(home: Path) -> dict[str, str]:
    """The option that stands for each item answered."""
    return dict(rows(home, "SELECT item, coalesce(nullif(option, ''), kind) FROM answer ORDER BY id"))
