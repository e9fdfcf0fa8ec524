"""The casebook the shells hold: every verb in one place, and how it is opened. Knows no screen, prompt or command."""

import os
from pathlib import Path
from typing import TextIO

from coach.casebook.calls import Calls
from coach.casebook.check_ins.check_ins import CheckIns
from coach.casebook.desk import Desk, Refused, open_as
from coach.casebook.exits.exits import Exits
from coach.casebook.log.held_replies import Holding
from coach.casebook.log.timeline import Memory
from coach.casebook.prospects import Prospects
from coach.casebook.receipts import Receipts
from coach.casebook.trends.changes import Changing
from coach.casebook.tries import Tries
from coach.clock import Clock
from coach.library.shelf import Library
from coach.store import settings
from coach.store.file import backup, export, undo
from coach.store.file.undo import Change


class Custody(Desk):
    """Verbs about the records as a whole."""

    def back_up(self) -> Path | None:
        """Today's verified copy of the records, or None where there is one. Raises StoreFault."""
        return backup.daily(self.store, self.places, self.clock.now(), self.clock.today())

    def make_ready(self) -> None:
        """Load what writing takes, so that the first answer need not wait for it."""
        self.store.make_ready()

    def last_change(self) -> Change | None:
        """The change that undo would take back, or None."""
        return undo.last_change(self.store, self.clock.now())

    def undo(self) -> Change | None:
        """Take back the last change, from whichever screen or terminal it came; None where there is none."""
        at = self.clock.now()
        change = undo.last_change(self.store, at)
        return change if change is not None and undo.undo(self.store, change.id, at) else None

    def changed_elsewhere(self) -> bool:
        """Whether another terminal has written since this was last asked. Raises StoreFault for a swapped file."""
        return self.store.changed_elsewhere()

    def export(self, handle: TextIO) -> None:
        """Everything recorded, as JSON."""
        export.write_json(self.store, handle)

    def export_to(self, path: Path, replace: bool = False) -> None:
        """Everything recorded as a JSON file readable by its owner alone.

        Raises Refused where the file exists and is not to be replaced, or cannot be written.
        """
        flags = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | (os.O_TRUNC if replace else os.O_EXCL)
        try:
            with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8") as handle:
                os.fchmod(handle.fileno(), 0o600)
                self.export(handle)
        except FileExistsError as error:
            raise Refused("file_exists", path=path) from error
        except OSError as error:
            raise Refused("file_unwritable", path=path) from error

    def setting(self, key: str, default: object = None) -> object:
        """A setting's value, or the default."""
        return settings.get(self.store, key, default)

    def set_setting(self, key: str, value: object) -> None:
        """Keep a setting."""
        with self.store.write("setting", self.clock.now(), None) as writer:
            settings.put(writer, key, value)

    def remember(self, key: str, value: object) -> None:
        """Keep how something was left, such as a mode: undo passes over it."""
        settings.remember(self.store, key, value)

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()


class Casebook(CheckIns, Prospects, Calls, Exits, Memory, Holding, Tries, Changing, Receipts, Custody):
    """Everything recorded, with its verbs."""

    def make_ready(self) -> None:
        """Load what writing takes, and the holidays that open exits count with."""
        super().make_ready()
        self.load_holidays()


def open_casebook(at: Path | None = None, clock: Clock | None = None, library: Library | None = None) -> Casebook:
    """The casebook at ``--at``, ``COACH_HOME`` or the platform's own folder; made where there is none.

    Raises as ``open_as`` does.
    """
    return open_as(Casebook, at, clock, library)
