"""Commands about last tries, what changed, and what a client cost. Decides nothing."""

from pathlib import Path

import click

from coach.commands.shared import client_of, json_option, leave
from coach.ending import Complaint
from coach.opening import needs_terminal, opened, report_of


@click.command("try")
@click.argument("client", required=False)
@click.option("--plain", is_flag=True, help="Read the answers line by line also where there is no terminal.")
@json_option
@click.pass_obj
def last_try(at: Path | None, client: str | None, plain: bool, as_json: bool) -> None:
    """Begin a last try with CLIENT, see how it stands, or say how it ended."""
    with opened(at) as book:
        found = client_of(book, client)
        if as_json:
            click.echo(report_of(book).tries_json(book.tries(found.id)), nl=False)
            return
        needs_terminal(book, plain)
        from coach.prompts import on_terminal

        code = on_terminal(book, report_of(book)).last_try(found)
    if code:
        raise click.exceptions.Exit(code)


@click.command()
@click.argument("client", required=False)
@json_option
@click.pass_obj
def changed(at: Path | None, client: str | None, as_json: bool) -> None:
    """Print what changed with CLIENT and how sure that is, and what followed your decisions."""
    with opened(at) as book:
        from coach.wording.trends import ChangeWords
        from coach.wording.tries import TryWords

        found = client_of(book, client)
        report, changes, tries = report_of(book), book.changes(found.id), book.tries(found.id)
        if as_json:
            click.echo(report.changed_json(found.name, changes, tries), nl=False)
            return
        said, trying = ChangeWords(book.library), TryWords(book.library)
        click.echo(report.changed(found.name, changes, tries, said, trying), nl=False)


@click.command()
@click.argument("client", required=False)
@click.option("--quarter", metavar="2026Q3", help="Which quarter; the present one where not given.")
@click.option("--names", is_flag=True, help="Show the client's name.")
@click.option("--svg", type=click.Path(path_type=Path, dir_okay=False), help="Write a picture into this file.")
@click.option("--force", is_flag=True, help="Replace the file if it exists.")
@click.pass_obj
def receipt(
    at: Path | None, client: str | None, quarter: str | None, names: bool, svg: Path | None, force: bool
) -> None:
    """Print what CLIENT cost in a quarter as a till receipt; the name is masked."""
    with opened(at) as book:
        from coach.engine.receipt import Quarter
        from coach.wording.receipts import ReceiptWords

        try:
            which = Quarter.read(quarter) if quarter else None
        except ValueError as error:
            raise Complaint(book.library.words("refused.quarter_unreadable")) from error
        found = client_of(book, client)
        words, kept = ReceiptWords(book.library), book.receipt(found.id, which)
        shown = found.name if names else ""
        if svg is None:
            click.echo(words.text(kept, shown), nl=False)
        else:
            leave(book, words.svg(kept, shown), svg, force)
