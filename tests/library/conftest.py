"""A copy of the content that ships, for tests that change it as an author would."""

import shutil
from pathlib import Path

import pytest

from coach.library.reader import content_root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(content_root(), tmp_path / "content"))
