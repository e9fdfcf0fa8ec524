"""coach prospect as a shell runs it."""

import json

import pytest

from coach.casebook.book import open_casebook
from tests.commands.shell import HARD, Shell
from tests.shared.prospects import considered, given


def asked(shell: Shell, name: str = "Harbour [/] Books") -> None:
    """A prospect who was asked everything."""
    book = open_casebook(shell.home)
    considered(book, book.prospects.add(name).id, given(asked__goal="no", seen__late="yes"))
    book.records.close()


def test_a_result_is_printed_as_text_and_as_json(shell: Shell) -> None:
    asked(shell)
    assert shell.run("prospect").out.split("  ")[-1] == "take with terms\n"
    text = shell.run("prospect", "harb").out
    assert text.startswith("Harbour [/] Books\n") and "- What should be different when the work is done?" in text
    found = json.loads(shell.run("prospect", "harb", "--json").out)
    assert (found["outcome"], found["questions"], found["state"]) == ("take_with_terms", ["goal"], "prospect")
    assert json.loads(shell.run("prospect", "--json").out)[0]["outcome"] == "take_with_terms"
    assert shell.run("clients").out.startswith("There are no clients yet.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("prospect", "Nobody"), "coach prospect NAME --check"),
        (("prospect", "Nobody", "--check"), "no terminal to ask on"),
    ],
)
def test_what_cannot_be_done_is_one_line(shell: Shell, words: tuple[str, ...], said: str) -> None:
    assert said in shell.run(*words, code=2).line


def test_a_prospect_has_no_check_of_a_client(shell: Shell) -> None:
    asked(shell)
    answers = shell.file("hard.toml", HARD)
    assert "is no client yet" in shell.run("assess", "Harbour", "--answers", answers, code=2).line


def test_a_client_that_was_never_looked_at_before_is_one_line(shell: Shell) -> None:
    shell.run("assess", "Acme", "--add", "--answers", shell.file("hard.toml", HARD))
    assert "no check before signing of Acme" in shell.run("prospect", "Acme", code=2).line
