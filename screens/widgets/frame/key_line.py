"""The keys of a screen and what they do, in rows of their own. Given names and actions; runs nothing itself."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

GAPS = (3, 2)
"""Cells between two keys: where there is room, and where there is little."""


class Key(NamedTuple):
    """One key as it is shown, what it does in a word or two, and the action a click on it runs.

    ``now`` is false where only the click works yet, since the key would be typed.
    """

    key: str
    label: str
    action: str
    now: bool = True


class KeyLine(Static):
    """Rows of keys at the foot of a screen; each can be clicked."""

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom; height: auto; background: $panel; padding: 0 3;
        link-color: $text-muted; link-style: none;
        link-background-hover: $surface; link-color-hover: $foreground; link-style-hover: none;
    }
    """

    rows: tuple[tuple[Key, ...], ...] = ()

    def show(self, rows: Sequence[Sequence[Key]]) -> None:
        """Show these keys, a sequence a row."""
        self.rows = tuple(tuple(row) for row in rows)
        self.on_resize()

    def on_resize(self) -> None:
        """Draw the rows closer together where they would break."""
        laid = [[Content(" " * gap).join(_worded(each) for each in row) for row in self.rows] for gap in GAPS]
        room = self.content_size.width
        fitting = (rows for rows in laid if all(row.cell_length <= room for row in rows))
        self.update(Content("\n").join(next(fitting, laid[-1])))


def _worded(each: Key) -> Content:
    said = Content(each.label).stylize(Style.from_meta({"@click": each.action}))
    return Content.assemble((each.key, "$accent" if each.now else "$text-muted"), " ", said)
