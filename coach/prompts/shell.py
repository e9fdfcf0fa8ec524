"""The coach in typed lines: what is to do, a numbered menu, and what each number leads to. Decides nothing itself."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol

from coach.casebook.book import Casebook
from coach.casebook.checks.told import Told
from coach.casebook.desk import Refused
from coach.casebook.reading import Line, Today
from coach.casebook.trends.changes import Changes
from coach.engine.interview.instrument import Depth
from coach.engine.letter import Letter, Tone
from coach.engine.trend import Series
from coach.prompts.boundaries.boundaries import Bounding
from coach.prompts.calls import Calling
from coach.prompts.check_ins.check_ins import CheckingIn
from coach.prompts.check_ins.rhythm import Pacing
from coach.prompts.checks.ask import Asking
from coach.prompts.checks.begin import Beginning
from coach.prompts.checks.decide import Deciding
from coach.prompts.exits import Exiting
from coach.prompts.guide import Guiding
from coach.prompts.letters import Penning
from coach.prompts.limits import Limiting
from coach.prompts.log.log import Logging
from coach.prompts.prospects import Prospecting
from coach.prompts.talk import Back, Left, Talk
from coach.prompts.tries import Trying
from coach.store.clients import Client
from coach.store.file.errors import StoreFault
from coach.store.resets import Try
from coach.wording.checks.recommendation import Phrases
from coach.wording.letters.draft import Writing
from coach.wording.letters.welcome_pack import Pack
from coach.wording.trends import ChangeWords
from coach.wording.tries import TryWords

DONE, ENDED, STOPPED = 0, 2, 130
"""Exit codes: all done; the input ended; Ctrl+C."""

SETTING = "setting"
"""A change that the menu does not offer to take back: how the coach starts was just chosen."""


class Reports(Protocol):
    """Writes recommendations and trends down as lines."""

    def recommendation(self, name: str, told: Told, before: Iterable[str] = ()) -> str:
        """A recommendation, with what could be seen before signing."""
        ...

    def trend(self, name: str, series: Iterable[Series]) -> str:
        """A trend."""
        ...

    def changed(self, name: str, changes: Changes, tries: Iterable[Try], said: ChangeWords, trying: TryWords) -> str:
        """What changed."""
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
        self.checking_in, self.pacing = CheckingIn(book, talk), Pacing(book, talk)
        self.logging = Logging(book, talk)
        self.trying = Trying(book, talk, self._letter, reports.changed)
        self.exiting = Exiting(book, talk)
        self.prospecting = Prospecting(book, talk, self.limiting, self.penning)
        self.calling = Calling(book, talk, self.penning)

    def start(self) -> int:
        """Show what is to do today and the menu, until the owner quits; the exit code."""
        return self._to_the_end(self._menus)

    def check(self, client: Client, depth: Depth | None = None, on_day: date | None = None) -> int:
        """One check from its weeks to the decision; the exit code."""
        return self._to_the_end(lambda: self._check(client, depth, on_day))

    def check_in(self, client_id: int | None, on_day: date | None) -> int:
        """The check-in of one client, or of everyone who is due; the exit code."""
        return self._to_the_end(lambda: self.checking_in.through(client_id, on_day))

    def last_try(self, client: Client) -> int:
        """A last try with a client, begun, read out or ended; the exit code."""
        return self._to_the_end(lambda: self._refusing(lambda: self.trying.through(client)))

    def limits(self) -> int:
        """One's own limits, read out and changed; the exit code."""
        return self._to_the_end(self.limiting.through)

    def log(self, client: Client | None = None) -> int:
        """One thing written down; the exit code."""
        return self._to_the_end(lambda: self._logged(client))

    def letter(self, letter: Letter, client_id: int | None, tone: Tone | None) -> int:
        """The open blanks of one letter; the exit code."""
        writing = Writing(self.penning.said, letter, client_id, tone)
        return self._to_the_end(lambda: self.penning.ask([(writing, name) for name in writing.open]))

    def pack(self, client_id: int | None) -> int:
        """The open blanks of the welcome pack; the exit code."""
        return self._to_the_end(lambda: self.penning.ask(Pack(self.book, client_id).asked()))

    def _refusing(self, act: Callable[[], None]) -> None:
        try:
            act()
        except (Refused, StoreFault) as problem:
            self.talk.problem(problem)

    def _letter(self, letter_id: str, client_id: int) -> None:
        """Ask for what is open in a letter and read it out."""
        letter = self.book.letter(letter_id)
        writing = Writing(self.penning.said, letter, client_id)
        self.penning.ask([(writing, name) for name in writing.open])
        self.talk.tell(Writing(self.penning.said, letter, client_id).finished().rstrip("\n"))

    def exit(self, client: Client) -> int:
        """The plan of an exit, opened and filled; the exit code."""
        return self._to_the_end(lambda: self.exiting.with_client(client))

    def prospect(self, name: str | None) -> int:
        """The check of a prospect before signing; the exit code. Raises Refused."""
        return self._to_the_end(lambda: self.prospecting.named(name))

    def practise(self, client: Client) -> int:
        """What may be said in the call that ends a job, as practice; the exit code."""
        return self._to_the_end(lambda: self.calling.practise(client))

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
        happened, log, read, held = (
            self.words.say("incidents", f"plain.menu_{each}") for each in ("happened", "log", "read", "held")
        )
        found: dict[str, Callable[[], None] | None] = {self.talk.word("menu.add"): self._add}
        if offered := self.checking_in.offered():
            found[offered] = self.checking_in.from_menu
            found[self.talk.word("menu.pacing")] = self.pacing.through
        if not lines:
            found[happened] = self._happened
        if lines:
            found[self.talk.word("menu.check")] = lambda: self._check(self._whom(lines).client)
        if self.book.open_checks():
            found[self.talk.word("menu.go_on")] = self._go_on
        if lines:
            found[log] = self._logged
            found[read] = lambda: self.logging.read(self._whom(lines).client)
        if self.book.held():
            found[held] = self.logging.holding.through
        if told := [line for line in lines if line.told]:
            found[self.talk.word("menu.recommendation")] = lambda: self._recommendation(self._whom(told))
            found[self.talk.word("menu.decision")] = lambda: self._decide(self._whom(told))
            found[self.talk.word("menu.trend")] = lambda: self._trend(self._whom(told))
        if lines:
            found[self.talk.word("menu.try")] = lambda: self.trying.through(self._whom(lines).client)
            found[self.talk.word("menu.changed")] = lambda: self.trying.changes(self._whom(lines).client)
            found[self.talk.word("menu.receipt")] = lambda: self.trying.receipt(self._whom(lines).client)
        found[self.talk.word("menu.limits")] = self.limiting.through
        found[self.talk.word("menu.boundaries")] = self.bounding.through
        found[self.talk.word("menu.audit")] = self.bounding.audit
        found[self.talk.word("menu.prospect")] = self.prospecting.through
        found[self.talk.word("menu.letter")] = self.penning.through
        if lines:
            found[self.words.say("exit", "plain.menu")] = lambda: self.exiting.with_client(self._whom(lines).client)
        if told:
            found[self.talk.word("menu.call")] = lambda: self.calling.through(self._whom(told).client)
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
            self.talk.tell(self.words.say("incidents", "plain.look"))
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
        due = [*self.checking_in.due(), *due, *self.trying.due(), *self.bounding.due()]
        due += self.logging.due() + self.exiting.due()
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

    def _logged(self, client: Client | None = None) -> None:
        self.logging.write(client)

    def _happened(self) -> None:
        whom = self.logging.happened()
        if whom is not None:
            self._check(whom, Depth.QUICK)

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
        before = self.book.before(told)
        seen = self.prospecting.said.before(before) if before else []
        self.talk.tell(self.reports.recommendation(name, told, seen).rstrip("\n"))
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
        said = ChangeWords(self.book.library, self.book.currency())
        for each in self.book.measured_beside(line.client.id):
            self.talk.tell(f"- {said.picture(each)}")

    def _undo(self) -> None:
        change = self.book.undo()
        if change is not None:
            self.talk.say("menu.undone", what=self.words(f"undo.{change.verb}"))
