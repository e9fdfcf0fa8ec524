"""A shell whose records do not exist yet."""

from pathlib import Path

import pytest

from tests.commands.shell import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell whose records do not exist yet."""
    return Shell(tmp_path / "records", tmp_path)
