"""Commands about the records as a whole: where they lie, a copy of them, made-up ones. Decides nothing."""

import sys
from pathlib import Path

import click

from coach.commands.shared import day_of, force_option
from coach.ending import Complaint
from coach.opening import has_terminal, opened, run_shell


@click.command()
@click.option("--light", is_flag=True, help="Use the light theme.")
@click.option("--plain", is_flag=True, help="Typed prompts in place of the full screen.")
@click.option("--day", "day", metavar="DATE", hidden=True, help="The day to show it on, as 2026-10-24.")
@click.pass_obj
def demo(at: Path | None, light: bool, plain: bool, day: str | None) -> None:
    """Look around in a made-up practice; nothing you do there is kept."""
    from coach.clock import system_clock
    from coach.demo import Ended, play, throwaway

    asked = click.get_current_context().find_root().params
    light, plain = light or bool(asked.get("light")), plain or bool(asked.get("plain"))
    if at is not None:
        raise Complaint("the demo has a folder of its own, which is thrown away: leave --at out")
    if not (plain or has_terminal()):
        raise Complaint("the demo needs a terminal, or typed prompts: coach demo --plain")
    try:
        with throwaway() as folder, opened(folder) as found:
            book = found.replaced(clock=system_clock(day_of(day, found)))
            click.echo(book.library.words("demo.begun"))
            book.settings.set("demo", True)
            play(book, book.clock.today())
            code = run_shell(book, light, plain)
    except Ended as end:
        code = 128 + end.number
    if code:
        raise click.exceptions.Exit(code)


@click.command()
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="Write into this file, readable by you alone."
)
@force_option
@click.pass_obj
def export(at: Path | None, out: Path | None, force: bool) -> None:
    """Write everything recorded as JSON."""
    with opened(at) as book:
        if out is None:
            book.records.export(sys.stdout)
            return
        book.records.export_to(out, force)
        click.echo(str(out))


@click.command()
@click.pass_obj
def where(at: Path | None) -> None:
    """Print where the records and their copies lie."""
    from coach.folders import places
    from coach.formats.text import clean

    there = places(at)
    for name, path in (("records", there.database), ("copies", there.backups), ("exports", there.exports)):
        click.echo(f"{name:<8} {clean(str(path))}")
