"""The command about the call that ends a job. Decides nothing."""

import sys
from pathlib import Path

import click

from coach.commands.shared import client_argument, client_of, leave, out_option, prompted
from coach.opening import needs_terminal, opened


@click.command("call")
@client_argument
@click.option("--practise", is_flag=True, help="Hear what they may say, one at a time, and see an answer after yours.")
@click.option("--plain", is_flag=True, help="Read what is typed line by line also where there is no terminal.")
@out_option
@click.pass_obj
def last_call(at: Path | None, client: str | None, practise: bool, plain: bool, out: Path | None, force: bool) -> None:
    """Print the card for the call that ends the work for CLIENT, with answers to what they may say."""
    with opened(at) as book:
        from coach.reports.calls import call_text
        from coach.wording.calls import Call

        found = client_of(book, client)
        if practise:
            needs_terminal(book, plain)
            prompted(book, lambda shell: shell.calls.practise(found))
            return
        call = Call(book, found.id)
        leave(book, call_text(call), out, force)
        if call.writing.open and not call.barred and sys.stderr.isatty():
            click.echo(book.library.words.count("screens", "call.still_open", len(call.writing.open)), err=True)
