"""What every verb of the casebook works with. Knows where records, content and time come from, and no noun."""

from dataclasses import dataclass

from coach.clock import Clock
from coach.folders import Places
from coach.library.shelf import Library
from coach.store.connection import Store


class Refused(Exception):
    """What was asked cannot be done as asked; nothing was written.

    ``key`` names the sentence in the table ``refused`` of the screens, ``blanks`` what fills it.
    """

    def __init__(self, key: str, **blanks: object) -> None:
        super().__init__(key)
        self.key = key
        self.blanks = blanks


@dataclass(frozen=True)
class Desk:
    """The store, the library, the clock and the places of one open casebook."""

    store: Store
    library: Library
    clock: Clock
    places: Places
