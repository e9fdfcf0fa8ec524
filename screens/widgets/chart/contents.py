"""What a trend chart is given, which days are in view, how reading goes from point to point. Draws nothing."""

from datetime import date
from functools import cached_property

from coach.engine.trend import Band, Mark, Point, Series
from coach.engine.value import Value

Reading = tuple[int, int]
"""The point being read: which series, and which of its points."""

SPANS: dict[str, int | None] = {"4weeks": 28, "3months": 91, "1year": 365, "all": None}
"""The days each range shows; None shows all there are."""


class Contents(Value):
    """All a chart is given to show. ``until`` is the last day of its time, the newest point's where it is None."""

    series: tuple[Series, ...] = ()
    marks: tuple[Mark, ...] = ()
    bands: tuple[Band, ...] = ()
    until: date | None = None

    @property
    def valued(self) -> bool:
        """True where any point at all has a value."""
        return any(self._valued(which) for which in range(len(self.series)))

    def window(self, span: str, back: int) -> tuple[date, date, int]:
        """First and last day in view, and how many days back from the end that is once kept within the record."""
        start, end = self._ends
        days = SPANS[span] or end - start + 1
        back = max(0, min(back, end - start + 1 - days))
        return date.fromordinal(max(end - back - days + 1, 1)), date.fromordinal(end - back), back

    def back_to(self, read: Reading, span: str, back: int) -> int:
        """How many days back the view must lie to show a point: no further from ``back`` than needed."""
        first, last, back = self.window(span, back)
        day = self.series[read[0]].points[read[1]].day
        moved = (first - day).days if day < first else min((last - day).days, 0)
        return self.window(span, back + moved)[2]

    def shows(self, read: Reading, span: str, back: int) -> bool:
        """True where a point lies in view."""
        first, last, _ = self.window(span, back)
        return first <= self.series[read[0]].points[read[1]].day <= last

    def newest(self, span: str, back: int) -> Reading | None:
        """The newest point in view of the first series that has one there."""
        first, last, _ = self.window(span, back)
        for which, series in enumerate(self.series):
            inside = [index for index in self._valued(which) if first <= series.points[index].day <= last]
            if inside:
                return which, inside[-1]
        return None

    def step(self, read: Reading, steps: int) -> Reading:
        """The point so many valued points later in the same series, or earlier; its last or first at the most."""
        valued = self._valued(read[0])
        return read[0], valued[max(0, min(valued.index(read[1]) + steps, len(valued) - 1))]

    def beside(self, read: Reading, which: int) -> Point | None:
        """The point another series has of the check being read; None where it has none of that day."""
        point, points = self.series[read[0]].points[read[1]], self.series[which].points
        if read[1] < len(points) and points[read[1]].day == point.day:
            return points[read[1]]
        return next((each for each in points if each.day == point.day), None)

    def across(self, read: Reading) -> Reading:
        """The point of the other series nearest in time, where there is one."""
        other = 1 - read[0]
        day = self.series[read[0]].points[read[1]].day
        valued = self._valued(other) if len(self.series) > 1 else []
        nearest = min(valued, key=lambda index: abs(self.series[other].points[index].day - day), default=None)
        return read if nearest is None else (other, nearest)

    def _valued(self, which: int) -> list[int]:
        return self._all_valued[which]

    @cached_property
    def _ends(self) -> tuple[int, int]:
        """The numbers of the first and the last day."""
        numbers = [point.day.toordinal() for each in self.series for point in each.points]
        end = max([*numbers, *([self.until.toordinal()] if self.until else [])], default=1)
        return min([*numbers, end]), end

    @cached_property
    def _all_valued(self) -> list[list[int]]:
        return [[index for index, point in enumerate(each.points) if point.value is not None] for each in self.series]
