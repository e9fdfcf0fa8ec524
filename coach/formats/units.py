"""Figures by the unit they are kept in, for whoever is asked for any: read and written back. Knows no language."""

from coach.formats.durations import HOUR, read_duration, read_time, write_time
from coach.formats.figures import read_count, read_percent
from coach.formats.lexicon import Lexicon
from coach.formats.money import SMALLEST, read_money
from coach.formats.unreadable import Unreadable

SCALE = {"money": SMALLEST, "hours": HOUR, "minutes": 1, "months": 1, "days": 1, "percent": 1, "count": 1, "time": HOUR}
"""Whole units kept for one unit written: cents, minutes, minutes since midnight, and the rest as they are."""


def read_figure(text: str, unit: str, lexicon: Lexicon, currency: str = "") -> tuple[int, int]:
    """A figure or a range as two whole numbers in the unit kept; an exact figure gives both alike.

    ``currency`` is the one in which money is expected. Raises Unreadable as the reader of that unit does.
    """
    if unit == "time":
        return read_time(text), read_time(text)
    if unit == "money":
        return read_money(text, lexicon, currency)[:2]
    if unit in ("hours", "minutes"):
        return read_duration(text, lexicon, unit.removesuffix("s"))
    return (read_percent if unit == "percent" else read_count)(text, lexicon.ranges)


def check_bounds(low: int, high: int, least: int | None, most: int | None, unit: str) -> None:
    """Raises Unreadable for a figure out of its bounds, with what would be within; None is no bound."""
    if (least is None or low >= least) and (most is None or high <= most):
        return
    key = "out_of_range" if least is not None and most is not None else "too_small" if most is None else "too_large"
    raise Unreadable(key, **{name: _typed(each or 0, unit) for name, each in (("least", least), ("most", most))})


def write_figure(low: int, high: int, unit: str) -> str:
    """The figure as a person would type it, without a currency; a range with a dash."""
    first = _typed(low, unit)
    return first if low == high else f"{first}-{_typed(high, unit)}"


def _typed(value: int, unit: str) -> str:
    return write_time(value) if unit == "time" else f"{value / SCALE[unit]:.2f}".rstrip("0").rstrip(".")
