"""A list of rows in sections, with a cursor that stays on its row. Given values; posts the row that was chosen."""

from rich.segment import Segment
from textual import events, on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.widgets.frame.key_names import name_keys
from screens.widgets.lists.columns import Section, lay_out
from screens.widgets.lists.cursor_list import CursorList

MARGIN = 2
"""Cells left of every row, for the mark of the cursor."""
CURSOR = "▸ "
MOVES = ("up", "down")


class RowList(CursorList):
    """Rows under headings, one line each; up and down move, Enter and a click choose."""

    BINDINGS = [Binding("enter", "select", "list.open", id="list.open")]
    DEFAULT_CSS = """
    RowList { height: auto; max-height: 100%; border: none; padding: 0; background: transparent; scrollbar-gutter: stable; scrollbar-size: 0 1; }
    RowList:focus { border: none; background: transparent; background-tint: transparent; }
    RowList > .option-list--option { padding: 0 0 0 2; }
    RowList > .option-list--option-disabled { color: $text-muted; }
    RowList > .option-list--option-highlighted { background: transparent; color: $foreground; text-style: none; }
    RowList:focus > .option-list--option-highlighted { background: $block-cursor-background; color: $block-cursor-foreground; text-style: none; }
    """  # noqa: E501

    class Chosen(Message):
        """A row was chosen: its list and the row's id."""

        def __init__(self, rows: "RowList", row: str) -> None:
            self.rows, self.row = rows, row
            super().__init__()

        @property
        def control(self) -> "RowList":
            """The list the row stands in."""
            return self.rows

    class LaidOut(Message):
        """The rows were laid out: the line of headings above the first section, as wide as they are."""

        def __init__(self, heading: Content) -> None:
            self.heading = heading
            super().__init__()

    def __init__(self, open_label: str, headed: bool = True, id: str | None = None) -> None:
        """``open_label`` is what the footer says of Enter; ``headed`` shows the headings inside the list."""
        super().__init__(markup=False, id=id)
        self.headed = headed
        self.sections: tuple[Section, ...] = ()
        self._laid: tuple[tuple[Section, ...], int] | None = None
        name_keys(self, lambda _: open_label)

    @property
    def current(self) -> str:
        """The id of the row under the cursor, or an empty string."""
        return (self.highlighted_option.id or "") if self.highlighted_option else ""

    def show_sections(self, *sections: Section) -> None:
        """Show other rows; the cursor stays on its row, or goes to the one that took its place."""
        self.sections = tuple(each for each in sections if each.rows)
        self._lay_out()

    def on_key(self, event: events.Key) -> None:
        """Move here and now: a key that climbs to the app, to come back as an action, is late by each place between."""
        if event.key in MOVES and self.option_count:
            event.stop()
            self.action_cursor_up() if event.key == "up" else self.action_cursor_down()

    def post_message(self, message: Message) -> bool:
        """Tell of a move once it has been painted: whoever follows the cursor is no reason to see it later."""
        if isinstance(message, OptionList.OptionHighlighted):
            return self.call_after_refresh(super().post_message, message)
        return super().post_message(message)

    def on_resize(self) -> None:
        """Fit the columns to the new width."""
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        """One row, marked where the cursor is: a colour alone does not show on every terminal."""
        strip = super().render_line(y)
        if self.highlighted is None or y + self.scroll_offset.y != self.highlighted:
            return strip
        style = next((segment.style for segment in strip), None)
        return Strip.join([Strip([Segment(CURSOR, style)]), strip.crop(MARGIN)])

    @on(OptionList.OptionSelected)
    def _choose(self, message: OptionList.OptionSelected) -> None:
        message.stop()
        self.post_message(self.Chosen(self, message.option.id or ""))

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - MARGIN
        if width <= 0 or self._laid == (self.sections, width):
            return
        self._laid = (self.sections, width)
        kept, stood, top = self.current, self.highlighted or 0, self.scroll_offset.y
        options: list[Option] = []
        for section in self.sections:
            heading, lines = lay_out(section, width)
            if section is self.sections[0]:
                self.post_message(self.LaidOut(heading))
            if self.headed:
                options += [Option(Content(""), disabled=True)] if options else []
                options.append(Option(heading, disabled=True))
            options += [Option(line, row.id) for line, row in zip(lines, section.rows, strict=True)]
        self.set_options(options)
        rows = [index for index, option in enumerate(options) if option.id is not None]
        if rows:
            same = next((index for index in rows if options[index].id == kept), None)
            self.highlighted = next((index for index in rows if index >= stood), rows[-1]) if same is None else same
            self.scroll_to(y=top, animate=False, immediate=True)
            self.scroll_to_highlight()
