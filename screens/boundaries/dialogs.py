"""Small questions about one boundary: a term, how far it has come, another day for a step. Know no place."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from coach.engine.boundary import NOT, Rung
from coach.formats.days import Side, read_day
from coach.store.plans import PlanStep
from coach.wording.boundaries import OWN_WAYS, WAYS, BoundaryWording
from screens.frame.dialogs.line import LineDialog
from screens.widgets.fields.choices import Choices
from screens.widgets.fields.clean_input import CleanInput


class TermDialog(LineDialog):
    """Asks for one of my terms, in general or for one client."""

    def __init__(self, boundary: str, param: str, client: tuple[int, str] | None, stands: str) -> None:
        """``client`` is the id and the name of the one it holds for alone; ``stands`` is what holds now."""
        super().__init__()
        self.boundary, self.param, self.client, self.stands = boundary, param, client, stands

    def title_text(self) -> str:
        """The boundary."""
        return BoundaryWording(self.book.library).name(self.boundary)

    def before(self) -> ComposeResult:
        """The question, and what nothing means."""
        yield Static(Content(BoundaryWording(self.book.library).ask(self.boundary, self.param)))
        if self.client is not None:
            yield Static(Content(self.words("boundary.only_with", name=self.client[1])), classes="muted")

    def begin_with(self) -> str:
        """What stands."""
        return self.stands

    def hint(self) -> str:
        """An example."""
        example = BoundaryWording(self.book.library).example(self.boundary, self.param)
        return self.words("boundary.example", example=example)

    def keep(self, typed: str) -> None:
        """Keep the term, where it changed."""
        client_id = self.client[0] if self.client else None
        stands = self.book.boundaries.terms(client_id).get(self.boundary)
        params = dict(stands.params) if stands else {}
        if typed.strip() != params.get(self.param, ""):
            self.book.boundaries.set_term(self.boundary, {**params, self.param: typed}, client_id)


class RungDialog(LineDialog):
    """Asks how far a boundary has come, and since when."""

    def __init__(self, boundary: str, client: tuple[int, str] | None, rung: Rung | None) -> None:
        """``client`` is the id and the name of the one it is about; ``rung`` is the step to begin on."""
        super().__init__()
        self.boundary, self.client = boundary, client
        self.ways = OWN_WAYS if client is None else (*OWN_WAYS[:2], *WAYS)
        self.first = next((place for place, way in enumerate(self.ways) if way[1] is rung), 0)

    def title_text(self) -> str:
        """The boundary, and with whom."""
        name = BoundaryWording(self.book.library).name(self.boundary)
        return name if self.client is None else self.words("boundary.between", boundary=name, name=self.client[1])

    def before(self) -> ComposeResult:
        """The ways it may have gone, and the question for the day."""
        yield Choices(self.words("boundary.key.next_field"))
        yield Static(Content(self.words("boundary.when")), id="day_said")

    def on_mount(self) -> None:
        """Begin on the ways."""
        labels = [self.words(f"boundary.way.{key}") for key, _, _ in self.ways]
        self.query_one(Choices).show(labels, self.first)
        self.query_one(Choices).focus()

    def begin_with(self) -> str:
        """Today."""
        return self.book.clock.today().isoformat()

    @on(Choices.Taken)
    def _taken(self) -> None:
        self.query_one(CleanInput).focus()

    def keep(self, typed: str) -> None:
        """Keep it, and say so; or that a later word stands."""
        key, rung, how = self.ways[self.query_one(Choices).chosen]
        day = read_day(typed, self.words.lexicon, self.book.clock.today())
        client_id = self.client[0] if self.client else None
        after = self.book.boundaries.move(self.boundary, rung, how, client_id, day)
        stands = (after.denied if how == NOT else after.reached).get(rung)
        said = "boundary.saved" if stands is not None and stands.on_day == day else "boundary.later_word"
        blanks = {"what": self.words(f"boundary.way.{key}"), "day": self.words.day(day)}
        self.app.notify(self.words(said, **blanks), markup=False)


class PutOffDialog(LineDialog):
    """Asks for another day for a step."""

    def __init__(self, step: PlanStep, text: str) -> None:
        super().__init__()
        self.step, self.text = step, text

    def title_text(self) -> str:
        """The step."""
        return self.text

    def before(self) -> ComposeResult:
        """The question."""
        yield Static(Content(self.words("boundary.until")), classes="muted")

    def begin_with(self) -> str:
        """In a week."""
        return self.words("boundary.week")

    def keep(self, typed: str) -> None:
        """Keep the day and say so."""
        day = read_day(typed, self.words.lexicon, self.book.clock.today(), Side.AHEAD)
        self.book.boundaries.put_off(self.step, day)
        self.app.notify(self.words("boundary.put_off", day=self.words.day(day)), markup=False)
