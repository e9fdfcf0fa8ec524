"""Whose check-in is due on a day, from the records to a value. Light, since a shell prompt waits for it."""

from datetime import date
from typing import NamedTuple

from coach.engine.cadence import Due, Every, Occasion, PostponeAct, Postponed, Rhythm, due, occasion, proposed, usual
from coach.formats.text import clean
from coach.store.turns import Round, Turn

FRIDAY = 4
"""The weekday on which check-ins come where the owner chose none: the week can still be remembered then."""
AUTO = "auto"
"""Stands in the records where the owner gave a rhythm back: it goes by how things stand with the client."""
LONGEST_NAME = 80


class Schedule(NamedTuple):
    """Where one client stands in the round: how often, what is due, and what is proposed.

    ``chosen`` says that the owner set the rhythm. ``slower`` is offered where the rhythm is not kept, ``whole`` says
    why a full check is proposed.
    """

    turn: Turn
    name: str
    rhythm: Rhythm
    chosen: bool
    due: Due | None
    slower: Every | None
    whole: Occasion | None

    @property
    def client_id(self) -> int:
        """Whose it is."""
        return self.turn.client_id

    @property
    def done(self) -> bool:
        """Whether the check-in of the day is finished."""
        return self.turn.done is not None

    def now(self, day: date) -> bool:
        """Whether it is to be done by that day and is not."""
        return self.due is not None and not self.done and self.due.now(day)


def schedules_of(found: Round, on_day: date) -> tuple[Schedule, ...]:
    """Everyone's place as seen from a day, the longest due first, then by name."""
    every = [_place(turn, found, on_day) for turn in found.turns]
    return tuple(sorted(every, key=lambda each: (each.due.on_day if each.due else date.max, each.name.casefold())))


def _place(turn: Turn, found: Round, on_day: date) -> Schedule:
    own = None if turn.every in (None, AUTO) else turn.every
    met = turn.checked_in is not None or turn.done is not None
    every = usual(turn.standing, turn.try_began is not None, met) if own is None else Every(own)
    # What began later counts from its own day, and not from a check long before it.
    begun = (turn.try_began, turn.decided_on, None if own is None else turn.from_day)
    days = (turn.checked_in, on_day if turn.done is not None else None, turn.checked, *begun)
    since = max((day for day in days if day is not None), default=on_day)
    weekday = turn.anchor.weekday() if turn.anchor is not None else found.weekday
    put_off = Postponed(turn.due_day, PostponeAct(turn.act), turn.until) if turn.due_day and turn.act else None
    rhythm = Rhythm(every, since, FRIDAY if weekday is None else weekday, put_off)
    coming = due(rhythm, on_day, found.off)
    return Schedule(
        turn,
        clean(turn.name, limit=LONGEST_NAME),
        rhythm,
        own is not None,
        coming,
        proposed(rhythm, coming) if coming else None,
        occasion(turn.in_full, turn.standing, turn.try_ended, turn.stopped, on_day),
    )
