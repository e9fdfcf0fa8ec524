"""A client chosen from a prompt, so that no name has to stand on a command line; and names that mean harm there."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import Shell, foreign
from tests.whole.hostile import TEXTS, fill, intruders
from tests.whole.terminal import Terminal


@pytest.mark.parametrize(("command", "shown"), [("verdict", "quick check of 5 January 2026"), ("trend", "2026-01-05")])
def test_a_client_is_chosen_by_number(checked: Shell, command: str, shown: str) -> None:
    checked.run("assess", "Brook", "--add", "--answers", "good.toml", "--on", "2026-01-06")
    with Terminal(command, home=checked.home) as terminal:
        terminal.wait_for("1 Acme", "2 Brook", "Number")
        terminal.write("7\n")
        terminal.wait_until(lambda: terminal.text.count("Number") == 2)
        terminal.write("1\n")
        assert terminal.end() == 0
        assert shown in terminal.flowing
        assert "6 January" not in terminal.flowing


@pytest.mark.parametrize("given", ["\x03", "\x04"])
def test_a_prompt_that_is_left_changes_nothing(checked: Shell, given: str) -> None:
    before = checked.digest()
    with Terminal("verdict", home=checked.home) as terminal:
        terminal.wait_for("Number")
        # A key that falls between the prompt and the waiting for it is not seen, and a person would press it again.
        for _ in range(8):
            if terminal.process.poll() is None:
                terminal.write(given)
                terminal.take(1)
                terminal.take(1)
        assert terminal.end() == 130
        assert "Traceback" not in terminal.text
    assert checked.digest() == before


@pytest.fixture
def tampered(shell: Shell) -> Shell:
    """A shell on records whose every text was put there uncleaned."""
    fill(shell.home)
    return shell


def test_stored_text_is_text_in_every_command(tampered: Shell) -> None:
    for words in (("clients",), ("clients", "--json")):
        assert foreign(tampered.run(*words).out) == set()
    ran = tampered.run("verdict", "A", code=2)
    assert "Acme [/] Ltd" in ran.line
    assert len(json.loads(tampered.run("export").out)["tables"]["client"]) == len(TEXTS)


@pytest.mark.parametrize("command", [("verdict",), ("verdict", "--json"), ("trend",)])
def test_stored_text_is_text_in_every_report(tampered: Shell, command: tuple[str, ...]) -> None:
    for number in range(1, len(TEXTS) + 1):
        with Terminal(*command, home=tampered.home, rows=60) as terminal:
            terminal.wait_for("Number")
            terminal.write(f"{number}\n")
            assert terminal.end() == 0
            assert intruders(bytes(terminal.raw)) == set()
            assert b"et boundaries" in terminal.raw or b"2026-02-02" in terminal.raw


def test_a_folder_of_records_with_an_odd_name_is_used_as_it_is(checked: Shell, tmp_path: Path) -> None:
    odd = tmp_path / "my records [/] 100% – ünï"
    assert "no clients" in checked.run("--at", odd, "clients").out
    assert (odd / "coach.db").is_file()
