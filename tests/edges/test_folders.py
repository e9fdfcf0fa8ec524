"""Folders: where things lie, and open to whom."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.folders import places, prepare


@pytest.fixture(params=[0o000, 0o022, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def test_asking_creates_nothing_and_an_option_wins_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    assert places(tmp_path / "at").database == tmp_path / "at" / "coach.db"
    assert places(None).data == tmp_path / "home"
    assert list(tmp_path.iterdir()) == []


def test_without_either_it_is_the_platforms_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_HOME", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    there = places(None)
    assert there.data.is_absolute() and there.data.is_relative_to(tmp_path) and there.data.name == "coach"


def test_a_relative_folder_does_not_follow_a_change_of_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert places(Path("here")).data == tmp_path / "here"


def test_folders_are_the_owners_alone_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    there = places(tmp_path / "new" / "deep")
    prepare(there)
    made = [there.data.parent, there.data, there.backups, there.exports]
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in made] == [0o700] * 4
    assert not there.database.exists()


def test_no_instant_passes_in_which_a_new_folder_is_open_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "chmod", lambda *_, **__: None)
    before = os.umask(0)
    try:
        prepare(places(tmp_path / "new"))
    finally:
        os.umask(before)
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in tmp_path.rglob("*")} == {0o700}


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    prepare(places(tmp_path))
    prepare(places(tmp_path))
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(OSError):
        prepare(places(tmp_path / "taken"))
