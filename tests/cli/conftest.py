"""Fixtures of the commands: a shell with an empty folder, and one with a client already checked."""

from pathlib import Path

import pytest

from tests.cli.shell import GOOD, Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell whose records do not exist yet."""
    return Shell(tmp_path / "records", tmp_path)


@pytest.fixture
def checked(shell: Shell) -> Shell:
    """A shell with one client, checked on 2026-01-05."""
    shell.run("assess", "Acme", "--add", "--answers", shell.file("good.toml", GOOD), "--on", "2026-01-05")
    return shell
