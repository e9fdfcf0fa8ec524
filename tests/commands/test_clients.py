"""A client chosen from a prompt, so that no name has to stand on a command line; and names that mean harm there."""

import json
from pathlib import Path

import pytest

from tests.commands.shell import HARD, Shell, foreign
from tests.whole.hostile import TEXTS, intruders
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
        assert terminal.end_after(given) == 130
        assert "Traceback" not in terminal.text
    assert checked.digest() == before


@pytest.fixture
def tampered(shell: Shell, hostile: Path) -> Shell:
    """A shell on records whose every text was put there uncleaned."""
    assert shell.home == hostile
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


def test_clients_are_listed_the_heaviest_first(checked: Shell) -> None:
    checked.run("assess", "Brook", "--add", "--answers", checked.file("hard.toml", HARD), "--on", "2026-02-02")
    lines = checked.run("clients").out.splitlines()
    assert [line.split()[0] for line in lines] == ["Brook", "Acme"]
    found = json.loads(checked.run("clients", "--json").out)
    assert [(each["client"], each["outcome"]) for each in found] == [("Brook", "plan_exit"), ("Acme", "keep")]


def test_nobody_there_is_said_and_is_no_mistake(shell: Shell) -> None:
    assert shell.run("clients").out.count("\n") == 1
    assert json.loads(shell.run("clients", "--json").out) == []
