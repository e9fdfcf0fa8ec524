"""The tabs of a place in one line: which there are, their keys, which one is shown. Posts the one clicked."""

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from screens.widgets.links import Link, Links

GAP = Link(Content("   "))
"""Between two tabs."""


class TabLine(Links):
    """Names of tabs with their keys; the one shown stands out."""

    DEFAULT_CSS = "TabLine { background: transparent; margin-bottom: 1; color: $text-muted; }"

    here = reactive("")

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, tab: str) -> None:
            self.tab = tab
            super().__init__()

    def __init__(self, tabs: dict[str, str]) -> None:
        """``tabs`` maps a tab to its name, in order; its key is its place in that order."""
        super().__init__()
        self.tabs = tabs

    def links(self, width: int) -> tuple[Sequence[Link], Sequence[Link]]:  # noqa: ARG002
        """Every tab; the one shown is not only another colour."""
        found = []
        for number, (tab, name) in enumerate(self.tabs.items(), 1):
            said = Content(f"{number} {name}")
            found += [Link(said.stylize("bold underline $accent") if tab == self.here else said, tab), GAP]
        return found[:-1], ()

    def follow(self, target: str) -> None:
        """Tell which tab was clicked."""
        self.post_message(self.Chosen(target))
