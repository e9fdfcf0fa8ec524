"""The coach in typed lines: a numbered menu, what each number leads to, and how it ends. Decides nothing itself."""

from collections.abc import Callable
from contextlib import suppress

from coach.casebook.book import Casebook
from coach.engine.interview.instrument import Depth
from coach.prompts.boundaries.boundaries import BoundariesPrompts
from coach.prompts.calls import CallPrompts
from coach.prompts.check_ins.check_ins import CheckInPrompts
from coach.prompts.check_ins.rhythm import RhythmPrompts
from coach.prompts.checks.checks import CheckPrompts
from coach.prompts.clients import ClientPrompts
from coach.prompts.console import Back, Console, Left
from coach.prompts.exits import ExitPrompts
from coach.prompts.guide import GuidePrompts
from coach.prompts.letters import LetterPrompts
from coach.prompts.limits import LimitPrompts
from coach.prompts.log.log import LogPrompts
from coach.prompts.prospects import ProspectPrompts
from coach.prompts.receipts import ReceiptPrompts
from coach.prompts.records import RecordPrompts
from coach.prompts.today import TodayPrompts
from coach.prompts.trends import TrendPrompts
from coach.prompts.tries import TryPrompts

DONE, ENDED, STOPPED = 0, 2, 130
"""Exit codes: all done; the input ended; Ctrl+C."""


class Shell:
    """Every noun in typed lines, from the menu or from a command of its own."""

    def __init__(self, book: Casebook, console: Console) -> None:
        self.book, self.console = book, console
        self.clients, self.records = ClientPrompts(book, console), RecordPrompts(book, console)
        self.limits, self.letters = LimitPrompts(book, console), LetterPrompts(book, console)
        self.checks = CheckPrompts(book, console, self.limits)
        self.boundaries = BoundariesPrompts(book, console, self.limits)
        self.check_ins, self.rhythm = CheckInPrompts(book, console), RhythmPrompts(book, console)
        self.log, self.exits = LogPrompts(book, console, self.clients), ExitPrompts(book, console)
        self.tries = TryPrompts(book, console, self.letters)
        self.prospects = ProspectPrompts(book, console, self.limits, self.letters)
        self.calls, self.guide = CallPrompts(book, console, self.letters), GuidePrompts(book, console)
        self.trends, self.receipts = TrendPrompts(book, console), ReceiptPrompts(book, console)
        others = self.tries, self.boundaries, self.log, self.exits
        self.today = TodayPrompts(book, console, self.check_ins, self.checks, *others)

    def start(self) -> int:
        """Show what is to do today and the menu, until the owner quits; the exit code."""
        return self.run(Shell._menus)

    def run(self, act: "Callable[[Shell], object]") -> int:
        """Go through what is asked to its end, or until the owner or the input ends it; the exit code."""
        try:
            act(self)
        except (Left, Back):
            return DONE
        except (EOFError, KeyboardInterrupt) as end:
            self.console.show("")
            self.console.say("end.saved")
            return ENDED if isinstance(end, EOFError) else STOPPED
        return DONE

    def _menus(self) -> None:
        self.today.through()
        while True:
            options = self._options()
            self.console.show("")
            self.console.say("menu.title")
            try:
                act = list(options.values())[self.console.choose(list(options))]
            except Back:
                continue
            if act is None:
                return
            with suppress(Left, Back), self.console.refusing():
                act()

    def _options(self) -> dict[str, Callable[[], object] | None]:
        """What the menu offers now, only what works; None stands for quitting."""
        book, text, choose = self.book, self.console.text, self.clients.choose
        lines = book.overview.lines()
        told = [line for line in lines if line.told]
        happened, log, read, held = (
            book.library.words.say("incidents", f"plain.menu_{each}") for each in ("happened", "log", "read", "held")
        )
        found: dict[str, Callable[[], object] | None] = {text("menu.add"): self._add}
        if offered := self.check_ins.offered():
            found[offered] = self.check_ins.from_menu
            found[text("menu.pacing")] = self.rhythm.through
        if not lines:
            found[happened] = self._happened
        if lines:
            found[text("menu.check")] = lambda: self.checks.through(choose(lines).client)
        if book.checks.unfinished():
            found[text("menu.go_on")] = self.checks.go_on
        if lines:
            found[log] = self.log.write
            found[read] = lambda: self.log.read(choose(lines).client)
        if book.held_replies.waiting():
            found[held] = self.log.holding.through
        if told:
            found[text("menu.recommendation")] = lambda: self.checks.read(choose(told))
            found[text("menu.decision")] = lambda: self.checks.decide(choose(told))
            found[text("menu.trend")] = lambda: self.trends.trend(choose(told).client)
        if lines:
            found[text("menu.try")] = lambda: self.tries.through(choose(lines).client)
            found[text("menu.changed")] = lambda: self.trends.changed(choose(lines).client)
            found[text("menu.receipt")] = lambda: self.receipts.through(choose(lines).client)
        found[text("menu.limits")] = self.limits.through
        found[text("menu.boundaries")] = self.boundaries.through
        found[text("menu.audit")] = self.boundaries.audit
        found[text("menu.prospect")] = self.prospects.through
        found[text("menu.letter")] = self.letters.through
        if lines:
            found[book.library.words.say("exit", "plain.menu")] = lambda: self.exits.with_client(choose(lines).client)
        if told:
            found[text("menu.call")] = lambda: self.calls.through(choose(told).client)
        found[text("menu.guide")] = self.guide.through
        if undo := self.records.offered():
            found[undo] = self.records.undo
        found[text("menu.quit")] = None
        return found

    def _add(self) -> None:
        client = self.clients.add()
        if self.console.choose([self.console.text("menu.check_now"), self.console.text("menu.check_later")]) == 0:
            self.checks.through(client)

    def _happened(self) -> None:
        client = self.log.happened()
        if client is not None:
            self.checks.through(client, Depth.QUICK)
