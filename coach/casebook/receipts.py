"""What the records say a client cost in a quarter, from the best source there is. Reads; words nothing.

The same hour may stand in a check-in, in the log and in a check. So each line has one source: the check-ins where
there are any, else the log, else the checks; nothing is added up across them.
"""

from pathlib import Path

from coach.casebook.clients import Clients
from coach.casebook.desk import Noun
from coach.casebook.files import Files
from coach.casebook.limits import Limits
from coach.casebook.log.log import Log
from coach.casebook.trends.trends import CHECKED_IN, OUT_OF_HOURS, UNPAID, by_name, earned, gathered, middle
from coach.engine.interview.answer import AnswerKind
from coach.engine.rate import Figures, effective_rate
from coach.engine.receipt import Quarter, Receipt, Unpaid, late_days, split
from coach.store import figures, incident_counts, verdicts
from coach.store.figures import Figure
from coach.store.incident_counts import Logged

MY_HOURS = "office_hours"
"""The boundary of entries outside my hours."""


class Receipts(Noun):
    """Verbs about receipts."""

    clients: Clients
    limits: Limits
    log: Log
    files: Files

    def of(self, client_id: int, quarter: Quarter | None = None) -> Receipt:
        """What a client cost in a quarter, the present one where none is named. Raises Refused for a client gone."""
        self.clients.one(client_id)
        today = self.clock.today()
        which = quarter or Quarter.of(today)
        scores = self._within(which, figures.scored(self.store, CHECKED_IN, client_id))
        answers = self._within(which, figures.answered(self.store, ("unpaid", "revenue", "hours"), client_id))
        log = [each for each in incident_counts.entries(self.store, client_id) if which.holds(each.on_day)]
        bills = figures.billed(self.store, client_id).get(client_id, [])
        late = [late_days(each.due_on, each.paid_on, which, today) for each in bills]
        limits = self.limits.standing()
        floor = limits.get("limits.floor")
        checked_in, said = scores.get(UNPAID, []), answers.get("unpaid", [])
        unpaid, source = self._unpaid(client_id, which, checked_in, log, said)
        return Receipt(
            which,
            unpaid,
            sum(late) if any(each.due_on <= which.last for each in bills) else None,
            self._evenings(scores.get(OUT_OF_HOURS, []), log),
            _rate(*earned(scores, answers)),
            floor.low if floor is not None and floor.kind is AnswerKind.NUMBER else None,
            self.limits.currency(),
            which.holds(today) and today < which.last,
            source,
        )

    def save(self, quarter: Quarter, text: str, kind: str) -> Path:
        """Write a receipt into a new file among the exports, ``txt`` or ``svg``; its name tells the quarter, no client.

        Raises Refused where it cannot be written.
        """
        return self.files.save(f"receipt-{quarter.year}Q{quarter.number}", text, kind)

    def quarters(self, client_id: int) -> tuple[Quarter, ...]:
        """The quarters from the first one of which anything is known to the present one, the newest first."""
        days = [each.on_day for each in incident_counts.entries(self.store, client_id)]
        days += [each.on_day for each in figures.scored(self.store, (*CHECKED_IN, "theirs"), client_id)]
        days += [each.due_on for each in figures.billed(self.store, client_id).get(client_id, [])]
        now = Quarter.of(self.clock.today())
        found, first = [now], min(days, default=now.first)
        while found[-1].first > first:
            found.append(found[-1].stepped(-1))
        return tuple(found)

    def _within(self, which: Quarter, found: list[Figure]) -> dict[str, list[Figure]]:
        return by_name(each for each in found if which.holds(each.on_day))

    def _unpaid(
        self, client_id: int, which: Quarter, checked_in: list[Figure], log: list[Logged], answers: list[Figure]
    ) -> tuple[Unpaid | None, str]:
        timed = [each for each in log if each.minutes]
        if timed and not checked_in:
            mine = sum(each.minutes or 0 for each in timed if each.mine or each.told == "no")
            theirs = sum(each.minutes or 0 for each in timed if not each.mine and each.told == "yes")
            return Unpaid(sum(each.minutes or 0 for each in timed), mine, theirs), "log"
        source = checked_in or answers
        if not source:
            return None, ""
        points = [self._points(client_id, which, name) for name in ("theirs", "mine")]
        minutes = round(sum(gathered(each) if each.score else middle(each) for each in source))
        return split(minutes, points[0], points[1]), "check_ins" if checked_in else "checks"

    def _evenings(self, checked_in: list[Figure], log: list[Logged]) -> int | None:
        if checked_in:
            return round(sum(gathered(each) for each in checked_in))
        by_type = self.log.boundary_by_type
        return sum(by_type.get(each.type) == MY_HOURS for each in log) or None

    def _points(self, client_id: int, which: Quarter, measure: str) -> float:
        """The points of the checks of a quarter; of the last check before it where it has none."""
        series = [each for each in verdicts.series(self.store, client_id, measure) if each.on_day <= which.last]
        inside = [each.value for each in series if which.holds(each.on_day)]
        return sum(inside) if inside else series[-1].value if series else 0.0


def _rate(revenue: list[Figure], minutes: list[Figure]) -> Figures | None:
    """What an hour earned over all checks of the quarter that say both income and time."""
    times = {each.assessment_id: each for each in minutes}
    both = [(each, times[each.assessment_id]) for each in revenue if each.assessment_id in times]
    if not both:
        return None
    money = sum(round(each.low) for each, _ in both), sum(round(each.high) for each, _ in both)
    took = sum(round(each.low) for _, each in both), sum(round(each.high) for _, each in both)
    return effective_rate(money, took)
