"""Figures by the unit they are kept in, for whoever is asked for any: read and written back. Knows no language."""

import re

from coach.formats.durations import HOUR, read_duration, read_time, write_time
from coach.formats.figures import LONGEST, read_count, read_percent
from coach.formats.lexicon import Lexicon
from coach.formats.money import SMALLEST, read_money
from coach.formats.unreadable import Unreadable

SCALE = {"money": SMALLEST, "hours": HOUR, "minutes": 1, "months": 1, "days": 1, "percent": 1, "count": 1, "time": HOUR}
"""Whole units kept for one unit written: cents, minutes, minutes since midnight, and the rest as they are."""

_SIGNS = re.compile(r"[\d\s.,:'%–—-]+")
"""What may stand in a figure beside words."""


def read_figure(text: str, unit: str, lexicon: Lexicon, currency: str = "") -> tuple[int, int]:
    """A figure or a range as two whole numbers in the unit kept; an exact figure gives both alike.

    ``currency`` is the one of a sum, where it is known. Raises Unreadable as the reader of that unit does.
    """
    if unit == "time":
        return read_time(text), read_time(text)
    if unit == "money":
        return read_money(text, lexicon, currency)[:2]
    if unit in ("hours", "minutes"):
        return read_duration(text, lexicon, unit.removesuffix("s"))
    return (read_percent if unit == "percent" else read_count)(text, lexicon.ranges)


def read_within(
    text: str, unit: str, least: int | None, most: int | None, lexicon: Lexicon, currency: str = ""
) -> tuple[int, int]:
    """The same within bounds, of which None is none. Raises Unreadable, which says the bounds whatever is wrong."""
    bounds = None if least is None and most is None else _bounds(least, most, unit)
    try:
        low, high = read_figure(text, unit, lexicon, currency)
    except Unreadable as problem:
        problem.bounds = bounds
        raise
    check_bounds(low, high, least, most, unit)
    return low, high


def check_bounds(low: int, high: int, least: int | None, most: int | None, unit: str) -> None:
    """Raises Unreadable, which says the bounds, for a figure out of them; None is no bound."""
    if (least is not None and low < least) or (most is not None and high > most):
        raise _bounds(least, most, unit)


def check_letters(text: str, unit: str, least: int | None, most: int | None, lexicon: Lexicon) -> None:
    """Raises Unreadable as above where what was typed so far can begin no figure: a word of no unit, or too much."""
    known = [*lexicon.ranges]
    if unit == "money":
        known += lexicon.currencies
    elif unit in ("hours", "minutes"):
        known += (name for name, span in lexicon.units.items() if span in ("hour", "minute"))
    begun = [each for each in _SIGNS.split(text.casefold()) if each]
    if len(text) <= LONGEST and all(any(name.casefold().startswith(each) for name in known) for each in begun):
        return
    kinds = {"money": "money", "hours": "duration", "minutes": "duration", "time": "time"}
    problem = Unreadable("figure_large" if len(text) > LONGEST else kinds.get(unit, "figure"))
    problem.bounds = None if least is None and most is None else _bounds(least, most, unit)
    raise problem


def _bounds(least: int | None, most: int | None, unit: str) -> Unreadable:
    """What says the bounds of a figure."""
    key = "out_of_range" if least is not None and most is not None else "too_small" if most is None else "too_large"
    return Unreadable(key, **{name: _typed(each or 0, unit) for name, each in (("least", least), ("most", most))})


def write_figure(low: int, high: int, unit: str) -> str:
    """The figure as a person would type it, without a currency; a range with a dash."""
    first = _typed(low, unit)
    return first if low == high else f"{first}-{_typed(high, unit)}"


def _typed(value: int, unit: str) -> str:
    return write_time(value) if unit == "time" else f"{value / SCALE[unit]:.2f}".rstrip("0").rstrip(".")
