"""The command that prints what a client cost. Decides nothing."""

from pathlib import Path

import click

from coach.commands.shared import client_argument, client_of, force_option, leave
from coach.ending import Complaint
from coach.opening import opened


@click.command()
@client_argument
@click.option("--quarter", metavar="2026Q3", help="Which quarter; the present one where not given.")
@click.option("--names", is_flag=True, help="Show the client's name.")
@click.option("--svg", type=click.Path(path_type=Path, dir_okay=False), help="Write a picture into this file.")
@force_option
@click.pass_obj
def receipt(
    at: Path | None, client: str | None, quarter: str | None, names: bool, svg: Path | None, force: bool
) -> None:
    """Print what CLIENT cost in a quarter as a till receipt; the name is masked."""
    with opened(at) as book:
        from coach.engine.receipt import Quarter
        from coach.reports.receipts import receipt_svg, receipt_text
        from coach.wording.receipts import ReceiptWording

        try:
            which = Quarter.read(quarter) if quarter else None
        except ValueError as error:
            raise Complaint(book.library.words("refused.quarter_unreadable")) from error
        found = client_of(book, client)
        wording, kept = ReceiptWording(book.library), book.receipts.of(found.id, which)
        shown = found.name if names else ""
        if svg is None:
            click.echo(receipt_text(wording, kept, shown), nl=False)
        else:
            leave(book, receipt_svg(wording, kept, shown), svg, force)
