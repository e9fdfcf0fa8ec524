"""Checks of clients in typed lines: begun, gone on with, read out, decided on. Decides nothing itself."""

from datetime import date

from coach.casebook.book import Casebook
from coach.casebook.checks.recommendation import Recommendation
from coach.casebook.overview import ClientLine, ToDo
from coach.engine.interview.instrument import Depth
from coach.forms.checks import decision, named, start
from coach.prompts.checks.ask import InterviewPrompts
from coach.prompts.console import Back, Console
from coach.prompts.form import FormPrompts
from coach.prompts.limits import LimitPrompts
from coach.reports.checks import recommendation_text
from coach.store.clients import Client
from coach.wording.checks.recommendation import RecommendationWording


class CheckPrompts:
    """Everything a check needs, one typed line at a time."""

    def __init__(self, book: Casebook, console: Console, limits: LimitPrompts) -> None:
        self.book, self.console = book, console
        self.forms = FormPrompts(console)
        self.interview = InterviewPrompts(book, console, limits, book.checks.conclude)

    def due(self, today: ToDo) -> list[str]:
        """Checks to go on with, second looks, and decisions to look at again, a line each."""
        say, day = self.console.text, self.book.library.words.day
        wording = RecommendationWording(self.book.library)
        due = [say("today.resume", name=each.client.name, check=named(self.book, each)) for each in today.resume]
        for line in today.second_looks:
            if line.told and (on := line.told.second_look_on):
                due.append(say("today.second", name=line.client.name, tag=wording.tag(line.told), day=day(on)))
        for line in today.look_again:
            if line.decision and (on := line.decision.look_again_on):
                tag = wording.outcome(line.decision.decided)
                due.append(say("today.again", name=line.client.name, tag=tag, day=day(on)))
        return due

    def through(self, client: Client, depth: Depth | None = None, on_day: date | None = None) -> None:
        """One check from its weeks to the decision. Raises Left, Back, Refused and StoreFault."""
        chosen = self.forms.ask(start(self.book, client.id, depth, on_day))
        self._follow(self.interview.through(self.book.checks.resume(chosen)))

    def go_on(self) -> None:
        """Go on with a check that was left, the one there is or the one chosen. Raises as above."""
        waiting = self.book.checks.unfinished()
        names = [
            self.console.text("menu.waiting", name=each.client.name, check=named(self.book, each)) for each in waiting
        ]
        place = 0 if len(waiting) == 1 else self.console.choose(names)
        self._follow(self.interview.through(self.book.checks.resume(waiting[place].assessment.id)))

    def read(self, line: ClientLine) -> None:
        """Read the last recommendation out."""
        if line.told is not None:
            self._read(line.told)

    def decide(self, line: ClientLine) -> None:
        """Ask what the owner decides on the last recommendation. Raises Left and Back."""
        if line.told is not None:
            self._decide(line.told)

    def _follow(self, told: Recommendation | None) -> None:
        """Read a fresh recommendation out, and offer what may follow it."""
        while told is not None:
            self._read(told)
            quick = told.assessment.depth == Depth.QUICK.value
            options = ["after.decide", *(["after.deepen"] if quick else []), "after.later"]
            act = options[self.console.choose([self.console.text(each) for each in options])]
            if act == "after.decide":
                try:
                    self._decide(told)
                except Back:
                    continue
            if act != "after.deepen":
                return
            told = self.interview.through(self.book.checks.deepen(told.assessment.id))

    def _decide(self, told: Recommendation) -> None:
        self.forms.ask(decision(self.book, told.assessment.id))

    def _read(self, told: Recommendation) -> None:
        name = self.book.clients.one(told.assessment.client_id or 0).name
        self.console.show("")
        text = recommendation_text(self.book.library, name, told, self.book.prospects.before(told))
        self.console.show(text.rstrip("\n"))
        self.console.show("")
