"""The words of one language that a reader of days and moments needs. Given by the library; knows no language itself."""

from typing import NamedTuple


class Lexicon(NamedTuple):
    """Names of the twelve months, in order, and the word for the day after today."""

    months: tuple[str, ...]
    tomorrow: str
