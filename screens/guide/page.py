"""One page of the field guide, and what the paragraph under the cursor rests on. Knows no client."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from coach.library.guide import GuidePage
from coach.library.sources import says
from screens.frame.place import Place
from screens.widgets.reading.passages import Passages
from screens.widgets.reading.why_panel import WhyPanel


class GuidePageScreen(Place):
    """A topic in headings, paragraphs and lists; the keys go from paragraph to paragraph."""

    HERE = "guide"
    BINDINGS = [
        Binding("s", "sources", "guide.key.sources", id="guide.key.sources"),
        Binding("left", "turn(-1)", "guide.key.before", priority=True, id="guide.key.before"),
        Binding("right", "turn(1)", "guide.key.next", priority=True, id="guide.key.next"),
        Binding("escape", "back", "guide.key.back", id="guide.key.back"),
    ]
    DEFAULT_CSS = """
    GuidePageScreen .sheet { padding: 1 1 0 1; height: 1fr; max-width: 84; }
    GuidePageScreen #title { height: auto; padding: 0 2 0 2; text-style: bold; }
    GuidePageScreen #gist { height: auto; padding: 0 2 1 2; color: $text-muted; }
    GuidePageScreen Passages { height: 1fr; }
    GuidePageScreen WhyPanel { display: none; }
    """

    def __init__(self, topic: str, place: int = 0) -> None:
        super().__init__()
        self.topic, self.place = topic, place

    def parts(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(id="title")
            yield Static(id="gist")
            yield Passages()
        yield WhyPanel()

    def on_mount(self) -> None:
        """Open at the paragraph asked for."""
        self._show(self.place)
        self.query_one(Passages).focus()

    @property
    def page(self) -> GuidePage:
        """The page that is shown; the first one where there is none of that topic."""
        pages = self.book.library.guide
        return next((page for page in pages if page.topic == self.topic), pages[0])

    def action_sources(self) -> None:
        """Show or hide what the paragraph under the cursor rests on."""
        panel = self.query_one(WhyPanel)
        panel.display = not panel.display
        self._rest()
        self.call_after_refresh(self.query_one(Passages).scroll_to_highlight)

    def action_turn(self, by: int) -> None:
        """The next page, or the one before."""
        pages = self.book.library.guide
        at = pages.index(self.page) + by
        if 0 <= at < len(pages):
            self.topic = pages[at].topic
            self._show(0)

    def action_back(self) -> None:
        """Put the sources away, or go back."""
        if self.query_one(WhyPanel).display:
            self.action_sources()
        else:
            self.dismiss()

    @on(OptionList.OptionHighlighted)
    def _rest(self) -> None:
        panel, at = self.query_one(WhyPanel), self.query_one(Passages).current
        if panel.display and at is not None:
            claims = says(self.book.library.root, self.page.passages[at].sources)
            panel.show("", self.words("guide.rests"), claims)

    def _show(self, place: int) -> None:
        page = self.page
        self.query_one("#title", Static).update(Content(page.title))
        self.query_one("#gist", Static).update(Content(page.gist))
        self.query_one(Passages).show_passages([(each.kind, each.text) for each in page.passages], place)
