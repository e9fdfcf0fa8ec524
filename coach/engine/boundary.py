"""How far a boundary has come: decided, written, told, kept. Knows rungs and dates, no client by name and no wording.

A boundary is not yes or no (S000-04 to S000-06, S001-47 to S001-52). Each rung is a dated fact; the last word wins.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from coach.engine.value import NOTHING, Value


class Rung(StrEnum):
    """A step of putting a boundary in place; refused is the client's answer to being told."""

    DECIDED = "decided"
    WRITTEN = "written"
    TOLD = "told"
    KEPT = "kept"
    REFUSED = "refused"


STEPS = (Rung.DECIDED, Rung.WRITTEN, Rung.TOLD, Rung.KEPT)
NOT = "not"
"""How a rung is taken back: a rule that is not kept any more, a refusal that was withdrawn."""


class Move(Value):
    """One dated word on a rung: ``how`` it was reached, or that it is not reached any more."""

    boundary: str
    rung: Rung
    how: str
    on_day: date
    mine: bool = False


class Stage(StrEnum):
    """One word for where a boundary stands."""

    KEPT = "kept"
    TOLD = "told"
    WRITTEN = "written"
    DECIDED = "decided"
    NOT_KEPT = "not_kept"
    NOT_TOLD = "not_told"
    REFUSED = "refused"
    NONE = "none"
    UNKNOWN = "unknown"


class Standing(Value):
    """Where one boundary stands: the rungs reached, with how and when; ``known`` where anything was said of it.

    ``denied`` holds the rungs that were said not to be reached; ``own`` is true of my own terms.
    """

    boundary: str
    reached: Mapping[Rung, Move] = NOTHING
    known: bool = False
    denied: Mapping[Rung, Move] = NOTHING
    own: bool = False

    def has(self, rung: Rung) -> bool:
        """Whether the rung is reached."""
        return rung in self.reached

    @property
    def missing(self) -> tuple[Rung, ...]:
        """The steps not reached, in order."""
        return tuple(rung for rung in STEPS if rung not in self.reached)

    @property
    def next(self) -> Rung | None:
        """The first step not reached."""
        return self.missing[0] if self.missing else None

    @property
    def stage(self) -> Stage:
        """Where it stands in one word: how far my own terms have come, or what is true of one client."""
        if not self.known:
            return Stage.UNKNOWN
        if self.has(Rung.REFUSED):
            return Stage.REFUSED
        if not self.own:
            # What they were never told, nobody can be said to keep to.
            if not self.has(Rung.TOLD):
                return Stage.NOT_TOLD
            if Rung.KEPT in self.denied:
                return Stage.NOT_KEPT
        return next((Stage(rung.value) for rung in reversed(STEPS) if self.has(rung)), Stage.NONE)


def standing(boundary: str, moves: Iterable[Move]) -> Standing:
    """Where a boundary stands in my own terms."""
    return _standing(boundary, _last(boundary, moves), own=True)


def with_client(boundary: str, mine: Iterable[Move], theirs: Iterable[Move]) -> Standing:
    """Where a boundary stands with one client.

    What I decided and wrote down holds with every client; told, kept and refused are facts of one relation.
    """
    own, relation = standing(boundary, mine), _last(boundary, theirs)
    said = {**own.denied, **own.reached}
    shared = {rung: said[rung] for rung in (Rung.DECIDED, Rung.WRITTEN) if rung in said}
    return _standing(boundary, shared | relation, known=bool(relation))


def _standing(boundary: str, last: Mapping[Rung, Move], known: bool | None = None, own: bool = False) -> Standing:
    reached = {rung: last[rung] for rung in Rung if rung in last and last[rung].how != NOT}
    denied = {rung: last[rung] for rung in Rung if rung in last and last[rung].how == NOT}
    # Nobody is told, or keeps, what was never decided: the later step says the earlier.
    latest = next((reached[rung] for rung in reversed(STEPS) if rung in reached), None)
    if latest is not None and Rung.DECIDED not in reached:
        reached = {Rung.DECIDED: latest, **reached}
        denied.pop(Rung.DECIDED, None)
    return Standing(boundary, reached, bool(last) if known is None else known, denied, own)


def coverage(standings: Iterable[Standing]) -> dict[Rung, int]:
    """How many boundaries have reached each step."""
    given = list(standings)
    return {rung: sum(each.has(rung) for each in given) for rung in STEPS}


def mine_to_fix(by_client: Mapping[int, Mapping[str, Standing]]) -> tuple[str, ...]:
    """Boundaries known to be missing or unkept with two clients or more, those of most clients first.

    What recurs is mended in the standard terms (S000-19).
    """
    count: dict[str, int] = {}
    for standings in by_client.values():
        for boundary, each in standings.items():
            if each.known and each.missing:
                count[boundary] = count.get(boundary, 0) + 1
    return tuple(sorted((boundary for boundary, many in count.items() if many >= 2), key=lambda each: -count[each]))


class Need(Value):
    """A boundary to put in place, and what speaks for doing it first."""

    boundary: str
    step: Rung
    points: float
    clients: int
    stress: bool

    @property
    def urgency(self) -> tuple[float, int, int, int]:
        """Where trouble weighs most, then where stress shows, then what is nearest to being done."""
        return (self.points, self.clients, int(self.stress), STEPS.index(self.step))


def first_to_fix(
    standings: Iterable[Standing],
    points: Mapping[str, float],
    clients: Mapping[str, int],
    stress: Iterable[str],
    most: int = 3,
) -> tuple[Need, ...]:
    """The boundaries to put in place first, most urgent first.

    ``points`` and ``clients`` say how much weighs and with how many clients, by boundary; ``stress`` where it shows.
    """
    stressed = set(stress)
    needs = [
        Need(
            each.boundary,
            each.next,
            points.get(each.boundary, 0.0),
            clients.get(each.boundary, 0),
            each.boundary in stressed,
        )
        for each in standings
        if each.next is not None
    ]
    return tuple(sorted(needs, key=lambda need: need.urgency, reverse=True)[:most])


def _last(boundary: str, moves: Iterable[Move]) -> dict[Rung, Move]:
    found: dict[Rung, Move] = {}
    for move in moves:
        if move.boundary == boundary and (move.rung not in found or move.on_day >= found[move.rung].on_day):
            found[move.rung] = move
    return found
