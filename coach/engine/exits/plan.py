"""How an exit goes: its branches, its pace, which steps it takes and when each is due. Knows no wording and no file."""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, timedelta
from enum import StrEnum

from coach.engine.exits.dates import Calendar, Dates
from coach.engine.value import Value
from coach.engine.verdict.outcome import Outcome

SAFETY, LEGAL = "safety", "legal"
FINISH = "finish"
COLLECT_FIRST, REPLACE_INCOME = "collect_first", "replace_income"
"""What the recommendation calls the two ways to begin."""


class Pace(StrEnum):
    """How an exit begins, the hardest first."""

    STOP_NOW = "stop_now"
    COLLECT_FIRST = "collect_first"
    REPLACE_FIRST = "replace_first"
    FINISH = "finish"
    IN_ORDER = "in_order"


class GateKind(StrEnum):
    """What opens a gate: other clients' money a month, months of buffer, or a share of income that has come down."""

    INCOME = "income"
    RUNWAY = "runway"
    SHARE = "share"


class Anchor(StrEnum):
    """The day from which a step's days are counted."""

    START = "start"
    NOTICE = "notice"
    LAST_DAY = "last_day"
    END = "end"


class Gate(Value):
    """What must be reached before notice is given; ``now`` is where it stands, None where nobody has said."""

    kind: GateKind
    target: int
    now: int | None = None

    @property
    def met(self) -> bool:
        """Whether it is open."""
        if self.now is None:
            return False
        return self.now <= self.target if self.kind is GateKind.SHARE else self.now >= self.target

    @property
    def progress(self) -> float:
        """How far it has come, 0 to 1; a share counts down from the whole."""
        if self.now is None:
            return 0.0
        if self.met:
            return 1.0
        if self.kind is GateKind.SHARE:
            return max(100 - self.now, 0) / max(100 - self.target, 1)
        return self.now / self.target if self.target else 1.0


class ExitStep(Value):
    """One act of an exit: which flags it wants, all of them, and which it does not bear; from when it is counted.

    ``after`` is the step that has to be done before it; ``gated`` says that it waits for the gate as well. ``letter``
    and ``opens`` name what helps with it.
    """

    id: str
    wants: frozenset[str]
    never: frozenset[str]
    anchor: Anchor
    days: int
    after: str = ""
    gated: bool = False
    letter: str = ""
    opens: str = ""
    sources: tuple[str, ...] = ()


def branches(confirmed: Iterable[str], said: Iterable[str]) -> frozenset[str]:
    """The branches that hold: those the recommendation found, and those the owner names; none can be taken away."""
    return frozenset({*confirmed, *said} & {SAFETY, LEGAL})


def paces(
    outcome: Outcome | None, subtype: str, found: Set[str], told: Sequence[str], owed: bool, reason_to_stop: bool
) -> tuple[Pace, ...]:
    """How it begins, in order.

    ``told`` are the paces of the recommendation; ``owed`` says that money is overdue now. A reason to stop is not put
    off for money: collecting then goes beside it, in writing.
    """
    if SAFETY in found or LEGAL in found or reason_to_stop:
        return (Pace.STOP_NOW,)
    ways = []
    if owed or COLLECT_FIRST in told:
        ways.append(Pace.COLLECT_FIRST)
    if subtype == FINISH:
        return (*ways, Pace.FINISH)
    if outcome is Outcome.LEAVE_NOW:
        return tuple(ways) or (Pace.STOP_NOW,)
    if REPLACE_INCOME in told:
        ways.append(Pace.REPLACE_FIRST)
    return tuple(ways) or (Pace.IN_ORDER,)


def chosen(steps: Iterable[ExitStep], flags: Set[str]) -> list[ExitStep]:
    """The steps that this exit takes, in their order."""
    return [each for each in steps if each.wants <= flags and not each.never & flags]


def due_days(
    steps: Sequence[ExitStep],
    done: Mapping[str, date | None],
    start: date,
    ending: Dates | None,
    gate_open: bool,
    calendar: Calendar,
) -> dict[str, date | None]:
    """When each step is due; None where what it waits for has not come.

    ``done`` holds, for the steps that are there, the day each was done. Counted from the start, or from the notice, the
    last working day or the end, and moved to a working day: forward, or back where it is counted to before its day.
    """
    there = {each.id for each in steps}
    found: dict[str, date | None] = {}
    for each in steps:
        waits = each.after in there and done.get(each.after) is None
        if waits or (each.gated and not gate_open):
            found[each.id] = None
            continue
        if each.anchor is Anchor.START:
            since = done.get(each.after) or start
        elif ending is None:
            found[each.id] = None
            continue
        else:
            since = {Anchor.NOTICE: ending.given, Anchor.LAST_DAY: ending.last_working, Anchor.END: ending.end}[
                each.anchor
            ]
        day = since + timedelta(days=each.days)
        if each.anchor is Anchor.START and each.days == 0:
            found[each.id] = day  # what has to happen at once does not wait for Monday
        elif each.anchor is not Anchor.START and each.days <= 0:
            found[each.id] = max(calendar.on_or_before(day), start) if each.days else day
        else:
            found[each.id] = calendar.on_or_after(day)
    return found
