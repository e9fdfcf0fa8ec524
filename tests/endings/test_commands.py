"""coach prospect and coach call, as a shell runs them."""

import json

import pytest

from tests.cli.conftest import shell
from tests.cli.shell import HARD, Shell, foreign

__all__ = ["shell"]

WORST = HARD.replace("confirm_cards = true", 'confirm_cards = true\nviolence = "yes"')


def asked(shell: Shell, name: str = "Harbour [/] Books") -> None:
    """A prospect who was asked everything."""
    script = f"""
import sys
from pathlib import Path
from coach.casebook.book import open_casebook
from tests.endings.prospect_answers import considered, given
book = open_casebook(Path({str(shell.home)!r}))
considered(book, book.add_prospect({name!r}).id, given(asked__goal="no", seen__late="yes"))
book.close()
"""
    shell.run("-c", script, program=())


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
        (("call", "Nobody"), "There is no client called Nobody"),
        (("call",), "There are no clients yet"),
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


def test_the_card_is_printed_or_written(shell: Shell) -> None:
    shell.run("assess", "Acme \x1b[2J", "--add", "--answers", shell.file("hard.toml", HARD))
    text = shell.run("call", "Acme").out
    assert "Reason: The job has come to need answers outside my working hours" in text and foreign(text) == set()
    assert text.count("- They: ") == 10 and "[On which day does the work end?]" in text
    path = shell.folder / "card.txt"
    assert shell.run("call", "Acme", "--out", path).out == f"{path}\n"
    assert path.read_text() == text and path.stat().st_mode & 0o777 == 0o600


def test_after_violence_the_command_says_why_there_is_no_card(shell: Shell) -> None:
    shell.run("assess", "Acme", "--add", "--answers", shell.file("worst.toml", WORST))
    text = shell.run("call", "Acme").out
    assert "No call here" in text and "They: " not in text


def test_practice_needs_somebody_to_ask(shell: Shell) -> None:
    shell.run("assess", "Acme", "--add", "--answers", shell.file("hard.toml", HARD))
    assert "no terminal to ask on" in shell.run("call", "Acme", "--practise", code=2).line
    assert "1 of 10. They say:" in shell.run("call", "Acme", "--practise", "--plain", code=2).out
