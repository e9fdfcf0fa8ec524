"""A table whose cells are typed into, one after another. Given words; posts what was typed, keeps nothing."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.coordinate import Coordinate
from textual.message import Message
from textual.widgets import DataTable

from coach.engine.value import Value
from screens.widgets.frame.key_names import name_keys

TYPED = frozenset("0123456789.,:-")
"""Every character a figure or a range may hold."""
LONGEST = 12
"""Characters of what is being typed."""
CURSOR = "_"


class EntryColumn(Value):
    """One column: its heading, its cells, and what may be typed: ``figure``, one ``digit``, or nothing."""

    id: str
    heading: str
    width: int
    takes: str = ""


class EntryRow(Value):
    """One row: its id and its cells; a muted one is finished."""

    id: str
    cells: tuple[str, ...]
    muted: bool = False


class EntryTable(DataTable[Text]):
    """Rows by columns; digits type, Tab and the arrows go on and give what was typed, Enter opens the row."""

    BINDINGS = [
        Binding("enter", "open", "entry.open", id="entry.open"),
        Binding("d", "unsay", "entry.unsaid", id="entry.unsaid"),
        Binding("tab", "step(1)", show=False, id="entry.next"),
        Binding("shift+tab", "step(-1)", show=False, id="entry.previous"),
        Binding("backspace", "rub_out", show=False, id="entry.rub_out"),
    ]
    DEFAULT_CSS = """
    EntryTable { max-height: 70%; background: transparent; scrollbar-size: 1 1; }
    EntryTable:focus { background-tint: transparent; }
    EntryTable > .datatable--header { background: $background; color: $text-muted; text-style: none; }
    EntryTable > .datatable--cursor { background: $panel; color: $foreground; text-style: none; }
    EntryTable:focus > .datatable--cursor {
        background: $block-cursor-background; color: $block-cursor-foreground;
    }
    """

    class Entered(Message):
        """Something was typed into a cell, or, with None, it is not to be said."""

        def __init__(self, row: str, column: str, text: str | None) -> None:
            self.row, self.column, self.text = row, column, text
            super().__init__()

    class Opened(Message):
        """A row was opened."""

        def __init__(self, row: str) -> None:
            self.row = row
            super().__init__()

    class Moved(Message):
        """The cursor stands on another cell."""

    def __init__(self, open_label: str, unsaid_label: str) -> None:
        """The labels are what the footer says of the two keys."""
        super().__init__(cursor_type="cell", zebra_stripes=False, cell_padding=1)
        self.heads: tuple[EntryColumn, ...] = ()
        self.lines: tuple[EntryRow, ...] = ()
        self.typed = ""
        labels = {"entry.open": open_label, "entry.unsaid": unsaid_label}
        name_keys(self, lambda key: labels[key])

    @property
    def at(self) -> tuple[str, str] | None:
        """The ids of the row and the column under the cursor."""
        where = self.cursor_coordinate
        if where.row >= len(self.lines) or where.column >= len(self.heads):
            return None
        return self.lines[where.row].id, self.heads[where.column].id

    def show(self, heads: Sequence[EntryColumn], lines: Sequence[EntryRow]) -> None:
        """Show other cells; the cursor stays on its row and column where they are still there."""
        kept, same = (
            self.at,
            (tuple(heads), [each.id for each in lines]) == (self.heads, [row.id for row in self.lines]),
        )
        old, self.heads, self.lines = self.lines, tuple(heads), tuple(lines)
        if same:
            for number, (before, now) in enumerate(zip(old, self.lines, strict=True)):
                if before != now:
                    self._paint(number)
            return
        self.typed = ""
        self.styles.height = len(self.lines) + 1
        self.clear(columns=True)
        for head in self.heads:
            self.add_column(Text(head.heading), width=head.width, key=head.id)
        for line in self.lines:
            self.add_row(*(self._cell(line, place) for place in range(len(self.heads))), key=line.id)
        rows, columns = [each.id for each in self.lines], [each.id for each in self.heads]
        row = rows.index(kept[0]) if kept and kept[0] in rows else 0
        column = columns.index(kept[1]) if kept and kept[1] in columns else self._first
        self.move_cursor(row=row, column=column, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer to open a row, or to leave a cell unsaid, only where there is one."""
        return bool(self.lines) or action not in ("open", "unsay")

    def on_key(self, event: events.Key) -> None:
        """Type into the cell under the cursor, or go to another: at once, without climbing to the app and back."""
        move = {
            "left": self.action_cursor_left,
            "right": self.action_cursor_right,
            "up": self.action_cursor_up,
            "down": self.action_cursor_down,
        }.get(event.key)
        if move is not None and self.lines:
            event.stop()
            event.prevent_default()
            move()
            return
        character = event.character or ""
        head = self._head
        if head is None or character not in TYPED or not character:
            return
        event.stop()
        event.prevent_default()
        if head.takes == "digit" and character.isdigit():
            self._give(character)
            self.action_step(1)
        elif head.takes == "figure":
            self.typed = (self.typed + character)[:LONGEST]
            self._paint(self.cursor_coordinate.row)

    def action_rub_out(self) -> None:
        """Take the last character typed back."""
        self.typed = self.typed[:-1]
        self._paint(self.cursor_coordinate.row)

    def action_unsay(self) -> None:
        """Leave the cell unsaid, and go on."""
        if self._head is not None and self._head.takes:
            self.typed = ""
            self._give(None)
            self.action_step(1)

    def action_open(self) -> None:
        """Give what was typed, then open the row."""
        self.finish()
        if self.at is not None:
            self.post_message(self.Opened(self.at[0]))

    def action_step(self, steps: int) -> None:
        """Give what was typed and go to the cell before or after, from row to row."""
        self.finish()
        open_columns = [place for place, head in enumerate(self.heads) if head.takes]
        if not open_columns or not self.lines:
            return
        where = self.cursor_coordinate
        cells = [(row, column) for row in range(len(self.lines)) for column in open_columns]
        here = cells.index((where.row, where.column)) if (where.row, where.column) in cells else 0
        row, column = cells[min(max(here + steps, 0), len(cells) - 1)]
        self.move_cursor(row=row, column=column, animate=False)

    def take(self) -> tuple[str, str, str] | None:
        """What was typed and not given yet, with its row and column: for a screen that cannot wait for a message."""
        if not self.typed or self.at is None:
            return None
        text, self.typed = self.typed, ""
        return (*self.at, text)

    def finish(self) -> None:
        """Give what was typed so far, if anything was."""
        if (given := self.take()) is not None:
            self.post_message(self.Entered(*given))
            self._paint(self.cursor_coordinate.row)

    def watch_cursor_coordinate(self, old_coordinate: Coordinate, new_coordinate: Coordinate) -> None:
        """Give what was typed where the cursor stood; it never stands where nothing can be typed."""
        if self.typed and old_coordinate != new_coordinate and old_coordinate.row < len(self.lines):
            text, self.typed = self.typed, ""
            self.post_message(
                self.Entered(self.lines[old_coordinate.row].id, self.heads[old_coordinate.column].id, text)
            )
            self._paint(old_coordinate.row)
        places = [place for place, head in enumerate(self.heads) if head.takes]
        if (
            places
            and self.is_valid_coordinate(Coordinate(new_coordinate.row, places[-1]))
            and new_coordinate.column not in places
        ):
            nearest = min(places, key=lambda place: abs(place - new_coordinate.column))
            self.cursor_coordinate = Coordinate(new_coordinate.row, nearest)
            return
        super().watch_cursor_coordinate(old_coordinate, new_coordinate)
        self.post_message(self.Moved())

    @property
    def _head(self) -> EntryColumn | None:
        where = self.cursor_coordinate
        return self.heads[where.column] if self.lines and where.column < len(self.heads) else None

    @property
    def _first(self) -> int:
        return next((place for place, head in enumerate(self.heads) if head.takes), 0)

    def _give(self, text: str | None) -> None:
        if self.at is not None:
            self.post_message(self.Entered(*self.at, text))

    def _paint(self, row: int) -> None:
        for place in range(len(self.heads)):
            self.update_cell_at(Coordinate(row, place), self._cell(self.lines[row], place))

    def _cell(self, row: EntryRow, place: int) -> Text:
        head = self.heads[place]
        here = self.at == (row.id, head.id)
        text = self.typed + CURSOR if here and self.typed else row.cells[place]
        cut = text if cell_len(text) <= head.width else set_cell_size(text, head.width - 1) + "…"
        return Text(cut, "dim" if row.muted and not head.takes else "")
