"""A table whose cells are typed into, one after another. Given words and who keeps what is typed; keeps nothing."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.coordinate import Coordinate
from textual.message import Message
from textual.reactive import var
from textual.widgets import DataTable

from coach.engine.value import Value
from coach.formats.figures import LONGEST
from coach.formats.text import clean
from screens.widgets.frame.key_names import name_keys

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
    """Rows by columns; in a cell whatever prints is typed, and nothing leaves it before what was typed is kept.

    Tab and the arrows go on from cell to cell, Enter opens the row, and Esc leaves the cell: then the keys of the
    screen act on the row, until Tab or a digit leads into the cell again.
    """

    BINDINGS = [
        Binding("enter", "open", "entry.open", id="entry.open"),
        Binding("tab", "step(1)", "entry.next", id="entry.next"),
        Binding("tab,shift+tab", "enter_cell", "entry.enter", id="entry.enter"),
        Binding("escape", "leave_cell", "entry.leave", id="entry.leave"),
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

    class Dropped(Message):
        """A cell was left with a text in it that could not be kept."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    class Opened(Message):
        """A row was opened."""

        def __init__(self, row: str) -> None:
            self.row = row
            super().__init__()

    class Moved(Message):
        """The cursor stands on another cell."""

    in_cell: var[bool] = var(True, init=False)
    typed = ""

    def __init__(
        self,
        words: Callable[[str], str],
        heed: Callable[[str, str], None],
        keep: Callable[[str, str, str], bool],
    ) -> None:
        """``heed`` looks at what is typed into a column so far; ``keep`` keeps a cell and says whether it could.

        They are no messages: whether the cursor goes on hangs on the answer, and the next key may be there already.
        """
        super().__init__(cursor_type="cell", zebra_stripes=False, cell_padding=1)
        self.heed, self.keep = heed, keep
        self.heads: tuple[EntryColumn, ...] = ()
        self.lines: tuple[EntryRow, ...] = ()
        name_keys(self, words)

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
        typed, self.typed = self.typed, ""
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
        if typed and self.at == kept:
            self.typed = typed
            self._paint(row)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer to open a row only where there is one, to go on and leave only in a cell, to enter only beside it."""
        if action in ("step", "leave_cell", "enter_cell"):
            return bool(self.lines) and self.in_cell is (action != "enter_cell")
        return bool(self.lines) or action != "open"

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """Whether the key is typed here."""
        return self.in_cell and bool(self.lines) and character is not None and character.isprintable()

    def watch_in_cell(self, inside: bool) -> None:
        """Show whether the keys go to a cell or to its row."""
        self.cursor_type = "cell" if inside else "row"
        self.refresh_bindings()

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
            if self.in_cell or event.key in ("up", "down"):
                move()
            else:
                self.action_enter_cell()
        elif event.is_printable and event.character and (self.in_cell or event.character.isdigit()) and self.lines:
            event.stop()
            event.prevent_default()
            self._type(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """Type what is pasted."""
        event.stop()
        if self.lines:
            self._type(clean(event.text))

    def on_click(self) -> None:
        """Go into the cell clicked."""
        self.in_cell = True

    def action_rub_out(self) -> None:
        """Take the last character typed back."""
        self._hold(self.typed[:-1])

    def action_leave_cell(self) -> None:
        """Keep what was typed, or give it up where it cannot be kept, and let the keys act on the row."""
        if not self.finish():
            self.post_message(self.Dropped(self.typed))
            self.typed = ""
            self._paint(self.cursor_coordinate.row)
        self.in_cell = False

    def action_enter_cell(self) -> None:
        """Let the keys type into the cell again."""
        self.in_cell = True

    def action_open(self) -> None:
        """Keep what was typed, then open the row."""
        if self.finish() and self.at is not None:
            self.post_message(self.Opened(self.at[0]))

    def action_step(self, steps: int) -> None:
        """Keep what was typed and go to the cell before or after, from row to row."""
        if not self.finish():
            return
        open_columns = [place for place, head in enumerate(self.heads) if head.takes]
        if not open_columns or not self.lines:
            return
        where = self.cursor_coordinate
        cells = [(row, column) for row in range(len(self.lines)) for column in open_columns]
        here = cells.index((where.row, where.column)) if (where.row, where.column) in cells else 0
        row, column = cells[min(max(here + steps, 0), len(cells) - 1)]
        self.move_cursor(row=row, column=column, animate=False)

    def finish(self) -> bool:
        """Keep what was typed so far, if anything was; whether it could be."""
        if self.typed and self.at is not None:
            if not self.keep(*self.at, self.typed):
                return False
            self.typed = ""
            self._paint(self.cursor_coordinate.row)
        return True

    def validate_cursor_coordinate(self, value: Coordinate) -> Coordinate:
        """Stay in a cell whose text cannot be kept, whatever would move the cursor."""
        wanted, here = super().validate_cursor_coordinate(value), self.cursor_coordinate
        return wanted if wanted == here or self.finish() else here

    def watch_cursor_coordinate(self, old_coordinate: Coordinate, new_coordinate: Coordinate) -> None:
        """Stand only where something can be typed."""
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

    def _type(self, text: str) -> None:
        self.in_cell = True
        head, at = self._head, self.at
        if head is None or at is None:
            return
        if head.takes == "figure":
            # One character more than any figure has, so that one too long is refused and not cut.
            self._hold((self.typed + text)[: LONGEST + 1])
        elif self.keep(*at, text):
            self.action_step(1)

    def _hold(self, text: str) -> None:
        self.typed = text
        self._paint(self.cursor_coordinate.row)
        if self.at is not None:
            self.heed(self.at[1], text)

    def _paint(self, row: int) -> None:
        for place in range(len(self.heads)):
            self.update_cell_at(Coordinate(row, place), self._cell(self.lines[row], place))

    def _cell(self, row: EntryRow, place: int) -> Text:
        head = self.heads[place]
        here = self.at == (row.id, head.id)
        if here and self.typed:
            return Text((self.typed + CURSOR)[-head.width :])
        text = row.cells[place]
        cut = text if cell_len(text) <= head.width else set_cell_size(text, head.width - 1) + "…"
        return Text(cut, "dim" if row.muted and not head.takes else "")
