"""The sentences about exits. Knows where they stand, and nothing of an exit."""

from coach.library.library import Library

EXIT = "exit"


class ExitTexts:
    """The sentences about exits of one library."""

    def __init__(self, library: Library) -> None:
        self.library, self.words = library, library.words

    def __call__(self, key: str, /, **blanks: object) -> str:
        """A sentence about exits."""
        return self.words.say(EXIT, key, **blanks)
