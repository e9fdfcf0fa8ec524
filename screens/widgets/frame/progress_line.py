"""A thin line that fills from the left. Given a share; knows nothing of what is counted."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class ProgressLine(Widget):
    """One row: the part done heavy, the rest thin."""

    DEFAULT_CSS = """
    ProgressLine { height: 1; }
    """

    share: reactive[float] = reactive(0.0)
    """How much is done, from 0 to 1."""

    def render(self) -> Content:
        """The line at the present width."""
        width = self.content_size.width
        done = round(width * min(max(self.share, 0.0), 1.0))
        return Content.assemble(("━" * done, "$accent"), ("─" * (width - done), "$foreground 30%"))
