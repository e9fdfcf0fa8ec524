"""Opens the records, and the coach on them: typed prompts or the full screen. Knows no command and no option."""

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.ending import Complaint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.casebook.book import Casebook


def start(at: Path | None = None, light: bool = False, plain: bool | None = None) -> int:
    """Open the coach as the owner wants it, which is remembered where it is said; the exit code. Raises Complaint."""
    if not (plain or has_terminal()):
        raise Complaint("this needs a terminal. For scripts there is: coach --help")
    with opened(at) as book:
        remembered = book.settings.get("plain", False)
        if plain is not None and plain != remembered:
            book.settings.set("plain", plain)
        typed = plain or (plain is None and bool(remembered))
        if plain is None and not (typed or dumb() or book.clients.everyone()):
            sys.stdout.write(book.library.words.say("plain", "cli.hint") + "\n")
            # Now, and not into the picture that is drawn next.
            sys.stdout.flush()
        return run_shell(book, light, typed)


def run_shell(book: "Casebook", light: bool, typed: bool) -> int:
    """Run the coach on a casebook until the owner leaves: typed prompts, or the full screen; the exit code."""
    if typed or dumb():
        from coach.prompts import on_terminal

        return on_terminal(book).start()
    from screens.run import run

    return run(book, light)


def has_terminal() -> bool:
    """Whether there is a terminal to read keys from and to draw on."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def dumb() -> bool:
    """Whether the terminal can show nothing but lines."""
    return os.environ.get("TERM", "") in ("", "dumb")


def needs_terminal(book: "Casebook", plain: bool) -> None:
    """Raise Complaint where questions would wait for nobody."""
    if not (plain or sys.stdin.isatty()):
        raise Complaint(book.library.words.say("plain", "cli.needs_terminal"))


@contextmanager
def opened(at: Path | None) -> "Iterator[Casebook]":
    """The casebook of a command, closed at its end; what goes wrong with the records becomes one line."""
    try:
        from coach.casebook.book import open_casebook

        book = open_casebook(at)
    except Exception as error:
        raise _complaint(error) or error from error
    try:
        yield book
    except Exception as error:
        from coach.casebook.desk import Refused
        from coach.formats.unreadable import Unreadable

        if isinstance(error, Unreadable):
            raise Complaint(book.library.words.unreadable(error)) from error
        if isinstance(error, Refused):
            raise Complaint(book.library.words(f"refused.{error.key}", **error.blanks)) from error
        said = None if isinstance(error, (OSError, ValueError)) else _complaint(error)
        if said is None:
            raise
        raise said from error
    finally:
        book.records.close()


def _complaint(error: BaseException) -> Complaint | None:
    """What is said of records or content that cannot be used; None for a fault of another kind."""
    from coach.library.faults import BrokenContent
    from coach.store.file.errors import StoreFault

    if isinstance(error, StoreFault):
        return Complaint(unreadable(error))
    if isinstance(error, BrokenContent):
        return Complaint(f"{error.faults[0]} See: coach content check")
    return Complaint(_os_words(error)) if isinstance(error, (OSError, ValueError)) else None


def unreadable(fault: Any) -> str:
    """Why the records could not be used, and which."""
    from coach.library.library import Library

    return f"{Library().words(f'store.{fault.kind.value}')} ({fault.path})"


def _os_words(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return f"{error.strerror or 'cannot be used'}: {error.filename}"
    return str(error)
