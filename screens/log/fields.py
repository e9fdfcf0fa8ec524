"""What is typed into the form of an entry, into values and back. Knows how days, minutes and sums are written."""

from collections.abc import Mapping
from datetime import date

from coach.casebook.log.log import NewEntry
from coach.engine.incident import Incident
from coach.formats.days import read_day
from coach.formats.units import read_figure, write_figure
from coach.formats.unreadable import Unreadable
from coach.library.words import Words

FIELDS = ("day", "minutes", "money", "channel", "who")
"""The fields that may come later, in order."""
TOLD = ("", "yes", "no")


class FieldError(Exception):
    """A field that cannot be read, and why."""

    def __init__(self, field: str, reason: Unreadable) -> None:
        super().__init__(field)
        self.field, self.reason = field, reason


def note_from(
    text: str, mine: bool, kind: str, told: str, fields: Mapping[str, str], words: Words, today: date
) -> NewEntry:
    """What the form holds as a note. Raises FieldError."""
    return NewEntry(
        text,
        mine,
        kind,
        _day(fields["day"].strip(), words, today),
        _figure("minutes", fields["minutes"], "minutes", words),
        _figure("money", fields["money"], "money", words),
        fields["channel"],
        fields["who"],
        told,
    )


def filled(entry: Incident, words: Words) -> dict[str, str]:
    """The fields of an entry as they would be typed."""
    return {
        "day": words.day(entry.on_day),
        "minutes": "" if entry.minutes is None else str(entry.minutes),
        "money": "" if entry.amount is None else write_figure(entry.amount, entry.amount, "money"),
        "channel": entry.channel,
        "who": entry.who,
    }


def _day(typed: str, words: Words, today: date) -> date | None:
    try:
        return read_day(typed, words.lexicon, today) if typed else None
    except Unreadable as error:
        raise FieldError("day", error) from error


def _figure(field: str, typed: str, unit: str, words: Words) -> int | None:
    try:
        return read_figure(typed, unit, words.lexicon)[0] if typed.strip() else None
    except Unreadable as error:
        raise FieldError(field, error) from error
