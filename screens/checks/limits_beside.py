"""A place that asks with one's own limits at hand: it offers to set what a question needs and shows what stands."""

from coach.casebook.checks.sitting import Sitting
from coach.engine.interview.instrument import Item, Unit
from coach.engine.interview.interview import Step
from coach.formats.text import clean
from coach.wording.limits import CURRENCY, LimitWording
from screens.checks.notes import PlaceWithNotes
from screens.frame.dialogs.limits import LimitsDialog


class PlaceWithLimits(PlaceWithNotes):
    """A place with notes that knows one's own limits; each is offered once in a sitting, and Esc declines."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.offered: set[str] = set()

    def offer_limits(self, step: Step | None) -> None:
        """Ask for the limits a step needs and nobody has named yet, then show the step again."""
        if step is None or not self.is_current:
            return
        wanted = [
            each for each in self.attempt(lambda: self.book.limits.wanted(step)) or () if each not in self.offered
        ]
        if wanted:
            self.offered.update(wanted)
            self.app.push_screen(LimitsDialog(wanted), lambda _: self.paint())

    def currency_of(self, item: Item | None) -> str:
        """The owner's currency where a question asks for money; empty where that is not known."""
        if item is None or item.unit is not Unit.MONEY:
            return ""
        given = (self.attempt(self.book.limits.standing) or {}).get(CURRENCY)
        return clean(given.text, limit=12) if given is not None else ""

    def limit_on(self, item: Item | None) -> str:
        """What stands of the limits a question touches, in one line; empty where there is nothing to show."""
        if item is None or not item.shows:
            return ""
        standing = self.attempt(self.book.limits.standing)
        return "" if standing is None else LimitWording(self.book.library).line(item, standing) or ""
