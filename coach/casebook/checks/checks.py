"""Checks: begun, answered one by one, concluded with a recommendation, decided upon. Knows no wording and no screen."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING

from coach.casebook.boundaries import AUDIT, Boundaries
from coach.casebook.checks.recommendation import PastCheck, Recommendation, recommendation_from
from coach.casebook.checks.sitting import NOBODY, OpenCheck, Sitting
from coach.casebook.clients import PROSPECT, Clients
from coach.casebook.desk import Noun, Refused
from coach.casebook.limits import Limits
from coach.engine.interview.answer import Answer
from coach.engine.value import replace
from coach.engine.verdict.outcome import Outcome
from coach.formats.text import clean
from coach.store import assessments, verdicts
from coach.store.assessments import Assessment
from coach.store.clients import Client
from coach.store.verdicts import Decision

if TYPE_CHECKING:
    from coach.casebook.checks.conclusion import Conclusion
    from coach.engine.interview.instrument import Depth
    from coach.engine.interview.interview import Interview
    from coach.engine.verdict.signs import Context
    from coach.engine.verdict.verdict import Verdict

CLIENT_CHECK = "client-check"
EARLIEST = date(1900, 1, 1)
"""No check is older: a day before it is a slip of the finger."""
LONGEST_NOTE = 4000
"""Characters of a note."""


class Checks(Noun):
    """Verbs about checks."""

    clients: Clients
    limits: Limits
    boundaries: Boundaries

    @cached_property
    def conclusion(self) -> "Conclusion":
        """How a check is concluded; loaded when one is."""
        from coach.casebook.checks.conclusion import Conclusion

        return Conclusion(self.desk, self.clients, self.limits, self.boundaries)

    def window(self, on_day: date | None = None) -> tuple[date, date]:
        """The first and last day of the weeks a check would ask about."""
        until = on_day or self.clock.today()
        return until - timedelta(weeks=self.library.instrument(CLIENT_CHECK).weeks), until

    def check_day(self, on_day: date | None) -> None:
        """Raises Refused for a day to come."""
        self._days(on_day, None)

    def begin(
        self, client_id: int, depth: "Depth", on_day: date | None = None, since_day: date | None = None
    ) -> Sitting:
        """Begin a check of a client, today or dated in the past. Raises Refused for a day to come."""
        first, until = self._days(on_day, since_day)
        client = self._worked_for(client_id)
        instrument = self.library.instrument(CLIENT_CHECK)
        at = self.clock.now()
        with self.store.write("begin", at, client_id) as writer:
            new = assessments.begin(writer, client_id, instrument.id, instrument.version, depth.value, until, first, at)
        return self._sitting(client, self.assessment(new))

    def record(self, sitting: Sitting, *answers: Answer) -> Sitting:
        """Keep answers to the current step, on disk before this returns, and go on."""
        tidy = tuple(replace(given, text=clean(given.text, lines=True, limit=LONGEST_NOTE)) for given in answers)
        following = sitting.interview.answer(*tidy)
        standing = sitting.interview.answers
        fresh = [given for given in tidy if standing.get(given.item) != given]
        if fresh:
            at = self.clock.now()
            with self.store.write("record", at, sitting.client_id) as writer:
                assessments.record(writer, sitting.assessment.id, fresh, at)
                for each in fresh:
                    assessments.set_draft(writer, sitting.assessment.id, each.item, "", at)
        return sitting.at(following)

    def annotate(self, sitting: Sitting, item: str, text: str) -> Sitting:
        """Put a note beside an answer, or keep it as a draft until the item is answered."""
        noted = clean(text, lines=True, limit=LONGEST_NOTE)
        at = self.clock.now()
        given = sitting.interview.answers.get(item)
        with self.store.write("annotate", at, sitting.client_id) as writer:
            if given is None:
                assessments.set_draft(writer, sitting.assessment.id, item, noted, at)
                return sitting
            fresh = replace(given, text=noted)
            assessments.record(writer, sitting.assessment.id, [fresh], at)
        return sitting.at(replace(sitting.interview, answers={**sitting.interview.answers, item: fresh}))

    def note(self, sitting: Sitting, item: str) -> str:
        """The note beside an answer, or the draft of one."""
        given = sitting.interview.answers.get(item)
        return given.text if given is not None else assessments.draft(self.store, sitting.assessment.id, item)

    def resume(self, assessment_id: int) -> Sitting:
        """A check where it stopped; the audit with what the register knows by now, below what was answered in it.

        Raises Refused where it is not there any more.
        """
        assessment = self.assessment(assessment_id)
        client = NOBODY if assessment.client_id is None else self.clients.one(assessment.client_id)
        return self._sitting(client, assessment)

    def deepen(self, assessment_id: int) -> Sitting:
        """Go on in the full depth with a quick check, in place: its answers stay and are not asked again."""
        from coach.engine.interview.instrument import Depth

        sitting = self.resume(assessment_id)
        with self.store.write("deepen", self.clock.now(), sitting.client_id) as writer:
            assessments.deepen(writer, assessment_id, Depth.FULL.value)
        return Sitting(sitting.client, self.assessment(assessment_id), sitting.interview.deepen())

    def withdraw(self, assessment_id: int) -> None:
        """Set a check aside; it counts nowhere any more, and undo brings it back."""
        at = self.clock.now()
        with self.store.write("withdraw", at, self.assessment(assessment_id).client_id) as writer:
            assessments.withdraw(writer, assessment_id, at)

    def unfinished(self, client_id: int | None = None) -> list[OpenCheck]:
        """Checks begun and not finished, the latest first; of one client, or of all that are active."""
        begun = [each for each in assessments.open_ones(self.store, client_id) if each.instrument == CLIENT_CHECK]
        known = [] if not begun else self.clients.everyone() if client_id is None else [self.clients.one(client_id)]
        active = {each.id: each for each in known if each.state == "active"}
        return [
            OpenCheck(active[each.client_id], each, partial(self._interview, each))
            for each in begun
            if each.client_id in active
        ]

    def conclude(self, sitting: Sitting) -> Recommendation:
        """Finish a check: the recommendation is reached, kept as told, and returned."""
        at = self.clock.now()
        with self.store.write("conclude", at, sitting.client_id) as writer:
            self.conclusion.keep(writer, sitting, at)
        return self.told_of(sitting.assessment.id)

    def assess(
        self, client_id: int, answers: Mapping[str, Answer], depth: "Depth", on_day: date | None = None
    ) -> Recommendation:
        """A whole check at once, from answers already at hand: all of it is kept, or nothing."""
        first, until = self._days(on_day, None)
        client = self._worked_for(client_id)
        instrument = self.library.instrument(CLIENT_CHECK)
        at = self.clock.now()
        with self.store.write("assess", at, client_id) as writer:
            new = assessments.begin(writer, client_id, instrument.id, instrument.version, depth.value, until, first, at)
            assessments.record(writer, new, answers.values(), at)
            self.conclusion.keep(writer, self._sitting(client, self.assessment(new)), at)
        return self.told_of(new)

    def reading(self, sitting: Sitting) -> "Verdict":
        """What the answers so far would say; nothing is kept."""
        return self.conclusion.reading(sitting)

    def context(self, client_id: int) -> "Context":
        """What the records say beside a client's answers."""
        return self.conclusion.context(client_id, self.clock.today())

    def decide(self, told: Recommendation, decided: Outcome, because: str, look_again_on: date | None) -> Decision:
        """Keep what the owner decided on a recommendation, why, and when to look again."""
        today = self.clock.today()
        if look_again_on is not None and look_again_on < today:
            raise Refused("day_past")
        client_id = told.assessment.client_id
        if client_id is None:
            raise Refused("client_gone")
        why = clean(because, lines=True, limit=LONGEST_NOTE)
        with self.store.write("decide", self.clock.now(), client_id) as writer:
            verdicts.keep_decision(
                writer, client_id, told.id, decided.value, why, look_again_on, today, self.clock.now()
            )
        kept = verdicts.decision(self.store, client_id)
        assert kept is not None
        return kept

    def told_of(self, assessment_id: int) -> Recommendation:
        """The recommendation a check led to. Raises Refused where there is none."""
        stored = verdicts.for_assessment(self.store, assessment_id)
        if stored is None:
            raise Refused("verdict_gone")
        return recommendation_from(stored, self.assessment(assessment_id))

    def history(self, client_id: int) -> tuple[PastCheck, ...]:
        """Every concluded check of a client with what was decided on it, the newest day first."""
        by_verdict = {each.verdict_id: each for each in reversed(verdicts.decisions(self.store, client_id))}
        stored = verdicts.of_client(self.store, client_id)
        return tuple(
            PastCheck(recommendation_from(row, each), by_verdict.get(row.id))
            for each in assessments.of_client(self.store, client_id, CLIENT_CHECK)
            if (row := stored.get(each.id)) is not None
        )

    def latest(self, client_id: int) -> Recommendation | None:
        """The latest recommendation about a client, or None."""
        stored = verdicts.latest(self.store, client_id)
        return None if stored is None else recommendation_from(stored, self.assessment(stored.assessment_id))

    def concluded(self, assessment_id: int) -> bool:
        """Whether a check led to a recommendation."""
        return verdicts.for_assessment(self.store, assessment_id) is not None

    def _days(self, on_day: date | None, since_day: date | None) -> tuple[date, date]:
        if on_day is not None and on_day < EARLIEST:
            raise Refused("day_unreadable")
        first, until = self.window(on_day)
        if until > self.clock.today():
            raise Refused("day_to_come")
        if since_day is not None and since_day > until:
            raise Refused("window_backwards")
        return since_day or first, until

    def _worked_for(self, client_id: int) -> Client:
        """A client there is work for. Raises Refused for a prospect: before signing there is another check."""
        client = self.clients.one(client_id)
        if client.state == PROSPECT:
            raise Refused("still_prospect", name=client.name)
        return client

    def _sitting(self, client: Client, assessment: Assessment) -> Sitting:
        return Sitting(client, assessment, self._interview(assessment))

    def _interview(self, assessment: Assessment) -> "Interview":
        from coach.engine.interview.instrument import Depth
        from coach.engine.interview.interview import Interview

        instrument = self.library.instrument(assessment.instrument)
        answers = assessments.answers(self.store, assessment.id)
        if assessment.instrument == AUDIT and assessment.concluded_at is None:
            answers = {**self.boundaries.audit_answers(), **answers}
        return Interview.begin(instrument, Depth(assessment.depth), answers)

    def assessment(self, assessment_id: int) -> Assessment:
        """The row of one check. Raises Refused where it is not there any more."""
        found = assessments.get(self.store, assessment_id)
        if found is None:
            raise Refused("check_gone")
        return found
