"""Every form, filled with keys and in typed lines, leaves the same rows; what it cannot take it names, and keeps it."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from coach.casebook.book import Casebook, open_casebook
from coach.forms.form import read_all
from tests.forms.case import Case
from tests.forms.cases import CASES
from tests.forms.fill import in_dialog, in_lines, made
from tests.shared.book import CLOCK

PASSING = re.compile("_sqlite_migrations|form_draft")
"""Rows that say when a file was made, or that a form was typed in for a while."""
NAMES = [case.name for case in CASES]


@contextmanager
def fresh(folder: Path) -> Iterator[Casebook]:
    book = open_casebook(folder, CLOCK)
    yield book
    book.records.close()


def rows(folder: Path) -> list[str]:
    """Every row of the records but the passing ones."""
    (file,) = folder.glob("*.db")
    with closing(sqlite3.connect(file)) as connection:
        return [line for line in connection.iterdump() if not PASSING.search(line)]


@pytest.mark.parametrize("case", CASES, ids=NAMES)
async def test_a_form_leaves_the_same_rows_however_it_is_filled(case: Case, tmp_path: Path) -> None:
    with fresh(tmp_path / "dialog") as book:
        await in_dialog(case, book)
    with fresh(tmp_path / "lines") as book:
        in_lines(case, book)
    with fresh(tmp_path / "texts") as book:
        form = made(case, book)
        before = rows(tmp_path / "texts")
        form.keep(read_all(form, {**form.texts(), **case.texts}))
    kept = rows(tmp_path / "texts")
    assert kept != before, "it keeps something"
    assert rows(tmp_path / "dialog") == kept
    assert rows(tmp_path / "lines") == kept
