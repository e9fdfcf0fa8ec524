"""Check-ins: what is asked, each value kept at once, the figures they come to. Knows no wording and no screen."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach.casebook.check_ins.invoices import Invoices
from coach.casebook.check_ins.rhythms import Rhythms
from coach.casebook.check_ins.schedule import Schedule
from coach.casebook.checks.checks import CLIENT_CHECK, LONGEST_NOTE, Checks
from coach.casebook.desk import Noun, Refused
from coach.engine.interview.answer import Answer, AnswerKind
from coach.engine.pulse import DREAD, NOTE, SEEN, counting, finished, scores, watched
from coach.engine.value import Value, replace
from coach.formats.text import clean
from coach.store import assessments, checkins, verdicts
from coach.store.turns import PULSE

if TYPE_CHECKING:
    from coach.engine.interview.instrument import Item

GROUP = "money"
FREQUENCY = "frequency"
"""The answers of what can be counted."""
MODEL = 1
"""The version of how figures of check-ins are reckoned."""
RECENT = timedelta(days=31)
"""A full check further back says nothing of where the days of a first check-in begin."""


class CheckIn(Value):
    """One client's check-in on a day, as far as it has come: its place in the round, its answers, and since when.

    ``last`` is the answer to the question about dread before this one, shown once the new one is given.
    """

    place: Schedule
    on_day: date
    since: date
    answers: dict[str, Answer]
    last: str = ""

    @property
    def client_id(self) -> int:
        """Whose it is."""
        return self.place.client_id

    @property
    def name(self) -> str:
        """The client's name."""
        return self.place.name

    @property
    def finished(self) -> bool:
        """Whether everything that every check-in asks is answered."""
        return finished(self.answers)


class CheckIns(Noun):
    """Verbs about check-ins."""

    checks: Checks
    rhythms: Rhythms
    invoices: Invoices

    def of_day(self, on_day: date | None = None, everyone: bool = False) -> tuple[CheckIn, ...]:
        """What stands in the table of a day: what is due and what was done on it; with ``everyone`` all the rest, too.

        Raises Refused for a day to come.
        """
        day = self._past(on_day)
        found = [each for each in self.rhythms.round(day) if everyone or each.now(day) or each.turn.here is not None]
        return self._with_answers(found, day)

    def one(self, client_id: int, on_day: date | None = None) -> CheckIn:
        """One client's check-in of a day, due or not. Raises Refused for a day to come, or a client who is away."""
        day = self._past(on_day)
        found = [each for each in self.rhythms.round(day) if each.client_id == client_id]
        if not found:
            raise Refused("client_gone")
        return self._with_answers(found, day)[0]

    def watched(self, client_id: int) -> tuple[str, ...]:
        """The signs to watch with a client, by the last full check, or the last check where none was full."""
        done = assessments.of_client(self.store, client_id, CLIENT_CHECK)
        chosen = next((each for each in done if each.depth == "full"), done[0] if done else None)
        if chosen is None:
            return ()
        asked = self.library.instrument(CLIENT_CHECK).items.values()
        countable = [item.id for item in asked if item.responses == FREQUENCY]
        return watched(self.checks.told_of(chosen.id).grounds.weighed, countable)

    def items(self, client_id: int) -> "dict[str, Item]":
        """What a client's check-in asks, in order: the fixed items, money where wanted, what is watched, a note."""
        fixed = self.library.instrument(PULSE).items
        wanted = {
            name: item
            for name, item in fixed.items()
            if name != NOTE and (self.rhythms.tracks_money() or item.group != GROUP)
        }
        counted = {SEEN + sign: counting(sign) for sign in self.watched(client_id)}
        return {**wanted, **counted, NOTE: fixed[NOTE]}

    def record(self, client_id: int, *answers: Answer, on_day: date | None = None) -> CheckIn:
        """Keep answers of a client's check-in, on disk before this returns; it is finished by the last fixed one.

        A changed mind is a later row, and the figures follow. Raises ValueError for what is not asked, Unreadable
        for a figure out of bounds, Refused for a day to come, or a client who is away.
        """
        items = self.items(client_id)
        stands = self.one(client_id, on_day)
        fresh = [each for each in (_tidy(items, given) for given in answers) if stands.answers.get(each.item) != each]
        if not fresh:
            return stands
        at, turn = self.clock.now(), stands.place.turn
        everything = {**stands.answers, **{given.item: given for given in fresh}}
        with self.store.write("check_in", at, client_id) as writer:
            row = turn.here
            if row is None and turn.left_open is not None:
                checkins.move(writer, turn.left_open, stands.on_day)
                row = turn.left_open
            if row is None:
                version = self.library.instrument(PULSE).version
                row = assessments.begin(writer, client_id, PULSE, version, "full", stands.on_day, stands.since, at)
            assessments.record(writer, row, fresh, at)
            if finished(everything):
                if turn.done is None:
                    assessments.conclude(writer, row, at)
                late = self.invoices.overdue(client_id, stands.on_day)
                now = scores(everything, items, stands.since, stands.on_day, late)
                for measure in checkins.measured(self.store, row) - now.keys():
                    writer.remove("score", {"assessment_id": row, "model": MODEL, "measure": measure})
                verdicts.keep_scores(writer, row, MODEL, now)
        return self.one(client_id, on_day)

    def _past(self, on_day: date | None) -> date:
        self.checks.check_day(on_day)
        return on_day or self.clock.today()

    def _with_answers(self, found: Iterable[Schedule], day: date) -> tuple[CheckIn, ...]:
        every = tuple(found)
        rows = {each.client_id: each.turn.here or each.turn.left_open for each in every}
        kept = checkins.answers_of(self.store, (row for row in rows.values() if row is not None))
        weeks = timedelta(weeks=self.library.instrument(PULSE).weeks)
        return tuple(
            CheckIn(
                each,
                day,
                _since(each, day, weeks),
                answers := kept.get(rows[each.client_id] or 0, {}),
                self._last_dread(each.client_id, day) if DREAD in answers else "",
            )
            for each in every
        )

    def _last_dread(self, client_id: int, day: date) -> str:
        earlier = [each for each in verdicts.series(self.store, client_id, DREAD, PULSE) if each.on_day < day]
        options = self.library.instrument(PULSE).items[DREAD].options
        place = int(earlier[-1].value) if earlier else len(options)
        return options[place] if place < len(options) else ""


def _since(place: Schedule, day: date, usual: timedelta) -> date:
    turn = place.turn
    if turn.checked_in is not None:
        return turn.checked_in
    return turn.checked if turn.checked is not None and usual <= day - turn.checked <= RECENT else day - usual


def _tidy(items: "dict[str, Item]", given: Answer) -> Answer:
    item = items.get(given.item)
    if item is None or (given.kind is AnswerKind.OPTION and given.option not in item.options):
        raise ValueError(f"{given.item} is not asked so")
    if given.low is not None and given.high is not None:
        from coach.formats.units import check_bounds

        check_bounds(given.low, given.high, item.least, item.most, item.unit or "count")
    return replace(given, text=clean(given.text, lines=True, limit=LONGEST_NOTE))
