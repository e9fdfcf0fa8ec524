"""What a command loads, read from the modules of a process that has run it: a quick command must stay quick."""

from importlib import import_module

import click
import pytest

from coach.cli import COMMANDS
from tests.commands.shell import Shell

AFTERWARDS = """
import sys
from coach.cli import main
try:
    main()
finally:
    sys.stderr.write(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""
TODAY = """
import asyncio, sys
from pathlib import Path
from coach.casebook.book import open_casebook
from screens.app import CoachApp

async def look():
    app = CoachApp(open_casebook(Path(sys.argv[1])))
    async with app.run_test() as pilot:
        await pilot.pause()
        print(type(app.screen).__name__)

asyncio.run(look())
sys.stderr.write(" ".join(sorted(sys.modules)))
"""
TOOLKIT = {
    "textual",
    "rich",
    "questionary",
    "prompt_toolkit",
    "babel",
    "markdown",
    "markdown_it",
    "pendulum",
    "icalendar",
}


def loaded(shell: Shell, *words: str) -> set[str]:
    return set(shell.run(*words, program=("-c", AFTERWARDS)).err.split())


def test_the_version_loads_no_database_and_no_toolkit(shell: Shell) -> None:
    found = loaded(shell, "--version")
    assert "click" in found
    assert found & (TOOLKIT | {"sqlite3", "sqlite_utils", "msgspec", "screens"}) == set()


@pytest.mark.parametrize(
    "words", [("clients",), ("clients", "--json"), ("verdict", "Acme"), ("trend", "Acme"), ("export",)]
)
def test_a_command_that_reads_loads_neither_the_toolkit_nor_what_is_for_writing(
    checked: Shell, words: tuple[str, ...]
) -> None:
    found = loaded(checked, *words)
    assert "sqlite3" in found
    assert found & (TOOLKIT | {"sqlite_utils", "screens"}) == set()


def test_one_line_written_down_loads_what_it_takes_and_no_more(checked: Shell) -> None:
    found = loaded(checked, "log", "He rang.", "--type", "after_hours")
    assert "sqlite3" in found
    assert found & (TOOLKIT | {"sqlite_utils", "msgspec", "screens"}) == set()


def test_a_command_that_writes_loads_no_toolkit(checked: Shell) -> None:
    found = loaded(checked, "assess", "Acme", "--answers", "good.toml")
    assert "sqlite_utils" in found
    assert found & (TOOLKIT | {"screens"}) == set()


def test_where_loads_no_database(shell: Shell) -> None:
    assert loaded(shell, "where") & (TOOLKIT | {"sqlite3", "sqlite_utils"}) == set()


def test_today_loads_no_prompts_no_calendar_of_languages_and_no_other_screen(checked: Shell) -> None:
    ran = checked.run(checked.home, program=("-c", TODAY))
    found = set(ran.err.split())
    assert ran.out == "TodayScreen\n"
    assert {name.partition(".")[0] for name in found} & {
        "questionary",
        "prompt_toolkit",
        "babel",
        "markdown",
        "icalendar",
    } == set()
    assert found & {"textual.widgets._markdown", "textual.widgets._text_area", "markdown_it"} == set()
    places = {name.split(".")[1] for name in found if name.startswith("screens.")}
    assert places & {"checks", "client", "clients", "boundaries", "exits", "letters"} == set()


def test_every_command_that_the_help_names_is_there_and_no_other() -> None:
    named = {name: module for module, names in COMMANDS.items() for name in names}
    for module in COMMANDS:
        held = vars(import_module(f"coach.commands.{module}")).values()
        found = {each.name for each in held if isinstance(each, click.Command)}
        assert {name for name in found if named.get(name or "") == module} == set(COMMANDS[module])
    assert all(said.endswith(".") and len(said) <= 62 for names in COMMANDS.values() for said in names.values())
