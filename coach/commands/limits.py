"""The command about one's own limits. Decides nothing."""

from pathlib import Path

import click

from coach.commands.shared import plain_option, prompted
from coach.opening import needs_terminal, opened


@click.command()
@plain_option
@click.pass_obj
def limits(at: Path | None, plain: bool) -> None:
    """Read and change your own limits in typed prompts."""
    with opened(at) as book:
        needs_terminal(book, plain)
        prompted(book, lambda shell: shell.limits.through())
