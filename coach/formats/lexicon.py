"""What readers know of one language: names, words, patterns, signs. Given by the library."""

from collections.abc import Mapping
from typing import NamedTuple


class Lexicon(NamedTuple):
    """One language, as far as days, moments and figures are written in it.

    ``months`` and ``weekdays`` hold every name of each, in order, Monday first. ``days`` maps words to days from
    today, ``units`` words to day, week, month, hour or minute; ``ones`` are words for one. ``patterns`` are the ways to
    say a day, by kind, with ``$count``, ``$unit``, ``$weekday`` and ``$month``. ``dropped`` are words that change
    nothing, ``ordinals`` ends of a number. ``currencies`` maps the codes in use to themselves and signs to their code;
    a sign of several currencies is mapped to nothing.
    """

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    days: Mapping[str, int]
    units: Mapping[str, str]
    ones: frozenset[str]
    patterns: Mapping[str, tuple[str, ...]]
    dropped: frozenset[str]
    ordinals: tuple[str, ...]
    ranges: tuple[str, ...]
    currencies: Mapping[str, str]
