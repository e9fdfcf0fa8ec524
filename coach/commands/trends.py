"""Commands about how a client has gone: check by check, and what changed. Decides nothing."""

from pathlib import Path

import click

from coach.commands.shared import client_argument, client_of, json_option
from coach.opening import opened


@click.command()
@client_argument
@json_option
@click.pass_obj
def trend(at: Path | None, client: str | None, as_json: bool) -> None:
    """Print how CLIENT has gone, check by check."""
    with opened(at) as book:
        from coach.reports.trends import measured_text, trend_json, trend_text
        from coach.wording.trends import TrendWording

        found = client_of(book, client)
        own, others = book.trends.of(found.id), book.trends.measured_beside(found.id)
        if as_json:
            series = [*own, *(series for each in others for series in each.series)]
            click.echo(trend_json(found.name, series), nl=False)
            return
        wording = TrendWording(book.library, book.limits.currency())
        click.echo(trend_text(wording, found.name, own) + measured_text(wording, others), nl=False)


@click.command()
@client_argument
@json_option
@click.pass_obj
def changed(at: Path | None, client: str | None, as_json: bool) -> None:
    """Print what changed with CLIENT and how sure that is, and what followed your decisions."""
    with opened(at) as book:
        from coach.reports.trends import changed_json, changed_text

        found = client_of(book, client)
        changes, tries = book.changes.of(found.id), book.tries.of(found.id)
        text = changed_json(found.name, changes, tries) if as_json else None
        click.echo(text or changed_text(book.library, found.name, changes, tries), nl=False)
