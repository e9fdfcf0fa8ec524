"""One's own limits in typed lines: what stands, what a question waits for, how one is changed. Knows no client."""

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.casebook.limits import LIMITS
from coach.engine.interview.answer import Answer, silent
from coach.engine.interview.instrument import Ask, Card, Item
from coach.engine.interview.interview import Form, Step
from coach.library.guide import title_for
from coach.library.sources import says
from coach.prompts.checks.typed import UNSAID, Misread, read_item, read_rows
from coach.prompts.talk import Back, Talk, picked
from coach.store.file.errors import StoreFault
from coach.wording.limits import LimitWords

SKIP, WHY = "s", "?"


class Limiting:
    """Asks for limits one by one and keeps each at once."""

    def __init__(self, book: Casebook, talk: Talk) -> None:
        self.book, self.talk = book, talk
        self.words = book.library.words
        self.said = LimitWords(book.library)
        self._offered: set[str] = set()

    def before(self, step: Step) -> None:
        """Ask for the limits a step waits for, each once in a sitting. Raises Left where the owner leaves."""
        wanted = [each for each in self.book.limits_wanted(step) if each not in self._offered]
        if not wanted:
            return
        self._offered.update(wanted)
        self.talk.tell("")
        self.talk.say("limits.before")
        try:
            for each in wanted:
                self._ask(each)
        except Back:
            return

    def beside(self, item: Item) -> str:
        """What a question shows of the limits, in one line; empty where it shows none or none is known."""
        return self.said.line(item, self.book.limits()) or "" if item.shows else ""

    def through(self) -> None:
        """Read all limits out and change those that are named. Raises Left or Back where the owner is done."""
        rows = self._rows()
        while True:
            self.talk.say("limits.prompt")
            row = rows[self._row(len(rows))]
            try:
                for each in row:
                    self._ask(each)
            except Back:
                continue

    def _rows(self) -> list[tuple[str, ...]]:
        limits, rows = self.book.limits(), []
        self.talk.tell("")
        for group, held in self.said.rows().items():
            name, reason = (self.words.say(LIMITS, f"group.{group}.{field}") for field in ("name", "reason"))
            self.talk.say("limits.group", name=name, reason=reason)
            for row in held:
                rows.append(row)
                standing = self.said.standing(row, limits)
                self.talk.tell(f"{len(rows)}  {self.talk.word('limits.row', name=self.said.name(row), said=standing)}")
        return rows

    def _row(self, count: int) -> int:
        while (place := picked(self.talk.line("choose.prompt", count=count), count)) is None:
            self.talk.say("choose.again", count=count)
        return place

    def _ask(self, limit: str) -> None:
        """Ask for one limit until it is said or skipped; what was skipped stays as it stood."""
        items, card = self.said.items_of(limit), self._card(limit)
        step = Step(limit, Form.CARD if card else Form.ITEM, items, card)
        self._show(step)
        while True:
            typed = self.talk.line("limits.card" if card else "limits.item")
            if typed.lower() in ("", SKIP):
                return
            if typed == WHY:
                self._why(step)
                continue
            try:
                self.book.set_limits(*self._read(step, typed))
            except Misread as wrong:
                self.talk.say(wrong.key, **wrong.blanks)
            except (Refused, StoreFault) as problem:
                self.talk.problem(problem)
            else:
                self.talk.say("ask.saved", answer=self.said.standing((limit,), self.book.limits()))
                return

    def _show(self, step: Step) -> None:
        card, item = step.card, step.items[0]
        self.talk.tell(self.words.card(LIMITS, card.id, "ask") if card else self.words.item(LIMITS, item.id, "ask"))
        if card is not None:
            self.talk.number([self.words.item(LIMITS, each.id, "row") for each in step.items])
        else:
            self.talk.number([self.words.option(item.responses, option) for option in item.options])
        if known := self.said.known((step.id,), self.book.limits()):
            self.talk.say("ask.stands", answer=known)

    def _why(self, step: Step) -> None:
        card, item = step.card, step.items[0]
        self.talk.tell(self.words.card(LIMITS, card.id, "why") if card else self.words.item(LIMITS, item.id, "why"))
        sources = card.sources if card else item.sources
        for _, claim in says(self.book.library.root, sources):
            self.talk.tell(f"- {claim}")
        if title := title_for(self.book.library.guide, sources):
            self.talk.say("ask.more", title=title)

    def _read(self, step: Step, typed: str) -> tuple[Answer, ...]:
        if typed.lower() in UNSAID:
            return tuple(silent(item.id, UNSAID[typed.lower()]) for item in step.items)
        if step.card is not None:
            return read_rows(step, typed, self.book.limits())
        item = step.items[0]
        return (read_item(item, typed) if item.ask is Ask.CHOICE else self.book.read_limit(item.id, typed),)

    def _card(self, limit: str) -> Card | None:
        order = self.book.library.instrument(LIMITS).order
        return next((place for place in order if isinstance(place, Card) and place.id == limit), None)
