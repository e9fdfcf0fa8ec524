"""What can be drawn of a client over time: points, the log, check-ins, money. Reads and reckons; words nothing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from coach.casebook.checks.checks import CLIENT_CHECK
from coach.casebook.clients import Clients
from coach.casebook.desk import Noun
from coach.casebook.limits import MONEY, Limits
from coach.casebook.log.log import Log
from coach.casebook.trends.series import series_of_scores
from coach.engine.rate import effective_rate
from coach.engine.trend import Point, Series
from coach.engine.value import Value
from coach.engine.weekly import a_week, weeks_of
from coach.store import figures, incident_counts, verdicts
from coach.store.figures import Billed, Figure
from coach.store.incident_counts import Logged

WEEK = 7
"""Days in a week."""
HOUR = 60
"""Minutes in an hour: time is kept in minutes."""


MEASURES = ("theirs", "mine")
"""The measures shown of a client, heaviest meaning first."""


class Measure(StrEnum):
    """One way of looking at a client over time; its first series is what a list of clients shows of it."""

    POINTS = "points"
    LOG = "log"
    DREAD = "dread"
    KEPT_RULES = "kept_rules"
    OUT_OF_HOURS = "out_of_hours"
    UNPAID = "unpaid"
    OVERDUE = "overdue"
    RATE = "rate"
    SHARE = "share"


class Measured(Value):
    """One or two series to be drawn together, and the level they are read against, if there is one."""

    measure: Measure
    series: tuple[Series, ...]
    floor: float | None = None


class Trends(Noun):
    """Verbs that read series."""

    clients: Clients
    limits: Limits
    log: Log

    def of(
        self, client_id: int, measures: tuple[str, ...] = MEASURES, instrument: str = CLIENT_CHECK
    ) -> tuple[Series, ...]:
        """Measures of a client as series, one point a check, quick ones hollow."""
        found = verdicts.series_together(self.store, client_id, measures, instrument)
        return tuple(series_of_scores(name, found[name]) for name in measures)

    def of_each(self, measure: str = MEASURES[0]) -> dict[int, Series]:
        """One measure of every client that has it, by client id."""
        return {
            each: series_of_scores(measure, rows) for each, rows in verdicts.series_of_each(self.store, measure).items()
        }

    def measures(self, client_id: int) -> tuple[Measure, ...]:
        """The ways of looking at a client for which there is anything to see; points always."""
        found = self._measured(client_id)
        return tuple(measure for measure in Measure if measure is Measure.POINTS or measure in found)

    def measures_of_all(self) -> tuple[Measure, ...]:
        """The ways of looking at all clients for which there is anything to see at one of them."""
        found = {measure for client in self.clients.everyone() for measure in self.measures(client.id)} | {
            Measure.POINTS
        }
        return tuple(measure for measure in Measure if measure in found)

    def measured(self, client_id: int, measure: Measure) -> Measured:
        """A client through one measure; empty series where nothing is known."""
        if measure is Measure.POINTS:
            return Measured(measure, self.of(client_id))
        empty = (Series(measure.value, ()),)
        return Measured(
            measure,
            self._measured(client_id).get(measure, empty),
            self.limits.floor() if measure is Measure.RATE else None,
        )

    def measured_beside(self, client_id: int) -> list[Measured]:
        """A client through every measure but that of points for which there is anything to see."""
        return [
            self.measured(client_id, measure) for measure in self.measures(client_id) if measure is not Measure.POINTS
        ]

    def measured_of_each(self, measure: Measure) -> dict[int, Series]:
        """The first series of every client that has one, by client id."""
        if measure is Measure.POINTS:
            return self.of_each(MEASURES[0])
        every = {client.id: self._measured(client.id) for client in self.clients.everyone()}
        return {client_id: found[measure][0] for client_id, found in every.items() if measure in found}

    def log_since(self, client_id: int, entries: Sequence[Logged]) -> date | None:
        """The day from which something about a client would have been noted: since there is a log, and since they came.

        None where nothing was ever noted.
        """
        begun = incident_counts.begun(self.store)
        if begun is None:
            return None
        added = self.clients.one(client_id).created_at.date()
        return max(begun, min([added, *(each.on_day for each in entries)]))

    def _measured(self, client_id: int) -> dict[Measure, tuple[Series, ...]]:
        today = self.clock.today()
        scores = by_name(figures.scored(self.store, CHECKED_IN, client_id))
        answers = by_name(figures.answered(self.store, ANSWERED, client_id))
        entries = incident_counts.entries(self.store, client_id)
        found: dict[Measure, tuple[Series, ...]] = {Measure.LOG: self._log(client_id, entries, today)}
        found[Measure.DREAD] = (as_series("dread", [(each, each.low) for each in scores.get(DREAD, [])]),)
        # A check-in says how seldom they were kept; the line is to rise where it gets better.
        kept = [(each, RARELY - each.low) for each in scores.get(KEPT, [])]
        found[Measure.KEPT_RULES] = (as_series("kept_rules", kept),)
        outside = [(each, each.low) for each in scores.get(OUT_OF_HOURS, [])]
        found[Measure.OUT_OF_HOURS] = (as_series("out_of_hours", outside),)
        unpaid = [(each, each.low / HOUR) for each in scores.get(UNPAID, [])]
        unpaid = unpaid or [(each, weekly(each) / HOUR) for each in answers.get("unpaid", [])]
        found[Measure.UNPAID] = (as_series("unpaid", unpaid),)
        found[Measure.OVERDUE] = (overdue(figures.billed(self.store, client_id).get(client_id, []), today),)
        found[Measure.RATE] = (rates(*earned(scores, answers)),)
        found[Measure.SHARE] = (as_series("share", [(each, middle(each)) for each in answers.get("share", [])]),)
        return {measure: series for measure, series in found.items() if any(each.points for each in series)}

    def _log(self, client_id: int, entries: Sequence[Logged], today: date) -> tuple[Series, ...]:
        since = self.log_since(client_id, entries)
        if since is None or not entries:
            return (Series("incidents", ()),)
        return tuple(
            weeks_of((each.on_day for each in entries if each.mine is mine), since, today, name)
            for name, mine in (("incidents", False), ("slips", True))
        )


DREAD, KEPT, OUT_OF_HOURS, UNPAID, HOURS, REVENUE = (
    f"pulse.{each}" for each in ("dread", "kept", "out_of_hours", "unpaid", "hours", "revenue")
)
CHECKED_IN = (DREAD, KEPT, OUT_OF_HOURS, UNPAID, HOURS, REVENUE)
"""The measures of check-ins read here. Counts, and minutes of unpaid and of all work, are by the week; revenue is in
the smallest unit for all the days since the last one; dread and kept are places on their scales, the best being 0."""
RARELY = 2
"""The last place on the scale of rules kept."""
ANSWERED = ("unpaid", "revenue", "hours", "share")
"""The figures of full checks that are read here: times in minutes, money in the smallest unit."""


def by_name(found: Iterable[Figure]) -> dict[str, list[Figure]]:
    """Figures by what they are of."""
    sorted_out: dict[str, list[Figure]] = {}
    for each in found:
        sorted_out.setdefault(each.name, []).append(each)
    return sorted_out


def middle(each: Figure) -> float:
    """The middle of a range."""
    return (each.low + each.high) / 2


def gathered(each: Figure) -> float:
    """What a figure by the week comes to over all the days it speaks of."""
    days = (each.on_day - each.since_day).days if each.since_day is not None else WEEK
    return each.low * max(days, 1) / WEEK


def earned(
    scores: Mapping[str, list[Figure]], answers: Mapping[str, list[Figure]]
) -> tuple[list[Figure], list[Figure]]:
    """Income and minutes by check, from check-ins where they say both, else from full checks."""
    if scores.get(HOURS) and scores.get(REVENUE):
        worked = [each._replace(low=gathered(each), high=gathered(each)) for each in scores[HOURS]]
        return scores[REVENUE], worked
    return answers.get("revenue", []), answers.get("hours", [])


def weekly(each: Figure) -> float:
    """A figure gathered over a window, by the week."""
    return a_week(middle(each), each.since_day, each.on_day)


def as_series(measure: str, values: Sequence[tuple[Figure, float]]) -> Series:
    """Figures with what each comes to as a series; newer questions break the line, quick checks are hollow."""
    points = tuple(Point(each.on_day, value, not each.score and each.depth == "quick") for each, value in values)
    breaks = tuple(after.on_day for (before, _), (after, _) in pairwise(values) if before.version != after.version)
    return Series(measure, points, breaks)


def rates(revenue: Iterable[Figure], minutes: Iterable[Figure]) -> Series:
    """What an hour earned, in units of money, for every check that says both income and time."""
    times: Mapping[int, Figure] = {each.assessment_id: each for each in minutes}
    values = []
    for each in revenue:
        took = times.get(each.assessment_id)
        if took is not None and (
            rate := effective_rate((round(each.low), round(each.high)), (round(took.low), round(took.high)))
        ):
            values.append((each, sum(rate) / 2 / MONEY))
    return as_series("rate", values)


def overdue(bills: Iterable[Billed], today: date) -> Series:
    """Days each invoice came late, on the day it was paid; one that is still open, on today."""
    points = [
        Point(paid, float(max((paid - each.due_on).days, 0)))
        for each in bills
        if (paid := each.paid_on or today) and (each.paid_on is not None or each.due_on < today)
    ]
    return Series("overdue", tuple(points))


def recent(entries: Iterable[Logged], today: date, weeks: int) -> list[Logged]:
    """The entries of the last so many weeks."""
    first = today - timedelta(weeks=weeks)
    return [each for each in entries if first < each.on_day <= today]
