"""`coach exit` and the typed prompts: the plan is opened, filled, printed and written where nobody sees whose it is."""

import json
import os
import stat
from pathlib import Path

import pytest

from coach.casebook.book import Casebook
from coach.reports.prospects import prospects_text
from coach.wording.prospects import ProspectWords
from tests.cli.shell import GOOD, Shell
from tests.plain.scripted import Script

THREAT = GOOD.replace('worth_it = "yes"', 'violence = "yes"\nworth_it = "no"')


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "records", tmp_path)


def opened(shell: Shell, name: str, answers: str) -> None:
    """A client, checked, with a plan opened as a script would: by prompts on standard input."""
    shell.run("assess", name, "--add", "--answers", shell.file("answers.toml", answers))
    from coach.casebook.book import open_casebook

    book = open_casebook(shell.home)
    book.open_exit(book.find_client(name).id)
    book.close()


def test_without_a_plan_it_says_so_in_one_line(shell: Shell) -> None:
    shell.run("assess", "Acme", "--add", "--answers", shell.file("good.toml", GOOD))
    assert "No exit is planned" in shell.run("exit", "Acme", code=2).line
    assert "no client" in shell.run("exit", "Nobody", code=2).line.lower()


def test_the_plan_is_printed_and_written_for_its_owner_alone(shell: Shell) -> None:
    opened(shell, "Acme", GOOD)
    page = shell.run("exit", "Acme").out
    assert page.startswith("# Ending the work with Acme\n") and "- [ ] Call them, and say it" in page
    assert "This is not legal advice" in page.splitlines()[-1]
    path = shell.folder / "plan.md"
    assert shell.run("exit", "Acme", "--out", path).out.strip() == str(path)
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert "exists already" in shell.run("exit", "Acme", "--out", path, code=2).line
    shell.run("exit", "Acme", "--out", path, "--force")


def test_the_plan_for_a_program_holds_what_the_page_says(shell: Shell) -> None:
    opened(shell, "Acme", GOOD)
    plan = json.loads(shell.run("exit", "Acme", "--json").out)
    assert plan["client"] == "Acme" and plan["pace"] == ["in_order"] and plan["branches"] == []
    assert plan["sums"]["net"] == 0 and plan["dates"]["end"] > plan["dates"]["given"]
    assert "call" in [each["step"] for each in plan["steps"]] and "ends" in plan["open"]


def test_in_danger_neither_page_nor_file_names_anybody(shell: Shell) -> None:
    opened(shell, "Grim Ltd", THREAT)
    page = shell.run("exit", "Grim").out
    assert "Grim" not in page and "Call them" not in page and "Your safety comes first" in page
    folder = shell.folder / "papers"
    folder.mkdir()
    path = Path(shell.run("exit", "Grim", "--out", folder).out.strip())
    assert path.parent == folder and path.name.startswith("notes-") and path.suffix == ".md"
    named = shell.run("exit", "Grim", "--out", shell.folder / "grim ltd.md")
    assert "says nothing" in named.err


FACTS = ["1", "1", "1", "1", "2 400", "eur", "1", "0", "1", "2", "30", "0", "1", "0", "1", "1"]
"""No danger, no law, no rules of a profession; a fixed price, Norway, thirty days, nothing held."""


def scripted(book: Casebook, *lines: str) -> str:
    script = Script(*lines)
    script.shell(book).exit(book.clients()[0])
    return script.text


def test_the_facts_are_asked_line_by_line_and_the_plan_is_read_out(book: Casebook) -> None:
    client = book.add_client("Acme").id
    text = scripted(book, "1", *FACTS, "1", "q")
    exit = book.exit(client)
    assert exit is not None and exit.open == ()
    assert exit.ending is not None and (exit.ending.end - exit.ending.given).days == 30
    assert "# Ending the work with Acme" in text and "What now?" in text
    assert not any(line.endswith("one by one") for line in text.splitlines())


def test_back_asks_the_one_before_again_and_what_is_not_known_says_what_it_costs(book: Casebook) -> None:
    client = book.add_client("Acme").id
    text = scripted(book, "1", "1", "b", "2", "q")
    exit = book.exit(client)
    assert exit is not None and exit.safe and "Your safety comes first" in text
    text = scripted(book, "2", "d", "q")
    exit = book.exit(client)
    assert exit is not None and [fact.id for fact in exit.unknown] == ["legal"]
    assert book.library.words.say("exit", "fact.legal.safety") in text


def test_work_and_invoices_are_typed_and_a_wrong_figure_is_asked_again(book: Casebook) -> None:
    client = book.add_client("Acme").id
    book.open_exit(client)
    acts = [
        f"act_{name}" for name in ("read", "facts", "change", "work", "invoice", "steps", "off", "contact", "close")
    ]
    number = {name: str(place) for place, name in enumerate(acts, 1)}
    work = [number["act_work"], "Shop", "3", "2000", "five", "500", "150", "60", "2"]
    invoice = [number["act_invoice"], "700", "whenever", "1 October 2026", "1"]
    text = scripted(book, *work, *invoice, number["act_steps"], "1", "q")
    exit = book.exit(client)
    assert exit is not None
    assert (exit.settlement.worth, exit.settlement.invoice, exit.settlement.open) == (120000, 0, 70000)
    assert [step.id for step, row in exit.steps if row and row.done_on] == ["read_contract"]
    for key in ("exit_money", "exit_percent", "exit_day"):
        assert book.library.words(f"refused.{key}") in text
    closed = scripted(book, number["act_close"], "3", "A price for every round.", "1")
    assert "put away" in closed and book.client(client).state == "archived"


def test_the_menu_offers_it_and_names_what_is_due(book: Casebook) -> None:
    client = book.add_client("Acme").id
    script = Script("q")
    script.shell(book).start()
    entry = next(line.split()[0] for line in script.said if "Plan an exit" in line)
    script = Script(entry, "1", *FACTS, "q", "q")
    script.shell(book).start()
    assert book.exit(client) is not None
    again = Script("q")
    again.shell(book).start()
    assert "- Acme: Read the contract" in again.text


def test_nobody_waiting_is_said_with_the_command_and_no_key(book: Casebook) -> None:
    text = prospects_text(ProspectWords(book.library), book.prospects())
    assert "coach prospect NAME --check" in text and "Press" not in text
