"""How often clients are checked in on: the round, days off, what is put off. Knows no question."""

from datetime import date, timedelta

from coach.casebook.check_ins.schedule import AUTO, Schedule, schedules_of
from coach.casebook.desk import Noun, Refused
from coach.engine.cadence import Due, Every, PostponeAct, newest
from coach.formats.text import clean
from coach.store import checkins, settings, turns
from coach.store.turns import HOLIDAYS, WEEKDAY

MONEY = "tracks_money"
"""The setting that says whether hours and revenue are asked, too."""
LONGEST_REASON = 200


class Rhythms(Noun):
    """Verbs about when check-ins come."""

    def round(self, on_day: date | None = None) -> tuple[Schedule, ...]:
        """Every active client's place in the round, the longest due first; in one query."""
        day = on_day or self.clock.today()
        return schedules_of(turns.everyone(self.store, day, self.library.stops), day)

    def place(self, client_id: int) -> Schedule:
        """A client's place in the round today. Raises Refused for one who is away."""
        found = next((each for each in self.round() if each.client_id == client_id), None)
        if found is None:
            raise Refused("client_gone")
        return found

    def coming(self, client_id: int) -> Due:
        """The check-in of a client that is due next. Raises Refused for one who is away or not checked in on."""
        found = self.place(client_id)
        if found.due is None:
            raise Refused("check_in_never", name=found.name)
        return found.due

    def set(self, client_id: int, every: Every | None, weekday: int | None = None) -> None:
        """Choose how often a client is checked in on, and the weekday; None gives the rhythm back to the coach."""
        today = self.clock.today()
        chosen = self.place(client_id).rhythm.weekday if weekday is None else weekday
        anchor = today + timedelta(days=((chosen or 0) - today.weekday()) % 7)
        with self.store.write("set_cadence", self.clock.now(), client_id) as writer:
            checkins.set_rhythm(writer, client_id, AUTO if every is None else every.value, anchor, today)

    def skip(self, client_id: int, reason: str = "") -> None:
        """Leave the check-in out that is due next, and those missed before it; the one after it comes as usual."""
        found, coming = self.place(client_id), self.coming(client_id)
        self._postpone(client_id, newest(found.rhythm, coming, self.clock.today()), PostponeAct.SKIP, None, reason)

    def snooze(self, client_id: int, until: date, reason: str = "") -> None:
        """Put the check-in that is due next off to another day. Raises Refused for a day not after it."""
        if until <= self.clock.today():
            raise Refused("check_in_past")
        coming = self.coming(client_id)
        if until <= coming.on_day:
            raise Refused("check_in_sooner", day=self.library.words.day(coming.on_day))
        self._postpone(client_id, coming.counted, PostponeAct.SNOOZE, until, reason)

    def holidays(self) -> tuple[tuple[date, date], ...]:
        """The days off that are not over yet, the first ones first."""
        kept = settings.get(self.store, HOLIDAYS, [])
        spans = [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in kept]
        return tuple(sorted(each for each in spans if each[1] >= self.clock.today()))

    def set_holidays(self, *spans: tuple[date, date]) -> None:
        """Keep days off, in which nothing is due. Raises Refused where one ends before it begins."""
        if any(last < first for first, last in spans):
            raise Refused("window_backwards")
        kept = [[first.isoformat(), last.isoformat()] for first, last in sorted(spans)]
        with self.store.write("set_holidays", self.clock.now(), None) as writer:
            settings.put(writer, HOLIDAYS, kept)

    def set_weekday(self, weekday: int) -> None:
        """Keep the weekday on which check-ins come where a client has none of its own; 0 is Monday."""
        with self.store.write("setting", self.clock.now(), None) as writer:
            settings.put(writer, WEEKDAY, weekday)

    def tracks_money(self) -> bool:
        """Whether check-ins ask for hours and revenue."""
        return bool(settings.get(self.store, MONEY, False))

    def track_money(self, wanted: bool) -> None:
        """Ask for hours and revenue in every check-in, or leave them out."""
        with self.store.write("setting", self.clock.now(), None) as writer:
            settings.put(writer, MONEY, wanted)

    def _postpone(self, client_id: int, due_day: date, act: PostponeAct, until: date | None, reason: str) -> None:
        why = clean(reason, limit=LONGEST_REASON).strip()
        with self.store.write("postpone", self.clock.now(), client_id) as writer:
            checkins.postpone(writer, client_id, due_day, act.value, until, why)
