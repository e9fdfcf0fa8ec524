"""Commands about letters and the welcome pack. Decides nothing."""

from pathlib import Path

import click

from coach.commands.shared import client_of, leave, out_option
from coach.ending import BAD, say
from coach.opening import has_terminal, opened


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
        from coach.wording.letters.draft import LetterDraft
        from coach.wording.letters.filled import LetterWording

        wording = LetterWording(book)
        if letter_id is None:
            click.echo(letter_list(wording), nl=False)
            return
        chosen, whom = book.letters.letter(letter_id), client_of(book, client).id if client else None
        wanted = Tone(tone) if tone else None
        if LetterDraft(wording, chosen, whom, wanted).open and has_terminal():
            from coach.prompts import on_terminal

            on_terminal(book).run(lambda shell: shell.letters.fill(chosen, whom, wanted))
        draft = LetterDraft(wording, chosen, whom, wanted)
        leave(book, draft.finished(), out, force)
        if draft.caution:
            say(draft.caution, BAD)


@click.command("welcome-pack")
@click.option("--client", metavar="NAME", help="Whom it is for; without it, for nobody in particular.")
@out_option
@click.pass_obj
def welcome_pack(at: Path | None, client: str | None, out: Path | None, force: bool) -> None:
    """Write your welcome pack from your own terms."""
    with opened(at) as book:
        from coach.wording.letters.welcome_pack import WelcomePack

        whom = client_of(book, client).id if client else None
        if WelcomePack(book, whom).open and has_terminal():
            from coach.prompts import on_terminal

            on_terminal(book).run(lambda shell: shell.letters.fill_pack(whom))
        leave(book, WelcomePack(book, whom).finished(), out, force)
