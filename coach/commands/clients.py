"""The command that lists the clients. Decides nothing."""

from pathlib import Path

import click

from coach.commands.shared import json_option
from coach.opening import opened


@click.command()
@json_option
@click.pass_obj
def clients(at: Path | None, as_json: bool) -> None:
    """List your clients, the heaviest first."""
    with opened(at) as book:
        from coach.reports.clients import clients_json, clients_text

        lines = book.overview.lines()
        click.echo(clients_json(lines) if as_json else clients_text(book.library, lines), nl=False)
