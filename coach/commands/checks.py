"""Commands about checks: made in prompts or from a file, and what they came to. Decides nothing."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coach.commands.shared import client_argument, client_of, day_of, day_option, json_option, plain_option, prompted
from coach.ending import Complaint
from coach.opening import needs_terminal, opened

if TYPE_CHECKING:
    from coach.casebook.book import Casebook
    from coach.casebook.checks.recommendation import Recommendation


@click.command("check")
@client_argument
@click.option("--quick", "depth", flag_value="quick", help="Ninety seconds: a first reading.")
@click.option("--full", "depth", flag_value="full", help="Seven minutes: the whole picture.")
@day_option
@plain_option
@click.pass_obj
def check_client(at: Path | None, client: str | None, depth: str | None, on_day: str | None, plain: bool) -> None:
    """Check CLIENT in typed prompts, from the first question to your decision."""
    with opened(at) as book:
        needs_terminal(book, plain)
        from coach.engine.interview.instrument import Depth

        day = day_of(on_day, book)
        book.checks.check_day(day)
        found = client_of(book, client)
        prompted(book, lambda shell: shell.checks.through(found, Depth(depth) if depth else None, day))


@click.command()
@client_argument
@click.option(
    "--answers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="TOML or JSON, by item id.",
)
@day_option
@click.option("--add", is_flag=True, help="Add the client where there is none of that name.")
@json_option
@click.pass_obj
def assess(at: Path | None, client: str | None, answers: Path, on_day: str | None, add: bool, as_json: bool) -> None:
    """Enter a whole check of CLIENT from a file of answers."""
    with opened(at) as book:
        from coach.casebook.checks.answers_file import read_answers_file
        from coach.casebook.checks.checks import CLIENT_CHECK

        given = read_answers_file(answers, book.library.instrument(CLIENT_CHECK), book.library.words.lexicon)
        day = day_of(on_day, book) or given.on_day
        book.checks.check_day(day)
        found = client_of(book, client, add)
        told = book.checks.assess(found.id, given.answers, given.depth, day)
        _recommended(book, found.name, told, as_json)


@click.command()
@client_argument
@json_option
@click.pass_obj
def verdict(at: Path | None, client: str | None, as_json: bool) -> None:
    """Print the last recommendation about CLIENT, with its reasons."""
    with opened(at) as book:
        found = client_of(book, client)
        told = book.checks.latest(found.id)
        if told is None:
            raise Complaint(book.library.words("report.not_checked", name=found.name))
        _recommended(book, found.name, told, as_json)


def _recommended(book: "Casebook", name: str, told: "Recommendation", as_json: bool) -> None:
    """Print a recommendation, with what could be seen before signing."""
    from coach.reports.checks import recommendation_json, recommendation_text

    before = book.prospects.before(told)
    text = recommendation_json(name, told, before) if as_json else recommendation_text(book.library, name, told, before)
    click.echo(text, nl=False)
