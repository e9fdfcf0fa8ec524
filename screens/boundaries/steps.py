"""A place that shows the steps of one boundary: gives them days, ticks them, puts them off. Paints nothing itself."""

from coach.casebook.desk import Refused
from coach.forms.boundaries import another_day
from coach.store.file.errors import StoreFault
from coach.store.plans import PlanStep
from screens.boundaries.page import BoundaryPage
from screens.frame.form import ask_form
from screens.frame.place import Place
from screens.widgets.lists.row_list import RowList


class PlaceWithSteps(Place):
    """A place about one boundary, whose steps stand in a list of their own."""

    def __init__(self, boundary: str, client_id: int | None) -> None:
        super().__init__()
        self.boundary, self.client_id = boundary, client_id
        self.page: BoundaryPage | None = None

    def row_on(self, tab: str) -> str:
        """What the row under the cursor of a tab names."""
        return self.query_one(f"#{tab} RowList", RowList).current.partition(":")[2]

    def action_begin(self) -> None:
        """Give the steps days, counted from today."""
        if self._opened():
            self.notify(self.words("boundary.begun"), markup=False)
            self.refresh_place()

    def action_tick(self) -> None:
        """Say that the step under the cursor is done, or not after all; steps without days get them first."""
        row = self.row_on("steps")
        step = next((each for each in self._opened() if each.step == row), None)
        if step is None or self.page is None:
            return
        before = self.page.standing
        try:
            self.book.boundaries.tick(self.boundary, step, self.client_id)
            after = self.book.boundaries.standing(self.boundary, self.client_id)
        except (Refused, StoreFault) as problem:
            self.complain(problem)
            return
        new = [rung for rung in after.reached if not before.has(rung)]
        if new:
            self.notify(self.words("boundary.reached", rung=self.words(f"rungs.{new[-1]}")), markup=False)
        self.refresh_place()

    def action_put_off(self) -> None:
        """Ask for another day for the step under the cursor."""
        row = self.row_on("steps")
        step = next((each for each in (self.page.planned if self.page else ()) if each.step == row), None)
        if step is not None:
            ask_form(self.coach, lambda book: another_day(book, self.boundary, step, self.client_id))

    def _opened(self) -> list[PlanStep]:
        """The steps with their days; none, after saying why, where they could not be kept."""
        return self.attempt(lambda: self.book.boundaries.open_steps(self.boundary, self.client_id)) or []
