"""The tabs of a place in one line: which there are, their keys, which one is shown. Posts the one clicked."""

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from screens.widgets.frame.links import Link, Links

GAPS = (3, 2, 1)
"""Cells between two tabs: as many as leave room for all."""


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

    def links(self, width: int) -> tuple[Sequence[Link], Sequence[Link]]:
        """Every tab; the one shown is not only another colour."""
        said = {tab: Content(f"{number} {name}") for number, (tab, name) in enumerate(self.tabs.items(), 1)}
        room = width - sum(each.cell_length for each in said.values())
        gap = Link(Content(" " * next((each for each in GAPS if each * (len(said) - 1) <= room), GAPS[-1])))
        found: list[Link] = []
        for tab, each in said.items():
            found += [Link(each.stylize("bold underline $accent") if tab == self.here else each, tab), gap]
        return found[:-1], ()

    def follow(self, target: str) -> None:
        """Tell which tab was clicked."""
        self.post_message(self.Chosen(target))
