"""A casebook of its own for every test, at a moment that stands still."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from coach.casebook.book import Casebook, open_casebook
from coach.clock import fixed_clock

# On a shared machine the same examples every time: new ones are found where somebody is there to look at them.
settings.register_profile("ci", derandomize=True, max_examples=60)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    opened = open_casebook(tmp_path / "records", fixed_clock(datetime(2026, 11, 21, 10, 0, tzinfo=UTC)))
    yield opened
    opened.close()
