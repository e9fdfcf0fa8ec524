"""Words beneath a list that follow its cursor. Knows no list, and not what the words are about."""

from collections.abc import Callable

from textual.content import Content
from textual.widgets import Static

MOMENT = 0.01
"""Seconds after which the words follow: long enough for what moved to have been written, which a thread does."""


class RowDetails(Static):
    """Text that changes with every key, and moves what stands around it only where it takes more or fewer lines.

    It follows a moment after the cursor: the eye is there first, and while a key repeats it need not keep up.
    """

    _next: Callable[[], Content] | None = None
    _lines = -1

    def say(self, tell: Callable[[], Content]) -> None:
        """Show other words, which are asked for once what moved has been painted."""
        if self._next is None:
            self.set_timer(MOMENT, self._follow)
        self._next = tell

    def _follow(self) -> None:
        tell, self._next = self._next, None
        if tell is None:
            return
        said = tell()
        width = self.content_size.width
        lines = said.get_height({}, width) if width else -1
        self.update(said, layout=lines != self._lines or lines < 0)
        self._lines = lines
