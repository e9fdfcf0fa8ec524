"""How a check is concluded: what it comes to, what else the records say, and what is kept of it. Shows nothing."""

from datetime import date, datetime, timedelta

from coach.casebook.boundaries import Boundaries
from coach.casebook.checks.grounds import Grounds, as_json, grounds_of, read_grounds
from coach.casebook.checks.sitting import Sitting
from coach.casebook.clients import Clients
from coach.casebook.desk import Noun
from coach.casebook.limits import Limits, reckoned
from coach.engine.reset import failed
from coach.engine.verdict.certainty import possible_outcomes
from coach.engine.verdict.completions import open_items
from coach.engine.verdict.counterfactual import changes
from coach.engine.verdict.signs import Context, SignState
from coach.engine.verdict.verdict import LADDER, Verdict, decide
from coach.store import assessments, resets, verdicts
from coach.store.file.writer import Writer

SECOND_LOOK = timedelta(days=2)


class Conclusion(Noun):
    """What a check comes to."""

    clients: Clients
    limits: Limits
    boundaries: Boundaries

    def reading(self, sitting: Sitting) -> Verdict:
        """What the answers so far would say; nothing is kept."""
        limits = self.limits.standing()
        interview = reckoned(sitting.interview, limits)
        answers = {**limits, **interview.relevant()}
        beside = self.context(sitting.client.id, sitting.assessment.on_day)
        return decide(answers, interview.asked(), self.library.model, beside)

    def context(self, client_id: int, on_day: date) -> Context:
        """What the records say beside a client's answers of a day."""
        elsewhere: set[str] = set()
        active = {each.id for each in self.clients.everyone()}
        for other, stored in verdicts.latest_of_each(self.store).items():
            if other != client_id and other in active:
                elsewhere |= open_boundaries(read_grounds(stored.reasons))
        tries = (each.reset for each in resets.of_client(self.store, client_id))
        return Context(failed(tries, on_day), frozenset(elsewhere))

    def keep(self, writer: Writer, sitting: Sitting, at: datetime) -> None:
        """Reach a recommendation and keep it with its grounds, its context and its scores, as it was told."""
        verdict, beside = self.reading(sitting), self.context(sitting.client.id, sitting.assessment.on_day)
        row, model, limits = sitting.assessment, self.library.model, self.limits.standing()
        interview = reckoned(sitting.interview, limits)
        possible = possible_outcomes(interview, model, limits, beside)
        grounds = grounds_of(
            verdict,
            tuple(sorted(possible, key=LADDER.index)),
            len(open_items(interview)),
            changes(interview, model, limits, beside, verdict.outcome),
        )
        again = row.on_day + SECOND_LOOK if verdict.second_look else None
        assessments.conclude(writer, row.id, at)
        self.boundaries.note_answers(writer, sitting.client.id, verdict.tally.weighed, interview.relevant(), row.on_day)
        verdicts.keep_verdict(
            writer,
            row.id,
            model.version,
            verdict.outcome.value,
            verdict.subtype,
            as_json(grounds),
            as_json(beside),
            again,
            at,
        )
        scores = {name: float(value) for name, value in verdict.tally.measures.items()}
        verdicts.keep_scores(writer, row.id, model.version, scores)


def open_boundaries(grounds: Grounds) -> set[str]:
    """The boundaries that were not told, or not kept, where points weigh."""
    still = (SignState.UNSTATED, SignState.STATED_NOT_KEPT)
    return {each.boundary for each in grounds.weighed if each.state in still and each.boundary and each.points}
