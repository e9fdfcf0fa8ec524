"""Where labels of event marks go so that none touches another. Knows columns and rows, neither dates nor drawing."""

from collections.abc import Sequence

from coach.engine.value import Value


class Stop(Value):
    """A column that wants a label of so many cells."""

    column: int
    length: int


class Label(Value):
    """A label in its place: row 0 is next to the plot, row 1 above it; ``number`` stands for a label without room."""

    stop: int
    column: int
    x: int
    row: int
    length: int
    number: int = 0


def place(stops: Sequence[Stop], width: int, rows: int) -> list[Label]:
    """One label a stop, in the order given, which is that of their columns, each column once.

    In row 0 every stop keeps its own column free for its line. A label stands beside its line, right of it if there is
    room and else left, in row 0 or else in row 1, and is never cut. Where it does not fit, a number stands in the
    column itself, and neighbours whose numbers would touch share one.
    """
    taken: tuple[set[int], set[int]] = ({stop.column for stop in stops}, set())
    labels: dict[int, Label] = {}
    for index, stop in enumerate(stops):
        label = _beside(index, stop.column, stop.length, width, taken[:rows])
        if label is not None:
            labels[index] = label
            taken[label.row].update({stop.column, *range(label.x, label.x + label.length)})
    for label in _numbers([(index, stop) for index, stop in enumerate(stops) if index not in labels], width, taken[0]):
        labels[label.stop] = label
    return [labels[index] for index in range(len(stops))]


def _beside(index: int, column: int, length: int, width: int, taken: Sequence[set[int]]) -> Label | None:
    """The first free place right or left of the line, one cell clear of what stands there."""
    for row, cells in enumerate(taken):
        if row == 1 and not cells.isdisjoint((column - 1, column, column + 1)):
            continue
        for x in (column + 1, column - length):
            clear = range(x, x + length + 1) if x > column else range(x - 1, x + length)
            if x >= 0 and x + length <= width and cells.isdisjoint(clear):
                return Label(index, column, x, row, length)
    return None


def _numbers(stops: Sequence[tuple[int, Stop]], width: int, taken: set[int]) -> list[Label]:
    """A number a stop, counted from the left; one that has no room of its own takes that of its left neighbour."""
    found: list[Label] = []
    free = number = 0
    for index, stop in stops:
        cells = range(stop.column, stop.column + len(str(number + 1)))
        if not number or (stop.column >= free and cells.stop <= width and taken.isdisjoint(cells[1:])):
            number += 1
            free = cells.stop + 1
        found.append(Label(index, stop.column, stop.column, 0, len(str(number)), number))
    return found
