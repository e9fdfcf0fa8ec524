"""What lies behind a recommendation: rules, figures, the picture, what is missing and what speaks for them."""

from itertools import chain

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.casebook.checks.recommendation import Recommendation
from coach.casebook.checks.sitting import Sitting
from coach.engine.plot.quadrant import GLYPHS, Names, Spot
from coach.engine.trend import Series
from coach.wording.checks.recommendation import RecommendationWording
from coach.wording.log import LogWording
from screens.checks.missing_boundary import show_missing
from screens.frame.discreet import DOTS
from screens.frame.place import Place
from screens.widgets.chart.quadrant import Quadrant
from screens.widgets.chart.reason_bars import BarRow, ReasonBars
from screens.widgets.reading.passage import Passage

TRAIL = 8
"""Checks of this client in the picture, the newest ones."""

LEFT = ("lever", "change", "missing")
RIGHT = ("speaks", "works", "pace", "rests")


class ReasonsScreen(Place):
    """The grounds of one recommendation, for reading."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (108, "-wide")]
    BINDINGS = [
        Binding("m", "missing", "reasons.key.missing", id="reasons.key.missing"),
        Binding("escape,w", "back", "reasons.key.back", id="reasons.key.back", key_display="esc"),
    ]
    CSS = """
    ReasonsScreen .page { padding: 1 1 0 3; scrollbar-size-vertical: 1; }
    ReasonsScreen #columns { height: auto; padding: 0 2 1 0; }
    ReasonsScreen .column { height: auto; width: 1fr; }
    ReasonsScreen #picture { margin: 1 0 0 0; }
    ReasonsScreen.-narrow #columns { layout: vertical; }
    ReasonsScreen.-wide #right { width: 40; margin: 0 0 0 3; }
    ReasonsScreen .part { height: auto; margin: 1 0 0 0; }
    """

    def __init__(self, assessment_id: int) -> None:
        super().__init__()
        self.assessment_id = assessment_id
        self.told: Recommendation | None = None

    def parts(self) -> ComposeResult:
        """Two columns where there is room, else one; empty until the records are read."""
        words = self.words
        corners = tuple(words(f"reasons.{name}") for name in ("mostly_theirs", "both", "little", "mostly_mine"))
        theirs, mine = words("reasons.theirs"), words("reasons.mine")
        with VerticalScroll(classes="page"):
            yield Static(id="who")
            with Horizontal(id="columns"):
                with Vertical(classes="column", id="left"):
                    yield Passage(words("reasons.why"), id="why")
                    with Vertical(classes="part"):
                        yield Static(Content(words("reasons.weighs")), classes="title")
                        yield ReasonBars((theirs, mine))
                        yield Static(id="nothing")
                    for name in LEFT:
                        yield Passage(words(f"reasons.{name}"), id=name)
                with Vertical(classes="column", id="right"):
                    with Vertical(classes="part"):
                        yield Static(Content(words("reasons.picture")), classes="title")
                        yield Quadrant(Names(theirs, mine, (corners[0], corners[1], corners[2], corners[3])))
                        yield Static(id="legend", classes="muted")
                    for name in RIGHT:
                        yield Passage(words(f"reasons.{name}"), id=name)

    def show_records(self) -> None:
        """Read the grounds again; where they are gone, go back."""
        told = self.book.checks.told_of(self.assessment_id)
        sitting = self.book.checks.resume(self.assessment_id)
        self.told = told
        self._paint(told, RecommendationWording(self.book.library), sitting)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A missing boundary can be opened where there is one."""
        if action == "missing":
            return self.told is not None and bool(RecommendationWording(self.book.library).missing(self.told))
        return super().check_action(action, parameters)

    def action_missing(self) -> None:
        """Open a missing boundary."""
        if self.told is not None:
            show_missing(self, self.told)

    def _paint(self, told: Recommendation, phrases: RecommendationWording, sitting: Sitting) -> None:
        interview, number = sitting.interview, self.words.number
        head = Content.assemble(
            self.named(sitting.client.name).stylize("bold"),
            (f"  {phrases.check(told)}  ", "$foreground 60%"),
            (phrases.line(told), "$accent bold"),
        )
        self.query_one("#who", Static).update(head)
        bars = [] if self.discreet else phrases.bars(told, interview.relevant(), self._log(told))
        rows = [
            BarRow(bar.name, bar.theirs, bar.mine, (number(bar.theirs), number(bar.mine)), bar.evidence) for bar in bars
        ]
        self.query_one(ReasonBars).show(rows)
        nothing = self.query_one("#nothing", Static)
        nothing.update(Content(DOTS if self.discreet else self.words("reasons.weighs_not")))
        nothing.display = not rows
        self._picture(told)
        lacking = () if self.discreet else phrases.missing(told)
        missing = [Content.assemble((each.boundary, "bold"), f"  {each.step}") for each in lacking]
        for part, lines in {
            "why": [Content(sentence) for sentence, _ in phrases.reasons(told)] or [Content(phrases.why(told))],
            "lever": [Content(each) for each in phrases.changes(told, lever=True)],
            "change": [Content(each) for each in (*phrases.changes(told, lever=False), phrases.unchanging(told))],
            "missing": missing,
            "speaks": [Content(each) for each in phrases.speaks(told) if not self.discreet],
            "works": [Content(each) for each in phrases.works(told) if not self.discreet],
            "pace": [Content(each) for each in phrases.paces(told)],
            "rests": [
                Content(phrases.coverage(interview)),
                Content(phrases.sure(told)),
                Content(phrases.versions(told)),
            ],
        }.items():
            self.query_one(f"#{part}", Passage).say([line for line in lines if line])

    def _log(self, told: Recommendation) -> dict[str, str]:
        """The count of the log beside each sign it holds in the weeks of the check, by sign."""
        said, counted = LogWording(self.book.library), self.book.timeline.counted_in(told.assessment)
        return {sign: said.beside(counted, sign) for sign in counted}

    def _picture(self, told: Recommendation) -> None:
        client_id = told.assessment.client_id or 0
        others = tuple(
            (line.told.grounds.mine, line.told.grounds.theirs)
            for line in self.book.overview.lines()
            if line.told is not None and line.client.id != client_id
        )
        trail = self._trail(told, self.book.trends.of(client_id))
        self.query_one(Quadrant).show(trail, others)
        self.query_one("#right .part").display = not self.discreet
        now, before, other = GLYPHS
        said = [
            (now, "this"),
            *([(before, "earlier")] if len(trail) > 1 else []),
            *([(other, "others")] if others else []),
        ]
        legend = "  ".join(f"{glyph} {self.words(f'reasons.{name}')}" for glyph, name in said)
        self.query_one("#legend", Static).update(Content(legend))

    def _trail(self, told: Recommendation, series: tuple[Series, ...]) -> tuple[Spot, ...]:
        """This client's checks up to the one shown, oldest first; those before a break do not compare."""
        theirs, mine = series
        start = max((day for day in theirs.breaks if day <= told.assessment.on_day), default=None)
        spots = [
            (right.value, left.value)
            for left, right in zip(theirs.points, mine.points, strict=True)
            if left.value is not None and right.value is not None
            and left.day <= told.assessment.on_day and (start is None or left.day >= start)
        ]  # fmt: skip
        here = (told.grounds.mine, told.grounds.theirs)
        if here in spots:
            spots.reverse()
            spots.remove(here)
            spots.reverse()
        return tuple(chain(spots[-(TRAIL - 1) :], (here,)))
