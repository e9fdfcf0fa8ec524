"""Cells laid out in columns that fit a width. Knows widths, and nothing of what the cells mean."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from coach.engine.value import Value

GAP, WIDEST = 2, 4
"""Cells between two columns, where room is short and where there is plenty."""


class Column(Value):
    """One column: its heading, the cells it may take, and how soon it leaves where there is no room.

    ``most`` holds back a long text; ``least`` is what it may be cut to, and without it a column is never cut. Where all
    are cut and there is still no room, the column of the highest ``rank`` leaves first; one of rank 0 stays.
    """

    heading: str = ""
    least: int | None = None
    most: int = 40
    rank: int = 0
    right: bool = False


class Row(Value):
    """One line of cells, known by an id of its own."""

    id: str
    cells: tuple[Content, ...]


class Section(Value):
    """Rows under one heading, laid out together."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def lay_out(section: Section, width: int) -> tuple[Content, list[Content]]:
    """The headings and the rows as lines of at most ``width`` cells; an empty column takes no room."""
    columns = section.columns
    wanted = [_natural(section, place) for place in range(len(columns))]
    least = [
        min(cells, max(each.least or cells, Content(each.heading).cell_length))
        for cells, each in zip(wanted, columns, strict=True)
    ]
    kept = [place for place, cells in enumerate(wanted) if cells]
    while _taken(least[place] for place in kept) > width:
        leaves = max(
            (place for place in kept if columns[place].rank), key=lambda each: columns[each].rank, default=None
        )
        if leaves is None:
            break
        kept.remove(leaves)
    widths = {place: wanted[place] for place in kept}
    while _taken(widths.values()) > width:
        place = max(kept, key=lambda each: widths[each] - least[each])
        if widths[place] == least[place]:
            break
        widths[place] -= 1
    slack = (width - _taken(widths.values())) // max(len(widths) - 1, 1)
    gap = min(GAP + max(slack, 0), WIDEST)
    head = [Content(each.heading) for each in columns]
    lines = [_join(cells, columns, widths, gap, width) for cells in (head, *(row.cells for row in section.rows))]
    return lines[0], lines[1:]


def _natural(section: Section, place: int) -> int:
    column = section.columns[place]
    filled = max((row.cells[place].cell_length for row in section.rows), default=0)
    if not filled and section.rows and place:
        return 0
    return max(min(filled, column.most), Content(column.heading).cell_length)


def _taken(widths: Iterable[int]) -> int:
    each = list(widths)
    return sum(each) + GAP * (len(each) - 1)


def _join(cells: Sequence[Content], columns: Sequence[Column], widths: dict[int, int], gap: int, width: int) -> Content:
    parts: list[Content] = []
    for place, room in widths.items():
        cell = cells[place].truncate(room, ellipsis=True)
        blank = Content(" " * (room - cell.cell_length))
        parts.append(blank + cell if columns[place].right else cell + blank)
    return Content(" " * gap).join(parts).truncate(width)
