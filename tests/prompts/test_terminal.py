"""The prompts in a real terminal, a dumb one, and none at all."""

from pathlib import Path

import pytest

from tests.commands.shell import GOOD, Shell
from tests.prompts.prompted import Prompted

NUMBER = "Number, 1 to "
LETTER = "(h lists them):"
LIST = "Enter for none of these:"


def test_a_dumb_terminal_gets_a_whole_check_and_no_escape(tmp_path: Path) -> None:
    with Prompted(tmp_path, term="dumb") as terminal:
        terminal.answer(
            (NUMBER, "1"),
            ("Your answer (< back):", "Acme \x1b[31mLtd"),
            *[(NUMBER, "1")] * 2,
            (LIST, ""),
            (LIST, "4"),
            *((LETTER, line) for line in ("4", "1", "2", "2", "1", "1", "1", "1")),
            ("f to finish", "f"),
            (NUMBER, "3"),
            (NUMBER, "q"),
        )
        assert terminal.end() == 0
        written = bytes(terminal.raw)
    # The terminal itself shows a typed ESC as ^[; the coach writes none, nor any other control but the line's end.
    assert {byte for byte in written if byte < 0x20 or byte == 0x7F} == {0x0A, 0x0D}
    assert "Work beyond what was agreed" in written.decode()
    assert "\ufffd[31mLtd" in written.decode()
    assert all(len(line) <= 80 for line in written.decode().splitlines() if NUMBER not in line)


def test_plain_is_remembered_and_ctrl_c_loses_nothing(tmp_path: Path) -> None:
    with Prompted(tmp_path, "--plain", term="xterm-256color") as terminal:
        terminal.answer((NUMBER, "1"), ("Your answer (< back):", "Acme"), *[(NUMBER, "1")] * 2, (LIST, "5?"))
        terminal.await_text("Pressure by threat (not sure)")
        terminal.await_text(LETTER)
        assert terminal.end_after("\x03") == 130
        assert "Everything you answered is saved." in terminal.text
        assert "Traceback" not in terminal.text

    with Prompted(tmp_path, term="xterm-256color") as again:
        again.await_text("Acme: go on with the quick check of 21 November 2025")
        again.answer((NUMBER, "3"))
        again.await_text("How was it put")
        assert "CPR" not in again.text
        assert "Question 2 of 7." in again.text
        again.answer((LETTER, "2"))
        again.await_text("it was hinted at")
        again.await_text(LIST)
        assert again.end_after("\x04") == 2
        assert "Everything you answered is saved." in again.text


def test_the_full_screen_comes_back_when_asked_for(tmp_path: Path) -> None:
    with Prompted(tmp_path, "--plain", term="xterm-256color") as plain:
        plain.answer((NUMBER, "q"))
        assert plain.end() == 0
    with Prompted(tmp_path, "--screen", term="xterm-256color") as full:
        full.await_text("\x1b[?1049h")
        full.await_text("Before the next message")
        full.press("q")
        assert full.end() == 0


@pytest.fixture
def begun(shell: Shell) -> Shell:
    """A shell on the records of somebody who answers in plain lines and has one client."""
    shell.run("--plain", typed="1\nAcme\n2\nq\n")
    return shell


@pytest.mark.parametrize("words", [[], ["check", "Acme"], ["limits"]])
def test_without_a_terminal_there_is_one_line_and_exit_2(begun: Shell, words: list[str]) -> None:
    done = begun.run(*words, typed="", code=2)
    assert done.out == "" and len(done.err.splitlines()) == 1


def test_a_pipe_is_read_line_by_line_where_plain_is_asked_for(begun: Shell) -> None:
    lines = "1\n\n\n1\n1\n1\n1\nf\n1\n1\n\n4w\n"
    done = begun.run("check", "Acme", "--quick", "--plain", typed=lines)
    assert done.err == ""
    assert "Keep this client" in done.out
    assert "Saved: keep." in done.out


def test_a_pipe_that_ends_early_keeps_what_came(begun: Shell) -> None:
    words = ("check", "--plain", "--quick", "--on", "2025-06-14", "Acme")
    assert begun.run(*words, typed="1\n\n2\n", code=2).out.endswith("Everything you answered is saved.\n")
    assert "14 June 2025, 2 of 7 answered" in begun.run("--plain", typed="q\n").out


def test_a_command_that_asks_for_the_client_first_goes_on_with_its_prompts(tmp_path: Path) -> None:
    shell = Shell(tmp_path, tmp_path)
    for name in ("Acme", "Bex"):
        shell.run("assess", name, "--add", "--answers", shell.file("good.toml", GOOD))
    with Prompted(tmp_path, "try", term="xterm-256color") as terminal:
        terminal.answer(("Number", "2"), (NUMBER, "2"))
        assert terminal.end() == 0
        assert "No last try runs with Bex." in bytes(terminal.raw).decode()
