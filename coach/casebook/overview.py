"""What there is to do today, every client by weight, one client's page. Writes nothing and knows no wording."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial

from coach.casebook.checks.checks import Checks
from coach.casebook.checks.recommendation import PastCheck, Recommendation, recommendation_from
from coach.casebook.checks.sitting import OpenCheck
from coach.casebook.clients import Clients
from coach.casebook.desk import Noun
from coach.casebook.trends.series import series_of_scores
from coach.casebook.trends.trends import Trends
from coach.engine.trend import Direction, Series, direction
from coach.engine.value import Value
from coach.engine.verdict.outcome import Outcome
from coach.store import assessments, verdicts
from coach.store.clients import Client
from coach.store.verdicts import Decision


class ClientLine(Value):
    """One client in a list: the last recommendation, the decision that stands, and how *theirs* has gone."""

    client: Client
    told: Recommendation | None
    decision: Decision | None
    read: Callable[[], Series]

    @cached_property
    def recent(self) -> Series:
        """*Theirs* at the newest checks; a list of many clients shows that of few at once."""
        return self.read()

    @cached_property
    def theirs(self) -> tuple[float, ...]:
        """The points that are theirs at the newest checks, oldest first."""
        return tuple(point.value for point in self.recent.points if point.value is not None)

    @cached_property
    def direction(self) -> Direction:
        """Where they are heading; worked out when first asked, for it looks at every pair."""
        return direction(self.recent)

    @property
    def weight(self) -> tuple[int, float]:
        """How far up the client belongs: by recommendation, then by points."""
        if self.told is None:
            return (-1, 0.0)
        return (list(Outcome).index(self.told.outcome), self.told.theirs + self.told.mine)


class ToDo(Value):
    """What there is to do today, and every client by weight."""

    day: date
    resume: tuple[OpenCheck, ...]
    second_looks: tuple[ClientLine, ...]
    look_again: tuple[ClientLine, ...]
    lines: tuple[ClientLine, ...]


class ClientPage(Value):
    """Everything one client's page shows; the history, which may be long, is read when first asked for."""

    line: ClientLine
    resume: tuple[OpenCheck, ...]
    series: tuple[Series, ...]
    read: Callable[[], tuple[PastCheck, ...]]

    @cached_property
    def history(self) -> tuple[PastCheck, ...]:
        """Every concluded check, the newest day first."""
        return self.read()


class Overview(Noun):
    """Verbs that only read."""

    clients: Clients
    checks: Checks
    trends: Trends

    def lines(self, state: str = "active") -> list[ClientLine]:
        """Every client of that state, the heaviest first."""
        theirs = verdicts.series_of_each(self.store, "theirs")
        return self._lines(state, lambda client_id: series_of_scores("theirs", theirs.get(client_id, [])[-RECENT:]))

    def today(self) -> ToDo:
        """What there is to do today: checks to resume, second looks, decisions to look at again; then the clients.

        How a client has gone is read when first asked for, which raises StoreFault as every look at the records does.
        """
        day, lines = self.clock.today(), self._lines("active", self._recent)
        return ToDo(
            day,
            tuple(self.checks.unfinished()),
            tuple(line for line in lines if second_look_due(line, day)),
            tuple(line for line in lines if look_again_due(line, day)),
            tuple(lines),
        )

    def page(self, client_id: int) -> ClientPage:
        """One client's page. Raises Refused where the client is gone."""
        client = self.clients.one(client_id)
        stored = verdicts.latest(self.store, client_id)
        told = None if stored is None else recommendation_from(stored, self.checks.assessment(stored.assessment_id))
        series = self.trends.of(client_id)
        recent = Series(series[0].measure, series[0].points[-RECENT:], series[0].breaks)
        line = ClientLine(client, told, verdicts.decision(self.store, client_id), lambda: recent)
        return ClientPage(
            line, tuple(self.checks.unfinished(client_id)), series, partial(self.checks.history, client_id)
        )

    def _lines(self, state: str, recent: Callable[[int], Series]) -> list[ClientLine]:
        told, decided = self._told_of_each(), verdicts.latest_decisions(self.store)
        found = [
            ClientLine(client, told.get(client.id), decided.get(client.id), partial(recent, client.id))
            for client in self.clients.everyone(state)
        ]
        by_name = sorted(found, key=lambda line: line.client.name.casefold())
        return sorted(by_name, key=lambda line: line.weight, reverse=True)

    def _recent(self, client_id: int) -> Series:
        return series_of_scores("theirs", verdicts.series(self.store, client_id, "theirs", newest=RECENT))

    def _told_of_each(self) -> dict[int, Recommendation]:
        latest = verdicts.latest_of_each(self.store)
        rows = assessments.many(self.store, (stored.assessment_id for stored in latest.values()))
        return {
            client_id: recommendation_from(stored, rows[stored.assessment_id])
            for client_id, stored in latest.items()
            if stored.assessment_id in rows
        }


RECENT = 24
"""Checks that a list looks back on; a direction over more takes long to compute and says less."""


def second_look_due(line: ClientLine, day: date) -> bool:
    """Whether a recommendation asked for a second look that is due and nothing has been decided since."""
    told, decision = line.told, line.decision
    if told is None or told.second_look_on is None or told.second_look_on > day:
        return False
    return decision is None or decision.verdict_id != told.id


def look_again_due(line: ClientLine, day: date) -> bool:
    """Whether the day has come on which the owner wanted to look at a decision again."""
    decision = line.decision
    return decision is not None and decision.look_again_on is not None and decision.look_again_on <= day


def leaving(line: ClientLine | None) -> bool:
    """Whether the work for a client is to end: by the owner's decision, or else by the recommendation."""
    if line is None or (line.told is None and line.decision is None):
        return False
    wanted = line.decision.decided if line.decision else line.told.outcome.value if line.told else ""
    return wanted in (Outcome.PLAN_EXIT, Outcome.LEAVE_NOW)
