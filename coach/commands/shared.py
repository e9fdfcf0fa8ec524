"""What the commands share: complaints, options, how the records are opened and a client is found. Decides nothing."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import click

if TYPE_CHECKING:
    from coach.casebook.book import Casebook
    from coach.casebook.desk import Desk
    from coach.casebook.log import Log
    from coach.casebook.told import Told
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


D = TypeVar("D", bound="Desk")


class _Open(Generic[D]):
    """Records open for a command, closed at its end; what goes wrong with them becomes one line."""

    def __init__(self, at: Path | None) -> None:
        self.at = at
        self.book: D | None = None

    def open(self) -> D:
        """The records with the verbs the command needs."""
        raise NotImplementedError

    def __enter__(self) -> D:
        try:
            self.book = self.open()
        except Exception as error:
            raise _complaint(error) or error from error
        return self.book

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        assert self.book is not None
        self.book.store.close()
        if error is None:
            return
        from coach.casebook.desk import Refused

        if isinstance(error, Refused):
            raise Complaint(self.book.library.words(f"refused.{error.key}", **error.blanks)) from error
        said = None if isinstance(error, (OSError, ValueError)) else _complaint(error)
        if said is not None:
            raise said from error


class opened(_Open["Casebook"]):
    """The casebook of a command."""

    def open(self) -> "Casebook":
        """Every verb."""
        from coach.casebook.book import open_casebook

        return open_casebook(self.at)


class jotted(_Open["Log"]):
    """The log of a command that writes one line and ends; nothing else is loaded."""

    def open(self) -> "Log":
        """The verbs of the log."""
        from coach.casebook.desk import open_as
        from coach.casebook.log import Log

        return open_as(Log, self.at)


def _complaint(error: BaseException) -> Complaint | None:
    """What is said of records or content that cannot be used; None for a fault of another kind."""
    from coach.library.faults import BrokenContent
    from coach.store.errors import StoreFault

    if isinstance(error, StoreFault):
        return Complaint(unreadable(error))
    if isinstance(error, BrokenContent):
        return Complaint(f"{error.faults[0]} See: coach content check")
    return Complaint(_os_words(error)) if isinstance(error, (OSError, ValueError)) else None


def unreadable(fault: Any) -> str:
    """Why the records could not be used, and which."""
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


def recommended(book: "Casebook", report: "Report", name: str, told: "Told", as_json: bool) -> str:
    """A recommendation as lines or JSON, with what could be seen before signing."""
    from coach.prospect_words import ProspectWords

    before = book.before(told)
    if as_json:
        return report.recommendation_json(name, told, before)
    return report.recommendation(name, told, ProspectWords(book.library).before(before) if before else ())


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
