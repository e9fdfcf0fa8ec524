"""Headings, paragraphs and lists to read, with a cursor from one to the next. Given texts; knows no page."""

import textwrap
from collections.abc import Sequence

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

WIDEST = 76
"""Columns of a line; a longer one tires the eye."""
NARROWEST = 10
MARGIN = 2
BAR, MARK = "│ ", "· "


class Passages(OptionList):
    """Texts under each other, broken between words; a bar at the left marks the one under the cursor."""

    COMPONENT_CLASSES = {"passages--bar"}
    DEFAULT_CSS = """
    Passages { border: none; padding: 0; background: transparent; scrollbar-size: 0 1; scrollbar-gutter: stable; }
    Passages:focus { border: none; background: transparent; background-tint: transparent; }
    Passages > .option-list--option { padding: 0 0 0 2; color: $foreground; }
    Passages > .passages--bar { color: $accent; }
    Passages > .option-list--option-disabled { color: $foreground; text-style: bold; }
    Passages > .option-list--option-highlighted { background: transparent; color: $foreground; text-style: none; }
    Passages:focus > .option-list--option-highlighted { background: transparent; color: $foreground; text-style: none; }
    Passages > .option-list--option-hover { background: transparent; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.passages: tuple[tuple[str, str], ...] = ()
        self._laid, self._wanted = 0, 0

    @property
    def current(self) -> int | None:
        """The place of the passage under the cursor, or None."""
        option = self.highlighted_option
        return int(option.id) if option is not None and option.id else None

    def show_passages(self, passages: Sequence[tuple[str, str]], at: int = 0) -> None:
        """Show texts of the kinds heading, paragraph and list, the cursor on the first from a place on."""
        self.passages, self._laid, self._wanted = tuple(passages), 0, at
        self._lay_out()

    def on_resize(self) -> None:
        """Break the lines anew; the cursor stays."""
        self._wanted = self._wanted if self.current is None else self.current
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        """One row, with a bar where the cursor is: a colour alone does not show on every terminal."""
        strip = super().render_line(y)
        at = y + self.scroll_offset.y
        if not (self.has_focus and 0 <= at < len(self._lines) and self._lines[at][0] == self.highlighted):
            return strip
        style = self.get_component_rich_style("passages--bar")
        return Strip.join([Strip([Segment(BAR, style)]), strip.crop(MARGIN)])

    def _lay_out(self) -> None:
        room = min(self.scrollable_content_region.width - MARGIN, WIDEST)
        if room < NARROWEST or room == self._laid:
            return
        self._laid = room
        options: list[Option] = []
        for place, (kind, text) in enumerate(self.passages):
            head = kind == "heading"
            shown = Content(_broken(kind, text, room)).stylize("bold" if head else "")
            options.append(Option(shown, None if head else str(place), disabled=head))
            options += [] if head else [Option(Content(""), disabled=True)]
        self.set_options(options)
        texts = [index for index, option in enumerate(options) if option.id is not None]
        if texts:
            found = (index for index in texts if int(options[index].id or 0) >= self._wanted)
            self.highlighted = next(found, texts[-1])
            if self._wanted == 0:
                self.scroll_to(y=0, animate=False, immediate=True)


def _broken(kind: str, text: str, room: int) -> str:
    if kind != "list":
        return textwrap.fill(text, room)
    lines = (textwrap.fill(line, room, initial_indent=MARK, subsequent_indent="  ") for line in text.split("\n"))
    return "\n".join(lines)
