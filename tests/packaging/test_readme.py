"""What README.md says is so: its links, its commands, its example."""

import re
from importlib.util import find_spec
from pathlib import Path

import click
import pytest

from coach.cli import cli
from tests.commands.shell import Shell

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "CHANGELOG.md", "coach/ARCHITECTURE.md")
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_leads_nowhere_but_into_the_checkout(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [
        link for link in re.findall(r"\]\(([^)]+)\)", text) if not (ROOT / page).parent.joinpath(link).exists()
    ] == []
    assert not re.search(r"://|/(?:home|work|tmp|root|usr)/", text)


def test_the_table_of_commands_is_whole() -> None:
    named = {words.split()[0] for words in re.findall(r"^\| `coach ([a-z][^`]*)`", README, re.MULTILINE)}
    assert named == set(cli.list_commands(click.Context(cli)))


def test_the_commands_for_starting_and_testing_are_those_the_build_runs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    start, check = re.findall(r"^    (python3 -m venv .+)$", README, re.MULTILINE)
    install, run = check.split(" && ")[1:]
    assert install in script and run in script
    assert start.split(" && ") == ["python3 -m venv .venv", install.replace("'.[test]'", "."), ".venv/bin/coach"]


def test_the_example_of_an_answers_file_works(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    shell = Shell(tmp_path / "records", tmp_path)
    assert shell.run("assess", "Acme", "--add", "--answers", shell.file("a.toml", example)).out.startswith("Acme\n")


def test_every_module_that_is_named_can_be_run() -> None:
    for module in set(re.findall(r"python -m (tests[.\w]*)", README)):
        assert find_spec(module), module
