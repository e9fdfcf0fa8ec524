"""Rows by columns under headings that stay in sight, with a cursor on one cell. Given words; posts the cell chosen."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual import on
from textual.binding import Binding
from textual.coordinate import Coordinate
from textual.message import Message
from textual.widgets import DataTable

from coach.engine.value import Value
from screens.widgets.frame.key_names import name_keys

FIXED = 2
"""Columns that stay in sight: the name of the row, and what is mine."""
NAME, CELL = 24, 11
"""Cells of a row's name, and of every other column."""


class Grid(Value):
    """What a matrix shows: columns and rows by id, and the words of each cell.

    ``strong`` names the rows that stand out. The first column is the one that stays.
    """

    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str], ...]
    cells: tuple[tuple[str, ...], ...]
    strong: frozenset[str] = frozenset()


class MatrixTable(DataTable[Text]):
    """A table too wide and too long for the screen; arrows move, Enter and a click choose."""

    BINDINGS = [Binding("enter", "select_cursor", "matrix.open", id="matrix.open")]
    DEFAULT_CSS = """
    MatrixTable { height: 1fr; margin-left: 1; background: transparent; scrollbar-size: 1 1; }
    MatrixTable:focus { background-tint: transparent; }
    MatrixTable > .datatable--header { background: $background; color: $text-muted; text-style: none; }
    MatrixTable > .datatable--fixed { background: $background; color: $foreground; }
    MatrixTable > .datatable--cursor { background: $panel; color: $foreground; text-style: none; }
    MatrixTable > .datatable--header-cursor { background: $background; color: $accent; text-style: bold; }
    MatrixTable > .datatable--fixed-cursor { background: $background; color: $accent; text-style: bold; }
    MatrixTable:focus > .datatable--cursor {
        background: $block-cursor-background; color: $block-cursor-foreground;
    }
    """

    class Chosen(Message):
        """A cell was chosen: the ids of its row and of its column."""

        def __init__(self, row: str, column: str) -> None:
            self.row, self.column = row, column
            super().__init__()

    def __init__(self, open_label: str) -> None:
        """``open_label`` is what the footer says of Enter."""
        super().__init__(fixed_columns=FIXED, cursor_type="cell", zebra_stripes=False)
        self.grid: Grid | None = None
        name_keys(self, lambda _: open_label)

    def show(self, grid: Grid, corner: str) -> None:
        """Show other cells; the cursor stays on its row and column where they are still there."""
        if grid == self.grid:
            return
        kept, top = self._at(), self.scroll_offset
        self.grid = grid
        self.clear(columns=True)
        self.add_column(Text(corner), width=NAME)
        for _, name in grid.columns:
            self.add_column(Text(_cut(name, CELL)), width=CELL)
        for (row_id, name), cells in zip(grid.rows, grid.cells, strict=True):
            style = "bold" if row_id in grid.strong else ""
            self.add_row(Text(_cut(name, NAME), style), *(Text(_cut(each, CELL)) for each in cells))
        rows, columns = [each for each, _ in grid.rows], [each for each, _ in grid.columns]
        row = rows.index(kept[0]) if kept and kept[0] in rows else 0
        column = columns.index(kept[1]) if kept and kept[1] in columns else 0
        self.move_cursor(row=row, column=column + 1, animate=False)
        if kept:
            self.scroll_to(top.x, top.y, animate=False, immediate=True)

    @on(DataTable.CellSelected)
    def _choose(self, message: DataTable.CellSelected) -> None:
        message.stop()
        if (at := self._at(message.coordinate)) is not None:
            self.post_message(self.Chosen(*at))

    def watch_cursor_coordinate(self, old_coordinate: Coordinate, new_coordinate: Coordinate) -> None:
        """Keep the cursor off the names."""
        if new_coordinate.column == 0 and len(self.columns) > 1:
            self.cursor_coordinate = Coordinate(new_coordinate.row, 1)
        else:
            super().watch_cursor_coordinate(old_coordinate, new_coordinate)

    def _at(self, coordinate: Coordinate | None = None) -> tuple[str, str] | None:
        if self.grid is None or not self.grid.rows:
            return None
        where = coordinate or self.cursor_coordinate
        return self.grid.rows[where.row][0], self.grid.columns[max(where.column - 1, 0)][0]


def _cut(name: str, room: int) -> str:
    return name if cell_len(name) <= room else set_cell_size(name, room - 1) + "…"


def columns_of(names: Sequence[tuple[int, str]], mine: str) -> tuple[tuple[str, str], ...]:
    """The columns of a matrix: mine, then each client by id."""
    return (("", mine), *((str(client_id), name) for client_id, name in names))
