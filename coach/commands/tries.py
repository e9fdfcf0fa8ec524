"""The command about last tries. Decides nothing."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.commands.shared import client_argument, client_of, json_option, plain_option, prompted
from coach.opening import needs_terminal, opened

if TYPE_CHECKING:
    from coach.prompts import Shell


@click.command("try")
@client_argument
@plain_option
@json_option
@click.pass_obj
def last_try(at: Path | None, client: str | None, plain: bool, as_json: bool) -> None:
    """Begin a last try with CLIENT, see how it stands, or say how it ended."""
    with opened(at) as book:
        found = client_of(book, client)
        if as_json:
            from coach.reports.tries import tries_json

            click.echo(tries_json(book.tries.of(found.id)), nl=False)
            return
        needs_terminal(book, plain)

        def ask(shell: "Shell") -> None:
            with shell.console.refusing():
                shell.tries.through(found)

        prompted(book, ask)
