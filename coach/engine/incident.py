"""Incidents and slips: what was written down of a day, and how it is counted. Knows no wording."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from coach.engine.value import Value


class IncidentType(Value):
    """A kind of incident or slip: the sign it speaks for, and the boundary it crosses or breaks.

    ``mine`` is true of a slip, ``stop`` where the sign is a reason to stop; ``branch`` is what comes first there.
    ``sources`` are ids of the claims it rests on.
    """

    id: str
    mine: bool
    sign: str
    boundary: str
    stop: bool
    branch: str
    sources: tuple[str, ...] = ()


class Incident(Value):
    """One thing written down: what a camera would have recorded of a day.

    ``type`` is empty until it is named; ``amount`` is in the smallest unit of the currency; ``told`` is ``yes``,
    ``no`` or empty; ``who`` is a person's name, ``proof`` where a proof lies. ``replaces`` is the
    entry that this one corrects.
    """

    id: int
    client_id: int
    type: str
    mine: bool
    on_day: date
    text: str
    minutes: int | None = None
    amount: int | None = None
    channel: str = ""
    who: str = ""
    told: str = ""
    proof: str = ""
    replaces: int | None = None
    removed_at: datetime | None = None


def count_by_sign(
    entries: Iterable[Incident], types: Mapping[str, IncidentType], first: date, last: date
) -> dict[str, int]:
    """How many incidents of each sign fall into a window, both days in it; slips and entries without a type do not."""
    found: dict[str, int] = {}
    for each in entries:
        known = types.get(each.type)
        if known is not None and not each.mine and known.sign and first <= each.on_day <= last:
            found[known.sign] = found.get(known.sign, 0) + 1
    return found


def crossings(
    entries: Iterable[Incident], types: Mapping[str, IncidentType], boundary: str, since: date
) -> list[Incident]:
    """What a client did across a boundary on or after the day they were told, the newest first."""
    found = [
        each
        for each in entries
        if not each.mine and each.on_day >= since and each.type in types and types[each.type].boundary == boundary
    ]
    return sorted(found, key=lambda each: (each.on_day, each.id), reverse=True)
