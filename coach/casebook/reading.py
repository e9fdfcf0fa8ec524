"""Reading the records: what today holds, one client's page, a trend. Writes nothing and knows no wording."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from itertools import pairwise

from coach.casebook.checks.checks import CLIENT_CHECK, Checks, OpenCheck
from coach.casebook.checks.told import Told, told_from
from coach.engine.trend import Direction, Point, Series, direction
from coach.engine.value import Value
from coach.engine.verdict.outcome import Outcome
from coach.store import assessments, events, verdicts
from coach.store.clients import Client
from coach.store.events import Event
from coach.store.verdicts import Decision, Measured

MEASURES = ("theirs", "mine")
"""The measures shown of a client, heaviest meaning first."""


class Line(Value):
    """One client in a list: the last recommendation, the decision that stands, and how *theirs* has gone."""

    client: Client
    told: Told | None
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


class Today(Value):
    """What there is to do today, and every client by weight."""

    day: date
    resume: tuple[OpenCheck, ...]
    second_looks: tuple[Line, ...]
    look_again: tuple[Line, ...]
    lines: tuple[Line, ...]


class Entry(Value):
    """One concluded check of a client's history."""

    told: Told
    decision: Decision | None


class Page(Value):
    """Everything one client's page shows; the history, which may be long, is read when first asked for."""

    line: Line
    resume: tuple[OpenCheck, ...]
    series: tuple[Series, ...]
    read: Callable[[], tuple[Entry, ...]]

    @cached_property
    def history(self) -> tuple[Entry, ...]:
        """Every concluded check, the newest day first."""
        return self.read()


class Reading(Checks):
    """Verbs that only read."""

    def lines(self, state: str = "active") -> list[Line]:
        """Every client of that state, the heaviest first."""
        theirs = verdicts.series_of_each(self.store, "theirs")
        return self._lines(state, lambda client_id: as_series("theirs", theirs.get(client_id, [])[-RECENT:]))

    def today(self) -> Today:
        """What there is to do today: checks to resume, second looks, decisions to look at again; then the clients.

        How a client has gone is read when first asked for, which raises StoreFault as every look at the records does.
        """
        day, lines = self.clock.today(), self._lines("active", self._recent)
        return Today(
            day,
            tuple(self.open_checks()),
            tuple(line for line in lines if second_look_due(line, day)),
            tuple(line for line in lines if look_again_due(line, day)),
            tuple(lines),
        )

    def page(self, client_id: int) -> Page:
        """One client's page. Raises Refused where the client is gone."""
        client = self.client(client_id)
        stored = verdicts.latest(self.store, client_id)
        told = None if stored is None else told_from(stored, self._assessment(stored.assessment_id))
        series = self.trend(client_id)
        recent = Series(series[0].measure, series[0].points[-RECENT:], series[0].breaks)
        line = Line(client, told, verdicts.decision(self.store, client_id), lambda: recent)
        return Page(line, tuple(self.open_checks(client_id)), series, partial(self.history, client_id))

    def history(self, client_id: int) -> tuple[Entry, ...]:
        """Every concluded check of a client with what was decided on it, the newest day first."""
        by_verdict = {each.verdict_id: each for each in reversed(verdicts.decisions(self.store, client_id))}
        stored = verdicts.of_client(self.store, client_id)
        return tuple(
            Entry(told_from(row, each), by_verdict.get(row.id))
            for each in assessments.of_client(self.store, client_id, CLIENT_CHECK)
            if (row := stored.get(each.id)) is not None
        )

    def told(self, client_id: int) -> Told | None:
        """The latest recommendation about a client, or None."""
        stored = verdicts.latest(self.store, client_id)
        return None if stored is None else told_from(stored, self._assessment(stored.assessment_id))

    def told_at(self, assessment_id: int) -> bool:
        """Whether a check led to a recommendation."""
        return verdicts.for_assessment(self.store, assessment_id) is not None

    def trend(
        self, client_id: int, measures: tuple[str, ...] = MEASURES, instrument: str = CLIENT_CHECK
    ) -> tuple[Series, ...]:
        """Measures of a client as series, one point a check, quick ones hollow."""
        found = verdicts.series_together(self.store, client_id, measures, instrument)
        return tuple(as_series(name, found[name]) for name in measures)

    def trends(self, measure: str = MEASURES[0]) -> dict[int, Series]:
        """One measure of every client that has it, by client id."""
        return {each: as_series(measure, rows) for each, rows in verdicts.series_of_each(self.store, measure).items()}

    def events(self, client_id: int) -> list[Event]:
        """Everything dated about one client, oldest first."""
        return events.of_client(self.store, client_id)

    def _lines(self, state: str, recent: Callable[[int], Series]) -> list[Line]:
        told, decided = self._told_of_each(), verdicts.latest_decisions(self.store)
        found = [
            Line(client, told.get(client.id), decided.get(client.id), partial(recent, client.id))
            for client in self.clients(state)
        ]
        by_name = sorted(found, key=lambda line: line.client.name.casefold())
        return sorted(by_name, key=lambda line: line.weight, reverse=True)

    def _recent(self, client_id: int) -> Series:
        return as_series("theirs", verdicts.series(self.store, client_id, "theirs", newest=RECENT))

    def _told_of_each(self) -> dict[int, Told]:
        latest = verdicts.latest_of_each(self.store)
        rows = assessments.many(self.store, (stored.assessment_id for stored in latest.values()))
        return {
            client_id: told_from(stored, rows[stored.assessment_id])
            for client_id, stored in latest.items()
            if stored.assessment_id in rows
        }


RECENT = 24
"""Checks that a list looks back on; a direction over more takes long to compute and says less."""


def as_series(measure: str, rows: list[Measured]) -> Series:
    """Measured values as a series; a new version of instrument or model breaks the line."""
    last_of: dict[int, Measured] = {row.assessment_id: row for row in rows}
    kept = list(last_of.values())
    points = tuple(Point(row.on_day, row.value, row.depth == "quick", "") for row in kept)
    breaks = tuple(
        after.on_day
        for before, after in pairwise(kept)
        if (before.model, before.instrument_version) != (after.model, after.instrument_version)
    )
    return Series(measure, points, breaks)


def second_look_due(line: Line, day: date) -> bool:
    """Whether a recommendation asked for a second look that is due and nothing has been decided since."""
    told, decision = line.told, line.decision
    if told is None or told.second_look_on is None or told.second_look_on > day:
        return False
    return decision is None or decision.verdict_id != told.id


def look_again_due(line: Line, day: date) -> bool:
    """Whether the day has come on which the owner wanted to look at a decision again."""
    decision = line.decision
    return decision is not None and decision.look_again_on is not None and decision.look_again_on <= day


def leaving(line: Line | None) -> bool:
    """Whether the work for a client is to end: by the owner's decision, or else by the recommendation."""
    if line is None or (line.told is None and line.decision is None):
        return False
    wanted = line.decision.decided if line.decision else line.told.outcome.value if line.told else ""
    return wanted in (Outcome.PLAN_EXIT, Outcome.LEAVE_NOW)
