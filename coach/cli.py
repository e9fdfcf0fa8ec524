"""The commands. Each opens what it needs inside itself, so that a quick command stays quick. Decides nothing."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from coach import __version__

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


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="coach")
@click.option("--at", type=click.Path(path_type=Path, file_okay=False), help="Keep the records in this folder.")
@click.option("--light", is_flag=True, help="Use the light theme.")
@click.option("--plain/--screen", "plain", default=None, help="Typed prompts, or the full screen; remembered.")
@click.pass_context
def cli(context: click.Context, at: Path | None, light: bool, plain: bool | None) -> None:
    """A coach for people who work for clients: should this client go, and which boundaries are missing?"""
    context.obj = at
    if context.invoked_subcommand is None:
        _start(at, light, plain)


@cli.command("check")
@click.argument("client", required=False)
@click.option("--quick", "depth", flag_value="quick", help="Ninety seconds: a first reading.")
@click.option("--full", "depth", flag_value="full", help="Seven minutes: the whole picture.")
@click.option("--on", "on_day", metavar="DATE", help="The day of the check, as 2026-10-24; today where not given.")
@click.option("--plain", is_flag=True, help="Read the answers line by line also where there is no terminal.")
@click.pass_obj
def check_client(at: Path | None, client: str | None, depth: str | None, on_day: str | None, plain: bool) -> None:
    """Check CLIENT in typed prompts, from the first question to your decision."""
    with _opened(at) as book:
        _needs_terminal(book, plain)
        from coach.engine.instrument import Depth
        from coach.prompts import on_terminal

        day = _day(on_day)
        book.check_day(day)
        found = _whom(book, client)
        code = on_terminal(book, _report(book)).check(found, Depth(depth) if depth else None, day)
    if code:
        raise click.exceptions.Exit(code)


@cli.command()
@click.option("--plain", is_flag=True, help="Read the answers line by line also where there is no terminal.")
@click.pass_obj
def limits(at: Path | None, plain: bool) -> None:
    """Read and change your own limits in typed prompts."""
    with _opened(at) as book:
        _needs_terminal(book, plain)
        from coach.prompts import on_terminal

        code = on_terminal(book, _report(book)).limits()
    if code:
        raise click.exceptions.Exit(code)


@cli.command()
@click.argument("client", required=False)
@click.option(
    "--answers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="TOML or JSON, by item id.",
)
@click.option("--on", "on_day", metavar="DATE", help="The day of the check, as 2026-10-24; today where not given.")
@click.option("--add", is_flag=True, help="Add the client where there is none of that name.")
@json_option
@click.pass_obj
def assess(at: Path | None, client: str | None, answers: Path, on_day: str | None, add: bool, as_json: bool) -> None:
    """Enter a whole check of CLIENT from a file of answers."""
    with _opened(at) as book:
        from coach.casebook.answers import read_sheet
        from coach.casebook.checks import CLIENT_CHECK

        given = read_sheet(answers, book.library.instrument(CLIENT_CHECK))
        day = _day(on_day) or given.on_day
        book.check_day(day)
        found = _whom(book, client, add)
        told = book.assess(found.id, given.answers, given.depth, day)
        report = _report(book)
        write = report.recommendation_json if as_json else report.recommendation
        click.echo(write(found.name, told), nl=False)


@cli.command()
@click.argument("client", required=False)
@json_option
@click.pass_obj
def verdict(at: Path | None, client: str | None, as_json: bool) -> None:
    """Print the last recommendation about CLIENT, with its reasons."""
    with _opened(at) as book:
        found = _whom(book, client)
        told = book.told(found.id)
        if told is None:
            raise Complaint(book.library.words("report.not_checked", name=found.name))
        report = _report(book)
        write = report.recommendation_json if as_json else report.recommendation
        click.echo(write(found.name, told), nl=False)


@cli.command()
@click.argument("client", required=False)
@json_option
@click.pass_obj
def trend(at: Path | None, client: str | None, as_json: bool) -> None:
    """Print how CLIENT has gone, check by check."""
    with _opened(at) as book:
        found = _whom(book, client)
        report = _report(book)
        write = report.trend_json if as_json else report.trend
        click.echo(write(found.name, book.trend(found.id)), nl=False)


@cli.command()
@click.option("--light", is_flag=True, help="Use the light theme.")
@click.option("--plain", is_flag=True, help="Typed prompts in place of the full screen.")
@click.option("--day", "day", metavar="DATE", hidden=True, help="The day to show it on, as 2026-10-24.")
@click.pass_obj
def demo(at: Path | None, light: bool, plain: bool, day: str | None) -> None:
    """Look around in a made-up practice; nothing you do there is kept."""
    from dataclasses import replace

    from coach.clock import system_clock
    from coach.demo import Ended, play, throwaway

    if at is not None:
        raise Complaint("the demo has a folder of its own, which is thrown away: leave --at out")
    if not (plain or _terminal()):
        raise Complaint("the demo needs a terminal, or typed prompts: coach demo --plain")
    try:
        with throwaway() as folder, _opened(folder) as opened:
            book = replace(opened, clock=system_clock(_day(day)))
            click.echo(book.library.words("demo.begun"))
            book.set_setting("demo", True)
            play(book, book.clock.today())
            code = _shell(book, light, plain)
    except Ended as end:
        code = 128 + end.number
    if code:
        raise click.exceptions.Exit(code)


@cli.command()
@json_option
@click.pass_obj
def clients(at: Path | None, as_json: bool) -> None:
    """List your clients, the heaviest first."""
    with _opened(at) as book:
        report, lines = _report(book), book.lines()
        click.echo(report.clients_json(lines) if as_json else report.clients(lines), nl=False)


@cli.command()
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="Write into this file, readable by you alone."
)
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
@click.pass_obj
def export(at: Path | None, out: Path | None, force: bool) -> None:
    """Write everything recorded as JSON."""
    with _opened(at) as book:
        if out is None:
            book.export(sys.stdout)
            return
        book.export_to(out, force)
        click.echo(str(out))


@cli.command()
@click.pass_obj
def where(at: Path | None) -> None:
    """Print where the records and their copies lie."""
    from coach.folders import places
    from coach.text import clean

    there = places(at)
    for name, path in (("records", there.database), ("copies", there.backups), ("exports", there.exports)):
        click.echo(f"{name:<8} {clean(str(path))}")


@cli.group()
def content() -> None:
    """For authors of questions and wording."""


@content.command("check")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False, exists=True), help="Another content folder.")
@click.option("--uncited", is_flag=True, help="List each claim that nothing cites yet.")
def check_content(root: Path | None, uncited: bool) -> None:
    """Check every content file; exit code 2 where there is a fault."""
    from coach.library.check import check
    from coach.library.reader import content_root

    found = check(root or content_root())
    faults, warnings = [each for each in found if not each.warning], [each for each in found if each.warning]
    for each in faults + (warnings if uncited else []):
        click.echo(str(each))
    tail = "" if uncited or not warnings else " (--uncited lists them)"
    click.echo(f"{len(faults)} faults, {len(warnings)} claims cited by nothing yet{tail}")
    if faults:
        raise click.exceptions.Exit(BAD)


def _start(at: Path | None, light: bool, plain: bool | None) -> None:
    if not (plain or _terminal()):
        raise Complaint("this needs a terminal. For scripts there is: coach --help")
    with _opened(at) as book:
        remembered = book.setting("plain", False)
        if plain is not None and plain != remembered:
            book.set_setting("plain", plain)
        typed = plain or (plain is None and bool(remembered))
        if plain is None and not (typed or _dumb() or book.clients()):
            click.echo(book.library.words.say("plain", "cli.hint"))
        code = _shell(book, light, typed)
    if code:
        raise click.exceptions.Exit(code)


def _shell(book: "Casebook", light: bool, typed: bool) -> int:
    """Run the coach on a casebook until the owner leaves: typed prompts, or the full screen; the exit code."""
    if typed or _dumb():
        from coach.prompts import on_terminal

        return on_terminal(book, _report(book)).start()
    from screens.run import run

    return run(book, light)


def _terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _dumb() -> bool:
    return os.environ.get("TERM", "") in ("", "dumb")


def _needs_terminal(book: "Casebook", plain: bool) -> None:
    if not (plain or sys.stdin.isatty()):
        raise Complaint(book.library.words.say("plain", "cli.needs_terminal"))


class _opened:
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


def _report(book: "Casebook") -> "Report":
    from coach.phrases import Phrases
    from coach.report import Report

    return Report(Phrases(book.library), book.library.words)


def _whom(book: "Casebook", name: str | None, add: bool = False) -> "Client":
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


def _day(text: str | None) -> date | None:
    from coach.casebook.desk import Refused

    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refused("day_unreadable") from error


def main() -> None:
    """Run a command: 0 done, 2 where what was asked cannot be done, 1 for a fault of the coach's own."""
    code = _run()
    if code == HANGUP:
        # The terminal has gone: whatever is still buffered for it would fail, and nobody is left to tell.
        _silence(sys.stderr)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
    except OSError as error:
        _silence()
        code = _say(error.strerror or "the output cannot be written", BAD)
    sys.exit(code)


def _run() -> int:
    try:
        code = cli.main(standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 0
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "coach"
        return _say(f"{error.format_message()} See: {where} --help", BAD)
    except click.ClickException as error:
        return _say(error.format_message(), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return STOPPED
    except SystemExit:
        # click ends so, and only so, where whoever read the output has gone: there is nobody left to tell.
        _silence()
        return 0
    except OSError as error:
        _silence()
        return _say(error.strerror or type(error).__name__, BAD)
    except Exception as error:
        # Whatever it is, no frame of it may be printed: they hold names and notes.
        return _say(f"something went wrong inside ({type(error).__name__}). See: coach where", OURS)


def _say(line: str, code: int) -> int:
    """One line on standard error, with nothing in it that could steer a terminal."""
    from coach.text import clean

    click.echo(f"coach: {clean(' '.join(line.split()))}", err=True)
    return code


def _silence(*more: TextIO) -> None:
    """Give up standard output, and what else is named, so that nothing is tried on it again while the program ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, *more):
        os.dup2(nowhere, stream.fileno())


if __name__ == "__main__":
    main()
