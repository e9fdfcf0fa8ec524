"""The practice of the demo as content holds it, into values. Knows its files; knows no answer, day or casebook."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from coach.engine.interview.instrument import Depth
from coach.engine.reset import WEEKS, Ending, MyPart
from coach.engine.verdict.outcome import Outcome
from coach.library.blocks import block
from coach.library.faults import BrokenContent, Fault
from coach.library.reader import read

FOLDER = "demo"
T = TypeVar("T")


class Decided(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A decision: what, why, in how many days to look again, and how many days after the check it was taken."""

    decided: Outcome
    because: str
    look_again: int | None = None
    after: int = 0


class Check(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One check: how many days ago, how deep, its answers as in an answers file, and what was decided.

    ``stops_at`` names the step at which it was left open.
    """

    days_ago: int
    depth: Depth
    answers: dict[str, Any] = {}
    decision: Decided | None = None
    stops_at: str = ""


class CheckInRows(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The check-ins of a client, oldest first: so many days apart, the newest so many days ago.

    Each list holds one value a check-in, as it would be typed: counts, minutes, and the number of an answer from 1.
    """

    every: int
    last: int
    out_of_hours: list[int]
    unpaid: list[int]
    dread: list[int]
    kept: list[int]


class LogEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the log: how many days ago, what was written, its kind (empty where it is still open), and more."""

    days_ago: int
    text: str
    kind: str = ""
    minutes: int | None = None
    channel: str = ""
    told: str = ""


class HeldReply(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reply written so many days ago and held for so many hours."""

    days_ago: int
    hours: int
    text: str


class LastTry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One last try: how many days ago it began, for how many weeks, its rules, what follows, and how it ended.

    Without ``went`` it still runs.
    """

    days_ago: int
    rules: list[str]
    follows: str = ""
    weeks: int = WEEKS
    went: dict[str, Ending] = {}
    mine: MyPart = MyPart.KEPT


class Piece(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of work in an exit; sums as one would type them, the share in per cent."""

    label: str
    state: str
    price: str
    paid: str = "0"
    share: int = 0
    act: str = ""


class OpenInvoice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An invoice that is open: due in so many days from the day the demo is looked at, for a piece by its number."""

    amount: str
    due_in: int
    piece: int | None = None


class ExitStepDone(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A step of an exit that was done, or put off to the day of the demo, so many days ago."""

    days_ago: int
    step: str
    because: str = ""


class FactChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fact that was said anew so many days ago."""

    days_ago: int
    fact: str
    value: str


class PlannedExit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An exit: opened so many days ago, its facts as one would type them, and those that are days, counted from now."""

    days_ago: int
    facts: dict[str, str]
    days: dict[str, int] = {}
    pieces: tuple[Piece, ...] = ()
    invoices: tuple[OpenInvoice, ...] = ()
    done: tuple[ExitStepDone, ...] = ()
    put_off: tuple[ExitStepDone, ...] = ()
    now: tuple[FactChange, ...] = ()


class BeforeSigning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A check before signing: how many days ago, and its answers as in an answers file."""

    days_ago: int
    answers: dict[str, Any] = {}


class Customer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One client of the demo: name, since how many days, what every check answers alike, and what happened.

    ``before`` is a check before signing; somebody with that and no day of beginning has not been taken on.
    """

    name: str
    days_ago: int = 0
    contact: dict[str, str] = {}
    job: dict[str, str] = {}
    check: list[Check] = []
    every: dict[str, Any] = {}
    check_ins: CheckInRows | None = None
    incident: list[LogEntry] = []
    held: list[HeldReply] = []
    last_try: list[LastTry] = []
    exit: PlannedExit | None = None
    before: BeforeSigning | None = None


class Practice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The limits of the one who runs the practice, set so many days ago, and the files of the clients."""

    clients: list[str]
    days_ago: int
    limits: dict[str, str]


def practice(root: Path) -> tuple[Practice, list[Customer]]:
    """The practice of a content folder and its clients, in their order.

    Raises BrokenContent where a file of it cannot be used.
    """
    whole = of_file(root, "practice", Practice)
    return whole, [of_file(root, name, Customer) for name in whole.clients]


def of_file(root: Path, name: str, shape: type[T]) -> T:
    """One file of the demo as a value. Raises BrokenContent where it cannot be used."""
    file = f"{FOLDER}/{name}.toml"
    raw, faults = read(root, file)
    if not faults and (found := block(raw, shape, file, name, faults)) is not None:
        return found
    raise BrokenContent(faults or [Fault(file, name, "is empty", "Put it back")])
