"""How a command ends: one line and an exit code, whatever happened. Knows the standard streams, and no command."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TextIO

BAD, OURS, STOPPED, HANGUP = 2, 1, 130, 129
"""Exit codes: what was asked cannot be done; a fault of the coach's own; Ctrl+C; the terminal has gone."""


class Complaint(Exception):
    """What was asked cannot be done: its text is one line on standard error, and the exit code is 2."""


def finish(run: Callable[[], int]) -> NoReturn:
    """Run a command and leave with its exit code: 0 done, 2 where it cannot be done, 1 for a fault of our own."""
    _reopen()
    code = _code(run)
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


def say(line: str, code: int) -> int:
    """One line on standard error, with nothing in it that could steer a terminal; the code."""
    import click

    from coach.formats.text import clean

    click.echo(f"coach: {clean(' '.join(line.split()))}", err=True)
    return code


def _code(run: Callable[[], int]) -> int:
    try:
        return run()
    except Complaint as complaint:
        return say(str(complaint), BAD)
    except KeyboardInterrupt:
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


def _reopen() -> None:
    """Put nothing in the place of a stream the caller closed: that is no fault of the coach's own."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115


def _silence(*more: TextIO) -> None:
    """Give up standard output, and what else is named, so that nothing is tried on it again while the program ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, *more):
        os.dup2(nowhere, stream.fileno())
