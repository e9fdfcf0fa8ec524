"""Commands about check-ins: what is due, in a line or a figure; the check-ins themselves; a calendar of them.

`due` and `status` stand in shell prompts: they read one query and load nothing they could do without.
"""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.commands.shared import client_of, day_of, json_option
from coach.ending import Complaint
from coach.opening import needs_terminal, opened, report_of, unreadable

if TYPE_CHECKING:
    from coach.casebook.check_ins.rounds import Place
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
    if as_json:
        click.echo(_json(day, now, names))
    elif count:
        if now:
            click.echo(len(now))
    else:
        words = _words()
        click.echo(_said(words, day, now))
        for each in now if names else ():
            assert each.due is not None
            click.echo(words.say("due", "listed", name=each.name, day=words.day(each.due.on_day)))
    if now:
        raise click.exceptions.Exit(DUE)


@click.command()
@click.pass_obj
def status(at: Path | None) -> None:
    """Print what waits in one line, without a name."""
    day, found, waits = _glance(at, waiting=True)
    words = _words()
    now = [each for each in found if each.now(day)]
    parts = [_said(words, day, now)] if now else []
    if waits is not None:
        counts = {"resume": waits.resume, "again": waits.again, "steps": waits.steps}
        parts += [words.count("due", f"{key}", many) for key, many in counts.items() if many]
    between = words.say("due", "between")
    click.echo(between.join(parts) if parts else words.say("due", "status_none"))


@click.command()
@click.argument("client", required=False)
@click.option("--on", "on_day", metavar="DATE", help="The day it speaks of, as 2026-11-14; today where not given.")
@click.option("--plain", is_flag=True, help="Read the answers line by line also where there is no terminal.")
@click.pass_obj
def checkin(at: Path | None, client: str | None, on_day: str | None, plain: bool) -> None:
    """Check in on CLIENT, or on everyone who is due, in typed prompts."""
    with opened(at) as book:
        needs_terminal(book, plain)
        from coach.prompts import on_terminal

        day = day_of(on_day)
        book.check_day(day)
        whom = None if client is None else client_of(book, client).id
        code = on_terminal(book, report_of(book)).check_in(whom, day)
    if code:
        raise click.exceptions.Exit(code)


@click.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file to write, such as coach.ics.")
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
@click.option("--names", is_flag=True, help="Name the clients in it; a calendar is often shared.")
@click.pass_obj
def calendar(at: Path | None, out: Path, force: bool, names: bool) -> None:
    """Write the check-ins and the steps of exits to come into a calendar file."""
    with opened(at) as book:
        from coach.reports.calendar import calendar as written
        from coach.store import exits

        leaving = {*exits.client_ids(book.store)} & {each.id for each in book.clients()}
        plans = [plan for each in sorted(leaving) if (plan := book.exit(each)) is not None]
        book.write_out(out, written(book.round(), book.clock.now(), book.library.words, names, plans), force)
        click.echo(str(out))


def _glance(at: Path | None, waiting: bool = False) -> "tuple[date, tuple[Place, ...], Waiting | None]":
    """Today, everyone's place in the round, and what else waits; nobody where there are no records yet."""
    from coach.casebook.check_ins.rounds import places_of
    from coach.clock import system_clock
    from coach.folders import places
    from coach.store import turns
    from coach.store.file.connection import connect
    from coach.store.file.errors import Kind, StoreFault

    there = places(at)
    try:
        day = system_clock().today()
        store = connect(there.database, create=False, backups=there.backups, reserve=there.reserve)
        try:
            return day, places_of(turns.everyone(store, day), day), turns.waiting(store, day) if waiting else None
        finally:
            store.close()
    except StoreFault as fault:
        if fault.kind is Kind.MISSING:
            return day, (), None
        raise Complaint(unreadable(fault)) from fault
    except ValueError as error:
        raise Complaint(str(error)) from error


def _words() -> "Words":
    from coach.library.reader import content_root
    from coach.library.words import Words

    return Words(content_root(), "en")


def _said(words: "Words", day: date, now: "list[Place]") -> str:
    if not now:
        return words.say("due", "none")
    said, late = words.count("due", "due", len(now)), sum(each.due.late(day) for each in now if each.due)
    return words.say("due", "overdue", said=said, late=late) if late else said


def _json(day: date, now: "list[Place]", names: bool) -> str:
    rows = [
        {
            **({"client": each.name} if names else {}),
            "due_on": each.due.on_day.isoformat() if each.due else None,
            "every": each.rhythm.every.value,
            "missed": each.due.missed if each.due else 0,
        }
        for each in now
    ]
    return json.dumps({"on": day.isoformat(), "due": len(now), "check_ins": rows}, ensure_ascii=False)
