"""How often check-ins come, in typed lines: the rhythm, put off, left out, days off, invoices. Decides nothing."""

from collections.abc import Callable
from datetime import date, timedelta

from coach.casebook.book import Casebook
from coach.casebook.check_ins.rounds import Place
from coach.casebook.desk import Refused
from coach.engine.cadence import Every
from coach.formats.days import day_ahead
from coach.formats.figures import read_figure, write_figure
from coach.prompts.talk import Talk
from coach.store.file.errors import StoreFault
from coach.wording.check_ins import PulseWords

WAYS = (None, Every.WEEKLY, Every.FORTNIGHTLY, Every.MONTHLY, Every.NEVER)
MONEY = "money"


class Pacing:
    """Changes when check-ins come, one typed line at a time."""

    def __init__(self, book: Casebook, talk: Talk) -> None:
        self.book, self.talk = book, talk
        self.said, self.words = PulseWords(book.library), book.library.words

    def through(self) -> None:
        """Read out how every client stands, then change what is named. Raises Left or Back where the owner is done."""
        places, acts = self.book.round(), ("rhythm", "snooze", "skip", "invoice", "paid")
        self.talk.say("pacing.which")
        place = self.talk.choose([self._stands(each) for each in places] + [self.talk.word("pacing.days_off")])
        if place == len(places):
            self._holidays()
            return
        found = places[place]
        self.talk.say("pacing.act")
        act = acts[self.talk.choose([self.talk.word(f"pacing.{each}") for each in acts])]
        getattr(self, f"_{act}")(found)

    def _stands(self, place: Place) -> str:
        blanks = {"name": place.name, "every": self.said.every(place)}
        if place.due is None:
            return self.talk.word("pacing.stands_never", **blanks)
        return self.talk.word("pacing.stands", day=self.words.day(place.due.on_day), **blanks)

    def _rhythm(self, place: Place) -> None:
        if slower := self.said.slower(place):
            self.talk.tell(slower)
        labels = [self.said("every.by_itself") if way is None else self.said(f"every.{way}") for way in WAYS]
        every, weekday = WAYS[self.talk.choose(labels)], None
        if every is not Every.NEVER:
            self.talk.tell(self.said("rhythm.weekday"))
            weekday = self.talk.choose(self.words.file("language")["weekdays"]["long"])
        self.book.set_cadence(place.client_id, every, weekday)
        after = next(each for each in self.book.round() if each.client_id == place.client_id)
        self.talk.say("pacing.saved", said=self._stands(after))

    def _snooze(self, place: Place) -> None:
        def keep(typed: str) -> None:
            day = day_ahead(typed, self.words.lexicon, self.book.clock.today())
            self.book.snooze(place.client_id, day)
            self.talk.tell(self.said("off.snoozed", day=self.words.day(day)))

        self._until_kept(self.said("off.snooze_said"), keep)

    def _skip(self, place: Place) -> None:
        self.talk.tell(self.said("off.skip_said"))
        self.book.skip(place.client_id, self.talk.line("pacing.line"))
        after = next(each for each in self.book.round() if each.client_id == place.client_id)
        self.talk.say("pacing.saved", said=self._stands(after))

    def _holidays(self) -> None:
        def keep(typed: str) -> None:
            if not typed:
                self.book.set_holidays()
                self.talk.tell(self.said("off.holiday_none"))
                return
            first, last = self._span(typed)
            self.book.set_holidays((first, last))
            days = {"first": self.words.day(first), "last": self.words.day(last)}
            self.talk.tell(self.said("off.holiday_saved", **days))

        self._until_kept(self.said("off.holiday_said"), keep)

    def _span(self, typed: str) -> tuple[date, date]:
        first_said, _, last_said = typed.partition(f" {self.said('off.to')} ")
        first = day_ahead(first_said, self.words.lexicon, self.book.clock.today())
        return first, day_ahead(last_said, self.words.lexicon, first) if last_said else first

    def _invoice(self, place: Place) -> None:
        def keep(typed: str) -> None:
            amount, _, day = " ".join(typed.split()).partition(f" {self.said('invoice.by')} ")
            today = self.book.clock.today()
            due = day_ahead(day, self.words.lexicon, today - timedelta(days=300)) if day else today + timedelta(days=30)
            self.book.add_invoice(place.client_id, read_figure(amount, MONEY)[0], due)
            self.talk.tell(self.said("invoice.saved"))

        self._until_kept(self.said("invoice.said"), keep)

    def _paid(self, place: Place) -> None:
        still = self.book.invoices(place.client_id, open_only=True)
        if not still:
            self.talk.tell(self.said("invoice.none"))
            return
        lines = [f"{write_figure(each.amount, each.amount, MONEY)} {each.currency}".strip() for each in still]
        days = [self.said("invoice.due", day=self.words.day(each.due_on)) for each in still]
        chosen = still[self.talk.choose([f"{line}, {day}" for line, day in zip(lines, days, strict=True)])]
        self.book.pay_invoice(place.client_id, chosen.id, self.book.clock.today())
        self.talk.tell(self.said("invoice.paid"))

    def _until_kept(self, question: str, keep: Callable[[str], None]) -> None:
        """Ask until what is typed can be kept. Raises Left or Back where the owner leaves it."""
        self.talk.tell(question)
        while True:
            try:
                keep(self.talk.line("pacing.line"))
            except ValueError:
                self.talk.say("pacing.unreadable")
            except (Refused, StoreFault) as problem:
                self.talk.problem(problem)
            else:
                return
