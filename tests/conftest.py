"""A casebook of its own for every test, at a moment that stands still."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.casebook.book import Casebook, open_casebook
from coach.clock import fixed_clock


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    opened = open_casebook(tmp_path / "records", fixed_clock(datetime(2026, 11, 21, 10, 0, tzinfo=UTC)))
    yield opened
    opened.close()
