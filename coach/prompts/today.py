"""What is to do today and how each client stands, in typed lines. Decides nothing itself."""

from coach.casebook.book import Casebook
from coach.casebook.overview import ClientLine
from coach.prompts.boundaries.boundaries import BoundariesPrompts
from coach.prompts.check_ins.check_ins import CheckInPrompts
from coach.prompts.checks.checks import CheckPrompts
from coach.prompts.console import Console
from coach.prompts.exits import ExitPrompts
from coach.prompts.log.log import LogPrompts
from coach.prompts.tries import TryPrompts
from coach.wording.checks.recommendation import RecommendationWording


class TodayPrompts:
    """Reads out what is due of each noun, in the order of a day, then every client."""

    def __init__(
        self,
        book: Casebook,
        console: Console,
        check_ins: CheckInPrompts,
        checks: CheckPrompts,
        *others: TryPrompts | BoundariesPrompts | LogPrompts | ExitPrompts,
    ) -> None:
        self.book, self.console, self.check_ins, self.checks, self.others = book, console, check_ins, checks, others
        self.wording = RecommendationWording(book.library)

    def through(self) -> None:
        """Say what is due and how each client stands."""
        console, today = self.console, self.book.overview.today()
        console.say("today.day", day=self.book.library.words.day(today.day))
        if not today.lines:
            console.say("today.empty")
            console.show(self.book.library.words.say("incidents", "plain.look"))
            return
        due = [*self.check_ins.due(), *self.checks.due(today), *(line for each in self.others for line in each.due())]
        console.say("today.due" if due else "today.nothing")
        for each in due:
            console.show(f"- {each}")
        console.say("today.clients")
        for line in today.lines:
            console.show(f"- {self._standing(line)}")

    def _standing(self, line: ClientLine) -> str:
        if line.told is None:
            return self.console.text("today.unchecked", name=line.client.name)
        tag = self.wording.tag(line.told)
        if line.decision is None:
            return self.console.text("today.told", name=line.client.name, tag=tag)
        decided = self.wording.outcome(line.decision.decided)
        return self.console.text("today.decided", name=line.client.name, tag=tag, decided=decided)
