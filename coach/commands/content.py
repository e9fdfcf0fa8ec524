"""Commands for those who write content. Decides nothing."""

from pathlib import Path

import click

from coach.ending import BAD


@click.group()
def content() -> None:
    """For authors of questions and wording."""


@content.command("check")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False, exists=True), help="Another content folder.")
@click.option("--uncited", is_flag=True, help="List each claim that nothing cites yet.")
def check_content(root: Path | None, uncited: bool) -> None:
    """Check every content file; exit code 2 where there is a fault."""
    from coach.library.proof.content import check
    from coach.library.reader import content_root

    found = check(root or content_root())
    faults, warnings = [each for each in found if not each.warning], [each for each in found if each.warning]
    for each in faults + (warnings if uncited else []):
        click.echo(str(each))
    tail = "" if uncited or not warnings else " (--uncited lists them)"
    click.echo(f"{len(faults)} faults, {len(warnings)} claims cited by nothing yet{tail}")
    if faults:
        raise click.exceptions.Exit(BAD)
