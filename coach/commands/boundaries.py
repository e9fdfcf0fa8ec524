"""The command about boundaries. Decides nothing."""

from pathlib import Path

import click

from coach.commands.shared import client_argument, json_option
from coach.opening import opened


@click.command()
@client_argument
@json_option
@click.pass_obj
def boundaries(at: Path | None, client: str | None, as_json: bool) -> None:
    """Print how far your boundaries have come, or how they stand with CLIENT."""
    with opened(at) as book:
        from coach.reports.boundaries import boundaries_json, boundaries_text

        found = None if client is None else book.clients.find(client)
        client_id, name = (None, None) if found is None else (found.id, found.name)
        standings, terms = book.boundaries.standings(client_id).values(), book.boundaries.terms(client_id)
        text = boundaries_json(name, standings, terms) if as_json else None
        click.echo(text or boundaries_text(book.library, name, standings, terms), nl=False)
