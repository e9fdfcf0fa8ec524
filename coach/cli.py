"""The command `coach`: its options, and which module holds which command. Decides nothing."""

from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from coach import __version__
from coach.ending import STOPPED, Complaint, finish, say

COMMANDS = {
    "checks": {
        "check": "Check a client in typed prompts.",
        "assess": "Enter a whole check from a file of answers.",
        "verdict": "Print the last recommendation about a client.",
    },
    "clients": {"clients": "List your clients, the heaviest first."},
    "trends": {
        "trend": "Print how a client has gone, check by check.",
        "changed": "Print what changed with a client, and how sure that is.",
    },
    "check_ins": {
        "due": "Say how many check-ins are due.",
        "status": "Print what waits in one line, without a name.",
        "checkin": "Check in on a client, or on everyone who is due.",
        "calendar": "Write what is to come into a calendar file.",
    },
    "log": {
        "log": "Write down what a camera would have recorded.",
        "incidents": "Print the log of a client, newest first.",
    },
    "limits": {"limits": "Read and change your own limits."},
    "boundaries": {"boundaries": "Print how far your boundaries have come."},
    "letters": {
        "letter": "Print a letter with its blanks filled, or list them.",
        "welcome-pack": "Write your welcome pack from your own terms.",
    },
    "guide": {"guide": "Print a page of the field guide, or list them."},
    "tries": {"try": "Begin a last try, see how it stands, or end it."},
    "receipts": {"receipt": "Print what a client cost in a quarter."},
    "exits": {"exit": "Print the plan for ending work with a client."},
    "calls": {"call": "Print the card for the call that ends the work."},
    "prospects": {"prospect": "Print what a check before signing says."},
    "records": {
        "demo": "Look around in a made-up practice.",
        "export": "Write everything recorded as JSON.",
        "where": "Print where the records and their copies lie.",
    },
    "content": {"content": "For authors of questions and wording."},
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
        from coach.opening import start

        context.exit(start(at, light, plain))


def run() -> int:
    """Run the command that was asked for; its exit code. Raises Complaint."""
    try:
        code = cli.main(standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 0
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "coach"
        raise Complaint(f"{error.format_message()} See: {where} --help") from error
    except click.ClickException as error:
        return say(error.format_message(), error.exit_code)
    except click.Abort:
        return STOPPED


def main() -> NoReturn:
    """Run a command and leave with its exit code."""
    finish(run)


if __name__ == "__main__":
    main()
