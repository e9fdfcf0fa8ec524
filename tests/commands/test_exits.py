"""coach exit as a shell runs it: printed and written where nobody sees whose it is; and its steps in the calendar."""

import json
import os
import stat
from pathlib import Path

from icalendar import Calendar

from coach.casebook.book import open_casebook
from tests.commands.shell import GOOD, Shell
from tests.shared.exits import planned

THREAT = GOOD.replace('worth_it = "yes"', 'violence = "yes"\nworth_it = "no"')


def opened(shell: Shell, name: str, answers: str) -> None:
    """A client, checked, with a plan opened as a script would: by prompts on standard input."""
    shell.run("assess", name, "--add", "--answers", shell.file("answers.toml", answers))
    book = open_casebook(shell.home)
    book.exits.open(book.clients.find(name).id)
    book.records.close()


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


def test_the_command_writes_them_and_leaves_out_who_was_put_away(tmp_path: Path) -> None:
    shell, out = Shell(tmp_path / "records", tmp_path), tmp_path / "coach.ics"
    book = open_casebook(shell.home)
    for name in ("Acme", "Borg"):
        planned(book, name=name)
    book.clients.archive(book.clients.find("Borg").id)
    book.records.close()
    shell.run("calendar", "--out", out, "--names")
    titles = [str(each["SUMMARY"]) for each in Calendar.from_ical(out.read_bytes()).walk("VEVENT")]
    assert "Acme: Call them, and say it" in titles and not any("Borg" in each for each in titles)
