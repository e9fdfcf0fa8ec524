"""Commands about before the signature and about the last call. Decides nothing."""

import sys
from pathlib import Path

import click

from coach.commands.shared import client_of, json_option, leave, out_option
from coach.ending import Complaint
from coach.opening import needs_terminal, opened, report_of


@click.command()
@click.argument("name", required=False)
@click.option("--check", is_flag=True, help="Go through the questions in typed prompts; NAME is added where it is new.")
@click.option("--plain", is_flag=True, help="Read the answers line by line also where there is no terminal.")
@json_option
@click.pass_obj
def prospect(at: Path | None, name: str | None, check: bool, plain: bool, as_json: bool) -> None:
    """Print what the check before signing says of NAME; without NAME, list everybody you have not decided about."""
    with opened(at) as book:
        from coach.casebook.desk import Refused
        from coach.reports.prospects import prospect_json, prospect_text, prospects_json, prospects_text
        from coach.wording.prospects import ProspectWords

        said = ProspectWords(book.library)
        if check:
            needs_terminal(book, plain)
            from coach.prompts import on_terminal

            code = on_terminal(book, report_of(book)).prospect(name)
            if code:
                raise click.exceptions.Exit(code)
            return
        if name is None:
            found = book.prospects()
            click.echo(prospects_json(found) if as_json else prospects_text(said, found), nl=False)
            return
        try:
            client = book.find_client(name)
        except Refused as problem:
            if problem.key == "client_unknown":
                raise Refused("prospect_unknown", name=problem.blanks["name"]) from problem
            raise
        result = book.considered(client.id)
        if result is None:
            raise Complaint(book.library.words("prospects.not_checked", name=client.name))
        click.echo(prospect_json(result) if as_json else prospect_text(said, result), nl=False)


@click.command("call")
@click.argument("client", required=False)
@click.option("--practise", is_flag=True, help="Hear what they may say, one at a time, and see an answer after yours.")
@click.option("--plain", is_flag=True, help="Read what is typed line by line also where there is no terminal.")
@out_option
@click.pass_obj
def last_call(at: Path | None, client: str | None, practise: bool, plain: bool, out: Path | None, force: bool) -> None:
    """Print the card for the call that ends the work for CLIENT, with answers to what they may say."""
    with opened(at) as book:
        from coach.wording.calls import Call

        found = client_of(book, client)
        if practise:
            needs_terminal(book, plain)
            from coach.prompts import on_terminal

            code = on_terminal(book, report_of(book)).practise(found)
            if code:
                raise click.exceptions.Exit(code)
            return
        call = Call(book, found.id)
        leave(book, call.text(), out, force)
        if call.writing.open and not call.barred and sys.stderr.isatty():
            click.echo(book.library.words.count("screens", "call.still_open", len(call.writing.open)), err=True)
