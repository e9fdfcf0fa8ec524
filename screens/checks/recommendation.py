"""The recommendation on one page: what, why, the next act, what would change it, how sure. Knows no rule."""

from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.casebook.checks.recommendation import Recommendation
from coach.casebook.overview import ClientPage
from coach.engine.interview.instrument import Depth
from coach.engine.verdict.outcome import Outcome
from coach.store.verdicts import Decision
from coach.wording.checks.recommendation import RecommendationWording
from coach.wording.prospects import ProspectWording
from screens.checks.missing_boundary import show_missing
from screens.frame import commands
from screens.frame.place import Place, owner_text
from screens.widgets.reading.fact import Fact

LONGEST_BECAUSE = 200
"""Characters of the owner's own reason shown beside the recommendation."""

CHANGES = 1
"""Changes named on this page; the reasons name the rest."""

FACTS = ("next", "pace", "again", "change", "sure", "weight", "before", "decision")


class VerdictScreen(Place):
    """What the coach recommends after one check, and what the owner decided."""

    BINDINGS = [
        Binding("w", "reasons", "verdict.key.reasons", id="verdict.key.reasons"),
        Binding("m", "missing", "verdict.key.missing", id="verdict.key.missing"),
        Binding("d", "decide", "verdict.key.decide", id="verdict.key.decide"),
        Binding("y", "last_try", "verdict.key.last_try", id="verdict.key.last_try"),
        Binding("p", "plan", "verdict.key.plan", id="verdict.key.plan"),
        Binding("f", "deepen", "verdict.key.deepen", id="verdict.key.deepen"),
        Binding("escape", "back", "verdict.key.back", id="verdict.key.back"),
    ]
    CSS = """
    VerdictScreen .page { padding: 1 1 0 3; scrollbar-size-vertical: 1; }
    VerdictScreen .page > * { max-width: 96; height: auto; padding: 0 2 0 0; }
    VerdictScreen #branches { color: $warning; margin: 1 0 0 0; }
    VerdictScreen #line { color: $accent; text-style: bold; margin: 1 0 0 0; }
    VerdictScreen #why { margin: 0 0 1 0; }
    VerdictScreen #law { color: $text-muted; margin: 1 0 0 0; }
    """

    def __init__(self, assessment_id: int) -> None:
        super().__init__()
        self.assessment_id = assessment_id
        self.told: Recommendation | None = None

    def parts(self) -> ComposeResult:
        """The page, empty until the records are read."""
        with VerticalScroll(classes="page"):
            for part in ("who", "branches", "line", "why"):
                yield Static(id=part)
            for name in FACTS:
                yield Fact(self.words(f"verdict.{name}"), id=name)
            yield Static(id="law")

    def show_records(self) -> None:
        """Read the recommendation again; where it is gone, go back."""
        told = self.book.checks.told_of(self.assessment_id)
        page = self.book.overview.page(told.assessment.client_id or 0)
        self.told = told
        self._paint(told, page, RecommendationWording(self.book.library))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a quick check can be gone on with, and only a missing boundary be opened."""
        if action == "missing":
            return self.told is not None and bool(RecommendationWording(self.book.library).missing(self.told))
        if action == "last_try":
            return self.told is not None and self.told.outcome is Outcome.RESET
        if action == "plan":
            return self.told is not None and self.told.outcome in (Outcome.PLAN_EXIT, Outcome.LEAVE_NOW)
        if action == "deepen":
            return self.told is not None and self.told.assessment.depth == Depth.QUICK
        return super().check_action(action, parameters)

    def action_reasons(self) -> None:
        """Show what lies behind it."""
        self.post_message(commands.ShowReasons(self.assessment_id))

    def action_missing(self) -> None:
        """Open a missing boundary."""
        if self.told is not None:
            show_missing(self, self.told)

    def action_last_try(self) -> None:
        """Begin the last try that is recommended, or see the one that runs."""
        if self.told is not None and self.told.assessment.client_id is not None:
            self.post_message(commands.ShowTry(self.told.assessment.client_id))

    def action_plan(self) -> None:
        """Open the plan of the exit."""
        if self.told is not None and self.told.assessment.client_id is not None:
            self.post_message(commands.PlanExit(self.told.assessment.client_id))

    def action_decide(self) -> None:
        """Ask for the owner's decision."""
        self.post_message(commands.TakeDecision(self.assessment_id))

    def action_deepen(self) -> None:
        """Go on to the full check, in place."""
        self.post_message(commands.DeepenCheck(self.assessment_id))

    def _paint(self, told: Recommendation, page: ClientPage, phrases: RecommendationWording) -> None:
        newest = page.line.told
        newer = newest is not None and newest.id != told.id
        self._say(
            "who",
            Content.assemble(
                self.named(page.line.client.name).stylize("bold"), ("  " + phrases.check(told), "$foreground 60%")
            ),
            Content(
                self.words("verdict.earlier", date=self.words.day(newest.assessment.on_day)) if newer and newest else ""
            ),
        )
        self._say("branches", *(_block(branch.title, branch.lines) for branch in phrases.branch_lines(told)))
        self._say("line", Content(phrases.line(told)))
        self._say("why", Content(phrases.why(told)))
        self._say("law", Content(phrases.law(told)))
        quick = self.words("verdict.quick") if told.assessment.depth == Depth.QUICK else ""
        said: dict[str, tuple[str | Content, ...]] = {
            "next": (phrases.act(told),),
            "pace": tuple(phrases.paces(told)),
            "again": (phrases.second_look(told),),
            "change": (*phrases.changes(told)[:CHANGES], phrases.unchanging(told)),
            "sure": (phrases.sure(told), quick),
            "weight": (phrases.figures(told) if told.grounds.weighed else "",),
            "before": self._before(told),
            "decision": self._decision(_standing(told, page), phrases),
        }
        for name, lines in said.items():
            self.query_one(f"#{name}", Fact).say(*lines)

    def _before(self, told: Recommendation) -> tuple[str, ...]:
        """What could be seen before signing, beside what is found now."""
        before = self.book.prospects.before(told)
        return tuple(ProspectWording(self.book.library).before(before)) if before else ()

    def _decision(self, decision: Decision | None, phrases: RecommendationWording) -> tuple[Content, ...]:
        if decision is None:
            return ()
        again = decision.look_again_on
        blanks = {"decided": phrases.outcome(decision.decided), "date": self._day(decision.on_day)}
        if again is None:
            first = self.words("verdict.decided", **blanks)
        else:
            first = self.words("verdict.again_on", again=self._day(again), **blanks)
        because = " ".join(decision.because.split())[:LONGEST_BECAUSE]
        return Content(first), owner_text(self.words("verdict.because", because=because)) if because else Content()

    def _day(self, day: date) -> str:
        """A day as briefly as it stays clear."""
        return self.words.day(day, "short" if day.year == self.book.clock.today().year else "full")

    def _say(self, part: str, *parts: Content) -> None:
        """Fill one part of the page; one with nothing to say takes no room."""
        self.put(part, Content("\n").join([each for each in parts if each]))


def _block(title: str, lines: tuple[str, ...]) -> Content:
    return Content("\n").join([Content.styled(title, "bold"), *(Content(f"  {line}") for line in lines)])


def _standing(told: Recommendation, page: ClientPage) -> Decision | None:
    """The decision taken on this recommendation, or else the one that stands for the client."""
    own = next((entry.decision for entry in page.history if entry.told.id == told.id), None)
    return own or page.line.decision
