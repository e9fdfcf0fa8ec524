"""Commands about checks: made in prompts or from a file, and what they came to. Decides nothing."""

from pathlib import Path

import click

from coach.commands.shared import client_of, day_of, json_option, recommended
from coach.ending import Complaint
from coach.opening import needs_terminal, opened, report_of


@click.command("check")
@click.argument("client", required=False)
@click.option("--quick", "depth", flag_value="quick", help="Ninety seconds: a first reading.")
@click.option("--full", "depth", flag_value="full", help="Seven minutes: the whole picture.")
@click.option("--on", "on_day", metavar="DATE", help="The day of the check, as 2026-10-24; today where not given.")
@click.option("--plain", is_flag=True, help="Read the answers line by line also where there is no terminal.")
@click.pass_obj
def check_client(at: Path | None, client: str | None, depth: str | None, on_day: str | None, plain: bool) -> None:
    """Check CLIENT in typed prompts, from the first question to your decision."""
    with opened(at) as book:
        needs_terminal(book, plain)
        from coach.engine.interview.instrument import Depth
        from coach.prompts import on_terminal

        day = day_of(on_day)
        book.check_day(day)
        found = client_of(book, client)
        code = on_terminal(book, report_of(book)).check(found, Depth(depth) if depth else None, day)
    if code:
        raise click.exceptions.Exit(code)


@click.command()
@click.option("--plain", is_flag=True, help="Read the answers line by line also where there is no terminal.")
@click.pass_obj
def limits(at: Path | None, plain: bool) -> None:
    """Read and change your own limits in typed prompts."""
    with opened(at) as book:
        needs_terminal(book, plain)
        from coach.prompts import on_terminal

        code = on_terminal(book, report_of(book)).limits()
    if code:
        raise click.exceptions.Exit(code)


@click.command()
@click.argument("client", required=False)
@click.option(
    "--answers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="TOML or JSON, by item id.",
)
@click.option("--on", "on_day", metavar="DATE", help="The day of the check, as 2026-10-24; today where not given.")
@click.option("--add", is_flag=True, help="Add the client where there is none of that name.")
@json_option
@click.pass_obj
def assess(at: Path | None, client: str | None, answers: Path, on_day: str | None, add: bool, as_json: bool) -> None:
    """Enter a whole check of CLIENT from a file of answers."""
    with opened(at) as book:
        from coach.casebook.checks.answers_file import read_sheet
        from coach.casebook.checks.checks import CLIENT_CHECK

        given = read_sheet(answers, book.library.instrument(CLIENT_CHECK))
        day = day_of(on_day) or given.on_day
        book.check_day(day)
        found = client_of(book, client, add)
        told = book.assess(found.id, given.answers, given.depth, day)
        report = report_of(book)
        click.echo(recommended(book, report, found.name, told, as_json), nl=False)


@click.command()
@click.argument("client", required=False)
@json_option
@click.pass_obj
def verdict(at: Path | None, client: str | None, as_json: bool) -> None:
    """Print the last recommendation about CLIENT, with its reasons."""
    with opened(at) as book:
        found = client_of(book, client)
        told = book.told(found.id)
        if told is None:
            raise Complaint(book.library.words("report.not_checked", name=found.name))
        report = report_of(book)
        click.echo(recommended(book, report, found.name, told, as_json), nl=False)


@click.command()
@click.argument("client", required=False)
@json_option
@click.pass_obj
def trend(at: Path | None, client: str | None, as_json: bool) -> None:
    """Print how CLIENT has gone, check by check."""
    with opened(at) as book:
        found = client_of(book, client)
        report, others = report_of(book), book.measured_beside(found.id)
        if as_json:
            series = [*book.trend(found.id), *(series for each in others for series in each.series)]
            click.echo(report.trend_json(found.name, series), nl=False)
            return
        from coach.wording.trends import ChangeWords

        said = ChangeWords(book.library, book.currency())
        click.echo(report.trend(found.name, book.trend(found.id)), nl=False)
        click.echo(report.measured(others, said), nl=False)


@click.command()
@json_option
@click.pass_obj
def clients(at: Path | None, as_json: bool) -> None:
    """List your clients, the heaviest first."""
    with opened(at) as book:
        report, lines = report_of(book), book.lines()
        click.echo(report.clients_json(lines) if as_json else report.clients(lines), nl=False)
