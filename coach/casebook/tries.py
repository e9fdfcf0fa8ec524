"""Last tries: begun with their rules, ended with how it went, answers side by side. Knows no screen and no wording."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from coach.casebook.boundaries import Boundaries
from coach.casebook.checks.checks import CLIENT_CHECK, EARLIEST, Checks
from coach.casebook.clients import Clients
from coach.casebook.desk import Noun, Refused
from coach.engine.interview.answer import Answers
from coach.engine.reset import WEEKS, Ending, MyPart, Reset, ending_of, problem_of
from coach.engine.value import Value
from coach.engine.verdict.outcome import Outcome
from coach.formats.text import clean
from coach.store import assessments, resets, verdicts
from coach.store.assessments import Assessment
from coach.store.resets import Try

LONGEST_FOLLOWS = 400
"""Characters of what follows a try that fails: a line or two, since the letter repeats it."""
OFFERED = 6
"""Boundaries offered as rules at most: more than that nobody chooses from in one look."""


class DueTry(Value):
    """A try that runs, and with whom."""

    client: str
    kept: Try


class SideBySide(Value):
    """The same items before and after a try: two checks, where there are such, and the signs its rules are about.

    ``signs`` holds those that were asked in one of the two, in the order of the model.
    """

    before: Assessment | None
    after: Assessment | None
    signs: tuple[str, ...]
    before_said: Answers
    after_said: Answers


class Tries(Noun):
    """Verbs about last tries."""

    clients: Clients
    checks: Checks
    boundaries: Boundaries

    def of(self, client_id: int) -> list[Try]:
        """Every last try with a client, the latest first."""
        return resets.of_client(self.store, client_id)

    def running_with(self, client_id: int) -> Try | None:
        """The last try that runs with a client, or None."""
        return next((each for each in self.of(client_id) if each.reset.running), None)

    def running(self) -> list[DueTry]:
        """The last tries that run with active clients, the first to end first."""
        running = resets.running(self.store)
        names = {each.id: each.name for each in self.clients.everyone()} if running else {}
        return [DueTry(names[each.client_id], each) for each in running if each.client_id in names]

    def rules_offered(self, client_id: int) -> tuple[str, ...]:
        """The boundaries that may become rules of a try: those that weigh, the heaviest first, then those known of."""
        told = self.checks.latest(client_id)
        weighed = sorted(told.grounds.weighed, key=lambda each: -each.points) if told else []
        weighing = [each.boundary for each in weighed if each.points and each.boundary]
        known = [
            boundary for boundary, each in self.boundaries.standings(client_id).items() if each.known and each.missing
        ]
        rest = [] if weighing or known else list(self.library.boundaries)
        return tuple(dict.fromkeys([*weighing, *known, *rest]))[:OFFERED]

    def wanted(self, client_id: int) -> bool:
        """Whether a last try is what was recommended or decided last, and none runs."""
        decision, told = verdicts.decision(self.store, client_id), self.checks.latest(client_id)
        decided = decision.decided if decision else None
        recommended = told.outcome if told else None
        return Outcome.RESET in (decided, recommended) and self.running_with(client_id) is None

    def begin(
        self,
        client_id: int,
        rules: Sequence[str],
        follows: str = "",
        ends: date | None = None,
        starts: date | None = None,
    ) -> Try:
        """Begin a last try; today and for four weeks where no days are given.

        Raises Refused where one runs already, for no rule or too many, and for days that cannot be.
        """
        today = self.clock.today()
        first = starts or today
        last = ends or first + timedelta(weeks=WEEKS)
        kept = tuple(dict.fromkeys(rules))
        for boundary in kept:
            self.boundaries.check_known(boundary)
        if problem := problem_of(kept, first, last):
            raise Refused(problem)
        if last < today:
            raise Refused("day_past")
        if first < EARLIEST:
            raise Refused("day_unreadable")
        self.clients.one(client_id)
        words = clean(follows, lines=True, limit=LONGEST_FOLLOWS).strip()
        with self.store.write("start_reset", self.clock.now(), client_id) as writer:
            if self.running_with(client_id) is not None:
                raise Refused("try_running")
            new = resets.start(writer, client_id, Reset(kept, first, last, words))
        return self.one(new)

    def end(self, reset_id: int, by_rule: Mapping[str, Ending], mine: MyPart) -> Try:
        """Say how a try went, rule by rule, and what my own part in it was.

        Raises Refused where it has been ended already, or a rule was left out.
        """
        kept = self.one(reset_id)
        if set(by_rule) != set(kept.reset.rules):
            raise Refused("try_rule_open")
        return self._end(kept, ending_of(by_rule), mine, by_rule)

    def stop(self, reset_id: int) -> Try:
        """End a try without a word on anybody's part. Raises Refused where it has been ended already."""
        return self._end(self.one(reset_id), Ending.STOPPED, None, {})

    def one(self, reset_id: int) -> Try:
        """One try. Raises Refused where it is not there any more."""
        found = resets.get(self.store, reset_id)
        if found is None:
            raise Refused("try_gone")
        return found

    def terms(self, kept: Try) -> dict[str, dict[str, str]]:
        """My terms of the rules of a try, as they hold for its client."""
        return {boundary: self.boundaries.params(boundary, kept.client_id) for boundary in kept.reset.rules}

    def side_by_side(self, kept: Try) -> SideBySide:
        """The last check before a try and the first one after it, or else the latest within, on what it was about."""
        reset, checks = kept.reset, assessments.of_client(self.store, kept.client_id, CLIENT_CHECK)
        before = next((each for each in checks if each.on_day <= reset.starts), None)
        later = [each for each in reversed(checks) if each.on_day > reset.starts]
        over = min(reset.ends, reset.ended_on or reset.ends)
        after = next((each for each in later if each.on_day >= over), later[-1] if later else None)
        said = [assessments.answers(self.store, each.id) if each else {} for each in (before, after)]
        about = [sign.id for sign in self.library.model.signs if sign.boundary in reset.rules]
        signs = tuple(sign for sign in about if any(sign in each for each in said))
        return SideBySide(before, after, signs, said[0], said[1])

    def _end(self, kept: Try, ending: Ending, mine: MyPart | None, by_rule: Mapping[str, Ending]) -> Try:
        if not kept.reset.running:
            raise Refused("try_ended")
        with self.store.write("end_reset", self.clock.now(), kept.client_id) as writer:
            resets.end(writer, kept.id, self.clock.today(), ending, mine, by_rule)
        return self.one(kept.id)
