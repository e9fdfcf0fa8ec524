"""Opens the records, and the coach on them: typed prompts or the full screen. Knows no command and no option."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from coach.ending import Complaint

if TYPE_CHECKING:
    from coach.casebook.book import Casebook
    from coach.casebook.desk import Desk
    from coach.casebook.log.log import Log
    from coach.reports.checks import Report


def start(at: Path | None = None, light: bool = False, plain: bool | None = None) -> int:
    """Open the coach as the owner wants it, which is remembered where it is said; the exit code. Raises Complaint."""
    if not (plain or has_terminal()):
        raise Complaint("this needs a terminal. For scripts there is: coach --help")
    with opened(at) as book:
        remembered = book.setting("plain", False)
        if plain is not None and plain != remembered:
            book.set_setting("plain", plain)
        typed = plain or (plain is None and bool(remembered))
        if plain is None and not (typed or dumb() or book.clients()):
            sys.stdout.write(book.library.words.say("plain", "cli.hint") + "\n")
            # Now, and not into the picture that is drawn next.
            sys.stdout.flush()
        return run_shell(book, light, typed)


def run_shell(book: "Casebook", light: bool, typed: bool) -> int:
    """Run the coach on a casebook until the owner leaves: typed prompts, or the full screen; the exit code."""
    if typed or dumb():
        from coach.prompts import on_terminal

        return on_terminal(book, report_of(book)).start()
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


D = TypeVar("D", bound="Desk")


class _Open(Generic[D]):
    """Records open for a command, closed at its end; what goes wrong with them becomes one line."""

    def __init__(self, at: Path | None) -> None:
        self.at = at
        self.book: D | None = None

    def open(self) -> D:
        """The records with the verbs the command needs."""
        raise NotImplementedError

    def __enter__(self) -> D:
        try:
            self.book = self.open()
        except Exception as error:
            raise _complaint(error) or error from error
        return self.book

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        assert self.book is not None
        self.book.store.close()
        if error is None:
            return
        from coach.casebook.desk import Refused

        if isinstance(error, Refused):
            raise Complaint(self.book.library.words(f"refused.{error.key}", **error.blanks)) from error
        said = None if isinstance(error, (OSError, ValueError)) else _complaint(error)
        if said is not None:
            raise said from error


class opened(_Open["Casebook"]):
    """The casebook of a command."""

    def open(self) -> "Casebook":
        """Every verb."""
        from coach.casebook.book import open_casebook

        return open_casebook(self.at)


class jotted(_Open["Log"]):
    """The log of a command that writes one line and ends; nothing else is loaded."""

    def open(self) -> "Log":
        """The verbs of the log."""
        from coach.casebook.desk import open_as
        from coach.casebook.log.log import Log

        return open_as(Log, self.at)


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
    from coach.library.shelf import Library

    return f"{Library().words(f'store.{fault.kind.value}')} ({fault.path})"


def _os_words(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return f"{error.strerror or 'cannot be used'}: {error.filename}"
    return str(error)


def report_of(book: "Casebook") -> "Report":
    """What writes reports in the words of these records."""
    from coach.reports.checks import Report
    from coach.wording.checks.recommendation import Phrases

    return Report(Phrases(book.library), book.library.words)
