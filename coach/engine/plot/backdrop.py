"""Everything a plot shows besides its values: axes, bands, breaks and marks. Knows where, not which colours."""

from collections.abc import Sequence

from coach.engine.plot.axis import Tick, day_ticks
from coach.engine.plot.canvas import Canvas, Role
from coach.engine.plot.curve import PlotArea
from coach.engine.plot.frame import Frame, Layout
from coach.engine.trend import Band, Mark, Series


def draw_bands(canvas: Canvas, frame: Frame, layout: Layout, bands: Sequence[Band]) -> None:
    """A dashed line a band, with its label beside it or, on a narrow plot, upon its right end."""
    field, taken = layout.field, set[int]()
    for band in sorted(bands, key=lambda each: -each.value):
        row = field.dot(canvas, field.first, band.value)[1] // canvas.down
        for x in range(field.left, field.left + field.columns):
            if not frame.ascii or x % 2:
                canvas.put(x, row, "-" if frame.ascii else "╌", Role.BAND)
        label = frame.pieces(band.label, (layout.right or min(frame.width // 3, field.columns) + 1) - 1)
        free = next(
            (y for y in (row, row - 1, row + 1) if y not in taken and 0 <= y - field.top < field.scale.rows), -1
        )
        taken.add(free)
        x = frame.width - (layout.right - 1 if layout.right else len(label))
        canvas.write(x, free, label, Role.BAND_LABEL)


def draw_breaks(canvas: Canvas, field: PlotArea, series: Sequence[Series]) -> bool:
    """A dotted line before each day a newer version speaks from; returns whether one is in view."""
    columns = {
        _before_break(field, each, day.toordinal())
        for each in series
        for day in each.breaks
        if field.first < day.toordinal() <= field.last
    }
    for column in columns:
        for y in range(field.top, field.top + field.scale.rows):
            canvas.put(column, y, ":" if canvas.ascii else "┊", Role.BREAK)
    return bool(columns)


def _before_break(field: PlotArea, series: Series, day: int) -> int:
    """The column of a break: its own day's where it can stand clear between the points it parts."""
    days = [point.day.toordinal() for point in series.points if point.value is not None]
    older = [field.column(each) for each in days if field.first <= each < day]
    newer = [field.column(each) for each in days if day <= each <= field.last]
    latest = min(newer, default=field.left + field.columns) - 1
    return max(min(field.column(day), latest), min(max(older, default=field.left - 1) + 1, max(latest, field.left)))


def draw_marks(canvas: Canvas, frame: Frame, layout: Layout) -> tuple[tuple[int, tuple[Mark, ...]], ...]:
    """A dashed line a mark and its label above; returns the marks that numbers stand for."""
    numbers: dict[int, tuple[Mark, ...]] = {}
    for label in layout.labels:
        marks = layout.marks[label.stop]
        top = layout.label_rows - 1 - label.row
        for y in range(top, layout.label_rows + layout.field.scale.rows):
            canvas.put(label.column, y, "|" if canvas.ascii else "╎", Role.MARK)
        text = frame.fit(layout.texts[label.stop], label.length)
        if label.number:
            text = () if label.number in numbers else tuple(str(label.number))
            numbers[label.number] = (*numbers.get(label.number, ()), *marks)
        canvas.write(label.x, top, text, Role.MARK_LABEL)
    return tuple(numbers.items())


def draw_axes(canvas: Canvas, frame: Frame, field: PlotArea) -> tuple[Tick, ...]:
    """Both axes with their labels; returns the days that got a tick."""
    axis, foot = field.left - 1, field.top + field.scale.rows
    corner, upright, level, tick, across = "+|-++" if frame.ascii else "└│─┤┬"
    for y in range(field.top, foot):
        canvas.put(axis, y, upright, Role.AXIS)
    canvas.write(axis, foot, corner + level * field.columns, Role.AXIS)
    for rise, value in field.scale.ticks():
        text = frame.write_figure(value)
        canvas.write(axis - 1 - len(text), foot - 1 - rise, text, Role.TICK)
        canvas.put(axis, foot - 1 - rise, tick, Role.AXIS)
    ticks = day_ticks(frame.first, frame.last, lambda found: _spread(frame, field, found) is not None)
    for column, start, text in _spread(frame, field, ticks) or ():
        canvas.put(column, foot, across, Role.AXIS)
        canvas.write(start, foot + 1, text, Role.TICK)
    return tuple(ticks)


def _spread(frame: Frame, field: PlotArea, ticks: Sequence[Tick]) -> list[tuple[int, int, tuple[str, ...]]] | None:
    """Column, start and label of each tick, each label centred below; None where two come closer than two cells."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    free = 0
    if len(ticks) > frame.width:
        return None
    for tick in ticks:
        text = frame.pieces(frame.labels(tick.day, tick.grain), frame.width)
        column = field.column(tick.day.toordinal())
        start = max(0, min(column - len(text) // 2, frame.width - len(text)))
        if start < free:
            return None
        free = start + len(text) + 2
        found.append((column, start, text))
    return found
