"""What one client cost in one quarter: unpaid time split, its price, late days. Knows no client, log or wording."""

import re
from datetime import date, timedelta
from typing import Self

from coach.engine.rate import Figures
from coach.engine.value import Value

_WRITTEN = re.compile(r"(\d{4})\s*-?\s*[Qq]([1-4])", re.ASCII)


class Quarter(Value):
    """Three months of a calendar year, ``number`` from 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        """The quarter of a day."""
        return cls(day.year, (day.month - 1) // 3 + 1)

    @classmethod
    def read(cls, text: str) -> Self:
        """A quarter written as 2026Q3. Raises ValueError for anything else, and for years no calendar has."""
        found = _WRITTEN.fullmatch(text.strip())
        if found is None or not 1900 <= int(found[1]) <= 9998:
            raise ValueError("no quarter")
        return cls(int(found[1]), int(found[2]))

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.stepped(1).first - timedelta(days=1)

    def stepped(self, by: int) -> "Quarter":
        """The quarter so many later, or earlier."""
        whole = self.year * 4 + self.number - 1 + by
        return Quarter(whole // 4, whole % 4 + 1)

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


class Unpaid(Value):
    """Unpaid minutes: all of them, those I gave away and those they took; the two together may be fewer than all."""

    minutes: int
    mine: int
    theirs: int


class Receipt(Value):
    """What one client cost. What is not known is None and stands nowhere; money is in the smallest unit.

    ``evenings`` counts contacts or answers outside my hours, ``rate`` is what an hour really earned, ``floor`` the
    least I want for one, ``partial`` says that the quarter still runs, ``source`` where the unpaid minutes come from:
    ``check_ins``, ``log`` or ``checks``.
    """

    quarter: Quarter
    unpaid: Unpaid | None = None
    late_days: int | None = None
    evenings: int | None = None
    rate: Figures | None = None
    floor: int | None = None
    currency: str = ""
    partial: bool = False
    source: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing at all is known."""
        return self.unpaid is None and self.late_days is None and self.evenings is None and self.rate is None

    @property
    def given(self) -> int | None:
        """What the minutes I gave away are worth at my own minimum."""
        return self._worth(self.unpaid.mine) if self.unpaid else None

    @property
    def taken(self) -> int | None:
        """What the minutes they took are worth at my own minimum."""
        return self._worth(self.unpaid.theirs) if self.unpaid else None

    @property
    def total(self) -> int | None:
        """What all unpaid minutes are worth at my own minimum; the two parts add up to it where all are split."""
        if self.unpaid is None or self.given is None or self.taken is None:
            return None
        # Rounded once each, so that what is printed adds up.
        rest = self._worth(self.unpaid.minutes - self.unpaid.mine - self.unpaid.theirs) or 0
        return self.given + self.taken + rest

    def _worth(self, minutes: int) -> int | None:
        return None if not self.floor else (2 * minutes * self.floor + 60) // 120


def split(minutes: int, theirs: float, mine: float) -> Unpaid:
    """Unpaid minutes split as a check split its points; unsplit where it found none."""
    if theirs + mine <= 0:
        return Unpaid(minutes, 0, 0)
    taken = round(minutes * theirs / (theirs + mine))
    return Unpaid(minutes, minutes - taken, taken)


def late_days(due_on: date, paid_on: date | None, quarter: Quarter, today: date) -> int:
    """The days of a quarter on which an invoice was overdue; those to come are not counted."""
    first = max(due_on + timedelta(days=1), quarter.first)
    last = min(paid_on or today, quarter.last, today)
    return max(0, (last - first).days + 1)
