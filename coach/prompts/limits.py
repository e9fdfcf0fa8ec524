"""One's own limits in typed lines: what stands, what a question waits for, how one is changed. Knows no client."""

from contextlib import suppress

from coach.casebook.book import Casebook
from coach.casebook.limits import LIMITS
from coach.engine.interview.answer import Answer, silent
from coach.engine.interview.instrument import Ask, Card, Item
from coach.engine.interview.interview import Step, StepKind
from coach.library.guide import title_for
from coach.library.sources import says
from coach.prompts.console import Back, Console, picked
from coach.prompts.typed_answers import UNSAID, Misread, read_item, read_rows
from coach.wording.limits import LimitWording

SKIP, WHY = "s", "?"


class LimitPrompts:
    """Asks for limits one by one and keeps each at once."""

    def __init__(self, book: Casebook, console: Console) -> None:
        self.book, self.console = book, console
        self.words = book.library.words
        self.wording = LimitWording(book.library)
        self._offered: set[str] = set()

    def before(self, step: Step) -> None:
        """Ask for the limits a step waits for, each once in a sitting. Raises Left where the owner leaves."""
        wanted = [each for each in self.book.limits.wanted(step) if each not in self._offered]
        if not wanted:
            return
        self._offered.update(wanted)
        self.console.show("")
        self.console.say("limits.before")
        with suppress(Back):
            for each in wanted:
                self._ask(each)

    def beside(self, item: Item) -> str:
        """What a question shows of the limits, in one line; empty where it shows none or none is known."""
        return self.wording.line(item, self.book.limits.standing()) or "" if item.shows else ""

    def through(self) -> None:
        """Read all limits out and change those that are named. Raises Left or Back where the owner is done."""
        rows = self._rows()
        while True:
            self.console.say("limits.prompt")
            row = rows[self._row(len(rows))]
            with suppress(Back):
                for each in row:
                    self._ask(each)

    def _rows(self) -> list[tuple[str, ...]]:
        limits, rows = self.book.limits.standing(), []
        self.console.show("")
        for group, held in self.wording.rows().items():
            name, reason = (self.words.say(LIMITS, f"group.{group}.{field}") for field in ("name", "reason"))
            self.console.say("limits.group", name=name, reason=reason)
            for row in held:
                rows.append(row)
                standing = self.wording.standing(row, limits)
                line = self.console.text("limits.row", name=self.wording.name(row), said=standing)
                self.console.show(f"{len(rows)}  {line}")
        return rows

    def _row(self, count: int) -> int:
        while (place := picked(self.console.line("choose.prompt", count=count), count)) is None:
            self.console.say("choose.again", count=count)
        return place

    def _ask(self, limit: str) -> None:
        """Ask for one limit until it is said or skipped; what was skipped stays as it stood."""
        items, card = self.wording.items_of(limit), self._card(limit)
        step = Step(limit, StepKind.CARD if card else StepKind.ITEM, items, card)
        self._show(step)
        while True:
            typed = self.console.line("limits.card" if card else "limits.item")
            if typed.lower() in ("", SKIP):
                return
            if typed == WHY:
                self._why(step)
                continue
            with self.console.refusing():
                try:
                    self.book.limits.set(*self._read(step, typed))
                except Misread as wrong:
                    self.console.say(wrong.key, **wrong.blanks)
                else:
                    self.console.say("ask.saved", answer=self.wording.standing((limit,), self.book.limits.standing()))
                    return

    def _show(self, step: Step) -> None:
        card, item = step.card, step.items[0]
        self.console.show(self.words.card(LIMITS, card.id, "ask") if card else self.words.item(LIMITS, item.id, "ask"))
        if card is not None:
            self.console.number([self.words.item(LIMITS, each.id, "row") for each in step.items])
        else:
            self.console.number([self.words.option(item.responses, option) for option in item.options])
        if known := self.wording.known((step.id,), self.book.limits.standing()):
            self.console.say("ask.stands", answer=known)

    def _why(self, step: Step) -> None:
        card, item = step.card, step.items[0]
        self.console.show(self.words.card(LIMITS, card.id, "why") if card else self.words.item(LIMITS, item.id, "why"))
        sources = card.sources if card else item.sources
        for _, claim in says(self.book.library.root, sources):
            self.console.show(f"- {claim}")
        if title := title_for(self.book.library.guide, sources):
            self.console.say("ask.more", title=title)

    def _read(self, step: Step, typed: str) -> tuple[Answer, ...]:
        if typed.lower() in UNSAID:
            return tuple(silent(item.id, UNSAID[typed.lower()]) for item in step.items)
        if step.card is not None:
            return read_rows(step, typed, self.book.limits.standing())
        item = step.items[0]
        return (
            read_item(item, typed, self.book.library.words.lexicon)
            if item.ask is Ask.CHOICE
            else self.book.limits.read(item.id, typed),
        )

    def _card(self, limit: str) -> Card | None:
        order = self.book.library.instrument(LIMITS).order
        return next((place for place in order if isinstance(place, Card) and place.id == limit), None)
