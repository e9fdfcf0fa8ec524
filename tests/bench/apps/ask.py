"""The interview as it is, over a casebook that keeps nothing: the same questions and screens without a file."""

import tests.bench.apps.as_coach  # noqa: F401, I001
from datetime import UTC, datetime

from coach.casebook.book import Casebook, open_casebook
from coach.casebook.checks.checks import CLIENT_CHECK, Sitting
from coach.clock import fixed_clock
from coach.engine.interview.answer import Answer
from coach.engine.interview.instrument import Depth
from coach.engine.interview.interview import Interview
from coach.store.assessments import Assessment
from coach.store.clients import Client
from screens.app import CoachApp
from tests.bench.rows import own_limits

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)


class Unkept(Casebook):
    """A casebook that goes on with an interview and neither reads nor writes anything of it."""

    def record(self, sitting: Sitting, *answers: Answer) -> Sitting:
        """Go on."""
        return sitting.at(sitting.interview.answer(*answers))

    def resume(self, assessment_id: int) -> Sitting:
        """The one interview, from its start."""
        if (begun := getattr(self, "begun", None)) is None:
            client = Client(1, "Acme", "", "active", AT)
            row = Assessment(assessment_id, 1, CLIENT_CHECK, 1, "full", AT.date(), AT.date(), AT, None)
            begun = Sitting(client, row, Interview.begin(self.library.instrument(CLIENT_CHECK), Depth.FULL))
            object.__setattr__(self, "begun", begun)
        return begun

    def limits(self) -> dict[str, Answer]:
        """Those of the bench's records."""
        return {each.item: each for each in own_limits(self.library)}

    def note(self, sitting: Sitting, item: str) -> str:
        """None kept."""
        return ""

    def changed_elsewhere(self) -> bool:
        """Never."""
        return False


class AskApp(CoachApp):
    """Opens on the interview."""

    def show_today(self) -> None:
        """Show it instead."""
        from screens.checks.ask import AskScreen

        self.push_screen(AskScreen(self.book.resume(1)))


if __name__ == "__main__":
    opened = open_casebook(clock=fixed_clock(AT))
    AskApp(Unkept(opened.store, opened.library, opened.clock, opened.places)).run()
