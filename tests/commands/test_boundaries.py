"""coach boundaries as a shell runs it."""

import json

from tests.commands.shell import HARD, Shell


def test_my_own_boundaries_stand_a_line_each(shell: Shell) -> None:
    out = shell.run("boundaries").out
    assert "Decent treatment: not known · decide it" in out.splitlines()
    assert len([line for line in out.splitlines() if ": " in line]) == 23


def test_with_a_client_it_says_what_a_check_found(shell: Shell) -> None:
    shell.run("assess", "Acme [/] Ltd", "--add", "--answers", shell.file("hard.toml", HARD), "--on", "2026-01-05")
    out = shell.run("boundaries", "acme").out
    assert out.startswith("Boundaries with Acme [/] Ltd")
    assert "My hours: refused · keep to it" in out or "My hours: refused" in out
    found = json.loads(shell.run("boundaries", "Acme", "--json").out)
    hours = next(each for each in found["boundaries"] if each["boundary"] == "office_hours")
    assert found["client"] == "Acme [/] Ltd"
    assert hours["stage"] == "refused" and hours["steps"]["told"] == {"how": "writing", "on": "2026-01-05"}


def test_a_client_there_is_not_is_one_line(shell: Shell) -> None:
    assert "There is no client called Nobody" in shell.run("boundaries", "Nobody", code=2).line
