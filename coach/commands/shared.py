"""What the commands share: complaints, options, how the records are opened and a client is found. Decides nothing."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from coach.casebook.book import Casebook
    from coach.report import Report
    from coach.store.clients import Client

F = TypeVar("F", bound=Callable[..., Any])

BAD, OURS, STOPPED, HANGUP = 2, 1, 130, 129
"""Exit codes: what was asked cannot be done; a fault of the coach's own; Ctrl+C."""


class Complaint(click.ClickException):
    """One line on standard error, and exit code 2."""

    exit_code = BAD


def json_option(command: F) -> F:
    """``--json``, the same everywhere."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON.")(command)


def out_option(command: F) -> F:
    """``--out`` and ``--force``, the same everywhere."""
    kind = click.Path(path_type=Path)
    command = click.option("--force", is_flag=True, help="Replace the file if it exists.")(command)
    return click.option("--out", type=kind, help="Write into this file, readable by you alone.")(command)


def run_shell(book: "Casebook", light: bool, typed: bool) -> int:
    """Run the coach on a casebook until the owner leaves: typed prompts, or the full screen; the exit code."""
    if typed or dumb():
        from coach.prompts import on_terminal

        return on_terminal(book, report_of(book)).start()
    from screens.run import run

    return run(book, light)


def has_terminal() -> bool:
    """Whether there is a terminal to read keys from and to draw on."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def dumb() -> bool:
    """Whether the terminal can show nothing but lines."""
    return os.environ.get("TERM", "") in ("", "dumb")


def needs_terminal(book: "Casebook", plain: bool) -> None:
    """Raise Complaint where questions would wait for nobody."""
    if not (plain or sys.stdin.isatty()):
        raise Complaint(book.library.words.say("plain", "cli.needs_terminal"))


class opened:
    """The casebook of a command, closed at its end; what goes wrong with the records becomes one line."""

    def __init__(self, at: Path | None) -> None:
        self.at = at
        self.book: Casebook | None = None

    def __enter__(self) -> "Casebook":
        from coach.casebook.book import open_casebook
        from coach.library.faults import BrokenContent
        from coach.store.errors import StoreFault

        try:
            self.book = open_casebook(self.at)
        except StoreFault as fault:
            raise Complaint(_store_words(fault)) from fault
        except BrokenContent as broken:
            raise Complaint(f"{broken.faults[0]} See: coach content check") from broken
        except (OSError, ValueError) as error:
            raise Complaint(_os_words(error)) from error
        return self.book

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        from coach.casebook.desk import Refused
        from coach.library.faults import BrokenContent
        from coach.store.errors import StoreFault

        assert self.book is not None
        words = self.book.library.words
        self.book.close()
        if isinstance(error, Refused):
            raise Complaint(words(f"refused.{error.key}", **error.blanks)) from error
        if isinstance(error, StoreFault):
            raise Complaint(_store_words(error)) from error
        if isinstance(error, BrokenContent):
            raise Complaint(f"{error.faults[0]} See: coach content check") from error


def _store_words(fault: Any) -> str:
    from coach.library.shelf import Library

    return f"{Library().words(f'store.{fault.kind.value}')} ({fault.path})"


def _os_words(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return f"{error.strerror or 'cannot be used'}: {error.filename}"
    return str(error)


def report_of(book: "Casebook") -> "Report":
    """What writes reports in the words of these records."""
    from coach.phrases import Phrases
    from coach.report import Report

    return Report(Phrases(book.library), book.library.words)


def client_of(book: "Casebook", name: str | None, add: bool = False) -> "Client":
    """The client of that name, added where wanted, or chosen from a list. Raises Refused and Complaint."""
    from coach.casebook.desk import Refused
    from coach.text import clean

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
    from coach.text import clean

    if out is None:
        click.echo(clean(text, lines=True), nl=False)
    else:
        book.write_out(out, text, force)
        click.echo(str(out))


def say(line: str, code: int) -> int:
    """One line on standard error, with nothing in it that could steer a terminal."""
    from coach.text import clean

    click.echo(f"coach: {clean(' '.join(line.split()))}", err=True)
    return code
