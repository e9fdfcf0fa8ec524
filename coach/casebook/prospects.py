"""Before signing: prospects, their check, what it came to, and what a later check finds again. Knows no wording."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from coach.casebook.boundaries import AGREED
from coach.casebook.checks.checks import Checks
from coach.casebook.checks.recommendation import Recommendation
from coach.casebook.checks.sitting import Sitting
from coach.casebook.clients import PROSPECT, Clients
from coach.casebook.desk import Noun, Refused
from coach.engine.boundary import Rung
from coach.engine.interview.answer import Answer
from coach.engine.value import Value
from coach.store import assessments, clients, register, verdicts
from coach.store.assessments import Assessment
from coach.store.clients import Client

if TYPE_CHECKING:
    from coach.engine.prospect import Advice, Considered

PROSPECT_CHECK = "prospect-check"
RUNGS = {
    "writing": ((Rung.TOLD, "writing"), (Rung.WRITTEN, "told")),
    "aloud": ((Rung.TOLD, AGREED),),
    "refused": ((Rung.REFUSED, "check"),),
}
"""What an answer about a term says of its boundary with them."""


class ProspectResult(Value):
    """What a check before signing came to, as it was told, with its answers."""

    client: Client
    assessment: Assessment
    considered: "Considered"
    answers: Mapping[str, Answer]


class ProspectLine(Value):
    """One prospect in a list: the last result, and the check that waits to be gone on with."""

    client: Client
    result: ProspectResult | None
    waiting: Assessment | None


class SeenThen(Value):
    """Something that could be seen before signing: its item and answer, and the signs of it that a check finds now."""

    item: str
    token: str
    now: tuple[str, ...]


class BeforeSigning(Value):
    """What was known of a client before signing, beside a recommendation of today."""

    on_day: date
    outcome: "Advice"
    seen: tuple[SeenThen, ...]


class Prospects(Noun):
    """Verbs about those one does not work for yet."""

    clients: Clients
    checks: Checks

    def add(self, name: str) -> Client:
        """Add somebody one may come to work for. Raises Refused for an empty name or one that is taken."""
        named, at = self.clients.tidy_name(name), self.clock.now()
        with self.store.write("add_prospect", at, None) as writer:
            self.clients.check_free(named)
            new = clients.add(writer, named, at, PROSPECT)
        return self.clients.one(new)

    def everyone(self) -> list[ProspectLine]:
        """Everybody not yet taken or declined: the hardest result first, then by name."""
        waiting = {
            each.client_id: each
            for each in reversed(assessments.open_ones(self.store))
            if each.instrument == PROSPECT_CHECK
        }
        found = [
            ProspectLine(each, self.considered(each.id), waiting.get(each.id))
            for each in self.clients.everyone(PROSPECT)
        ]
        from coach.engine.prospect import ADVICE

        return sorted(found, key=lambda line: -ADVICE.index(line.result.considered.outcome) if line.result else -9)

    def begin(self, client_id: int) -> Sitting:
        """Begin the check of a prospect, or go on with one that was left; earlier answers stand until they are changed.

        Raises Refused for somebody who is a client already.
        """
        client = self.clients.one(client_id)
        if client.state != PROSPECT:
            raise Refused("no_prospect", name=client.name)
        waiting = [each for each in assessments.open_ones(self.store, client_id) if each.instrument == PROSPECT_CHECK]
        if waiting:
            return self.checks.resume(waiting[0].id)
        instrument, earlier = self.library.instrument(PROSPECT_CHECK), self.considered(client_id)
        today, at = self.clock.today(), self.clock.now()
        with self.store.write("begin", at, client_id) as writer:
            from coach.engine.interview.instrument import Depth

            depth = Depth.FULL.value
            new = assessments.begin(writer, client_id, instrument.id, instrument.version, depth, today, None, at)
            if earlier is not None:
                assessments.record(writer, new, earlier.answers.values(), at)
        return self.checks.resume(new)

    def conclude(self, sitting: Sitting) -> ProspectResult:
        """Finish the check: what it comes to is kept as it was told, and returned."""
        at, model, answers = self.clock.now(), self.library.prospect, sitting.interview.relevant()
        from coach.engine.prospect import consider

        result = consider(answers, model)
        kept = {"rules": list(result.rules), "questions": list(result.questions), "terms": list(result.terms)}
        with self.store.write("conclude", at, sitting.client_id) as writer:
            row = sitting.assessment.id
            assessments.conclude(writer, row, at)
            verdicts.keep_verdict(writer, row, model.version, result.outcome.value, "", kept, {}, None, at)
        return self.considered_in(sitting.assessment.id)

    def considered(self, client_id: int) -> ProspectResult | None:
        """What the newest check before signing came to, also of somebody who is a client by now; None without one."""
        stored = verdicts.latest(self.store, client_id, PROSPECT_CHECK)
        return None if stored is None else self.considered_in(stored.assessment_id)

    def considered_in(self, assessment_id: int) -> ProspectResult:
        """What one check before signing came to. Raises Refused where there is none."""
        stored, row = verdicts.for_assessment(self.store, assessment_id), self.checks.assessment(assessment_id)
        if stored is None or row.client_id is None:
            raise Refused("verdict_gone")
        answers = assessments.answers(self.store, assessment_id)
        return ProspectResult(
            self.clients.one(row.client_id), row, _considered(stored.outcome, stored.reasons), answers
        )

    def take(self, client_id: int) -> Client:
        """Make a prospect a client; what is agreed stands in the register from then on. Raises Refused as above."""
        result, today = self._prospect(client_id), self.clock.today()
        with self.store.write("take_prospect", self.clock.now(), client_id) as writer:
            clients.amend(writer, client_id, state="active")
            for term in self.library.prospect.terms if result else ():
                given = result.answers.get(term.agreed) if result else None
                for rung, how in RUNGS.get(given.token, ()) if given and term.boundary else ():
                    register.move(writer, term.boundary, client_id, rung, how, today)
        return self.clients.one(client_id)

    def decline(self, client_id: int) -> None:
        """Put a prospect away, with everything recorded. Raises Refused as above."""
        self._prospect(client_id)
        with self.store.write("decline_prospect", self.clock.now(), client_id) as writer:
            clients.amend(writer, client_id, state="archived")

    def before(self, told: Recommendation) -> BeforeSigning | None:
        """What could be seen before signing, beside what a check finds now; None where nothing was asked then."""
        result = self.considered(told.assessment.client_id or 0)
        if result is None or result.assessment.on_day > told.assessment.on_day:
            return None
        grounds = told.grounds
        found = {each.sign for each in grounds.weighed} | {*grounds.confirmed, *grounds.unclear}
        from coach.engine.prospect import visible

        traces = visible(result.answers, self.library.prospect)
        return BeforeSigning(
            result.assessment.on_day,
            result.considered.outcome,
            tuple(
                SeenThen(
                    each.item, result.answers[each.item].token, tuple(sign for sign in each.signs if sign in found)
                )
                for each in traces
            ),
        )

    def _prospect(self, client_id: int) -> ProspectResult | None:
        client = self.clients.one(client_id)
        if client.state != PROSPECT:
            raise Refused("no_prospect", name=client.name)
        return self.considered(client_id)


def _considered(outcome: str, kept: Any) -> "Considered":
    """A result from its row, whatever a file that was tampered with holds."""
    lists = [
        tuple(str(each) for each in kept.get(name, ())) if isinstance(kept, Mapping) else ()
        for name in ("rules", "questions", "terms")
    ]
    from coach.engine.prospect import Advice, Considered

    return Considered(Advice(outcome), *lists)
