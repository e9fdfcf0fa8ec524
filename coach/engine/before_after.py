"""Whether something became rarer after a day: two equal stretches compared exactly. Knows days, not what they hold.

Given how many there were in all, the number after is binomial where both rates are alike (Przyborowski and Wilenski
1940): the conditional test for two Poisson rates. Its interval is Clopper and Pearson's (1934), on the share after.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import StrEnum
from math import exp, fsum, inf, lgamma, log

from coach.engine.value import Value

LONGEST = 12
"""Weeks looked at on either side, at most: further away other things have changed too (DECISION_MODEL 6)."""
LEAST_WEEKS = 3
"""Weeks needed on either side."""
LEAST_EVENTS = 5
"""Events needed in all: of four and nothing the test cannot tell chance from change."""
LEVEL = 0.95
"""How sure an interval is to hold the true ratio."""
_HALVINGS = 80


class Finding(StrEnum):
    """What a comparison says; unclear where the interval holds a ratio of one."""

    TOO_FEW = "too_few"
    FEWER = "fewer"
    MORE = "more"
    UNCLEAR = "unclear"


class Compared(Value):
    """Two stretches of so many weeks either side of a day, and what they say.

    ``ratio`` is the rate after as a part of the rate before, with its interval; ``chance`` is how often a difference
    this large would come about by itself. All four are None where there is too little to say.
    """

    told: date
    weeks: int
    before: int
    after: int
    finding: Finding
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    chance: float | None = None

    @property
    def weekly(self) -> tuple[float, float]:
        """How many a week before and after; nothing where there is not a whole week."""
        return (self.before / self.weeks, self.after / self.weeks) if self.weeks else (0.0, 0.0)


def before_after(days: Iterable[date], told: date, since: date, today: date) -> Compared:
    """The weeks before and after a day, whole ones and as many on either side.

    ``days`` are those of the events, ``since`` is the first day on which one would have been noted. The day itself is
    on neither side: what happened on it is often why something was said.
    """
    weeks = max(0, min(LONGEST, (told - since).days // 7, (today - told).days // 7))
    reach, given = timedelta(weeks=weeks), list(days)
    before = sum(told - reach <= day < told for day in given)
    after = sum(told < day <= told + reach for day in given)
    if weeks < LEAST_WEEKS or before + after < LEAST_EVENTS:
        return Compared(told, weeks, before, after, Finding.TOO_FEW)
    low, high = ratio_interval(before, after)
    finding = Finding.FEWER if high < 1 else Finding.MORE if low > 1 else Finding.UNCLEAR
    ratio = after / before if before else inf
    return Compared(told, weeks, before, after, finding, ratio, low, high, chance(before, after))


def chance(before: int, after: int) -> float:
    """How often two alike rates over equal times would differ this much or more: two-sided and exact, 0 to 1."""
    total, smaller = before + after, min(before, after)
    return min(1.0, 2 * _up_to(smaller, total, 0.5))


def ratio_interval(before: int, after: int, level: float = LEVEL) -> tuple[float, float]:
    """The ratio of two rates over equal times, after by before, lowest and highest; infinite where none came before."""
    low, high = share_interval(after, before + after, level)
    return low / (1 - low), high / (1 - high) if high < 1 else inf


def share_interval(count: int, total: int, level: float = LEVEL) -> tuple[float, float]:
    """Clopper and Pearson's interval of a share, ``count`` of ``total``.

    Raises ValueError where there is no total or the count lies outside it.
    """
    if not 0 <= count <= total or not total:
        raise ValueError("a share is of something")
    tail = (1 - level) / 2
    low = 0.0 if not count else _where(lambda share: 1 - _up_to(count - 1, total, share) >= tail)
    high = 1.0 if count == total else _where(lambda share: _up_to(count, total, share) <= tail)
    return low, high


def _where(holds: Callable[[float], bool]) -> float:
    """The share from which on something holds, which holds at one and not at nothing."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return (low + high) / 2


def _up_to(count: int, total: int, share: float) -> float:
    """The probability of at most ``count`` of ``total`` at a share strictly between nothing and one."""
    if count >= total:
        return 1.0
    hit, miss, whole = log(share), log(1 - share), lgamma(total + 1)
    return fsum(
        exp(whole - lgamma(each + 1) - lgamma(total - each + 1) + each * hit + (total - each) * miss)
        for each in range(count + 1)
    )
