"""Why something is asked and what that rests on. Given words; knows no item and no source file."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.widgets.frame.put import put


class WhyPanel(VerticalScroll):
    """A panel with a reason and the claims behind it."""

    DEFAULT_CSS = """
    WhyPanel { background: $surface; padding: 1 3; height: auto; max-height: 50%; scrollbar-size-vertical: 1; }
    WhyPanel Static { width: 1fr; }
    WhyPanel .why { margin-bottom: 1; }
    WhyPanel .claims { color: $text-muted; }
    WhyPanel .more { color: $accent; margin-top: 1; }
    """

    def compose(self) -> ComposeResult:
        yield Static(classes="why")
        yield Static(classes="claims")
        yield Static(classes="more")

    def show(self, why: str, heading: str, claims: Sequence[tuple[str, str]], more: str = "") -> None:
        """Show a reason and the claims it rests on as pairs of id and words; ``more`` says where to read on."""
        put(self.query_one(".why", Static), why)
        rests = [Content(heading)] + [Content.assemble(said, (f"  {each}", "$foreground 40%")) for each, said in claims]
        put(self.query_one(".claims", Static), Content("\n").join(rests if claims else ()))
        put(self.query_one(".more", Static), more)
        self.scroll_home(animate=False)
