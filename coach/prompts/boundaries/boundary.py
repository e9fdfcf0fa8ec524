"""What is said of one boundary in typed lines: its terms, how far it has come, its steps. Decides nothing itself."""

from datetime import date

from coach.casebook.book import Casebook
from coach.casebook.boundaries.register import THEIRS
from coach.casebook.desk import Refused
from coach.formats.days import read_day
from coach.prompts.talk import Talk, picked
from coach.store.clients import Client
from coach.store.file.errors import StoreFault
from coach.wording.boundaries import OWN_WAYS, WAYS, BoundaryWords

NOTHING = "0"
"""What takes a term away."""


class Rungs:
    """Asks about one boundary and keeps each answer at once."""

    def __init__(self, book: Casebook, talk: Talk) -> None:
        self.book, self.talk = book, talk
        self.words, self.said = book.library.words, BoundaryWords(book.library)

    def terms(self, boundary: str, client: Client | None) -> None:
        """Ask for each of my terms, or for what differs with a client. Raises Left or Back where the owner is done."""
        client_id = client.id if client else None
        params = [param.id for param in self.book.playbook(boundary).params]
        for param in [*params, THEIRS] if client else params:
            stands = self.book.terms(client_id).get(boundary)
            held = dict(stands.params) if stands else {}
            ask, now = self.said.ask(boundary, param), held.get(param, "")
            if now:
                self.talk.say("boundaries.term", ask=ask, now=now)
            else:
                self.talk.say("boundaries.term_open", ask=ask, example=self.said.example(boundary, param))
            typed = self.talk.line("boundaries.term_prompt")
            if typed:
                self._keep(boundary, {**held, param: "" if typed == NOTHING else typed}, client_id)

    def far(self, boundary: str, client: Client | None) -> None:
        """Ask how far it has come, and since when. Raises Left or Back where the owner leaves it."""
        ways = OWN_WAYS if client is None else (*OWN_WAYS[:2], *WAYS)
        _, rung, how = ways[self.talk.choose([self.words(f"boundary.way.{key}") for key, _, _ in ways])]
        while True:
            day = self._day()
            try:
                self.book.move_rung(boundary, rung, how, client.id if client else None, day)
            except (Refused, StoreFault) as problem:
                self.talk.problem(problem)
                continue
            self.talk.say("boundaries.saved")
            return

    def steps(self, boundary: str, client: Client | None) -> None:
        """Read the steps with their days and tick those that are named. Raises Left or Back where the owner is done."""
        client_id = client.id if client else None
        while True:
            steps = self.book.open_playbook(boundary, client_id)
            self.talk.tell("")
            self.talk.say("boundaries.steps")
            lines = []
            for each in steps:
                text = self.said.step(boundary, each.step)
                if each.done_on:
                    lines.append(self.talk.word("boundaries.step_done", text=text))
                elif each.due_on:
                    lines.append(self.talk.word("boundaries.step_due", text=text, day=self.words.day(each.due_on)))
                else:
                    lines.append(self.talk.word("boundaries.step_there", text=text))
            self.talk.number(lines)
            place = picked(self.talk.line("choose.prompt", count=len(steps)), len(steps))
            if place is None:
                self.talk.say("choose.again", count=len(steps))
                continue
            try:
                self.book.tick(boundary, steps[place], client_id)
                self.talk.say("boundaries.saved")
            except (Refused, StoreFault) as problem:
                self.talk.problem(problem)

    def _keep(self, boundary: str, params: dict[str, str], client_id: int | None) -> None:
        try:
            self.book.set_term(boundary, params, client_id)
            self.talk.say("boundaries.saved")
        except (Refused, StoreFault) as problem:
            self.talk.problem(problem)

    def _day(self) -> date:
        today = self.book.clock.today()
        while True:
            typed = self.talk.line("boundaries.day")
            try:
                return read_day(typed, self.words.lexicon, today) if typed else today
            except ValueError:
                self.talk.say("boundaries.day_again")
