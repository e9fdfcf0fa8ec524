"""Commands about check-ins: what is due, in a line or a figure; the check-ins themselves; a calendar of them.

`due` and `status` stand in shell prompts: they read one query and load nothing they could do without.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.commands.shared import client_argument, client_of, day_of, force_option, json_option, plain_option, prompted
from coach.ending import Complaint
from coach.opening import needs_terminal, opened, unreadable

if TYPE_CHECKING:
    from coach.casebook.check_ins.schedule import Schedule
    from coach.library.words import Words
    from coach.store.turns import Waiting

DUE = 10
"""Exit code where something is due; 0 says that nothing is."""


@click.command()
@click.option("--count", is_flag=True, help="Print the number alone, and nothing where it is 0: for a prompt.")
@click.option("--names", is_flag=True, help="Name the clients.")
@json_option
@click.pass_obj
def due(at: Path | None, count: bool, names: bool, as_json: bool) -> None:
    """Say how many check-ins are due. Exit code 0: none; 10: some."""
    day, found, _ = _glance(at)
    now = [each for each in found if each.now(day)]
    if not count or as_json:
        from coach.reports.check_ins import due_json, due_text

        click.echo(due_json(day, now, names) if as_json else due_text(_words(), day, now, names))
    elif now:
        click.echo(len(now))
    if now:
        raise click.exceptions.Exit(DUE)


@click.command()
@click.pass_obj
def status(at: Path | None) -> None:
    """Print what waits in one line, without a name."""
    from coach.reports.check_ins import status_text

    day, found, waits = _glance(at, waiting=True)
    click.echo(status_text(_words(), day, [each for each in found if each.now(day)], waits))


@click.command()
@client_argument
@click.option(
    "--on", "on_day", metavar="DATE", help="The day it speaks of, as 28 Nov or yesterday; today where not given."
)
@plain_option
@click.pass_obj
def checkin(at: Path | None, client: str | None, on_day: str | None, plain: bool) -> None:
    """Check in on CLIENT, or on everyone who is due, in typed prompts."""
    with opened(at) as book:
        needs_terminal(book, plain)
        day = day_of(on_day, book)
        book.checks.check_day(day)
        whom = None if client is None else client_of(book, client).id
        prompted(book, lambda shell: shell.check_ins.through(whom, day))


@click.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file to write, such as coach.ics.")
@force_option
@click.option("--names", is_flag=True, help="Name the clients in it; a calendar is often shared.")
@click.pass_obj
def calendar(at: Path | None, out: Path, force: bool, names: bool) -> None:
    """Write the check-ins and the steps of exits to come into a calendar file."""
    with opened(at) as book:
        from coach.reports.calendar import calendar as written
        from coach.store import exits

        leaving = {*exits.client_ids(book.store)} & {each.id for each in book.clients.everyone()}
        plans = [plan for each in sorted(leaving) if (plan := book.exits.of(each)) is not None]
        book.files.write(out, written(book.rhythms.round(), book.clock.now(), book.library.words, names, plans), force)
        click.echo(str(out))


def _glance(at: Path | None, waiting: bool = False) -> "tuple[date, tuple[Schedule, ...], Waiting | None]":
    """Today, everyone's place in the round, and what else waits; nobody where there are no records yet."""
    from coach.casebook.check_ins.schedule import schedules_of
    from coach.clock import system_clock
    from coach.folders import places
    from coach.store import turns
    from coach.store.file.connection import connect
    from coach.store.file.errors import FaultKind, StoreFault

    there = places(at)
    try:
        day = system_clock().today()
        store = connect(there.database, create=False, backups=there.backups, reserve=there.reserve)
        try:
            return day, schedules_of(turns.everyone(store, day), day), turns.waiting(store, day) if waiting else None
        finally:
            store.close()
    except StoreFault as fault:
        if fault.kind is FaultKind.MISSING:
            return day, (), None
        raise Complaint(unreadable(fault)) from fault
    except ValueError as error:
        raise Complaint(str(error)) from error


def _words() -> "Words":
    from coach.library.reader import content_root
    from coach.library.words import Words

    return Words(content_root(), "en")
