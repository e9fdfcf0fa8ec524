"""The command about somebody before the signature. Decides nothing."""

from pathlib import Path

import click

from coach.commands.shared import json_option, plain_option, prompted
from coach.ending import Complaint
from coach.opening import needs_terminal, opened


@click.command()
@click.argument("name", required=False)
@click.option("--check", is_flag=True, help="Go through the questions in typed prompts; NAME is added where it is new.")
@plain_option
@json_option
@click.pass_obj
def prospect(at: Path | None, name: str | None, check: bool, plain: bool, as_json: bool) -> None:
    """Print what the check before signing says of NAME; without NAME, list everybody you have not decided about."""
    with opened(at) as book:
        from coach.casebook.desk import Refused
        from coach.reports.prospects import prospect_json, prospect_text, prospects_json, prospects_text
        from coach.wording.prospects import ProspectWording

        wording = ProspectWording(book.library)
        if check:
            needs_terminal(book, plain)
            prompted(book, lambda shell: shell.prospects.named(name))
            return
        if name is None:
            found = book.prospects.everyone()
            click.echo(prospects_json(found) if as_json else prospects_text(wording, found), nl=False)
            return
        try:
            client = book.clients.find(name)
        except Refused as problem:
            if problem.key == "client_unknown":
                raise Refused("prospect_unknown", name=problem.blanks["name"]) from problem
            raise
        result = book.prospects.considered(client.id)
        if result is None:
            raise Complaint(book.library.words("prospects.not_checked", name=client.name))
        click.echo(prospect_json(result) if as_json else prospect_text(wording, result), nl=False)
