"""What is said of one boundary in typed lines: its terms, how far it has come, its steps. Decides nothing itself."""

from datetime import date

from coach.casebook.book import Casebook
from coach.casebook.boundaries import THEIRS
from coach.formats.days import read_day
from coach.prompts.console import Console, picked
from coach.store.clients import Client
from coach.wording.boundaries import OWN_WAYS, WAYS, BoundaryWording

NOTHING = "0"
"""What takes a term away."""


class BoundaryPrompts:
    """Asks about one boundary and keeps each answer at once."""

    def __init__(self, book: Casebook, console: Console) -> None:
        self.book, self.console = book, console
        self.words, self.wording = book.library.words, BoundaryWording(book.library)

    def terms(self, boundary: str, client: Client | None) -> None:
        """Ask for each of my terms, or for what differs with a client. Raises Left or Back where the owner is done."""
        client_id = client.id if client else None
        params = [param.id for param in self.book.boundaries.playbook(boundary).params]
        for param in [*params, THEIRS] if client else params:
            stands = self.book.boundaries.terms(client_id).get(boundary)
            held = dict(stands.params) if stands else {}
            ask, now = self.wording.ask(boundary, param), held.get(param, "")
            if now:
                self.console.say("boundaries.term", ask=ask, now=now)
            else:
                self.console.say("boundaries.term_open", ask=ask, example=self.wording.example(boundary, param))
            typed = self.console.line("boundaries.term_prompt")
            if typed:
                self._keep(boundary, {**held, param: "" if typed == NOTHING else typed}, client_id)

    def far(self, boundary: str, client: Client | None) -> None:
        """Ask how far it has come, and since when. Raises Left or Back where the owner leaves it."""
        ways = OWN_WAYS if client is None else (*OWN_WAYS[:2], *WAYS)
        _, rung, how = ways[self.console.choose([self.words(f"boundary.way.{key}") for key, _, _ in ways])]
        while True:
            day = self._day()
            with self.console.refusing():
                self.book.boundaries.move(boundary, rung, how, client.id if client else None, day)
                self.console.say("boundaries.saved")
                return

    def steps(self, boundary: str, client: Client | None) -> None:
        """Read the steps with their days and tick those that are named. Raises Left or Back where the owner is done."""
        client_id = client.id if client else None
        while True:
            steps = self.book.boundaries.open_steps(boundary, client_id)
            self.console.show("")
            self.console.say("boundaries.steps")
            lines = []
            for each in steps:
                text = self.wording.step(boundary, each.step)
                if each.done_on:
                    lines.append(self.console.text("boundaries.step_done", text=text))
                elif each.due_on:
                    lines.append(self.console.text("boundaries.step_due", text=text, day=self.words.day(each.due_on)))
                else:
                    lines.append(self.console.text("boundaries.step_there", text=text))
            self.console.number(lines)
            place = picked(self.console.line("choose.prompt", count=len(steps)), len(steps))
            if place is None:
                self.console.say("choose.again", count=len(steps))
                continue
            with self.console.refusing():
                self.book.boundaries.tick(boundary, steps[place], client_id)
                self.console.say("boundaries.saved")

    def _keep(self, boundary: str, params: dict[str, str], client_id: int | None) -> None:
        with self.console.refusing():
            self.book.boundaries.set_term(boundary, params, client_id)
            self.console.say("boundaries.saved")

    def _day(self) -> date:
        text, today, lexicon = self.console.text, self.book.clock.today(), self.words.lexicon
        return self.console.until_read(
            text("boundaries.day"),
            lambda typed: read_day(typed, lexicon, today) if typed else today,
        )
