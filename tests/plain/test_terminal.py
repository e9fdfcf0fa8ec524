"""The prompts in a real terminal, a dumb one, and none at all."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.plain.pseudo import ROOT, Pseudo

NUMBER = "Number, 1 to "
LETTER = "(h lists them):"
LIST = "Enter for none of these:"


def answer(terminal: Pseudo, *pairs: tuple[str, str]) -> None:
    """Wait for each prompt, then type its line."""
    for prompt, line in pairs:
        terminal.await_text(prompt)
        terminal.press(f"{line}\r".encode())


def test_a_dumb_terminal_gets_a_whole_check_and_no_escape(tmp_path: Path) -> None:
    terminal = Pseudo(tmp_path, term="dumb")
    answer(
        terminal,
        (NUMBER, "1"),
        ("Name of the client:", "Acme \x1b[31mLtd"),
        (NUMBER, "1"),
        (NUMBER, "1"),
        (NUMBER, "1"),
        (LIST, ""),
        (LIST, "4"),
        *((LETTER, line) for line in ("4", "1", "2", "2", "1", "1", "1", "1")),
        ("f to finish", "f"),
        (NUMBER, "3"),
        (NUMBER, "q"),
    )
    assert terminal.end() == 0
    # The terminal itself shows a typed ESC as ^[; the coach writes none, nor any other control but the line's end.
    assert {byte for byte in terminal.raw if byte < 0x20 or byte == 0x7F} == {0x0A, 0x0D}
    assert "Work beyond what was agreed" in terminal.raw.decode()
    assert "\ufffd[31mLtd" in terminal.raw.decode()
    assert all(len(line) <= 80 for line in terminal.raw.decode().splitlines() if NUMBER not in line)


def test_plain_is_remembered_and_ctrl_c_loses_nothing(tmp_path: Path) -> None:
    terminal = Pseudo(tmp_path, "--plain", term="xterm-256color")
    answer(
        terminal,
        (NUMBER, "1"),
        ("Name of the client:", "Acme"),
        (NUMBER, "1"),
        (NUMBER, "1"),
        (NUMBER, "1"),
        (LIST, "5?"),
    )
    terminal.await_text("Pressure by threat (not sure)")
    terminal.await_text(LETTER)
    terminal.press(b"\x03")
    assert terminal.end() == 130
    assert "Everything you answered is saved." in terminal.screen
    assert "Traceback" not in terminal.screen

    again = Pseudo(tmp_path, term="xterm-256color")
    again.await_text("Acme: go on with the quick check of 21 November 2025")
    answer(again, (NUMBER, "3"))
    again.await_text("How was it put")
    assert "CPR" not in again.screen
    assert "Question 2 of 7." in again.screen
    answer(again, (LETTER, "2"))
    again.await_text("it was hinted at")
    again.await_text(LIST)
    again.press(b"\x04")
    assert again.end() == 2
    assert "Everything you answered is saved." in again.screen


def test_the_full_screen_comes_back_when_asked_for(tmp_path: Path) -> None:
    plain = Pseudo(tmp_path, "--plain", term="xterm-256color")
    answer(plain, (NUMBER, "q"))
    assert plain.end() == 0
    full = Pseudo(tmp_path, "--screen", term="xterm-256color")
    full.await_text("\x1b[?1049h")
    full.await_text("Before the next message")
    full.press(b"q")
    assert full.end() == 0


def coach(home: Path, *words: str, typed: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "coach", "--at", str(home), *words],
        input=typed,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("words", [[], ["check", "Acme"], ["limits"]])
def test_without_a_terminal_there_is_one_line_and_exit_2(tmp_path: Path, words: list[str]) -> None:
    assert coach(tmp_path, "--plain", typed="1\nAcme\n2\nq\n").returncode == 0
    done = coach(tmp_path, *words, typed="")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_a_pipe_is_read_line_by_line_where_plain_is_asked_for(tmp_path: Path) -> None:
    coach(tmp_path, "--plain", typed="1\nAcme\n2\nq\n")
    done = coach(tmp_path, "check", "Acme", "--quick", "--plain", typed="1\n\n\n1\n1\n1\n1\nf\n1\n1\n\n4w\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Keep this client" in done.stdout
    assert "Saved: keep." in done.stdout


def test_a_pipe_that_ends_early_keeps_what_came(tmp_path: Path) -> None:
    coach(tmp_path, "--plain", typed="1\nAcme\n2\nq\n")
    done = coach(tmp_path, "check", "--plain", "--quick", "--on", "2025-06-14", "Acme", typed="1\n\n2\n")
    assert done.returncode == 2
    assert done.stdout.endswith("Everything you answered is saved.\n")
    assert "14 June 2025, 2 of 7 steps done" in coach(tmp_path, "--plain", typed="q\n").stdout
