"""The coach in typed lines: what is to do, a numbered menu, and what each number leads to. Decides nothing itself."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.casebook.reading import Line, Today
from coach.casebook.told import Told
from coach.engine.instrument import Depth
from coach.engine.letter import Letter, Tone
from coach.engine.trend import Series
from coach.packing import Pack
from coach.phrases import Phrases
from coach.prompts.asking import Asking
from coach.prompts.beginning import Beginning
from coach.prompts.bounding import Bounding
from coach.prompts.deciding import Deciding
from coach.prompts.guiding import Guiding
from coach.prompts.limiting import Limiting
from coach.prompts.talk import Back, Left, Talk
from coach.prompts.writing import Penning
from coach.store.clients import Client
from coach.store.errors import StoreFault
from coach.writing import Writing

DONE, ENDED, STOPPED = 0, 2, 130
"""Exit codes: all done; the input ended; Ctrl+C."""

SETTING = "setting"
"""A change that the menu does not offer to take back: how the coach starts was just chosen."""


class Reports(Protocol):
    """Writes recommendations and trends down as lines."""

    def recommendation(self, name: str, told: Told) -> str:
        """A recommendation."""
        ...

    def trend(self, name: str, series: Iterable[Series]) -> str:
        """A trend."""
        ...


class Shell:
    """Everything a check needs, one typed line at a time."""

    def __init__(self, book: Casebook, reports: Reports, talk: Talk) -> None:
        self.book, self.reports, self.talk = book, reports, talk
        self.words, self.phrases = book.library.words, Phrases(book.library)
        self.deciding, self.beginning, self.limiting = Deciding(book, talk), Beginning(book, talk), Limiting(book, talk)
        self.penning, self.guiding = Penning(book, talk), Guiding(book, talk)
        self.asking = Asking(book, talk, self.limiting, book.conclude)
        self.bounding = Bounding(book, talk, self.limiting)

    def start(self) -> int:
        """Show what is to do today and the menu, until the owner quits; the exit code."""
        return self._to_the_end(self._menus)

    def check(self, client: Client, depth: Depth | None = None, on_day: date | None = None) -> int:
        """One check from its weeks to the decision; the exit code."""
        return self._to_the_end(lambda: self._check(client, depth, on_day))

    def limits(self) -> int:
        """One's own limits, read out and changed; the exit code."""
        return self._to_the_end(self.limiting.through)

    def letter(self, letter: Letter, client_id: int | None, tone: Tone | None) -> int:
        """The open blanks of one letter; the exit code."""
        writing = Writing(self.penning.said, letter, client_id, tone)
        return self._to_the_end(lambda: self.penning.ask([(writing, name) for name in writing.open]))

    def pack(self, client_id: int | None) -> int:
        """The open blanks of the welcome pack; the exit code."""
        return self._to_the_end(lambda: self.penning.ask(Pack(self.book, client_id).asked()))

    def _to_the_end(self, act: Callable[[], None]) -> int:
        try:
            act()
        except (Left, Back):
            return DONE
        except (EOFError, KeyboardInterrupt) as end:
            self.talk.tell("")
            self.talk.say("end.saved")
            return ENDED if isinstance(end, EOFError) else STOPPED
        return DONE

    def _menus(self) -> None:
        self._today()
        while True:
            options = self._options()
            self.talk.tell("")
            self.talk.say("menu.title")
            try:
                act = list(options.values())[self.talk.choose(list(options))]
            except Back:
                continue
            if act is None:
                return
            try:
                act()
            except (Refused, StoreFault) as problem:
                self.talk.problem(problem)
            except (Left, Back):
                continue

    def _options(self) -> dict[str, Callable[[], None] | None]:
        """What the menu offers now, only what works; None stands for quitting."""
        lines = self.book.lines()
        found: dict[str, Callable[[], None] | None] = {self.talk.word("menu.add"): self._add}
        if lines:
            found[self.talk.word("menu.check")] = lambda: self._check(self._whom(lines).client)
        if self.book.open_checks():
            found[self.talk.word("menu.go_on")] = self._go_on
        if told := [line for line in lines if line.told]:
            found[self.talk.word("menu.recommendation")] = lambda: self._recommendation(self._whom(told))
            found[self.talk.word("menu.decision")] = lambda: self._decide(self._whom(told))
            found[self.talk.word("menu.trend")] = lambda: self._trend(self._whom(told))
        found[self.talk.word("menu.limits")] = self.limiting.through
        found[self.talk.word("menu.boundaries")] = self.bounding.through
        found[self.talk.word("menu.audit")] = self.bounding.audit
        found[self.talk.word("menu.letter")] = self.penning.through
        found[self.talk.word("menu.guide")] = self.guiding.through
        change = self.book.last_change()
        if change is not None and change.verb != SETTING:
            found[self.talk.word("menu.undo", what=self.words(f"undo.{change.verb}"))] = self._undo
        found[self.talk.word("menu.quit")] = None
        return found

    def _today(self) -> None:
        """Say what is due and how each client stands."""
        today = self.book.today()
        self.talk.say("today.day", day=self.words.day(today.day))
        if not today.lines:
            self.talk.say("today.empty")
            return
        due = self._due(today)
        self.talk.say("today.due" if due else "today.nothing")
        for each in due:
            self.talk.tell(f"- {each}")
        self.talk.say("today.clients")
        for line in today.lines:
            self.talk.tell(f"- {self._stands(line)}")

    def _due(self, today: Today) -> list[str]:
        say = self.talk.word
        due = [say("today.resume", name=each.client.name, check=self.beginning.named(each)) for each in today.resume]
        for line in today.second_looks:
            if line.told and line.told.second_look_on:
                day = self.words.day(line.told.second_look_on)
                due.append(say("today.second", name=line.client.name, tag=self.phrases.tag(line.told), day=day))
        for line in today.look_again:
            if line.decision and line.decision.look_again_on:
                day, tag = self.words.day(line.decision.look_again_on), self.phrases.outcome(line.decision.decided)
                due.append(say("today.again", name=line.client.name, tag=tag, day=day))
        due += self.bounding.due()
        return due

    def _stands(self, line: Line) -> str:
        if line.told is None:
            return self.talk.word("today.unchecked", name=line.client.name)
        tag = self.phrases.tag(line.told)
        if line.decision is None:
            return self.talk.word("today.told", name=line.client.name, tag=tag)
        decided = self.phrases.outcome(line.decision.decided)
        return self.talk.word("today.decided", name=line.client.name, tag=tag, decided=decided)

    def _whom(self, lines: list[Line]) -> Line:
        """The one line there is, or the one chosen."""
        if len(lines) == 1:
            return lines[0]
        self.talk.say("menu.whom")
        return lines[self.talk.choose([line.client.name for line in lines])]

    def _add(self) -> None:
        client = self.book.add_client(self.talk.line("menu.name"))
        self.talk.say("menu.added", name=client.name)
        if self.talk.choose([self.talk.word("menu.check_now"), self.talk.word("menu.check_later")]) == 0:
            self._check(client)

    def _go_on(self) -> None:
        waiting = self.book.open_checks()
        names = [
            self.talk.word("menu.waiting", name=each.client.name, check=self.beginning.named(each)) for each in waiting
        ]
        place = 0 if len(waiting) == 1 else self.talk.choose(names)
        self._asked(self.asking.through(self.book.resume(waiting[place].assessment.id)))

    def _check(self, client: Client, depth: Depth | None = None, on_day: date | None = None) -> None:
        self._asked(self.asking.through(self.beginning.sitting(client, depth, on_day)))

    def _asked(self, told: Told | None) -> None:
        """Read a fresh recommendation out, and offer what may follow it."""
        while told is not None:
            name = self._read_out(told)
            quick = told.assessment.depth == Depth.QUICK.value
            options = ["after.decide", *(["after.deepen"] if quick else []), "after.later"]
            place = options[self.talk.choose([self.talk.word(each) for each in options])]
            if place == "after.decide":
                try:
                    self.deciding.through(name, told)
                except Back:
                    continue
            if place != "after.deepen":
                return
            told = self.asking.through(self.book.deepen(told.assessment.id))

    def _read_out(self, told: Told) -> str:
        name = self.book.client(told.assessment.client_id or 0).name
        self.talk.tell("")
        self.talk.tell(self.reports.recommendation(name, told).rstrip("\n"))
        self.talk.tell("")
        return name

    def _recommendation(self, line: Line) -> None:
        if line.told is not None:
            self._read_out(line.told)

    def _decide(self, line: Line) -> None:
        if line.told is not None:
            self.deciding.through(line.client.name, line.told)

    def _trend(self, line: Line) -> None:
        self.talk.tell("")
        self.talk.tell(self.reports.trend(line.client.name, self.book.trend(line.client.id)).rstrip("\n"))

    def _undo(self) -> None:
        change = self.book.undo()
        if change is not None:
            self.talk.say("menu.undone", what=self.words(f"undo.{change.verb}"))
