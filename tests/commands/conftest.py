"""Fixtures of the commands: a shell with an empty folder, and one with a client already checked."""

import shutil
from pathlib import Path

import pytest

from tests.commands.shell import GOOD, Shell
from tests.shared.once import once


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell whose records do not exist yet."""
    return Shell(tmp_path / "records", tmp_path)


@pytest.fixture(scope="session")
def checked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the records of one client, checked on 2026-01-05."""

    def check(folder: Path) -> None:
        shell = Shell(folder / "records", folder)
        shell.run("assess", "Acme", "--add", "--answers", shell.file("good.toml", GOOD), "--on", "2026-01-05")

    return once(tmp_path_factory, "checked", check)


@pytest.fixture
def checked(shell: Shell, checked_once: Path) -> Shell:
    """A shell with one client, checked on 2026-01-05."""
    shutil.copytree(checked_once, shell.folder, dirs_exist_ok=True)
    return shell
