"""What every noun of the casebook works with. Knows where records, content and time come from, and no noun."""

from coach.clock import Clock
from coach.engine.value import Value
from coach.folders import Places
from coach.library.library import Library
from coach.store.file.connection import Store


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


class Noun(Value):
    """One noun of the casebook, at the desk with its verbs; the nouns it leans on are its other fields."""

    desk: Desk

    @property
    def store(self) -> Store:
        """The file of records."""
        return self.desk.store

    @property
    def library(self) -> Library:
        """The content, with the words that may be shown."""
        return self.desk.library

    @property
    def clock(self) -> Clock:
        """The time."""
        return self.desk.clock

    @property
    def places(self) -> Places:
        """Where records, copies and exports lie."""
        return self.desk.places
