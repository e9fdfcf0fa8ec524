"""A casebook of its own for every test, at a moment that stands still."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from coach.casebook.book import Casebook, open_casebook
from coach.demo import play
from coach.engine.interview.answer import AnswerKind, figure, silent
from tests.shared.book import CLOCK, TODAY
from tests.shared.once import once
from tests.whole.hostile import fill

# On a shared machine the same examples every time: new ones are found where somebody is there to look at them.
settings.register_profile("ci", derandomize=True, max_examples=60)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    opened = open_casebook(tmp_path / "records", CLOCK)
    yield opened
    opened.records.close()


@pytest.fixture
def set_up(book: Casebook) -> Casebook:
    """The same, with something said about every limit, so that no check asks for one."""
    items = book.library.instrument("limits").items
    said = [silent(item, AnswerKind.DONT_KNOW) for item in items]
    book.limits.set(*said, figure("limits.floor", 6000), figure("limits.buffer", 2))
    return book


@pytest.fixture(scope="session")
def hostile_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records whose every text was put there uncleaned."""
    return once(tmp_path_factory, "hostile", fill)


@pytest.fixture
def hostile(tmp_path: Path, hostile_once: Path) -> Path:
    """A copy of records whose every text was put there uncleaned."""
    return Path(shutil.copytree(hostile_once, tmp_path / "records"))


@pytest.fixture(scope="session")
def demo_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of the demo on the day of the tests."""

    def played(folder: Path) -> None:
        book = open_casebook(folder, CLOCK)
        play(book, TODAY)
        book.records.close()

    return once(tmp_path_factory, "demo", played)
