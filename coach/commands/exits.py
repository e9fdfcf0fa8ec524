"""The command that prints the plan of an exit. Decides nothing."""

from pathlib import Path

import click

from coach.commands.shared import client_argument, client_of, json_option, leave, out_option
from coach.ending import BAD, Complaint, say
from coach.opening import has_terminal, opened


@click.command("exit")
@client_argument
@json_option
@out_option
@click.pass_obj
def exit_plan(at: Path | None, client: str | None, as_json: bool, out: Path | None, force: bool) -> None:
    """Print the plan for ending work with CLIENT; on a terminal, open one first where there is none."""
    with opened(at) as book:
        from coach.reports.exits import exit_json, exit_markdown
        from coach.wording.exits.plan import ExitWording

        words = book.library.words
        whom = client_of(book, client)
        if book.exits.of(whom.id) is None and has_terminal() and out is None and not as_json:
            from coach.prompts import on_terminal

            on_terminal(book).run(lambda shell: shell.exits.with_client(whom))
        found = book.exits.of(whom.id)
        if found is None:
            raise Complaint(words("refused.exit_none"))
        wording = ExitWording.of(book)
        today = book.clock.today()
        text = exit_json(found) if as_json else exit_markdown(found, wording, today)
        if out is not None and out.is_dir():
            # The name of a file is seen by whoever looks over a shoulder.
            stem = "notes" if found.safe else "exit-plan"
            out = out / f"{stem}-{today.isoformat()}.{'json' if as_json else 'md'}"
        elif out is not None and found.safe and whom.name.casefold() in out.name.casefold():
            say(words.say("exit", "page.named"), BAD)
        leave(book, text, out, force)
