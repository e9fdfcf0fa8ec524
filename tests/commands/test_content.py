"""coach content check as an author runs it."""

from pathlib import Path

from tests.commands.shell import ROOT, Shell


def test_the_content_is_whole_and_a_broken_copy_is_found_out(shell: Shell, tmp_path: Path) -> None:
    assert shell.run("content", "check").out.startswith("0 faults, ")
    uncited = shell.run("content", "check", "--uncited").out.splitlines()
    assert int(uncited[-1].split()[2]) == len(uncited) - 1
    copy = tmp_path / "content"
    for path in (ROOT / "content").rglob("*.toml"):
        there = copy / path.relative_to(ROOT / "content")
        there.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        there.write_text(text.replace('item = "worth_it"', 'item = "worht_it"'), encoding="utf-8")
    broken = shell.run("content", "check", "--root", copy, code=2)
    assert "worht_it" in broken.out and "client-check" in broken.out
    assert not broken.out.splitlines()[-1].startswith("0 faults")


def test_a_folder_that_is_no_content_is_a_fault_and_no_accident(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = shell.run("content", "check", "--root", tmp_path / "empty", code=2)
    assert ran.out or ran.line
