"""Words beneath a list that follow its cursor. Knows no list, and not what the words are about."""

from textual.content import Content
from textual.widgets import Static


class Aside(Static):
    """Text that changes with every key, and moves what stands around it only where it takes more or fewer lines."""

    _lines = -1

    def say(self, said: Content) -> None:
        """Show other words."""
        width = self.content_size.width
        lines = said.get_height({}, width) if width else -1
        self.update(said, layout=lines != self._lines or lines < 0)
        self._lines = lines
