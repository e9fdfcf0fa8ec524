"""What every verb of the casebook works with. Knows where records, content and time come from, and no noun."""

from pathlib import Path
from typing import TypeVar

from coach.clock import Clock, system_clock
from coach.engine.value import Value
from coach.folders import Places, places, prepare
from coach.library.shelf import Library
from coach.store.file.connection import Store, connect


class Refused(Exception):
    """What was asked cannot be done as asked; nothing was written.

    ``key`` names the sentence in the table ``refused`` of the screens, ``blanks`` what fills it.
    """

    def __init__(self, key: str, **blanks: object) -> None:
        super().__init__(key)
        self.key = key
        self.blanks = blanks


class Desk(Value):
    """The store, the library, the clock and the places of one open casebook."""

    store: Store
    library: Library
    clock: Clock
    places: Places


D = TypeVar("D", bound=Desk)


def open_as(verbs: type[D], at: Path | None, clock: Clock | None = None, library: Library | None = None) -> D:
    """The records at ``--at``, ``COACH_HOME`` or the platform's own folder, with these verbs; made if need be.

    Raises StoreFault where the file cannot be used, OSError where its folder cannot be made, ValueError for a
    COACH_TODAY that is no day.
    """
    there = places(at)
    prepare(there)
    store = connect(there.database, create=True, backups=there.backups, reserve=there.reserve)
    return verbs(store, library or Library(), clock or system_clock(), there)
