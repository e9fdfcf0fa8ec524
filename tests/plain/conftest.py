"""A real casebook on a fixed day."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.casebook.book import Casebook, open_casebook
from coach.clock import fixed_clock
from coach.engine.interview.answer import Kind, figure, silent


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    opened = open_casebook(tmp_path, fixed_clock(datetime(2025, 11, 21, 9, 30, tzinfo=UTC)))
    yield opened
    opened.close()


@pytest.fixture
def set_up(book: Casebook) -> Casebook:
    """The same, with something said about every limit, so that no check asks for one."""
    items = book.library.instrument("limits").items
    said = [silent(item, Kind.DONT_KNOW) for item in items]
    book.set_limits(*said, figure("limits.floor", 6000), figure("limits.buffer", 2))
    return book
