"""How often a client is checked in on, and on which weekday, asked in two steps. Knows no place."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from coach.casebook.check_ins.schedule import Schedule
from coach.casebook.desk import Refused
from coach.engine.cadence import Every
from coach.store.file.errors import StoreFault
from coach.wording.check_ins import CheckInWording
from screens.frame.place import Dialog
from screens.widgets.fields.choices import Choices

WAYS = (None, Every.WEEKLY, Every.FORTNIGHTLY, Every.MONTHLY, Every.NEVER)
"""How often a client may be checked in on; None leaves it to how things stand."""


class RhythmDialog(Dialog[bool]):
    """Asks how often a client is checked in on, and on which weekday; gives True where something was kept."""

    LEFT = False
    BINDINGS = [Binding("escape", "cancel", "check_ins.key.cancel", id="check_ins.key.leave_rhythm")]
    DEFAULT_CSS = """
    RhythmDialog Choices { margin: 1 0; }
    """

    def __init__(self, place: Schedule) -> None:
        super().__init__()
        self.place = place

    def parts(self) -> ComposeResult:
        said = CheckInWording(self.book.library)
        yield Static(classes="title")
        yield Static(Content(said("rhythm.said")), classes="muted", id="asked")
        yield Choices(self.words("boundary.key.next_field"))

    def on_mount(self) -> None:
        """Begin on how often; where the rhythm was not kept, on the slower one that is proposed."""
        self.chosen: Every | None = None
        self.asks_day = False
        self.repaint()
        said, place = CheckInWording(self.book.library), self.place
        stands = place.slower or (place.rhythm.every if place.chosen else None)
        labels = [said("every.by_itself") if way is None else said(f"every.{way}") for way in WAYS]
        self.query_one(Choices).show(labels, WAYS.index(stands))
        self.query_one(Choices).focus()

    def repaint(self) -> None:
        """Name the client as it may be shown now."""
        title = CheckInWording(self.book.library)("rhythm.title", name=self.named(self.place.name).plain)
        self.query_one(".title", Static).update(Content(title))

    @on(Choices.Taken)
    def _taken(self) -> None:
        choices, said = self.query_one(Choices), CheckInWording(self.book.library)
        if not self.asks_day:
            self.chosen, self.asks_day = WAYS[choices.chosen], True
            if self.chosen is Every.NEVER:
                self._keep(None)
                return
            self.query_one("#asked", Static).update(Content(said("rhythm.weekday")))
            choices.show(self.words.file("language")["weekdays"]["long"], self.place.rhythm.weekday or 0)
            return
        self._keep(choices.chosen)

    def _keep(self, weekday: int | None) -> None:
        try:
            self.book.rhythms.set(self.place.client_id, self.chosen, weekday)
            place = self.book.check_ins.one(self.place.client_id).place
        except (Refused, StoreFault) as problem:
            self.complain(problem)
            return
        said = CheckInWording(self.book.library)
        name = self.named(place.name).plain
        if place.due is None:
            told = said("rhythm.saved_never", name=name)
        else:
            told = said("rhythm.saved", name=name, every=said.every(place), day=self.words.day(place.due.on_day))
        self.app.notify(told, markup=False)
        self.dismiss(True)
