"""A last try: its rules, its weeks, how it ended and whose part that was. Knows no client, no wording and no record."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from coach.engine.value import NOTHING, Value

WEEKS = 4
"""Weeks a last try runs where nothing else is said: long enough for several occasions, short enough to hold out."""
MOST_RULES = 3
"""Rules of one try; more nobody keeps in mind, and nobody could say afterwards which was followed (S001-80)."""
COUNTS_FOR = timedelta(days=365)
"""How long a try that failed speaks against a client (DECISION_MODEL 3, rule 4)."""


class Ending(StrEnum):
    """How a try ended; stopped says nothing about anybody."""

    FOLLOWED = "followed"
    PARTLY = "partly"
    NOT_FOLLOWED = "not_followed"
    STOPPED = "stopped"


JUDGED = (Ending.FOLLOWED, Ending.PARTLY, Ending.NOT_FOLLOWED)
"""What can be said of one rule."""


class MyPart(StrEnum):
    """Whether I kept to the rules myself."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT_KEPT = "not_kept"


class Reset(Value):
    """One last try: boundaries as its rules, first and last day, and what follows if it fails, in the owner's words.

    ``ended_on``, ``ending`` and ``mine`` are None while it runs; ``by_rule`` says how each rule went, where known.
    """

    rules: tuple[str, ...]
    starts: date
    ends: date
    follows: str = ""
    ended_on: date | None = None
    ending: Ending | None = None
    mine: MyPart | None = None
    by_rule: Mapping[str, Ending] = NOTHING

    @property
    def running(self) -> bool:
        """Whether nobody has said yet how it ended."""
        return self.ended_on is None

    def days_left(self, today: date) -> int:
        """Days to its last day; nothing on that day, less than nothing once it is over."""
        return (self.ends - today).days

    def gone(self, today: date) -> tuple[int, int]:
        """How many of its days have gone, and of how many; never more than there are."""
        whole = (self.ends - self.starts).days
        return max(0, min((today - self.starts).days, whole)), whole

    def over(self, today: date) -> bool:
        """Whether its last day has come and nobody has said yet how it ended."""
        return self.running and today >= self.ends


def problem_of(rules: Iterable[str], starts: date, ends: date) -> str:
    """What is wrong with a try to be begun, as a key; an empty string where nothing is."""
    count = len(set(rules))
    if not count:
        return "try_no_rule"
    if count > MOST_RULES:
        return "try_rules"
    return "try_backwards" if ends <= starts else ""


def check_ins(starts: date, ends: date) -> tuple[date, ...]:
    """The days of the weekly check-ins inside a try: a week after its first day, then weekly, none past its end."""
    weeks = (ends - starts).days // 7
    return tuple(starts + timedelta(weeks=week) for week in range(1, weeks + 1))


def ending_of(by_rule: Mapping[str, Ending]) -> Ending:
    """How a whole try ended: followed where every rule was, not followed where none was, else partly.

    Raises ValueError where no rule was judged.
    """
    found = set(by_rule.values())
    if not found or not found <= set(JUDGED):
        raise ValueError("a try is judged by its rules")
    return found.pop() if len(found) == 1 else Ending.PARTLY


def failed(tries: Iterable[Reset], today: date) -> frozenset[str]:
    """The boundaries of the tries that failed: not followed, though I kept to them, and ended within twelve months."""
    return frozenset(
        rule
        for each in tries
        if each.ending is Ending.NOT_FOLLOWED
        and each.mine is MyPart.KEPT
        and each.ended_on is not None
        and each.ended_on <= today <= each.ended_on + COUNTS_FOR
        for rule in each.rules
    )
