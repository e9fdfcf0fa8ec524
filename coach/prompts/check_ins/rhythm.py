"""How often check-ins come, in typed lines: the rhythm, put off, left out, days off, invoices. Decides nothing."""

from collections.abc import Callable
from datetime import date, timedelta

from coach.casebook.book import Casebook
from coach.casebook.check_ins.schedule import Schedule
from coach.engine.cadence import Every
from coach.formats.days import Side, read_day
from coach.formats.units import read_figure, write_figure
from coach.prompts.console import Console
from coach.wording.check_ins import CheckInWording

WAYS = (None, Every.WEEKLY, Every.FORTNIGHTLY, Every.MONTHLY, Every.NEVER)
MONEY = "money"


class RhythmPrompts:
    """Changes when check-ins come, one typed line at a time."""

    def __init__(self, book: Casebook, console: Console) -> None:
        self.book, self.console = book, console
        self.wording, self.words = CheckInWording(book.library), book.library.words

    def through(self) -> None:
        """Read out how every client stands, then change what is named. Raises Left or Back where the owner is done."""
        places, acts = self.book.rhythms.round(), ("rhythm", "snooze", "skip", "invoice", "paid")
        self.console.say("pacing.which")
        place = self.console.choose(
            [self._standing_text(each) for each in places] + [self.console.text("pacing.days_off")]
        )
        if place == len(places):
            self._holidays()
            return
        found = places[place]
        self.console.say("pacing.act")
        act = acts[self.console.choose([self.console.text(f"pacing.{each}") for each in acts])]
        getattr(self, f"_{act}")(found)

    def _standing_text(self, place: Schedule) -> str:
        blanks = {"name": place.name, "every": self.wording.every(place)}
        if place.due is None:
            return self.console.text("pacing.stands_never", **blanks)
        return self.console.text("pacing.stands", day=self.words.day(place.due.on_day), **blanks)

    def _rhythm(self, place: Schedule) -> None:
        if slower := self.wording.slower(place):
            self.console.show(slower)
        labels = [self.wording("every.by_itself") if way is None else self.wording(f"every.{way}") for way in WAYS]
        every, weekday = WAYS[self.console.choose(labels)], None
        if every is not Every.NEVER:
            self.console.show(self.wording("rhythm.weekday"))
            weekday = self.console.choose(self.words.file("language")["weekdays"]["long"])
        self.book.rhythms.set(place.client_id, every, weekday)
        after = next(each for each in self.book.rhythms.round() if each.client_id == place.client_id)
        self.console.say("pacing.saved", said=self._standing_text(after))

    def _snooze(self, place: Schedule) -> None:
        def keep(typed: str) -> None:
            day = read_day(typed, self.words.lexicon, self.book.clock.today(), Side.AHEAD)
            self.book.rhythms.snooze(place.client_id, day)
            self.console.show(self.wording("off.snoozed", day=self.words.day(day)))

        self._until_kept(self.wording("off.snooze_said"), keep)

    def _skip(self, place: Schedule) -> None:
        self.console.show(self.wording("off.skip_said"))
        self.book.rhythms.skip(place.client_id, self.console.line("pacing.line"))
        after = next(each for each in self.book.rhythms.round() if each.client_id == place.client_id)
        self.console.say("pacing.saved", said=self._standing_text(after))

    def _holidays(self) -> None:
        def keep(typed: str) -> None:
            if not typed:
                self.book.rhythms.set_holidays()
                self.console.show(self.wording("off.holiday_none"))
                return
            first, last = self._span(typed)
            self.book.rhythms.set_holidays((first, last))
            days = {"first": self.words.day(first), "last": self.words.day(last)}
            self.console.show(self.wording("off.holiday_saved", **days))

        self._until_kept(self.wording("off.holiday_said"), keep)

    def _span(self, typed: str) -> tuple[date, date]:
        first_said, _, last_said = typed.partition(f" {self.wording('off.to')} ")
        first = read_day(first_said, self.words.lexicon, self.book.clock.today(), Side.AHEAD)
        return first, read_day(last_said, self.words.lexicon, first, Side.AHEAD) if last_said else first

    def _invoice(self, place: Schedule) -> None:
        def keep(typed: str) -> None:
            amount, _, day = " ".join(typed.split()).partition(f" {self.wording('invoice.by')} ")
            today = self.book.clock.today()
            due = read_day(day, self.words.lexicon, today, Side.NEAR) if day else today + timedelta(days=30)
            self.book.invoices.add(place.client_id, read_figure(amount, MONEY, self.words.lexicon)[0], due)
            self.console.show(self.wording("invoice.saved"))

        self._until_kept(self.wording("invoice.said"), keep)

    def _paid(self, place: Schedule) -> None:
        still = self.book.invoices.of(place.client_id, open_only=True)
        if not still:
            self.console.show(self.wording("invoice.none"))
            return
        lines = [f"{write_figure(each.amount, each.amount, MONEY)} {each.currency}".strip() for each in still]
        days = [self.wording("invoice.due", day=self.words.day(each.due_on)) for each in still]
        chosen = still[self.console.choose([f"{line}, {day}" for line, day in zip(lines, days, strict=True)])]
        self.book.invoices.pay(place.client_id, chosen.id, self.book.clock.today())
        self.console.show(self.wording("invoice.paid"))

    def _until_kept(self, question: str, keep: Callable[[str], None]) -> None:
        """Ask until what is typed can be kept. Raises Left or Back where the owner leaves it."""
        self.console.show(question)
        self.console.until_read(self.console.text("pacing.line"), keep)
