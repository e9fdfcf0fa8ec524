"""coach try, changed and receipt as a shell runs them."""

import json
from xml.etree import ElementTree

import pytest

from tests.commands.shell import Shell


def test_what_changed_is_read_out_and_written_for_programs(checked: Shell) -> None:
    out = checked.run("changed", "Acme").out
    assert out.startswith("Acme\n") and "Is it me?" in out
    found = json.loads(checked.run("changed", "Acme", "--json").out)
    assert (found["client"], found["boundaries"], found["tries"]) == ("Acme", [], [])


def test_a_receipt_masks_the_name_and_a_picture_is_a_file_of_its_own(checked: Shell) -> None:
    out = checked.run("receipt", "Acme", "--quarter", "2026Q1").out
    assert "a client of mine" in out and "Acme" not in out
    assert max(len(line) for line in out.splitlines()) <= 40
    assert "Acme" in checked.run("receipt", "Acme", "--quarter", "2026Q1", "--names").out
    picture = checked.home.parent / "receipt.svg"
    assert checked.run("receipt", "Acme", "--svg", picture).out == f"{picture}\n"
    assert ElementTree.parse(picture).getroot().tag.endswith("svg")
    assert "exists already" in checked.run("receipt", "Acme", "--svg", picture, code=2).line


@pytest.mark.parametrize("quarter", ["2026", "Q3", "2026Q5"])
def test_a_quarter_there_is_not_is_one_line(checked: Shell, quarter: str) -> None:
    assert "That is no quarter" in checked.run("receipt", "Acme", "--quarter", quarter, code=2).line


def test_a_try_waits_for_no_terminal(checked: Shell) -> None:
    assert json.loads(checked.run("try", "Acme", "--json").out) == []
    assert checked.run("try", "Acme", code=2).line
    assert "There is no client called Nobody" in checked.run("try", "Nobody", "--json", code=2).line
