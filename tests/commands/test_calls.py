"""coach call as a shell runs it."""

from tests.commands.shell import HARD, Shell, foreign

WORST = HARD.replace("confirm_cards = true", 'confirm_cards = true\nviolence = "yes"')


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


def test_without_that_client_there_is_no_call(shell: Shell) -> None:
    assert "There are no clients yet" in shell.run("call", code=2).line
    assert "There is no client called Nobody" in shell.run("call", "Nobody", code=2).line
