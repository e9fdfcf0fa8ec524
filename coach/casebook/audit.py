"""The audit of my own boundaries: begun with what the register knows, concluded into it. Knows no screen or wording."""

from coach.casebook.boundaries import AUDIT, PREFIX, Boundaries, reached_of
from coach.casebook.checks.checks import Checks
from coach.casebook.checks.sitting import Sitting
from coach.casebook.desk import Noun
from coach.casebook.overview import Overview
from coach.casebook.trends.series import series_of_scores
from coach.engine.boundary import NOT, STEPS, Need, Rung, Standing, coverage, first_to_fix
from coach.engine.interview.answer import Answer
from coach.engine.trend import Series
from coach.engine.value import Value
from coach.store import assessments, register, verdicts
from coach.store.assessments import Assessment

MEASURE = "boundaries_"
"""Series of the audit: how many boundaries have reached each step, and how many there are."""


class AuditResult(Value):
    """What the register says of one's own boundaries: how many reached each step, what to fix first, what is good."""

    standings: dict[str, Standing]
    coverage: dict[Rung, int]
    first: tuple[Need, ...]
    good: tuple[str, ...]
    mine_to_fix: tuple[str, ...]
    series: tuple[Series, ...]


class Audit(Noun):
    """Verbs about the audit of one's own boundaries."""

    checks: Checks
    boundaries: Boundaries
    overview: Overview

    def begin(self) -> Sitting:
        """Begin the audit, or go on with one that was left; what the register knows is not asked again."""
        instrument, today, at = self.library.instrument(AUDIT), self.clock.today(), self.clock.now()
        waiting = self._open_audits()
        if waiting:
            return self.checks.resume(waiting[0].id)
        from coach.engine.interview.instrument import Depth

        depth = Depth.QUICK
        with self.store.write("begin", at, None) as writer:
            new = assessments.begin(writer, None, instrument.id, instrument.version, depth.value, today, None, at)
        return self.checks.resume(new)

    def waits(self) -> bool:
        """Whether an audit was begun and not finished."""
        return bool(self._open_audits())

    def conclude(self, sitting: Sitting) -> AuditResult:
        """Finish the audit: what was answered becomes rungs of the register, and one point of its trend."""
        at, today, answers = self.clock.now(), self.clock.today(), sitting.interview.relevant()
        before = self.boundaries.standings()
        with self.store.write("conclude", at, None) as writer:
            for boundary in self.library.boundaries:
                given = answers.get(PREFIX + boundary)
                if given is not None and given.option and given.option != reached_of(before[boundary], unknown=""):
                    for rung, how in rungs_of(given):
                        register.move(writer, boundary, None, rung, how, today)
            assessments.conclude(writer, sitting.assessment.id, at)
            counted = coverage(self.boundaries.standings().values())
            scores = {MEASURE + rung.value: float(many) for rung, many in counted.items()}
            verdicts.keep_scores(writer, sitting.assessment.id, 1, scores)
        return self.result()

    def result(self) -> AuditResult:
        """What the register says now, with the stress last named and what weighs at clients."""
        from coach.engine.verdict.signs import SignState

        standings = self.boundaries.standings()
        points: dict[str, float] = {}
        clients: dict[str, int] = {}
        for line in self.overview.lines():
            for each in line.told.grounds.weighed if line.told else ():
                if each.state in (SignState.UNSTATED, SignState.STATED_NOT_KEPT) and each.points and each.boundary:
                    points[each.boundary] = points.get(each.boundary, 0.0) + each.points
                    clients[each.boundary] = clients.get(each.boundary, 0) + 1
        stressed = [boundary for boundary, item in self.library.stress.items() if self._stress().get(item) == "yes"]
        return AuditResult(
            standings,
            coverage(standings.values()),
            first_to_fix(standings.values(), points, clients, stressed),
            tuple(each.boundary for each in standings.values() if each.has(Rung.KEPT)),
            self.boundaries.matrix().mine_to_fix,
            self.trend(),
        )

    def trend(self) -> tuple[Series, ...]:
        """How many boundaries had reached each step, audit by audit."""
        names = (MEASURE + rung.value for rung in STEPS)
        return tuple(series_of_scores(each, verdicts.own_series(self.store, each)) for each in names)

    def finished(self) -> bool:
        """Whether an audit was ever finished."""
        return bool(assessments.of_client(self.store, None, AUDIT))

    def _open_audits(self) -> list[Assessment]:
        return [each for each in assessments.open_ones(self.store) if each.instrument == AUDIT]

    def _stress(self) -> dict[str, str]:
        done = assessments.of_client(self.store, None, AUDIT)
        answers = assessments.answers(self.store, done[0].id) if done else {}
        return {item: given.option for item, given in answers.items()}


def rungs_of(given: Answer) -> list[tuple[Rung, str]]:
    """What an answer of the audit says of each rung: those up to it are reached, those beyond are not."""
    far = -1 if given.option == "none" else STEPS.index(Rung(given.option))
    return [(rung, "audit" if place <= far else NOT) for place, rung in enumerate(STEPS)]
