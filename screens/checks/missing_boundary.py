"""Which of several missing boundaries to open. Given their words; gives the one chosen, and knows no place."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from coach.casebook.checks.recommendation import Recommendation
from coach.wording.checks.recommendation import Missing, RecommendationWording
from screens.frame import commands
from screens.frame.place import Dialog, Place
from screens.widgets.fields.choices import Choices


class MissingDialog(Dialog[str]):
    """Asks which missing boundary to open; gives its id, or an empty string."""

    BINDINGS = [Binding("escape", "cancel", "missing.key.cancel", id="missing.key.cancel")]
    DEFAULT_CSS = """
    MissingDialog Choices { margin-top: 1; }
    """

    def __init__(self, missing: Sequence[Missing]) -> None:
        super().__init__()
        self.missing = missing

    def parts(self) -> ComposeResult:
        """The question and the boundaries."""
        yield Static(Content(self.words("missing.title")), classes="title")
        yield Choices(self.words("missing.key.open"))

    def on_mount(self) -> None:
        """Begin on the one that weighs most."""
        self.query_one(Choices).show([each.boundary for each in self.missing])

    @on(Choices.Taken)
    def _taken(self) -> None:
        self.dismiss(self.missing[self.query_one(Choices).chosen].id)

    def action_cancel(self) -> None:
        """Open none."""
        self.dismiss("")


def show_missing(place: Place, told: Recommendation) -> None:
    """Open the boundary a recommendation misses, or ask which where there are several."""
    missing, client_id = RecommendationWording(place.book.library).missing(told), told.assessment.client_id

    def chosen(boundary: str | None) -> None:
        if boundary:
            place.post_message(commands.ShowBoundary(boundary, client_id))

    if len(missing) == 1:
        chosen(missing[0].id)
    elif missing:
        place.app.push_screen(MissingDialog(missing), chosen)
