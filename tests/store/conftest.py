"""A real file for every test, and a moment to write at."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.folders import Places, places, prepare
from coach.store import Store, connect


@pytest.fixture
def at() -> datetime:
    return datetime(2025, 5, 14, 9, 0, tzinfo=UTC)


@pytest.fixture
def there(tmp_path: Path) -> Places:
    found = places(tmp_path / "data")
    prepare(found)
    return found


@pytest.fixture
def store(there: Places) -> Iterator[Store]:
    opened = connect(there.database, create=True, backups=there.backups, reserve=there.reserve)
    yield opened
    opened.close()
