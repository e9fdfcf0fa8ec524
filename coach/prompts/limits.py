"""One's own limits in typed lines: what stands, what a question waits for, how one is changed. Knows no client."""

from contextlib import suppress

from coach.casebook.book import Casebook
from coach.casebook.limits import LIMITS
from coach.engine.interview.instrument import Item
from coach.engine.interview.interview import Step
from coach.forms.limits import limits
from coach.library.guide import title_for
from coach.library.sources import says
from coach.prompts.console import Back, Console, picked
from coach.prompts.form import FormPrompts
from coach.wording.limits import LimitWording

WHY = "?"


class LimitPrompts:
    """Asks for limits one by one and keeps each at once."""

    def __init__(self, book: Casebook, console: Console) -> None:
        self.book, self.console = book, console
        self.words = book.library.words
        self.wording, self.forms = LimitWording(book.library), FormPrompts(console)
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
            self.forms.through(limits(self.book, wanted))

    def beside(self, item: Item) -> str:
        """What a question shows of the limits, in one line; empty where it shows none or none is known."""
        return self.wording.line(item, self.book.limits.standing()) or "" if item.shows else ""

    def through(self) -> None:
        """Read all limits out and change those that are named. Raises Left or Back where the owner is done."""
        rows = self._rows()
        while True:
            self.console.say("limits.prompt")
            typed = self.console.line("choose.prompt", count=len(rows))
            place = picked(typed.removeprefix(WHY).strip(), len(rows))
            if place is None:
                self.console.say("choose.again", count=len(rows))
            elif typed.startswith(WHY):
                self._rests_on(rows[place])
            else:
                before = self.book.limits.answered()
                with suppress(Back):
                    self.forms.through(limits(self.book, rows[place]))
                if self.book.limits.answered() != before:
                    self.console.show(self.words("limits.saved", what=self.wording.name(rows[place])))

    def _rows(self) -> list[tuple[str, ...]]:
        stands, rows = self.book.limits.standing(), []
        self.console.show("")
        for group, held in self.wording.rows().items():
            name, reason = (self.words.say(LIMITS, f"group.{group}.{field}") for field in ("name", "reason"))
            self.console.say("limits.group", name=name, reason=reason)
            for row in held:
                rows.append(row)
                standing = self.wording.standing(row, stands)
                line = self.console.text("limits.row", name=self.wording.name(row), said=standing)
                self.console.show(f"{len(rows)}  {line}")
        return rows

    def _rests_on(self, row: tuple[str, ...]) -> None:
        """Say what a limit is for, and on what that rests."""
        sources = tuple(dict.fromkeys(source for each in self.wording.places(row) for source in each.sources))
        self.console.show(self.wording.why(row[0]))
        for _, claim in says(self.book.library.root, sources):
            self.console.show(f"- {claim}")
        if title := title_for(self.book.library.guide, sources):
            self.console.say("ask.more", title=title)
