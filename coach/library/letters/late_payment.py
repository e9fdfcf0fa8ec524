"""What the law of a place says about late payment, as it was gathered, with its age. Knows no rate and no client."""

from datetime import date
from pathlib import Path

import msgspec

from coach.engine.value import Value
from coach.library.blocks import each_of, lacking
from coach.library.faults import Fault, nearest
from coach.library.reader import Raw, read, table

FILE = "late_payment.toml"
WORDED = ("name", "named", "law", "rule", "caution")
"""What has to be said of every place; a fixed sum and a term are not known everywhere."""


class Jurisdiction(Value):
    """One place's rule. ``stale`` where something of it is known to have moved on; ``checked_on`` as year and month."""

    id: str
    checked_on: str
    stale: bool
    sources: tuple[str, ...]


class PlaceBlock(msgspec.Struct):
    """One ``[place.…]``; figures beside these stand in the sentences, so that none is quoted out of its sentence."""

    applies: str
    checked_on: str
    stale: bool
    source: list[str]
    default_term_days: int | None = None
    max_term_days: int | None = None
    reference: str = ""
    margin_points: int | None = None
    fixed: list[Raw] = msgspec.field(default_factory=list)
    interest_from: str = ""
    counted_from: str = ""
    valid_from: date | None = None


def places(root: Path) -> tuple[dict[str, Jurisdiction], list[Fault]]:
    """Every place by id, and what is wrong with the file."""
    raw, faults = read(root, FILE)
    known = {
        name: Jurisdiction(name, given.checked_on, given.stale, tuple(given.source))
        for name, given in each_of(raw, "place", PlaceBlock, FILE, faults)
    }
    return known, faults


def place_faults(root: Path, language: str) -> list[Fault]:
    """Everything wrong with the facts and with what one language says of them."""
    known, faults = places(root)
    file = f"languages/{language}/{FILE}"
    words, found = read(root, file)
    faults += found
    said = table(words, "place", file, faults)
    for place in known:
        faults += lacking(file, f"place.{place}", said.get(place), WORDED)
    faults += [
        Fault(file, f"place.{spare}", "is worded, but no place", nearest(spare, known)) for spare in said.keys() - known
    ]
    return faults


def out_of_date(place: Jurisdiction, today: date) -> bool:
    """Whether the facts of a place are marked as moved on, or were gathered more than half a year ago."""
    year, month = (int(part) for part in place.checked_on.split("-")[:2])
    return place.stale or (today.year - year) * 12 + today.month - month > 6
