"""The command that prints the field guide. Decides nothing."""

from pathlib import Path

import click

from coach.opening import opened


@click.command()
@click.argument("topic", required=False)
@click.pass_obj
def guide(at: Path | None, topic: str | None) -> None:
    """Print the page TOPIC of the field guide; without TOPIC, its contents."""
    with opened(at) as book:
        from coach.reports.guide import guide_contents, guide_page

        click.echo(guide_contents(book.library) if topic is None else guide_page(book.library, topic), nl=False)
