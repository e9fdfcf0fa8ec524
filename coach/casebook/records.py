"""The records as a whole: copied, exported, taken back, closed. Knows no noun of theirs."""

import os
from pathlib import Path
from typing import TextIO

from coach.casebook.desk import Noun, Refused
from coach.store.file import backup, export, undo
from coach.store.file.undo import Change


class Records(Noun):
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

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()
