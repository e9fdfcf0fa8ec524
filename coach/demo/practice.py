"""The practice of the demo as content holds it, into values. Knows its files; knows no answer, day or casebook."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from coach.engine.instrument import Depth
from coach.engine.outcome import Outcome
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


class Customer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One client of the demo: name, since how many days, what every check answers alike, and the checks."""

    name: str
    days_ago: int
    check: list[Check]
    every: dict[str, Any] = {}


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
    if not faults:
        found, faults = block(raw, shape, file, name)
        if found is not None:
            return found
    raise BrokenContent(faults or [Fault(file, name, "is empty", "Put it back")])
