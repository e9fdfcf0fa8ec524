"""Words beneath a list that follow its cursor. Knows no list, and not what the words are about."""

from textual.content import Content
from textual.widgets import Static


class Aside(Static):
    """Text that changes with every key, and moves what stands around it only where it takes more or fewer lines.

    It follows a moment after the cursor: the eye is there first.
    """

    _next: Content | None = None
    _lines = -1

    def say(self, said: Content) -> None:
        """Show other words, once what moved has been painted."""
        if self._next is None:
            self.call_after_refresh(self._follow)
        self._next = said

    def _follow(self) -> None:
        said, self._next = self._next, None
        if said is None:
            return
        width = self.content_size.width
        lines = said.get_height({}, width) if width else -1
        self.update(said, layout=lines != self._lines or lines < 0)
        self._lines = lines
