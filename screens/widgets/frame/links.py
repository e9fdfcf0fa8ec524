"""One line of words that can be clicked, and what each stands for. Knows no key, place or screen by name."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.widget import Widget

HOVERED = "on $block-hover-background"


class Link(NamedTuple):
    """Words on the line and what they stand for; nothing happens where that is empty."""

    said: Content
    target: str = ""


class Links(Widget, can_focus=False):
    """Links from the left and from the right; a subclass says which, and what a click does."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Links { height: 1; background: $panel; }"

    def __init__(self) -> None:
        super().__init__()
        self._spans: list[tuple[int, int, str]] = []
        self._hovered = ""

    def links(self, width: int) -> tuple[Sequence[Link], Sequence[Link]]:
        """Those from the left and those from the right, together no wider than so many cells."""
        raise NotImplementedError

    def follow(self, target: str) -> None:
        """Do what a click on a link is for."""
        raise NotImplementedError

    def render(self) -> Content:
        """The line, as wide as there is room for."""
        left, right = self.links(self.size.width)
        said = [self._shown(each) for each in (*left, *right)]
        gap = self.size.width - sum(each.cell_length for each in said)
        self._spans, at = [], 0
        for number, (each, (_, target)) in enumerate(zip(said, (*left, *right), strict=True)):
            at += gap if number == len(left) else 0
            self._spans.append((at, at + each.cell_length, target))
            at += each.cell_length
        return Content("").join([*said[: len(left)], Content(" " * max(gap, 0)), *said[len(left) :]])

    def on_click(self, event: events.Click) -> None:
        """Follow the link under the pointer."""
        if target := self._at(event):
            self.follow(target)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Let the link under the pointer stand out."""
        self._hover(self._at(event))

    def on_leave(self) -> None:
        """Nothing is under the pointer any more."""
        self._hover("")

    def _hover(self, target: str) -> None:
        if target != self._hovered:
            self._hovered = target
            self.refresh()

    def _at(self, event: events.MouseEvent) -> str:
        x = event.x - self.gutter.left
        return next((target for first, end, target in self._spans if first <= x < end), "")

    def _shown(self, link: Link) -> Content:
        return link.said.stylize(HOVERED) if link.target and link.target == self._hovered else link.said
