"""Weeks as a strip of cells from calm to heavy. Given values; knows neither where they come from nor what to do."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from coach.engine.value import Value

BARS = {False: "▁▃▅█", True: "_-=#"}
"""The levels, by whether only ASCII may be used; each differs in shape, so that colours may be missing."""

NONE = {False: "·", True: "."}
STYLES = ("$primary 55%", "$primary 75%", "$warning 80%", "bold $warning")
NEWEST = 3
"""Lines of one row of weeks: its months, its cells, and below them the key or a blank."""
MUTED = "$foreground 60%"
WEEK = timedelta(days=7)
SHORT = 4
"""Weeks of a month too few to be named, where the next one begins right after them."""


class Weeks(Value):
    """Values by the Monday of their week up to ``last``, and from which value on each level above the first holds."""

    values: dict[date, float]
    last: date
    bounds: tuple[float, ...]

    def level(self, monday: date) -> int | None:
        """Which level a week has, counted from 0; None where nothing is known of it."""
        value = self.values.get(monday)
        return None if value is None else sum(value >= bound for bound in self.bounds)

    def rows(self, width: int) -> list[list[date]]:
        """Every week from the first value on, in rows of so many that the last one ends now; oldest first."""
        last = self.last - timedelta(days=self.last.weekday())
        count = (last - min([*self.values, last])).days // 7 + 1
        weeks = [last - WEEK * back for back in reversed(range(count))]
        start = len(weeks) % max(width, 1)
        edges = [*([0] if start else []), *range(start, len(weeks) + 1, max(width, 1))]
        return [weeks[edge:after] for edge, after in pairwise(edges)]


class HeatStrip(Widget):
    """One cell a week with the months above, and below it what the cells mean."""

    DEFAULT_CSS = """
    HeatStrip { height: 1fr; }
    HeatStrip.newest { height: auto; }
    """

    weeks = reactive[Weeks | None](None, layout=True)

    def __init__(self, title: str, names: Sequence[str], day: Callable[[date, str], str], ascii: bool = False) -> None:
        """``names`` are what the levels are called, calm first, and last what a week without a value is."""
        super().__init__()
        self.title, self.names, self.day, self.ascii = title, names, day, ascii
        self._drawn: tuple[Weeks, int, int, list[Content]] | None = None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The newest row alone, where only that much is wanted."""
        return len(self.lines(width, NEWEST))

    def render(self) -> Content:
        """The rows, then the key."""
        return Content("\n").join(self.lines(self.size.width, self.size.height))

    def lines(self, width: int, height: int) -> list[Content]:
        """What is drawn in so many cells and lines, the newest weeks where not all fit; nothing without a value."""
        if self.weeks is None or not self.weeks.values or width < 1:
            return []
        # The height is asked for by drawing it, and the same lines are drawn next.
        if self._drawn is None or self._drawn[0] is not self.weeks or self._drawn[1:3] != (width, height):
            self._drawn = (self.weeks, width, height, self._lines(self.weeks, width, height))
        return self._drawn[3]

    def _lines(self, weeks: Weeks, width: int, height: int) -> list[Content]:
        rows = weeks.rows(width)
        apart = [Content("")] if height > NEWEST * len(rows) else []
        rows = rows[-max((height - 1) // (NEWEST - 1), 1) :]
        drawn = [[self._months(row, width, row is rows[0]), self._cells(weeks, row), *apart] for row in rows]
        return [*(line for lines in drawn for line in lines), self._key(width).truncate(width, ellipsis=True)]

    def _months(self, row: Sequence[date], width: int, oldest: bool) -> Content:
        """The names of the months where they begin, a January as its year; those without room are left out.

        The oldest row says its year with its first month.
        """
        sundays = [monday + timedelta(days=6) for monday in row]
        starts = [place for place, sunday in enumerate(sundays) if sunday.day <= 7]
        text = ""
        for place in starts if starts and starts[0] < SHORT else [0, *starts]:
            january = place in starts and sundays[place].month == 1
            name = self.day(sundays[place], "year" if january else "month" if oldest and not text else "mon")
            if (not text or place > len(text)) and place + len(name) <= width:
                text = text.ljust(place) + name
        return Content(text).stylize(MUTED)

    def _cells(self, weeks: Weeks, row: Sequence[date]) -> Content:
        return Content("").join(self._cell(weeks.level(monday)) for monday in row)

    def _cell(self, level: int | None) -> Content:
        if level is None:
            return Content(NONE[self.ascii]).stylize(MUTED)
        place = min(level, len(STYLES) - 1)
        return Content(BARS[self.ascii][place]).stylize(STYLES[place])

    def _key(self, width: int) -> Content:
        *levels, none = self.names
        parts = [self._cell(level) + Content(f" {name}").stylize(MUTED) for level, name in enumerate(levels)]
        key = Content("   ").join([*parts, self._cell(None) + Content(f" {none}").stylize(MUTED)])
        titled = Content(f"{self.title}   ").stylize(MUTED) + key
        return titled if titled.cell_length <= width else key
