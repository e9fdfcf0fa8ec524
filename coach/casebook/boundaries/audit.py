"""The audit of my own boundaries: begun with what the register knows, concluded into it. Knows no screen or wording."""

from coach.casebook.checks.checks import Sitting
from coach.casebook.reading import Reading, as_series
from coach.engine.boundary import NOT, STEPS, Need, Rung, Standing, coverage, first_to_fix
from coach.engine.interview.answer import Answer, chosen
from coach.engine.trend import Series
from coach.engine.value import Value
from coach.store import assessments, register, verdicts
from coach.store.assessments import Assessment

AUDIT = "boundary-audit"
PREFIX = "audit."
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


class Audit(Reading):
    """Verbs about the audit of one's own boundaries."""

    def begin_audit(self) -> Sitting:
        """Begin the audit, or go on with one that was left; what the register knows is not asked again."""
        instrument, today, at = self.library.instrument(AUDIT), self.clock.today(), self.clock.now()
        waiting = self._open_audits()
        if waiting:
            return self.resume(waiting[0].id)
        from coach.engine.interview.instrument import Depth

        depth = Depth.QUICK
        with self.store.write("begin", at, None) as writer:
            new = assessments.begin(writer, None, instrument.id, instrument.version, depth.value, today, None, at)
        return self.resume(new)

    def audit_waits(self) -> bool:
        """Whether an audit was begun and not finished."""
        return bool(self._open_audits())

    def resume(self, assessment_id: int) -> Sitting:
        """A check where it stopped; an audit with what the register knows by now, below what was answered in it."""
        sitting = super().resume(assessment_id)
        run = sitting.interview
        if run.instrument.id != AUDIT or sitting.assessment.concluded_at is not None:
            return sitting
        known = [chosen(PREFIX + each.boundary, reached_of(each)) for each in self.standings().values() if each.known]
        from coach.engine.interview.interview import Interview

        answers = {**{given.item: given for given in known}, **run.answers}
        return sitting.at(Interview.begin(run.instrument, run.depth, answers))

    def conclude_audit(self, sitting: Sitting) -> AuditResult:
        """Finish the audit: what was answered becomes rungs of the register, and one point of its trend."""
        at, today, answers = self.clock.now(), self.clock.today(), sitting.interview.relevant()
        before = self.standings()
        with self.store.write("conclude", at, None) as writer:
            for boundary in self.library.boundaries:
                given = answers.get(PREFIX + boundary)
                if given is not None and given.option and given.option != reached_of(before[boundary], unknown=""):
                    for rung, how in rungs_of(given):
                        register.move(writer, boundary, None, rung, how, today)
            assessments.conclude(writer, sitting.assessment.id, at)
            counted = coverage(self.standings().values())
            scores = {MEASURE + rung.value: float(many) for rung, many in counted.items()}
            verdicts.keep_scores(writer, sitting.assessment.id, 1, scores)
        return self.audit_result()

    def audit_result(self) -> AuditResult:
        """What the register says now, with the stress last named and what weighs at clients."""
        from coach.engine.verdict.signs import State

        standings = self.standings()
        points: dict[str, float] = {}
        clients: dict[str, int] = {}
        for line in self.lines():
            for each in line.told.grounds.weighed if line.told else ():
                if each.state in (State.UNSTATED, State.STATED_NOT_KEPT) and each.points and each.boundary:
                    points[each.boundary] = points.get(each.boundary, 0.0) + each.points
                    clients[each.boundary] = clients.get(each.boundary, 0) + 1
        stressed = [boundary for boundary, item in self.library.stress.items() if self._stress().get(item) == "yes"]
        return AuditResult(
            standings,
            coverage(standings.values()),
            first_to_fix(standings.values(), points, clients, stressed),
            tuple(each.boundary for each in standings.values() if each.has(Rung.KEPT)),
            self.matrix().mine_to_fix,
            self.audit_trend(),
        )

    def audit_trend(self) -> tuple[Series, ...]:
        """How many boundaries had reached each step, audit by audit."""
        return tuple(
            as_series(MEASURE + rung.value, verdicts.own_series(self.store, MEASURE + rung.value)) for rung in STEPS
        )

    def audited(self) -> bool:
        """Whether an audit was ever finished."""
        return bool(assessments.of_client(self.store, None, AUDIT))

    def _open_audits(self) -> list[Assessment]:
        return [each for each in assessments.open_ones(self.store) if each.instrument == AUDIT]

    def _stress(self) -> dict[str, str]:
        done = assessments.of_client(self.store, None, AUDIT)
        answers = assessments.answers(self.store, done[0].id) if done else {}
        return {item: given.option for item, given in answers.items()}


def reached_of(each: Standing, unknown: str = "none") -> str:
    """The furthest step of a boundary, as the audit's answer; ``unknown`` where nothing was ever said of it."""
    if not each.known:
        return unknown
    reached = [rung for rung in STEPS if each.has(rung)]
    return reached[-1].value if reached else "none"


def rungs_of(given: Answer) -> list[tuple[Rung, str]]:
    """What an answer of the audit says of each rung: those up to it are reached, those beyond are not."""
    far = -1 if given.option == "none" else STEPS.index(Rung(given.option))
    return [(rung, "audit" if place <= far else NOT) for place, rung in enumerate(STEPS)]
