"""What others may see of a client while the screen is shared: initials, and dots for outcomes and figures."""

import copy

from textual.content import Content

from coach.casebook.book import Casebook
from coach.formats.text import clean, initials
from coach.library.words import Words

DOTS = "·····"
"""What stands in the place of an outcome, a figure or a note."""
OUTCOMES = frozenset({"verdict", "change", "receipt", "prospect"})
"""Language files of which nothing is shown."""
NAMES = frozenset({"name", "client"})
"""Blanks that a client's name fills."""
NOTES = frozenset({"because", "note"})
"""Blanks that words of the owner's fill."""


class DiscreetWords(Words):
    """The same words without outcomes and figures; a client's name in a sentence becomes initials."""

    def say(self, file: str, key: str, /, **blanks: object) -> str:
        """The sentence, as far as others may read it."""
        if file in OUTCOMES:
            return DOTS
        return super().say(file, key, **{name: _covered(name, value) for name, value in blanks.items()})

    def lines(self, file: str, key: str) -> tuple[str, ...]:
        """The lines of a list, as far as others may read them."""
        return (DOTS,) if file in OUTCOMES else super().lines(file, key)

    def number(self, value: float, places: int = 0) -> str:  # noqa: ARG002
        """Dots for any figure."""
        return DOTS


def discreet(book: Casebook) -> Casebook:
    """The same records in discreet words; what is read and written stays as it is."""
    library = copy.copy(book.library)
    library.words = DiscreetWords(library.words.root, library.words.language)
    return book.replaced(library=library)


def hides(words: Words) -> bool:
    """Whether these words hide outcomes and figures."""
    return isinstance(words, DiscreetWords)


def named(name: str, words: Words, limit: int | None = None) -> Content:
    """A client's name as plain content, or its initials."""
    return Content(initials(name) if hides(words) else clean(name, limit=limit))


def _covered(name: str, value: object) -> object:
    if name in NAMES:
        return initials(str(value))
    return DOTS if name in NOTES and value else value
