"""The letters at the command line."""

import pytest

from tests.commands.shell import Shell, foreign


def test_the_letters_are_listed_by_id(shell: Shell) -> None:
    out = shell.run("letter").out
    assert "  late_formal " in out and out.startswith("Welcome pack\n")


def test_open_blanks_are_named_and_nothing_is_printed(shell: Shell) -> None:
    ran = shell.run("letter", "late_friendly", "--out", shell.folder / "a.txt", code=2)
    assert ran.out == "" and "Which number does the invoice have?" in ran.err and ran.err.count("\n") == 1
    assert not (shell.folder / "a.txt").exists()


def test_a_finished_letter_is_printed_or_written(shell: Shell) -> None:
    clause = shell.run("letter", "clause_friends").out
    assert clause.startswith("The same terms for friends\n\n") and foreign(clause) == set()
    path = shell.folder / "clause.txt"
    assert shell.run("letter", "clause_friends", "--out", path).out == f"{path}\n"
    assert path.read_text() == clause and path.stat().st_mode & 0o777 == 0o600
    assert "--force" in shell.run("letter", "clause_friends", "--out", path, code=2).line
    shell.run("letter", "clause_friends", "--out", path, "--force")


def test_a_path_that_is_a_trap_is_refused(shell: Shell) -> None:
    kept = shell.file("kept.txt", "kept")
    (shell.folder / "link.txt").symlink_to(kept)
    for name in ("link.txt", ".", "a\x1b[2J.txt"):
        ran = shell.run("letter", "clause_friends", "--out", f"{shell.folder}/{name}", "--force", code=2)
        assert "nothing was written" in ran.line
    assert kept.read_text() == "kept"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("letter", "late_frendly"), "late_friendly"),
        (("letter", "\x1b[31m"), "There is no letter called"),
        (("guide", "whi"), "why"),
        (("letter", "clause_friends", "--tone", "loud"), "--tone"),
        (("letter", "clause_friends", "--client", "Nobody"), "Nobody"),
        (("welcome-pack", "--client", "Nobody"), "Nobody"),
    ],
)
def test_what_is_not_known_is_answered_in_one_line(shell: Shell, words: tuple[str, ...], said: str) -> None:
    assert said in shell.run(*words, code=2).line


def test_the_welcome_pack_says_what_is_open(shell: Shell) -> None:
    out = shell.folder / "pack.txt"
    assert "Still open:" in shell.run("welcome-pack", "--out", out, code=2).err
    assert not out.exists()


def test_neither_loads_the_full_screen_nor_the_prompts(shell: Shell) -> None:
    code = "import sys; from coach.cli import cli; cli.main(%r, standalone_mode=False); print(sorted(sys.modules))"
    for words in (["letter", "clause_friends"], ["guide", "why"]):
        loaded = shell.run(program=("-c", code % words)).out
        assert "'textual'" not in loaded and "'questionary'" not in loaded
