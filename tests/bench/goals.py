"""What must hold, as ratios within one run. Knows the names of the measures, and not how they were taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from statistics import median

Measures = Mapping[str, Sequence[float]]


@dataclass(frozen=True)
class Goal:
    """One measure held against another: at most ``most`` times as much, by medians."""

    number: str
    says: str
    measure: str
    beside: str
    most: float

    def ratio(self, found: Measures) -> float:
        """How many times as much it was."""
        return median(found[self.measure]) / median(found[self.beside])


@dataclass(frozen=True)
class Spread:
    """One measure held against itself: its slowest twentieth at most ``most`` times its median."""

    number: str
    says: str
    measure: str
    most: float

    def ratio(self, found: Measures) -> float:
        """How many times the median the 95th percentile was."""
        return slowest(found[self.measure]) / median(found[self.measure])


@dataclass(frozen=True)
class Growth:
    """One measure on many records held against the same on few: the power of their number it grows with."""

    number: str
    says: str
    measure: str
    beside: str
    times: float
    most: float

    def ratio(self, found: Measures) -> float:
        """The exponent; nothing grows where there are no more records."""
        if self.times <= 1:
            return 0.0
        return max(log(median(found[self.measure]) / median(found[self.beside])) / log(self.times), 0.0)


def goals(found: Measures, times: float = 1.0) -> list[Goal | Spread | Growth]:
    """Every goal for which there are figures; a key on each screen is a goal of its own.

    ``times`` is how many times as many check-ins are recorded as in the few that growth is measured from.
    """
    keys = [each.removeprefix("key ") for each in found if each.startswith("key ")]
    return [
        Goal("1", "home, first picture ÷ the same widgets without records", "today start", "widgets start", 1.10),
        Goal("1", "home, first picture ÷ hello", "today start", "hello start", 1.5),
        Goal("2", "coach due ÷ --version", "due", "--version", 1.5),
        Goal("2", "coach due --count ÷ --version", "due --count", "--version", 1.5),
        Growth("2", "coach due, the power it grows with", "due", "due few", times, 0.05),
        Goal("3", "a line written down ÷ --version", "log", "--version", 1.6),
        Goal("4", "answer to next question ÷ the same without records", "ask answer", "unkept answer", 1.35),
        Spread("4", "the slowest twentieth of answers ÷ their median", "ask answer", 2.0),
        *(Goal("5", f"a key on {name} ÷ hello", f"key {name}", "hello key", 1.4) for name in keys),
        Goal("6", "ten years of weeks, first picture ÷ an empty screen", "trend start", "empty start", 1.4),
        Goal("7", "the overview, first picture ÷ an empty screen", "today start", "empty start", 1.6),
        Growth("7", "the overview, the power it grows with", "today start", "few start", times, 0.1),
        Goal("8", "most memory in an interview ÷ hello", "ask peak", "hello peak", 1.15),
        Goal("9", "work while idle ÷ hello", "today idle", "hello idle", 1.5),
        Goal("11", "--help ÷ an interpreter that does nothing", "--help", "python", 5.0),
        Goal("11", "--version ÷ an interpreter that does nothing", "--version", "python", 5.0),
    ]


def slowest(values: Sequence[float]) -> float:
    """The 95th percentile."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
