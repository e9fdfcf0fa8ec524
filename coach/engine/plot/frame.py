"""What a plot is to show, and where its parts go. Draws nothing and knows no words of its own."""

from collections.abc import Callable, Sequence
from datetime import date
from operator import attrgetter

from coach.engine.plot.axis import Grain, value_scale
from coach.engine.plot.canvas import Split, by_character, fitted, pieces
from coach.engine.plot.curve import PlotArea, visible
from coach.engine.plot.mark_labels import Label, Stop, place
from coach.engine.trend import Band, Mark, Series
from coach.engine.value import Value

SMALLEST = (16, 6)
"""Columns and rows below which nothing legible can be drawn."""

WIDE = 48
"""Columns from which the labels of bands have a margin of their own at the right."""

ROOMY = 10
"""Rows from which the labels of marks may take a second one."""


class Frame(Value):
    """What is shown and how: the first and last day, the size in cells, and how days and values are written.

    ``split`` takes a text apart into cells. Raises ValueError below ``SMALLEST`` or where the days run backwards.
    """

    first: date
    last: date
    width: int
    height: int
    labels: Callable[[date, Grain], str]
    figure: Callable[[float], str]
    ascii: bool = False
    split: Split = by_character

    def __post_init__(self) -> None:
        if self.width < SMALLEST[0] or self.height < SMALLEST[1]:
            raise ValueError(f"a plot needs {SMALLEST[0]} by {SMALLEST[1]} cells")
        if self.last < self.first:
            raise ValueError("the first day comes before the last")

    def pieces(self, text: str, room: int) -> tuple[str, ...]:
        """The text as cells, cut to the room there is."""
        return pieces(text, self.split, room, self._ellipsis)

    def fit(self, cells: tuple[str, ...], room: int) -> tuple[str, ...]:
        """The cells, cut to the room there is."""
        return fitted(cells, room, self._ellipsis)

    @property
    def _ellipsis(self) -> str:
        return ".." if self.ascii else "…"

    def write_figure(self, value: float) -> tuple[str, ...]:
        """A value of the axis as cells."""
        return self.pieces(self.figure(value), self.width // 3)


class Layout(Value):
    """Where things go: ``marks`` are grouped by column, and texts and labels belong to those groups."""

    field: PlotArea
    right: int
    label_rows: int
    marks: tuple[tuple[Mark, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    labels: list[Label]

    @property
    def crowding(self) -> tuple[int, int, int]:
        """What is lost: how many marks became numbers, how many labels were cut, how many rows they take."""
        cut = sum(1 for label in self.labels if not label.number and label.length < len(self.texts[label.stop]))
        return sum(1 for label in self.labels if label.number), cut, self.label_rows


def lay_out(series: Sequence[Series], frame: Frame, marks: Sequence[Mark], bands: Sequence[Band]) -> Layout:
    """Where the field, the margins and the labels go, with as few rows of labels as lose nothing."""
    inside = sorted((mark for mark in marks if frame.first <= mark.day <= frame.last), key=attrgetter("day"))
    rows = (0,) if not inside else (1, 2) if frame.height >= ROOMY else (1,)
    first, last = frame.first.toordinal(), frame.last.toordinal()
    values = [value for each in series for run in visible(each, first, last) for _, value in run]
    values += [band.value for band in bands]
    return min((_fit(values, frame, inside, bands, count) for count in rows), key=attrgetter("crowding"))


def _fit(
    values: Sequence[float], frame: Frame, marks: Sequence[Mark], bands: Sequence[Band], label_rows: int
) -> Layout:
    first, last = frame.first.toordinal(), frame.last.toordinal()
    scale = value_scale(min(values, default=0.0), max(values, default=0.0), frame.height - 2 - label_rows)
    left = max(len(frame.write_figure(value)) for _, value in scale.ticks()) + 2
    right = 0
    if frame.width >= WIDE:
        right = max((len(frame.pieces(band.label, frame.width // 4)) + 1 for band in bands), default=0)
    columns = frame.width - left - right
    field = PlotArea(left, label_rows, columns, first, last, scale, margin=1 if columns >= 20 else 0)
    stops: dict[int, list[Mark]] = {}
    for mark in marks:
        stops.setdefault(field.column(mark.day.toordinal()), []).append(mark)
    texts = tuple(_label(frame, found) for found in stops.values())
    places = [Stop(column, len(text)) for column, text in zip(stops, texts, strict=True)]
    labels = place(places, frame.width, label_rows)
    return Layout(field, right, label_rows, tuple(tuple(found) for found in stops.values()), texts, labels)


def _label(frame: Frame, marks: Sequence[Mark]) -> tuple[str, ...]:
    """What stands at the marks of one column; what is longer than the plot is wide will have a number."""
    return frame.pieces(", ".join(dict.fromkeys(mark.label for mark in marks)), frame.width + 1)
