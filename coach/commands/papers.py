"""Commands about boundaries, letters and the guide. Decides nothing."""

from pathlib import Path

import click

from coach.commands.shared import can_ask, client_of, json_option, leave, out_option
from coach.ending import BAD, say
from coach.opening import opened, report_of


@click.command()
@click.argument("client", required=False)
@json_option
@click.pass_obj
def boundaries(at: Path | None, client: str | None, as_json: bool) -> None:
    """Print how far your boundaries have come, or how they stand with CLIENT."""
    with opened(at) as book:
        from coach.wording.boundaries import BoundaryWords

        found = None if client is None else book.find_client(client)
        client_id = None if found is None else found.id
        report, standings, terms = report_of(book), book.standings(client_id).values(), book.terms(client_id)
        if as_json:
            click.echo(report.boundaries_json(found.name if found else None, standings, terms), nl=False)
            return
        words = book.library.words
        heading = words("report.boundaries_with", name=found.name) if found else words("report.boundaries")
        lines = BoundaryWords(book.library).listing(standings, {name: each.params for name, each in terms.items()})
        click.echo(report.boundaries(heading, lines), nl=False)


@click.command()
@click.argument("letter_id", metavar="[ID]", required=False)
@click.option("--client", metavar="NAME", help="Whom it is for; without it, for nobody in particular.")
@click.option("--tone", type=click.Choice(["warm", "neutral", "firm"]), help="How it sounds.")
@out_option
@click.pass_obj
def letter(
    at: Path | None, letter_id: str | None, client: str | None, tone: str | None, out: Path | None, force: bool
) -> None:
    """Print the letter ID, its blanks filled; without ID, list the letters."""
    with opened(at) as book:
        from coach.engine.letter import Tone
        from coach.reports.letters import letter_list
        from coach.wording.letters.draft import Writing
        from coach.wording.letters.filled import LetterWords

        said = LetterWords(book)
        if letter_id is None:
            click.echo(letter_list(said), nl=False)
            return
        chosen, whom = book.letter(letter_id), client_of(book, client).id if client else None
        wanted = Tone(tone) if tone else None
        if Writing(said, chosen, whom, wanted).open and can_ask():
            from coach.prompts import on_terminal

            on_terminal(book, report_of(book)).letter(chosen, whom, wanted)
        writing = Writing(said, chosen, whom, wanted)
        leave(book, writing.finished(), out, force)
        if writing.caution:
            say(writing.caution, BAD)


@click.command("welcome-pack")
@click.option("--client", metavar="NAME", help="Whom it is for; without it, for nobody in particular.")
@out_option
@click.pass_obj
def welcome_pack(at: Path | None, client: str | None, out: Path | None, force: bool) -> None:
    """Write your welcome pack from your own terms."""
    with opened(at) as book:
        from coach.wording.letters.welcome_pack import Pack

        whom = client_of(book, client).id if client else None
        if Pack(book, whom).open and can_ask():
            from coach.prompts import on_terminal

            on_terminal(book, report_of(book)).pack(whom)
        leave(book, Pack(book, whom).finished(), out, force)


@click.command()
@click.argument("topic", required=False)
@click.pass_obj
def guide(at: Path | None, topic: str | None) -> None:
    """Print the page TOPIC of the field guide; without TOPIC, its contents."""
    with opened(at) as book:
        from coach.reports.letters import guide_contents, guide_page

        click.echo(guide_contents(book) if topic is None else guide_page(book, topic), nl=False)
