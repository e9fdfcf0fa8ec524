"""Commands about the log: one thing written down, and the log of a client. Decides nothing."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.commands.shared import client_of, day_of, json_option
from coach.ending import Complaint
from coach.opening import jotted, opened, report_of

if TYPE_CHECKING:
    from coach.casebook.log.log import Log
    from coach.engine.incident import Incident
    from coach.store.clients import Client

MOST = 20_000
"""Characters read from standard input; a log entry is a line or a few."""


@click.command()
@click.argument("text", required=False)
@click.option("--client", metavar="NAME", help="With whom; not needed where there is one client.")
@click.option("--type", "kind", metavar="KIND", help="What kind it was; see: coach log --kinds")
@click.option("--mine", is_flag=True, help="It was a slip of your own.")
@click.option("--on", "on_day", metavar="DATE", help="The day it happened, as 2026-10-24; today where not given.")
@click.option("--minutes", type=click.IntRange(0), help="What it took.")
@click.option("--told", type=click.Choice(["yes", "no"]), help="Whether they had been told before.")
@click.option("--kinds", is_flag=True, help="List the kinds there are, and write nothing.")
@json_option
@click.pass_obj
def log(
    at: Path | None,
    text: str | None,
    client: str | None,
    kind: str | None,
    mine: bool,
    on_day: str | None,
    minutes: int | None,
    told: str | None,
    kinds: bool,
    as_json: bool,
) -> None:
    """Write down what a camera would have recorded.

    With - for TEXT it is read from standard input; without TEXT it is asked for in typed prompts.
    """
    if text is None and not (kind or kinds):
        _asked(at, client)
        return
    with jotted(at) as book:
        if kinds:
            _kinds(book)
            return
        from coach.casebook.log.log import Note

        words = sys.stdin.read(MOST) if text == "-" else text or ""
        whom = _whom(book, client)
        note = Note(words, mine, kind or "", day_of(on_day), minutes, told=told or "")
        entry = book.log(whom.id, note)
        click.echo(_said(book, whom, entry, as_json), nl=False)


@click.command()
@click.argument("client", required=False)
@click.option("--all", "everything", is_flag=True, help="Words told, letters, tries, checks and decisions, too.")
@json_option
@click.pass_obj
def incidents(at: Path | None, client: str | None, everything: bool, as_json: bool) -> None:
    """Print the log of CLIENT, newest first."""
    with opened(at) as book:
        from coach.reports.log import log_json, log_lines

        found = client_of(book, client)
        if as_json:
            click.echo(log_json(book, found), nl=False)
        else:
            click.echo(log_lines(book, found, book.timeline(found.id) if everything else None), nl=False)


def _kinds(book: "Log") -> None:
    words = book.library.words
    for name in book.library.incident_types:
        click.echo(f"{name:<20} {words.say('incidents', f'type.{name}.name')}")


def _asked(at: Path | None, client: str | None) -> None:
    if not sys.stdin.isatty():
        raise Complaint("nothing to write down: give it as text, or as - from standard input")
    with opened(at) as book:
        from coach.prompts import on_terminal

        code = on_terminal(book, report_of(book)).log(book.find_client(client) if client else None)
    if code:
        raise click.exceptions.Exit(code)


def _whom(book: "Log", name: str | None) -> "Client":
    """The client named, or the only one there is. Raises Refused and Complaint."""
    if name is not None:
        return book.find_client(name)
    everyone = book.clients()
    if len(everyone) == 1:
        return everyone[0]
    if not everyone:
        raise Complaint(book.library.words("report.no_clients"))
    raise Complaint("there are several clients: name one with --client")


def _said(book: "Log", whom: "Client", entry: "Incident", as_json: bool) -> str:
    if as_json:
        from coach.reports.log import entry_json

        return entry_json(book, whom, entry)
    words = book.library.words
    blanks = {"name": whom.name, "day": words.day(entry.on_day)}
    if not entry.type:
        return words.say("incidents", "report.logged_open", **blanks) + "\n"
    kind = words.say("incidents", f"type.{entry.type}.name").lower()
    return words.say("incidents", "report.logged", kind=kind, **blanks) + "\n"
