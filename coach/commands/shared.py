"""What the commands share: options, a day, a client by name, typed prompts, and where a paper goes. Decides nothing."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from coach.ending import Complaint

if TYPE_CHECKING:
    from coach.casebook.book import Casebook
    from coach.prompts import Shell
    from coach.store.clients import Client

F = TypeVar("F", bound=Callable[..., Any])


def client_argument(command: F) -> F:
    """``[CLIENT]``, the same everywhere."""
    return click.argument("client", required=False)(command)


def json_option(command: F) -> F:
    """``--json``, the same everywhere."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON.")(command)


def plain_option(command: F) -> F:
    """``--plain`` of a command that asks."""
    said = "Read the answers line by line also where there is no terminal."
    return click.option("--plain", is_flag=True, help=said)(command)


def day_option(command: F) -> F:
    """``--on`` of a check."""
    said = "The day of the check, as 28 Nov or last friday; today where not given."
    return click.option("--on", "on_day", metavar="DATE", help=said)(command)


def force_option(command: F) -> F:
    """``--force``, the same everywhere."""
    return click.option("--force", is_flag=True, help="Replace the file if it exists.")(command)


def out_option(command: F) -> F:
    """``--out`` and ``--force``, the same everywhere."""
    kind = click.Path(path_type=Path)
    said = "Write into this file, readable by you alone."
    return click.option("--out", type=kind, help=said)(force_option(command))


def client_of(book: "Casebook", name: str | None, add: bool = False) -> "Client":
    """The client of that name, added where wanted, or chosen from a list. Raises Refused and Complaint."""
    from coach.casebook.desk import Refused
    from coach.formats.text import clean

    if name is not None:
        try:
            return book.clients.find(name)
        except Refused as problem:
            if add and problem.key == "client_unknown":
                return book.clients.add(name)
            raise
    everyone = book.clients.everyone()
    if not everyone:
        raise Complaint(book.library.words("report.no_clients"))
    if not sys.stdin.isatty():
        raise Complaint("name the client: there is no terminal to ask on")
    for number, each in enumerate(everyone, 1):
        click.echo(f"{number:>3}  {clean(each.name)}", err=True)
    from coach.prompts.terminal import take_any_byte

    take_any_byte()
    chosen = click.prompt("Number", type=click.IntRange(1, len(everyone)), err=True)
    return everyone[int(chosen) - 1]


def day_of(text: str | None, book: "Casebook") -> date | None:
    """A day as people write it, in the past where it has no year; None where none is given. Raises Unreadable."""
    if text is None:
        return None
    from coach.formats.days import read_day

    return read_day(text, book.library.words.lexicon, book.clock.today())


def minutes_of(text: str | None, book: "Casebook") -> int | None:
    """A span as people write it, in whole minutes; None where none is given. Raises Unreadable."""
    if text is None:
        return None
    from coach.formats.units import read_figure
    from coach.formats.unreadable import Unreadable

    low, high = read_figure(text, "minutes", book.library.words.lexicon)
    if low != high:
        raise Unreadable("duration")
    return low


def prompted(book: "Casebook", act: "Callable[[Shell], object]") -> None:
    """Ask in typed prompts, and leave with their exit code where they did not come to their end."""
    from coach.prompts import on_terminal

    if code := on_terminal(book).run(act):
        raise click.exceptions.Exit(code)


def leave(book: "Casebook", text: str, out: Path | None, force: bool) -> None:
    """Print a paper, or write it into a file and print where."""
    from coach.formats.text import clean

    if out is None:
        click.echo(clean(text, lines=True), nl=False)
    else:
        book.files.write(out, text, force)
        click.echo(str(out))
