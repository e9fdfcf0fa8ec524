"""Check-ins in typed lines, client by client. Knows which letter means what; decides nothing."""

from datetime import date

from coach.casebook.book import Casebook
from coach.casebook.check_ins.check_ins import CheckIn
from coach.casebook.desk import Refused
from coach.engine.cadence import Every
from coach.engine.interview.answer import Answer, silent
from coach.engine.interview.instrument import Ask, Item
from coach.engine.pulse import DREAD
from coach.formats.unreadable import Unreadable
from coach.prompts.console import Back, Console, Left
from coach.prompts.typed_answers import UNSAID, Misread, read_item
from coach.store.file.errors import StoreFault
from coach.wording.check_ins import CheckInWording

WHY = "?"


class CheckInPrompts:
    """Asks the short questions of one client or of everyone who is due; each answer is on disk before the next."""

    def __init__(self, book: Casebook, console: Console) -> None:
        self.book, self.console = book, console
        self.wording, self.words = CheckInWording(book.library), book.library.words

    def due(self) -> list[str]:
        """The check-ins that are due, a line each, and the full checks that are proposed."""
        today, found = self.book.clock.today(), []
        for each in self.book.rhythms.round():
            if each.now(today) and each.due is not None:
                key = "checkin.due" if each.due.late(today) else "checkin.due_today"
                found.append(self.console.text(key, name=each.name, day=self.words.day(each.due.on_day)))
            if each.whole is not None:
                found.append(
                    self.console.text("checkin.whole", why=self.words.say("due", f"why.{each.whole}"), name=each.name)
                )
        return found

    def offered(self) -> str:
        """What the menu says of check-ins; empty before the first check of anybody."""
        today, places = self.book.clock.today(), self.book.rhythms.round()
        if all(each.rhythm.every is Every.NEVER for each in places):
            return ""
        now = sum(each.now(today) for each in places)
        return self.console.text("menu.check_ins", count=now) if now else self.console.text("menu.check_in")

    def from_menu(self) -> None:
        """Everyone who is due, or else whoever is chosen. Raises Left or Back where the owner is done."""
        today, places = self.book.clock.today(), self.book.rhythms.round()
        if any(each.now(today) for each in places):
            self.through(None, None)
            return
        self.console.say("menu.whom")
        self.through(places[self.console.choose([each.name for each in places])].client_id, None)

    def through(self, client_id: int | None, on_day: date | None) -> None:
        """One client, or all that are due on a day. Raises Left where the owner leaves before."""
        if client_id is None:
            found = [each for each in self.book.check_ins.of_day(on_day) if not each.place.done]
        else:
            found = [self.book.check_ins.one(client_id, on_day)]
        if not found:
            self.console.say("checkin.nothing")
            return
        self.console.say("checkin.letters")
        try:
            for each in found:
                self._one(each, on_day)
        except Left:
            self.console.say("checkin.left")

    def _one(self, found: CheckIn, on_day: date | None) -> None:
        self.console.show("")
        since, day = (self.words.day(each) for each in (found.since, found.on_day))
        self.console.say("checkin.client", name=found.name, since=since, day=day)
        items = list(self.book.check_ins.items(found.client_id).values())
        place = 0
        while place < len(items):
            item = items[place]
            try:
                given = self._ask(item, found.answers.get(item.id))
                if given is not None:
                    found = self.book.check_ins.record(found.client_id, given, on_day=on_day)
            except Back:
                place = max(place - 1, 0)
                continue
            except (Refused, StoreFault) as problem:
                self.console.problem(problem)
                continue
            if item.id == DREAD and found.last:
                self.console.say("checkin.last", answer=self.words.option(item.responses, found.last))
            place += 1
        following = found.place.due
        if found.place.done and following is not None:
            self.console.say("checkin.next", name=found.name, day=self.words.day(following.on_day))
        else:
            self.console.say("checkin.done", name=found.name)

    def _ask(self, item: Item, stands: Answer | None) -> Answer | None:
        """Ask one question until it is answered; None where what stands, or nothing, is kept. Raises Back and Left."""
        note = item.ask is Ask.WORDS
        self.console.show(self.wording.ask(item))
        self.console.number(self.wording.options(item))
        if stands is not None:
            self.console.say("checkin.stands", answer=self.wording.answer(item, stands))
        key = "checkin.note" if note else f"prompt.{item.unit}" if item.unit else "choose.prompt"
        while True:
            prompt = self.console.text(key, count=len(item.options))
            typed = self.console.written(prompt) if note else self.console.typed(prompt)
            if typed == WHY:
                self.console.show(self.wording.why(item))
                continue
            if not typed and (note or stands is not None):
                return None
            if not typed:
                self.console.say("checkin.empty")
                continue
            if not note and typed.lower() in UNSAID:
                return silent(item.id, UNSAID[typed.lower()])
            try:
                return read_item(item, typed, self.book.library.words.lexicon, self.book.limits.currency())
            except Misread as wrong:
                self.console.say(wrong.key, **wrong.blanks)
            except Unreadable as problem:
                self.console.problem(problem)
