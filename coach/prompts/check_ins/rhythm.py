"""How often check-ins come, in typed lines: the rhythm, put off, left out, days off, invoices. Decides nothing."""

from coach.casebook.book import Casebook
from coach.casebook.check_ins.schedule import Schedule
from coach.formats.units import write_figure
from coach.forms.check_ins import days_off, invoice, put_off, rhythm
from coach.prompts.console import Console
from coach.prompts.form import FormPrompts
from coach.wording.check_ins import CheckInWording

MONEY = "money"


class RhythmPrompts:
    """Changes when check-ins come, one typed line at a time."""

    def __init__(self, book: Casebook, console: Console) -> None:
        self.book, self.console, self.forms = book, console, FormPrompts(console)
        self.wording, self.words = CheckInWording(book.library), book.library.words

    def through(self) -> None:
        """Read out how every client stands, then change what is named. Raises Left or Back where the owner is done."""
        places, acts = self.book.rhythms.round(), ("rhythm", "snooze", "skip", "invoice", "paid")
        self.console.say("pacing.which")
        chosen = self.console.choose(
            [self._standing_text(each) for each in places] + [self.console.text("pacing.days_off")]
        )
        if chosen == len(places):
            self.forms.ask(days_off(self.book))
            return
        client_id = places[chosen].client_id
        self.console.say("pacing.act")
        act = acts[self.console.choose([self.console.text(f"pacing.{each}") for each in acts])]
        if act == "paid":
            self._paid(client_id)
        elif act in ("snooze", "skip"):
            self.forms.ask(put_off(self.book, client_id, skip=act == "skip"))
        else:
            self.forms.ask((rhythm if act == "rhythm" else invoice)(self.book, client_id))

    def _standing_text(self, place: Schedule) -> str:
        blanks = {"name": place.name, "every": self.wording.every(place)}
        if place.due is None:
            return self.console.text("pacing.stands_never", **blanks)
        return self.console.text("pacing.stands", day=self.words.day(place.due.on_day), **blanks)

    def _paid(self, client_id: int) -> None:
        still = self.book.invoices.of(client_id, open_only=True)
        if not still:
            self.console.show(self.wording("invoice.none"))
            return
        lines = [f"{write_figure(each.amount, each.amount, MONEY)} {each.currency}".strip() for each in still]
        days = [self.wording("invoice.due", day=self.words.day(each.due_on)) for each in still]
        chosen = still[self.console.choose([f"{line}, {day}" for line, day in zip(lines, days, strict=True)])]
        self.book.invoices.pay(client_id, chosen.id, self.book.clock.today())
        self.console.show(self.wording("invoice.paid"))
