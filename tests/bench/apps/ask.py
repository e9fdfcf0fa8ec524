"""The interview as it is, over a casebook that keeps nothing: the same questions and screens without a file."""

import tests.bench.apps.as_coach  # noqa: F401, I001
from datetime import UTC, datetime
from functools import cached_property

from coach.casebook.book import open_casebook
from coach.casebook.checks.checks import CLIENT_CHECK, Checks
from coach.casebook.checks.sitting import Sitting
from coach.casebook.limits import Limits
from coach.casebook.records import Records
from coach.clock import fixed_clock
from coach.engine.interview.answer import Answer
from coach.engine.interview.instrument import Depth
from coach.engine.interview.interview import Interview
from coach.store.assessments import Assessment
from coach.store.clients import Client
from screens.app import CoachApp
from tests.bench.rows import own_limits

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)


class Unkept(Checks):
    """Checks that go on with an interview and neither read nor write anything of it."""

    @cached_property
    def begun(self) -> Sitting:
        """The one interview, from its start."""
        client = Client(1, "Acme", "", "active", AT)
        row = Assessment(1, 1, CLIENT_CHECK, 1, "full", AT.date(), AT.date(), AT, None)
        return Sitting(client, row, Interview.begin(self.library.instrument(CLIENT_CHECK), Depth.FULL))

    def record(self, sitting: Sitting, *answers: Answer) -> Sitting:
        """Go on."""
        return sitting.at(sitting.interview.answer(*answers))

    def resume(self, assessment_id: int) -> Sitting:
        """The one interview."""
        return self.begun

    def note(self, sitting: Sitting, item: str) -> str:
        """None kept."""
        return ""


class Set(Limits):
    """Limits as the bench's records have them."""

    def standing(self) -> dict[str, Answer]:
        """Those."""
        return {each.item: each for each in own_limits(self.library)}


class Alone(Records):
    """Records that nobody else writes to."""

    def changed_elsewhere(self) -> bool:
        """Never."""
        return False


class AskApp(CoachApp):
    """Opens on the interview."""

    def open_first(self) -> None:
        """Show it instead."""
        from screens.checks.ask import AskScreen

        self.push_screen(AskScreen(self.book.checks.resume(1)))


if __name__ == "__main__":
    book = open_casebook(clock=fixed_clock(AT))
    book.limits, book.records = Set(book.desk), Alone(book.desk)
    book.checks = Unkept(book.desk, book.clients, book.limits, book.boundaries)
    AskApp(book).run()
