"""The first tab of a client's page: what can be opened from here, and what was last recommended. Decides nothing."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach.casebook.checks.recommendation import Recommendation
from coach.casebook.checks.sitting import OpenCheck
from coach.casebook.overview import ClientPage
from coach.library.words import Words
from coach.wording.checks.recommendation import RecommendationWording
from screens.frame import commands
from screens.frame.client_rows import figure_cells
from screens.frame.discreet import hides
from screens.frame.tab import Tab
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_list import RowList

BAR = 30
"""Cells of the longer of the two bars."""


class NowTab(Tab):
    """What leads on from here, and what was last recommended."""

    OFFERS = frozenset({"check", "check_in", "deepen", "last_try", "write", "call"})
    DEFAULT_CSS = """
    NowTab VerticalScroll { scrollbar-size-vertical: 1; }
    NowTab #standing { height: auto; max-width: 92; padding: 1 2 0 2; }
    """

    def compose(self) -> ComposeResult:
        """The rows, and below them the recommendation."""
        with VerticalScroll():
            yield RowList(self.words("client.key.open"), headed=False)
            yield Static(id="standing")

    def fill(self, page: ClientPage) -> None:
        """Show the page as it stands now."""
        super().fill(page)
        words, phrases = self.words, RecommendationWording(self.book.library)
        running = self.book.tries.running_with(self.client_id)
        tried = ""
        if running:
            from coach.wording.tries import TryWording

            tried = TryWording(self.book.library).state(running.reset, self.book.clock.today())
        # That a try is wanted is the recommendation, which others are not to read.
        wanted = not (running or self.discreet) and self.book.tries.wanted(self.client_id)
        self.query_one(RowList).show_sections(leads_of(page, words, phrases, tried, wanted))
        self.query_one("#standing", Static).update(now_of(page.line.told, words, phrases))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A quick check can be deepened, and an active client checked in on."""
        line = self.page.line if self.page else None
        if action == "deepen":
            return bool(line and line.told and line.told.assessment.depth == "quick")
        if action == "check_in":
            return bool(line and line.client.state == "active")
        return super().check_action(action, parameters)

    @on(RowList.Chosen)
    def _open(self, message: RowList.Chosen) -> None:
        kind, _, number = message.row.partition(":")
        if kind == "check":
            self.action_check()
        elif kind == "try":
            self.action_last_try()
        elif kind == "resume":
            self.post_message(commands.ResumeCheck(int(number)))
        elif kind == "told":
            self.post_message(commands.ShowVerdict(int(number)))

    def action_check_in(self) -> None:
        """Check in on this client, due or not."""
        self.post_message(commands.ShowCheckIns(self.client_id))

    def action_deepen(self) -> None:
        """Go on in the full depth with the quick check."""
        if self.page and self.page.line.told:
            self.post_message(commands.DeepenCheck(self.page.line.told.assessment.id))

    def action_last_try(self) -> None:
        """Show the last try, or begin one."""
        self.post_message(commands.ShowTry(self.client_id))


def leads_of(page: ClientPage, words: Words, phrases: RecommendationWording, tried: str, wanted: bool) -> Section:
    """What can be opened from here: checks to go on with, the recommendation, a last try, or the first check.

    ``tried`` says how a last try stands that runs, ``wanted`` whether one is called for.
    """
    rows = [_resume(each, words) for each in page.resume]
    if tried:
        rows.insert(0, Row("try", (Content(words("client.try")), Content(tried))))
    told = page.line.told
    if told is not None:
        rows.append(Row(f"told:{told.assessment.id}", (Content(words("client.open")), Content(phrases.check(told)))))
    elif not page.resume:
        rows.append(Row("check", (Content(words("client.first_check")), Content(words("client.first_check_said")))))
    if wanted and not tried:
        rows.append(Row("try", (Content(words("client.try_wanted")), Content(words("client.try_wanted_said")))))
    return Section((Column(least=20, most=60), Column(least=12, most=60)), tuple(rows))


def _resume(each: OpenCheck, words: Words) -> Row:
    day = words.day(each.assessment.on_day, "short")
    done, steps = each.progress
    said = words("client.resume_said", done=done, steps=steps)
    return Row(f"resume:{each.assessment.id}", (Content(words("client.resume", day=day)), Content(said)))


def now_of(told: Recommendation | None, words: Words, phrases: RecommendationWording) -> Content:
    """Why, how heavy, what is missing and what comes next; empty before the first check."""
    if told is None:
        return Content("")
    first = [Content(branch.title).stylize("$warning") for branch in phrases.branch_lines(told)]
    after = [Content(words("client.next", act=phrases.act(told)))]
    if missing := phrases.missing(told):
        after.insert(0, Content(words.count("screens", "client.missing", len(missing))))
    return Content("\n\n").join([*first, Content(phrases.why(told)), _weight(told, words), Content("\n").join(after)])


def _weight(told: Recommendation, words: Words) -> Content:
    values = (told.theirs, told.mine)
    names = [words("client.theirs"), words("client.mine")]
    room = max(len(name) for name in names) + 2
    # The length of a bar says as much as its figure.
    full = float("inf") if hides(words) else max(*values, 1)
    lines = [
        Content(name.ljust(room))
        + Content("━" * round(BAR * value / full)).stylize("$accent" if not place else "$secondary")
        + Content(" " * (BAR - round(BAR * value / full) + 2))
        + figure
        for place, (name, value, figure) in enumerate(zip(names, values, figure_cells(values, words), strict=True))
    ]
    return Content("\n").join(lines)
