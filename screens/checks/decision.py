"""The owner's own decision on a recommendation: follow it or not, why, and when to look again. Knows no rule."""

from datetime import date, timedelta

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from coach.casebook.checks.checks import LONGEST_NOTE
from coach.casebook.checks.recommendation import Recommendation
from coach.casebook.desk import Refused
from coach.casebook.overview import ClientLine
from coach.engine.verdict.verdict import LADDER, Outcome
from coach.formats.days import Side, read_day
from coach.formats.unreadable import Unreadable
from coach.library.words import Words
from coach.store.file.errors import StoreFault
from coach.store.verdicts import Decision
from coach.wording.checks.recommendation import RecommendationWording
from screens.frame.place import Dialog, owner_text
from screens.widgets.fields.choices import Choices
from screens.widgets.fields.clean_input import CleanInput, NamedInput
from screens.widgets.fields.long_input import LongInput, NamedLongInput
from screens.widgets.frame.key_bar import KeyBar

WAIT = timedelta(weeks=4)
"""How long a decision stands before the coach comes back to it, where the owner says nothing else."""


SHOWN_BECAUSE = 120
"""Characters of an earlier reason shown."""


class DecisionDialog(Dialog[None]):
    """Asks what the owner decides on the recommendation of one check, and keeps it."""

    BINDINGS = [
        Binding("ctrl+s", "save", "decision.key.save", id="decision.key.save"),
        Binding("escape", "cancel", "decision.key.cancel", id="decision.key.cancel"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall")]
    CSS = """
    DecisionDialog.-short .dialog { padding: 0 2; max-height: 100%; }
    DecisionDialog Choices { margin: 1 0; }
    DecisionDialog Horizontal { height: 1; }
    DecisionDialog .label { width: 16; color: $text-muted; }
    DecisionDialog Horizontal CleanInput { width: 1fr; }
    DecisionDialog #day { color: $text-muted; padding: 0 0 0 17; min-height: 1; }
    DecisionDialog #day.problem { color: $warning; }
    """

    def __init__(self, assessment_id: int) -> None:
        super().__init__()
        self.assessment_id = assessment_id
        self.told: Recommendation | None = None
        self.line: ClientLine | None = None
        self.ways: tuple[Outcome, ...] = ()

    def compose(self) -> ComposeResult:
        """The question, empty until the records are read."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(id="title", classes="title")
            yield Static(id="recommended")
            yield Static(id="earlier", classes="muted")
            yield Choices(self.words("decision.key.next"))
            for field, enter in (("because", "next"), ("look_again", "save")):
                kind = NamedLongInput if field == "because" else NamedInput
                typed = kind("", self.words(f"decision.key.{enter}"), self.words(f"decision.{field}_hint"))
                typed.id, typed.max_length = field, LONGEST_NOTE
                with Horizontal():
                    yield Static(Content(self.words(f"decision.{field}")), classes="label")
                    yield typed
            yield Static(id="day")
        yield KeyBar()

    def on_mount(self) -> None:
        """Read the recommendation and what was decided before."""
        try:
            self.told = told = self.book.checks.told_of(self.assessment_id)
            self.line = line = self.book.overview.page(told.assessment.client_id or 0).line
        except (Refused, StoreFault) as problem:
            self.complain(problem)
            self.dismiss(None)
            return
        self.ways = (told.outcome, *(outcome for outcome in reversed(LADDER) if outcome is not told.outcome))
        self.repaint()
        again = self.book.clock.today() + WAIT
        decision = line.decision
        if decision is not None and decision.verdict_id == told.id:
            self.query_one(Choices).chosen = self._way(decision)
            self.query_one("#because", LongInput).hold_text(decision.because)
            again = max(decision.look_again_on or again, self.book.clock.today())
        self.query_one("#look_again", CleanInput).value = again.isoformat()
        self.query_one(Choices).focus()

    def repaint(self) -> None:
        """Show whom it is about, what was recommended and the ways there are, as far as they may be shown."""
        if self.told is None or self.line is None:
            return
        words, phrases = self.words, RecommendationWording(self.book.library)
        labels = [words("decision.follow", tag=phrases.tag(self.told))]
        labels += [words("decision.otherwise", tag=phrases.outcome(outcome)) for outcome in self.ways[1:]]
        self.query_one(Choices).show(labels, self.query_one(Choices).chosen)
        self.query_one("#because", LongInput).password = self.discreet
        self.put("title", owner_text(words("decision.title", name=self.line.client.name)))
        self.put("recommended", Content(words("decision.recommended", line=phrases.line(self.told))))
        self.put("earlier", self._earlier(self.line.decision, phrases))

    @on(Choices.Taken)
    def _taken(self) -> None:
        self.query_one("#because").focus()

    @on(Input.Submitted, "#because")
    def _reason_given(self) -> None:
        self.query_one("#look_again").focus()

    @on(Input.Submitted, "#look_again")
    def action_save(self) -> None:
        """Keep the decision and say so; where something is wrong with it, say that and keep what was typed."""
        if self.told is None:
            return
        decided = self.ways[self.query_one(Choices).chosen]
        because = self.query_one("#because", LongInput).text
        try:
            again = self._again(self.query_one("#look_again", CleanInput).value)
            self.book.checks.decide(self.told, decided, because, again)
        except Unreadable as problem:
            self._day(self.coach.problem_text(problem), problem=True)
            self.query_one("#look_again").focus()
            return
        except (Refused, StoreFault) as problem:
            self._day(self.coach.problem_text(problem), problem=True)
            return
        self.notify(self._saved(decided, again), markup=False)
        self.dismiss(None)

    @on(Input.Changed, "#look_again")
    def _typed(self, event: Input.Changed) -> None:
        try:
            again = self._again(event.value)
        except ValueError:
            self._day(self.words("decision.look_again_hint"))
            return
        said = (
            self.words("decision.understood", date=self.words.day(again, "echo"))
            if again
            else self.words("decision.never")
        )
        self._day(said)

    def _again(self, typed: str) -> date | None:
        return look_again_day(typed, self.words, self.book.clock.today())

    def _way(self, decision: Decision) -> int:
        return next((index for index, way in enumerate(self.ways) if way == decision.decided), 0)

    def _earlier(self, decision: Decision | None, phrases: RecommendationWording) -> Content:
        if decision is None:
            return Content()
        decided = phrases.outcome(decision.decided)
        said = self.words("decision.earlier", date=self.words.day(decision.on_day), decided=decided)
        because = " ".join(decision.because.split())[:SHOWN_BECAUSE]
        reason = self.words("decision.earlier_because", because=because) if because else ""
        return owner_text(f"{said} {reason}".rstrip())

    def _saved(self, decided: Outcome, again: date | None) -> str:
        tag = RecommendationWording(self.book.library).outcome(decided)
        if again is None:
            return self.words("decision.saved_open", decided=tag)
        return self.words("decision.saved", decided=tag, date=self.words.day(again))

    def _day(self, said: str, problem: bool = False) -> None:
        self.put("day", Content(said))
        self.query_one("#day").set_class(problem, "problem")


def look_again_day(text: str, words: Words, today: date) -> date | None:
    """The day meant by 4w, 10d or a day written out; None for nothing at all. Raises ValueError where it is no day."""
    return read_day(text, words.lexicon, today, Side.AHEAD) if text.strip() else None
