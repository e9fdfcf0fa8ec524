"""What every part that asks in typed lines has at hand. Knows no question."""

from coach.casebook.book import Casebook
from coach.prompts.console import Console


class Prompts:
    """Asks and tells about a casebook, one typed line at a time."""

    def __init__(self, book: Casebook, console: Console) -> None:
        self.book, self.console, self.words = book, console, book.library.words
