"""What is said of one boundary in typed lines: its terms, how far it has come, its steps. Decides nothing itself."""

from coach.casebook.book import Casebook
from coach.casebook.boundaries import THEIRS
from coach.forms.boundaries import another_day, far, term
from coach.prompts.console import Console, picked
from coach.prompts.form import FormPrompts
from coach.store.clients import Client
from coach.store.plans import PlanStep
from coach.wording.boundaries import BoundaryWording


class BoundaryPrompts:
    """Asks about one boundary and keeps each answer at once."""

    def __init__(self, book: Casebook, console: Console) -> None:
        self.book, self.console, self.forms = book, console, FormPrompts(console)
        self.words, self.wording = book.library.words, BoundaryWording(book.library)

    def terms(self, boundary: str, client: Client | None) -> None:
        """Ask for each of my terms, or for what differs with a client. Raises Left or Back where the owner is done."""
        params = [param.id for param in self.book.boundaries.playbook(boundary).params]
        asked, client_id = [*params, THEIRS] if client else params, client.id if client else None
        self.forms.through(lambda at: term(self.book, boundary, asked[at], client_id) if at < len(asked) else None)

    def far(self, boundary: str, client: Client | None) -> None:
        """Ask how far it has come, and since when. Raises Left or Back where the owner leaves it."""
        self.forms.ask(far(self.book, boundary, client.id if client else None))

    def put_off(self, boundary: str, client: Client | None) -> None:
        """Ask for another day for a step that is still to do. Raises Left or Back where the owner leaves it."""
        client_id = client.id if client else None
        steps = [
            each for each in self.book.boundaries.open_steps(boundary, client_id) if each.due_on and not each.done_on
        ]
        if not steps:
            self.console.say("boundaries.steps_none")
            return
        step = steps[self.console.choose([self._step(boundary, each) for each in steps])]
        self.forms.ask(another_day(self.book, boundary, step, client_id))

    def steps(self, boundary: str, client: Client | None) -> None:
        """Read the steps with their days and tick those that are named. Raises Left or Back where the owner is done."""
        client_id = client.id if client else None
        while True:
            steps = self.book.boundaries.open_steps(boundary, client_id)
            self.console.show("")
            self.console.say("boundaries.steps")
            self.console.number([self._step(boundary, each) for each in steps])
            place = picked(self.console.line("choose.prompt", count=len(steps)), len(steps))
            if place is None:
                self.console.say("choose.again", count=len(steps))
                continue
            with self.console.refusing():
                self.book.boundaries.tick(boundary, steps[place], client_id)
                self.console.say("boundaries.saved")

    def _step(self, boundary: str, each: PlanStep) -> str:
        text, day = self.wording.step(boundary, each.step), each.due_on
        if day is not None and each.done_on is None:
            return self.console.text("boundaries.step_due", text=text, day=self.words.day(day))
        return self.console.text("boundaries.step_done" if each.done_on else "boundaries.step_there", text=text)
