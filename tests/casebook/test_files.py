"""Files a text leaves into: open to the owner alone, never through a link, never over something else."""

import os
from pathlib import Path

import pytest

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused


def refused(book: Casebook, path: Path, replace: bool = False) -> str:
    with pytest.raises(Refused) as problem:
        book.files.write(path, "text\n", replace)
    return problem.value.key


def test_a_file_is_the_owners_alone(book: Casebook, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    was = os.umask(0)
    try:
        book.files.write(path, "Grüße\x1b[2J\n")
    finally:
        os.umask(was)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_text(encoding="utf-8") == "Grüße\ufffd[2J\n"


def test_what_is_there_stays_unless_it_is_to_be_replaced(book: Casebook, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("something longer than what follows")
    path.chmod(0o644)
    assert refused(book, path) == "file_exists"
    book.files.write(path, "text\n", replace=True)
    assert path.read_text() == "text\n" and path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("replace", [False, True])
def test_no_link_folder_pipe_or_odd_name_is_written_to(book: Casebook, tmp_path: Path, replace: bool) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("kept")
    (tmp_path / "link.txt").symlink_to(kept)
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "new.txt")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("link.txt", "nowhere.txt", "folder", "pipe", "a\x1b]0;x\x07.txt", "a\nb.txt", "\u202etxt.a"):
        assert refused(book, tmp_path / name, replace) == "file_odd", name
    assert refused(book, tmp_path / "missing" / "a.txt", replace) == "file_unwritable"
    os.link(kept, tmp_path / "second.txt")
    assert refused(book, tmp_path / "second.txt", replace) == ("file_odd" if replace else "file_exists")
    assert kept.read_text() == "kept" and not (tmp_path / "new.txt").exists()


def test_a_second_letter_of_a_day_gets_a_number(book: Casebook, tmp_path: Path) -> None:
    (book.places.exports / "letter-2026-11-21-scope-2.txt").symlink_to(tmp_path / "trap.txt")
    names = [book.letters.save("scope", f"{number}\n").name for number in range(3)]
    assert names == [f"letter-2026-11-21-scope{tail}.txt" for tail in ("", "-3", "-4")]
    assert not (tmp_path / "trap.txt").exists()
