"""Lines to choose from, each with the key that chooses it. Given words; posts which line was clicked."""

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.widgets.lists.cursor_list import CursorList


class Line(NamedTuple):
    """One line: the key that chooses it, a mark or none, and its words. A line without words is a gap."""

    key: str
    mark: str
    text: str


class LineList(CursorList, inherit_bindings=False):
    """Lines under a cursor; Enter and digits are left to the screen, which knows what they mean."""

    BINDINGS = [
        Binding("up", "cursor_up", show=False, id="lines.up"),
        Binding("down", "cursor_down", show=False, id="lines.down"),
        Binding("home", "first", show=False, id="lines.first"),
        Binding("end", "last", show=False, id="lines.last"),
        Binding("pageup", "page_up", show=False, id="lines.page_up"),
        Binding("pagedown", "page_down", show=False, id="lines.page_down"),
    ]
    DEFAULT_CSS = """
    LineList { background: transparent; border: none; padding: 0; scrollbar-size-vertical: 1; }
    LineList:focus { background: transparent; border: none; background-tint: transparent; }
    LineList > .option-list--option { padding: 0 1; }
    LineList > .option-list--option-highlighted { background: transparent; color: $foreground; text-style: none; }
    LineList:focus > .option-list--option-highlighted {
        background: $block-cursor-background; color: $block-cursor-foreground; text-style: none;
    }
    """

    class Picked(Message):
        """A line was clicked, counted from 0."""

        def __init__(self, index: int) -> None:
            self.index = index
            super().__init__()

    def __init__(self, id: str | None = None) -> None:
        super().__init__(markup=False, id=id)
        self.lines: tuple[Line, ...] = ()
        self._wrapped_at = 0

    def offer(self, lines: Sequence[Line], cursor: int | None) -> None:
        """Show these lines with the cursor on one of them, or on none so that nothing is suggested."""
        self.lines = tuple(lines)
        self._wrap()
        self.highlighted = cursor

    def on_resize(self) -> None:
        """Break long lines anew, so that they hang under their own words."""
        if self._room != self._wrapped_at:
            cursor = self.highlighted
            self._wrap()
            self.highlighted = cursor

    @on(OptionList.OptionSelected)
    def _clicked(self, message: OptionList.OptionSelected) -> None:
        message.stop()
        self.post_message(self.Picked(message.option_index))

    @property
    def _room(self) -> int:
        return self.scrollable_content_region.width - 2

    def _wrap(self) -> None:
        top, self._wrapped_at = self.scroll_offset.y, self._room
        self.set_options([Option(_prompt(each, self._room), disabled=not each.text) for each in self.lines])
        self.scroll_to(y=top, animate=False, immediate=True)
        self.refresh(layout=True)


def _prompt(line: Line, room: int) -> Content:
    mark = f"{line.mark} " if line.mark else ""
    taken = len(line.key) + 2 + len(mark)
    parts = textwrap.wrap(line.text, room - taken) if room > taken + 10 else [line.text]
    return Content.assemble((line.key, "$accent"), "  ", mark, ("\n" + " " * taken).join(parts))
