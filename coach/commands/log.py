"""Commands about the log: one thing written down, and the log of a client. Decides nothing."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.commands.shared import client_argument, client_of, day_of, json_option, minutes_of, prompted
from coach.ending import Complaint
from coach.opening import opened

if TYPE_CHECKING:
    from coach.casebook.book import Casebook
    from coach.store.clients import Client

MOST = 20_000
"""Characters read from standard input; a log entry is a line or a few."""


@click.command()
@click.argument("text", required=False)
@click.option("--client", metavar="NAME", help="With whom; not needed where there is one client.")
@click.option("--type", "kind", metavar="KIND", help="What kind it was; see: coach log --kinds")
@click.option("--mine", is_flag=True, help="It was a slip of your own.")
@click.option(
    "--on", "on_day", metavar="DATE", help="The day it happened, as 28 Nov or yesterday; today where not given."
)
@click.option("--minutes", metavar="TIME", help="What it took, as 45 or 1:30.")
@click.option("--told", type=click.Choice(["yes", "no"]), help="Whether they had been told before.")
@click.option("--proof", metavar="TEXT", help="Where a proof of it lies, such as a folder or a message.")
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
    minutes: str | None,
    told: str | None,
    proof: str | None,
    kinds: bool,
    as_json: bool,
) -> None:
    """Write down what a camera would have recorded.

    With - for TEXT it is read from standard input; without TEXT it is asked for in typed prompts.
    """
    if text is None and not (kind or kinds):
        _asked(at, client)
        return
    with opened(at) as book:
        from coach.casebook.log.log import LONGEST_ENTRY, NewEntry
        from coach.reports.log import entry_json, entry_text, kinds_text

        if kinds:
            click.echo(kinds_text(book.library), nl=False)
            return
        words = sys.stdin.read(MOST) if text == "-" else text or ""
        whom = _whom(book, client)
        day, took = day_of(on_day, book), minutes_of(minutes, book)
        note = NewEntry(words, mine, kind or "", day, took, told=told or "", proof=proof or "")
        entry = book.log.add(whom.id, note)
        report = entry_json if as_json else entry_text
        click.echo(report(book.library, whom, entry), nl=False)
        if len(words.strip()) > LONGEST_ENTRY:
            end = " ".join(entry.text.split()[-3:])
            click.echo(book.library.words("app.cut", limit=LONGEST_ENTRY, end=end), err=True)


@click.command()
@client_argument
@click.option("--all", "everything", is_flag=True, help="Words told, letters, tries, checks and decisions, too.")
@json_option
@click.pass_obj
def incidents(at: Path | None, client: str | None, everything: bool, as_json: bool) -> None:
    """Print the log of CLIENT, newest first."""
    with opened(at) as book:
        from coach.reports.log import log_json, log_text, timeline_text

        found = client_of(book, client)
        if everything and not as_json:
            click.echo(timeline_text(book.library, found, book.timeline.of(found.id)), nl=False)
        else:
            report = log_json if as_json else log_text
            click.echo(report(book.library, found, book.log.of(found.id)), nl=False)


def _asked(at: Path | None, client: str | None) -> None:
    if not sys.stdin.isatty():
        raise Complaint("nothing to write down: give it as text, or as - from standard input")
    with opened(at) as book:
        whom = book.clients.find(client) if client else None
        prompted(book, lambda shell: shell.log.write(whom))


def _whom(book: "Casebook", name: str | None) -> "Client":
    """The client named, or the only one there is. Raises Refused and Complaint."""
    if name is not None:
        return book.clients.find(name)
    everyone = book.clients.everyone()
    if len(everyone) == 1:
        return everyone[0]
    if not everyone:
        raise Complaint(book.library.words("report.no_clients"))
    raise Complaint("there are several clients: name one with --client")
