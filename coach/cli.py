"""The command `coach`: which module holds which command, and how everything ends. Decides nothing."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TextIO

import click

from coach import __version__
from coach.commands.shared import BAD, HANGUP, OURS, STOPPED, Complaint, dumb, has_terminal, opened, run_shell, say

COMMANDS = {
    "checks": {
        "check": "Check a client in typed prompts.",
        "limits": "Read and change your own limits.",
        "assess": "Enter a whole check from a file of answers.",
        "verdict": "Print the last recommendation about a client.",
        "trend": "Print how a client has gone, check by check.",
        "clients": "List your clients, the heaviest first.",
    },
    "checkins": {
        "due": "Say how many check-ins are due.",
        "status": "Print what waits in one line, without a name.",
        "checkin": "Check in on a client, or on everyone who is due.",
        "calendar": "Write what is to come into a calendar file.",
    },
    "incidents": {
        "log": "Write down what a camera would have recorded.",
        "incidents": "Print the log of a client, newest first.",
    },
    "papers": {
        "boundaries": "Print how far your boundaries have come.",
        "letter": "Print a letter with its blanks filled, or list them.",
        "welcome-pack": "Write your welcome pack from your own terms.",
        "guide": "Print a page of the field guide, or list them.",
    },
    "tries": {
        "try": "Begin a last try, see how it stands, or end it.",
        "changed": "Print what changed with a client, and how sure that is.",
        "receipt": "Print what a client cost in a quarter.",
    },
    "exits": {
        "exit": "Print the plan for ending work with a client.",
    },
    "endings": {
        "prospect": "Print what a check before signing says.",
        "call": "Print the card for the call that ends the work.",
    },
    "records": {
        "demo": "Look around in a made-up practice.",
        "export": "Write everything recorded as JSON.",
        "where": "Print where the records and their copies lie.",
    },
    "authors": {
        "content": "For authors of questions and wording.",
    },
}
"""Every command with what it does, by the module of ``coach.commands`` that holds it."""


class Commands(click.Group):
    """The commands, each module loaded when one of its own is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every name, in order."""
        return sorted(name for names in COMMANDS.values() for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, or None."""
        module = next((each for each, names in COMMANDS.items() if cmd_name in names), None)
        if module is None:
            return None
        held = vars(import_module(f"coach.commands.{module}")).values()
        return next(each for each in held if isinstance(each, click.Command) and each.name == cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """What each command does, without loading one."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(line for names in COMMANDS.values() for line in names.items()))


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="coach")
@click.option("--at", type=click.Path(path_type=Path, file_okay=False), help="Keep the records in this folder.")
@click.option("--light", is_flag=True, help="Use the light theme.")
@click.option("--plain/--screen", "plain", default=None, help="Typed prompts, or the full screen; remembered.")
@click.pass_context
def cli(context: click.Context, at: Path | None, light: bool, plain: bool | None) -> None:
    """A coach for people who work for clients: should this client go, and which boundaries are missing?"""
    context.obj = at
    if context.invoked_subcommand is None:
        _start(at, light, plain)


def _start(at: Path | None, light: bool, plain: bool | None) -> None:
    if not (plain or has_terminal()):
        raise Complaint("this needs a terminal. For scripts there is: coach --help")
    with opened(at) as book:
        remembered = book.setting("plain", False)
        if plain is not None and plain != remembered:
            book.set_setting("plain", plain)
        typed = plain or (plain is None and bool(remembered))
        if plain is None and not (typed or dumb() or book.clients()):
            click.echo(book.library.words.say("plain", "cli.hint"))
        code = run_shell(book, light, typed)
    if code:
        raise click.exceptions.Exit(code)


def main() -> None:
    """Run a command: 0 done, 2 where what was asked cannot be done, 1 for a fault of the coach's own."""
    _reopen()
    code = _run()
    if code == HANGUP:
        # The terminal has gone: whatever is still buffered for it would fail, and nobody is left to tell.
        _silence(sys.stderr)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
    except OSError as error:
        _silence()
        code = say(error.strerror or "the output cannot be written", BAD)
    sys.exit(code)


def _reopen() -> None:
    """Put nothing in the place of a stream the caller closed: that is no fault of the coach's own."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115


def _run() -> int:
    try:
        code = cli.main(standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 0
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "coach"
        return say(f"{error.format_message()} See: {where} --help", BAD)
    except click.ClickException as error:
        return say(error.format_message(), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return STOPPED
    except SystemExit:
        # click ends so, and only so, where whoever read the output has gone: there is nobody left to tell.
        _silence()
        return 0
    except OSError as error:
        _silence()
        return say(error.strerror or type(error).__name__, BAD)
    except Exception as error:
        # Whatever it is, no frame of it may be printed: they hold names and notes.
        return say(f"something went wrong inside ({type(error).__name__}). See: coach where", OURS)


def _silence(*more: TextIO) -> None:
    """Give up standard output, and what else is named, so that nothing is tried on it again while the program ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, *more):
        os.dup2(nowhere, stream.fileno())


if __name__ == "__main__":
    main()
