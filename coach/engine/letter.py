"""A letter and its blanks: what is filled, from where, and what is still open. Knows no wording, file or client."""

import re
from collections.abc import Mapping
from enum import StrEnum

from coach.engine.value import Value


class Tone(StrEnum):
    """How a letter sounds."""

    WARM = "warm"
    NEUTRAL = "neutral"
    FIRM = "firm"


class BlankKind(StrEnum):
    """What fills a blank."""

    TEXT = "text"
    WORDS = "words"
    MONEY = "money"
    DAY = "day"
    NUMBER = "number"
    TIME = "time"


ASK = "ask"
"""The place of a blank that only the owner can fill."""
BLANK = re.compile(r"\$([a-z][a-z0-9_]*)")


class Blank(Value):
    """A hole in a letter: the places it is filled from, in order, and what fills it."""

    id: str
    places: tuple[str, ...]
    kind: BlankKind


class Letter(Value):
    """A message template: its group, the boundary it speaks of, the rung it reaches when it is sent, and its tones."""

    id: str
    group: str
    boundary: str
    moves: str
    tones: tuple[Tone, ...]
    sources: tuple[str, ...]


class Draft(Value):
    """A letter in one tone, its blanks filled as far as they are known."""

    letter: Letter
    tone: Tone
    heading: str
    body: str
    filled: Mapping[str, str]

    @property
    def blanks(self) -> tuple[str, ...]:
        """Every blank of the text, in the order they come up."""
        return blanks_of(f"{self.heading}\n{self.body}")

    @property
    def open(self) -> tuple[str, ...]:
        """The blanks that nothing fills yet."""
        return tuple(blank for blank in self.blanks if not self.filled.get(blank, "").strip())

    @property
    def finished(self) -> bool:
        """Whether the letter may leave: no blank is open."""
        return not self.open


def blanks_of(text: str) -> tuple[str, ...]:
    """The names of the blanks in a text, each once, in order."""
    return tuple(dict.fromkeys(BLANK.findall(text)))


def first_known(blank: Blank, facts: Mapping[str, str]) -> str:
    """What fills a blank from the first of its places that holds anything; empty where none does."""
    return next((facts[place] for place in blank.places if facts.get(place, "").strip()), "")


def fill(text: str, filled: Mapping[str, str], shown: str = "") -> str:
    """A text with its blanks filled, once and never again; an open one reads as ``shown`` with its name for ``{}``.

    Without ``shown`` an open blank stays as it is written.
    """

    def put(found: re.Match[str]) -> str:
        value = filled.get(found[1], "").strip()
        return value or (shown.replace("{}", found[1]) if shown else found[0])

    return BLANK.sub(put, text)
