"""The whole view of a questionnaire: who and how far, the step or the review, why, and the keys. Given values only."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from coach.engine.value import Value
from screens.widgets.fields.note_line import NoteLine
from screens.widgets.frame.key_line import Key, KeyLine
from screens.widgets.frame.progress_line import ProgressLine
from screens.widgets.reading.review_list import Entry, ReviewList
from screens.widgets.reading.step_card import StepCard, StepContent
from screens.widgets.reading.why_panel import WhyPanel

Keys = Sequence[Sequence[Key]]


class ReviewContent(Value):
    """What the review shows: its finishing row, what is still open, and the answers in sections."""

    finish: str
    still: str
    sections: Sequence[tuple[str, Sequence[Entry]]]


class AskView(Vertical):
    """Shows a step or the review under one head; why it is asked lies below, or beside where there is room."""

    SCOPED_CSS = False  # the width's class stands on the screen
    DEFAULT_CSS = """
    AskView #head { height: 1; padding: 0 3; }
    AskView #client { width: 1fr; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
    AskView #where { width: auto; color: $text-muted; padding: 0 0 0 2; }
    AskView ProgressLine { padding: 0 3; }
    AskView #body { height: 1fr; layout: vertical; }
    .-narrow AskView #head, .-narrow AskView ProgressLine, .-narrow AskView KeyLine { padding: 0 1; }
    .-narrow AskView StepCard { padding: 1 0 0 0; }
    .-wide AskView #body { layout: horizontal; }
    .-wide AskView WhyPanel { width: 44; height: 1fr; max-height: 100%; }
    """
    BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [(0, "-narrow"), (70, "-normal"), (110, "-wide")]
    """Widths for the screen's classes that the styles above name."""

    def __init__(self, change: str, longest: int) -> None:
        """``change`` is what Enter does in the review, ``longest`` the greatest number of characters of a note."""
        super().__init__()
        self.change, self.longest = change, longest

    def compose(self) -> ComposeResult:
        with Horizontal(id="head"):
            yield Static(id="client")
            yield Static(id="where")
        yield ProgressLine()
        with Container(id="body"):
            yield StepCard()
            yield ReviewList(self.change)
            yield WhyPanel()
        yield NoteLine(self.longest)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin without the panel."""
        self.query_one(WhyPanel).display = False

    @property
    def card(self) -> StepCard:
        """The step."""
        return self.query_one(StepCard)

    def show_head(self, client: Content, where: str, share: float) -> None:
        """Show whom it is about and how far it has come."""
        self.query_one("#client", Static).update(client)
        self.query_one("#where", Static).update(Content(where))
        self.query_one(ProgressLine).share = share

    def show(self, shown: StepContent | ReviewContent) -> None:
        """Show a step or the review."""
        listed = self.query_one(ReviewList)
        self.card.display, listed.display = isinstance(shown, StepContent), not isinstance(shown, StepContent)
        if isinstance(shown, StepContent):
            self.card.show(shown)
        else:
            self.hide_why()
            listed.show_review(shown.finish, shown.still, shown.sections)

    def show_keys(self, keys: Keys) -> None:
        """Say what the keys do."""
        self.query_one(KeyLine).show(keys)

    def hold(self) -> None:
        """Give the keys to what is shown."""
        if self.card.display:
            self.card.hold()
        else:
            self.query_one(ReviewList).focus()

    @property
    def why_shown(self) -> bool:
        """Whether the panel is open."""
        return bool(self.query_one(WhyPanel).display)

    def show_why(self, why: str, heading: str, claims: Sequence[tuple[str, str]], more: str = "") -> None:
        """Open the panel, or put other words into it."""
        panel = self.query_one(WhyPanel)
        panel.display = True
        panel.show(why, heading, claims, more)

    def hide_why(self) -> None:
        """Close the panel."""
        self.query_one(WhyPanel).display = False
