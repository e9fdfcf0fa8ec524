"""What changed with a client, and what followed what was decided. Reads and reckons; says nothing in words."""

from collections.abc import Iterable
from datetime import date

from coach.casebook.checks.checks import Checks
from coach.casebook.checks.recommendation import PastCheck, Recommendation
from coach.casebook.clients import Clients
from coach.casebook.desk import Noun
from coach.casebook.log.log import Log
from coach.casebook.trends.trends import Trends, recent
from coach.engine.before_after import LONGEST, Compared, before_after
from coach.engine.boundary import NOT, Move, Rung
from coach.engine.value import Value
from coach.store import incident_counts, register
from coach.store.incident_counts import Logged

LOOKED_AT = LONGEST
"""Weeks of the log that *is it me?* looks at."""
SAME_AT = 2
"""Clients at whom the same slip is worth a word: what recurs is one's own to mend (S000-19)."""


class Change(Value):
    """One boundary told to a client, and how often it was crossed before and after."""

    boundary: str
    compared: Compared


class Recurring(Value):
    """A slip of mine at several clients, by the boundary it was against: how often, and at how many."""

    boundary: str
    times: int
    clients: int


class BothSides(Value):
    """What the log of so many weeks holds: what they did, what I did against my own rules, and what recurs elsewhere.

    ``weeks`` is 0 where there is no whole week of log.
    """

    weeks: int
    incidents: int
    slips: int
    recurring: tuple[Recurring, ...]


class DecisionFollowUp(Value):
    """A recommendation, what was decided on it, and how the newest check after it stands; None where none came."""

    entry: PastCheck
    later: Recommendation | None

    @property
    def agreed(self) -> bool:
        """Whether the decision was what was recommended."""
        return self.entry.decision is not None and self.entry.decision.decided == self.entry.told.outcome

    @property
    def moved(self) -> float | None:
        """How far *theirs* has gone since, in points; less than nothing is lighter. None where no check came."""
        return None if self.later is None else self.later.theirs - self.entry.told.theirs


class WhatChanged(Value):
    """Everything that changed with one client."""

    boundaries: tuple[Change, ...]
    both: BothSides
    followed: tuple[DecisionFollowUp, ...]


class Changes(Noun):
    """Verbs that read what changed."""

    clients: Clients
    checks: Checks
    log: Log
    trends: Trends

    def of(self, client_id: int) -> WhatChanged:
        """What changed with a client. Raises Refused where the client is gone."""
        self.clients.one(client_id)
        return WhatChanged(self.boundaries(client_id), self.both_sides(client_id), self.followed(client_id))

    def boundaries(self, client_id: int) -> tuple[Change, ...]:
        """Every boundary told to a client and ever crossed in the log; the clearest finding first."""
        entries = incident_counts.entries(self.store, client_id)
        since, today = self.trends.log_since(client_id, entries), self.clock.today()
        theirs = [each for each in entries if not each.mine]
        moves, found = register.moves(self.store).get(client_id, []), []
        for boundary in self.library.boundaries:
            told, days = told_on(boundary, moves), self._crossing(boundary, theirs)
            if told is not None and since is not None and days:
                found.append(Change(boundary, before_after(days, told, since, today)))
        return tuple(sorted(found, key=lambda each: 2.0 if each.compared.chance is None else each.compared.chance))

    def both_sides(self, client_id: int) -> BothSides:
        """My slips beside their incidents over the last weeks, and the slips that I make with several clients."""
        today, everything = self.clock.today(), incident_counts.entries(self.store)
        own = [each for each in everything if each.client_id == client_id]
        since = self.trends.log_since(client_id, own)
        weeks = 0 if since is None else max(0, min(LOOKED_AT, (today - since).days // 7))
        counted = recent(own, today, weeks)
        here = {self.log.boundary_of(each.type) for each in recent(own, today, LOOKED_AT) if each.mine}
        return BothSides(
            weeks,
            sum(not each.mine for each in counted),
            sum(each.mine for each in counted),
            tuple(each for each in self.recurring() if each.boundary in here),
        )

    def recurring(self) -> tuple[Recurring, ...]:
        """The slips of the last weeks that I made with two active clients or more, those of most clients first."""
        active = {client.id for client in self.clients.everyone()}
        slips: dict[str, list[Logged]] = {}
        for each in recent(incident_counts.entries(self.store), self.clock.today(), LOOKED_AT):
            boundary = self.log.boundary_of(each.type)
            if each.mine and boundary and each.client_id in active:
                slips.setdefault(boundary, []).append(each)
        found = [Recurring(name, len(many), len({each.client_id for each in many})) for name, many in slips.items()]
        return tuple(
            sorted((each for each in found if each.clients >= SAME_AT), key=lambda each: (-each.clients, -each.times))
        )

    def followed(self, client_id: int) -> tuple[DecisionFollowUp, ...]:
        """Every recommendation on which something was decided, the newest first, with what the newest check says."""
        history = self.checks.history(client_id)
        found = []
        for place, entry in enumerate(history):
            if entry.decision is not None:
                # What followed one decision ends where the next one was taken.
                until = next((at for at in range(place - 1, -1, -1) if history[at].decision is not None), 0)
                found.append(DecisionFollowUp(entry, history[until].told if until < place else None))
        return tuple(found)

    def _crossing(self, boundary: str, entries: Iterable[Logged]) -> list[date]:
        by_type = self.log.boundary_by_type
        return [each.on_day for each in entries if by_type.get(each.type) == boundary]


def told_on(boundary: str, moves: Iterable[Move]) -> date | None:
    """The day from which a client has known a boundary: the first time they were told since it last did not hold."""
    found: date | None = None
    for move in sorted((each for each in moves if each.boundary == boundary), key=lambda each: each.on_day):
        if move.rung is Rung.TOLD:
            found = None if move.how == NOT else found or move.on_day
    return found
