"""Why something typed could not be read, as the key of a sentence. Knows no sentence."""


class Unreadable(ValueError):
    """Something typed that is not of its kind.

    ``key`` names the sentence, such as ``day`` or ``money_decimals``; ``blanks`` is what fills it. ``bounds`` says
    what would be within its bounds, where the sentence itself does not.
    """

    bounds: "Unreadable | None" = None

    def __init__(self, key: str, **blanks: object) -> None:
        super().__init__(key)
        self.key, self.blanks = key, blanks
