"""What the commands share: options, a day, a client by name, and where a paper goes. Decides nothing."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from coach.ending import Complaint

if TYPE_CHECKING:
    from coach.casebook.book import Casebook
    from coach.casebook.checks.told import Told
    from coach.reports.checks import Report
    from coach.store.clients import Client

F = TypeVar("F", bound=Callable[..., Any])


def json_option(command: F) -> F:
    """``--json``, the same everywhere."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON.")(command)


def out_option(command: F) -> F:
    """``--out`` and ``--force``, the same everywhere."""
    kind = click.Path(path_type=Path)
    command = click.option("--force", is_flag=True, help="Replace the file if it exists.")(command)
    return click.option("--out", type=kind, help="Write into this file, readable by you alone.")(command)


def recommended(book: "Casebook", report: "Report", name: str, told: "Told", as_json: bool) -> str:
    """A recommendation as lines or JSON, with what could be seen before signing."""
    from coach.wording.prospects import ProspectWords

    before = book.before(told)
    if as_json:
        return report.recommendation_json(name, told, before)
    return report.recommendation(name, told, ProspectWords(book.library).before(before) if before else ())


def client_of(book: "Casebook", name: str | None, add: bool = False) -> "Client":
    """The client of that name, added where wanted, or chosen from a list. Raises Refused and Complaint."""
    from coach.casebook.desk import Refused
    from coach.formats.text import clean

    if name is not None:
        try:
            return book.find_client(name)
        except Refused as problem:
            if add and problem.key == "client_unknown":
                return book.add_client(name)
            raise
    everyone = book.clients()
    if not everyone:
        raise Complaint(book.library.words("report.no_clients"))
    if not sys.stdin.isatty():
        raise Complaint("name the client: there is no terminal to ask on")
    for number, each in enumerate(everyone, 1):
        click.echo(f"{number:>3}  {clean(each.name)}", err=True)
    chosen = click.prompt("Number", type=click.IntRange(1, len(everyone)), err=True)
    return everyone[int(chosen) - 1]


def day_of(text: str | None) -> date | None:
    """A day written as 2026-10-24, or None where none is given. Raises Refused."""
    from coach.casebook.desk import Refused

    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refused("day_unreadable") from error


def can_ask() -> bool:
    """Whether there is a terminal to ask on; what was asked for may still go into a file."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def leave(book: "Casebook", text: str, out: Path | None, force: bool) -> None:
    """Print a paper, or write it into a file and print where."""
    from coach.formats.text import clean

    if out is None:
        click.echo(clean(text, lines=True), nl=False)
    else:
        book.write_out(out, text, force)
        click.echo(str(out))
