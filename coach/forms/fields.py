"""The fields of forms, in the words, the language and at the clock of one casebook. Knows no form and no shell."""

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import partial
from typing import Any

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.formats.days import Side, read_day
from coach.formats.durations import HOUR, write_time
from coach.formats.figures import read_share
from coach.formats.moments import read_moment
from coach.formats.money import SMALLEST, Money, read_money, read_sum
from coach.formats.units import read_within
from coach.formats.unreadable import Unreadable
from coach.forms.form import Field, Kind, Option


class Fields:
    """Makes fields that read what the language of a casebook knows, and say what they understood in its words."""

    def __init__(self, book: Casebook) -> None:
        self.book, self.words = book, book.library.words

    # ---- What is offered

    def choice(self, id: str, ask: str, options: Iterable[tuple[str, str]], value: str = "", **more: Any) -> Field:
        """One of several, each an id and its words."""
        return Field(id, Kind.CHOICE, ask, options=_options(options), value=value, **more)

    def ticks(
        self, id: str, ask: str, options: Iterable[tuple[str, str]], ticked: Iterable[str] = (), **more: Any
    ) -> Field:
        """Some of several; none is an answer unless the form refuses it."""
        return Field(id, Kind.TICKS, ask, options=_options(options), value=" ".join(ticked), **more)

    # ---- What is written

    def line(self, id: str, ask: str, **more: Any) -> Field:
        """Words on one line."""
        return Field(id, Kind.LINE, ask, **{"empty": "", **more})

    def text(self, id: str, ask: str, **more: Any) -> Field:
        """Words on as many lines as they take."""
        return Field(id, Kind.TEXT, ask, **{"empty": "", **more})

    def name(self, id: str, ask: str, **more: Any) -> Field:
        """The name of a person or a firm."""
        return Field(id, Kind.NAME, ask, **{"private": True, **more})

    # ---- What is read

    def day(
        self,
        id: str,
        ask: str,
        side: Side = Side.BEHIND,
        value: date | str | None = None,
        refused: str = "",
        never: str = "",
        **more: Any,
    ) -> Field:
        """A day; one to come is never in the past, one behind never to come.

        ``refused`` is the refusal of a day on the wrong side, ``never`` what an empty field is echoed as.
        """
        today = self.book.clock.today()

        def read(text: str) -> date:
            found = read_day(text, self.words.lexicon, today, side)
            if side is Side.AHEAD and found < today:
                raise Refused(refused or "day_past", day=self.words.day(found))
            if side is Side.BEHIND and found > today:
                raise Refused(refused or "day_to_come", day=self.words.day(found))
            return found

        def echo(found: date | None) -> str:
            return never if found is None else self._said(self.words.day(found, "echo"))

        stands = value.isoformat() if isinstance(value, date) else value or ""
        return Field(id, Kind.DAY, ask, value=stands, read=read, echo=echo, **more)

    def moment(self, id: str, ask: str, morning: time, value: str = "", **more: Any) -> Field:
        """A moment to come; a day alone means its morning."""
        clock, words = self.book.clock, self.words

        def read(text: str) -> datetime:
            found = read_moment(text, words.lexicon, clock.local_now(), morning)
            if found <= clock.local_now():
                raise Refused("moment_past")
            return found

        def echo(found: datetime) -> str:
            day, clock_time = words.day(found.date(), "echo"), write_time(found.hour * HOUR + found.minute)
            return words.say("forms", "echo.moment", day=day, time=clock_time)

        return Field(id, Kind.MOMENT, ask, value=value, read=read, echo=echo, **more)

    def money(
        self, id: str, ask: str, value: int | None = None, one: bool = True, currency: str = "", **more: Any
    ) -> Field:
        """A sum in the smallest unit, with its currency where one was written; ``one`` refuses a range.

        ``currency`` is the code of the only one it may be in.
        """
        own, lexicon = currency or self.book.limits.currency(), self.words.lexicon
        read = partial(read_sum if one else read_money, lexicon=lexicon, currency=currency)

        def echo(found: Money | None) -> str:
            if found is None:
                return ""
            low, high = (self._sum(each) for each in (found.low, found.high))
            said = low if low == high else self.words.say("forms", "echo.range", low=low, high=high)
            code = found.currency or own
            return self._said(self.words.say("forms", "echo.money", currency=code, sum=said).strip())

        return Field(id, Kind.MONEY, ask, value=_typed(value, SMALLEST), read=read, echo=echo, **more)

    def figure(
        self,
        id: str,
        ask: str,
        value: int | None = None,
        least: int | None = None,
        most: int | None = None,
        **more: Any,
    ) -> Field:
        """A whole number within its bounds."""

        def read(text: str) -> int:
            low, high = read_within(text, "count", least, most, self.words.lexicon)
            if low != high:
                raise Unreadable("figure_whole")
            return low

        return Field(id, Kind.FIGURE, ask, value=_typed(value), read=read, **more)

    def percent(self, id: str, ask: str, value: int | None = None, **more: Any) -> Field:
        """A share in whole per cent."""

        def echo(found: int | None) -> str:
            return (
                ""
                if found is None
                else self._said(self.words.say("forms", "echo.share", count=self.words.number(found)))
            )

        return Field(id, Kind.PERCENT, ask, value=_typed(value), read=read_share, echo=echo, **more)

    def minutes(self, id: str, ask: str, value: int | None = None, most: int | None = None, **more: Any) -> Field:
        """A span in whole minutes."""

        def read(text: str) -> int:
            low, high = read_within(text, "minutes", None, most, self.words.lexicon)
            if low != high:
                raise Unreadable("duration")
            return low

        def echo(found: int | None) -> str:
            return "" if found is None else self._said(self.words.count("forms", "echo.minutes", found))

        return Field(id, Kind.DURATION, ask, value=_typed(value), read=read, echo=echo, **more)

    def _said(self, said: str) -> str:
        return self.words.say("forms", "echo.said", said=said)

    def _sum(self, smallest: int) -> str:
        return self.words.number(smallest / SMALLEST, 2)


def _options(options: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    return tuple(Option(id, label) for id, label in options)


def _typed(value: int | None, scale: int = 1) -> str:
    if value is None:
        return ""
    return str(value) if scale == 1 else f"{value / scale:.2f}".removesuffix(".00")
