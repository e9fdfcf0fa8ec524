"""A chart of one or two series over days, read point by point. Given values, posts what is read; knows no casebook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from coach.engine.plot.canvas import Role
from coach.engine.trend import Band, Mark, Series
from screens.widgets.chart.contents import SPANS, Contents, Reading
from screens.widgets.chart.keys import KEYS, worded
from screens.widgets.chart.legend import Day, Figure, Words, whole
from screens.widgets.chart.view import PLOT, Picture, View


class TrendChart(Widget, can_focus=True):
    """Draws series with marks and bands, the legend above; left and right read out its points."""

    BINDINGS = [*KEYS]
    COMPONENT_CLASSES = {
        "trend-chart--cursor",
        *(f"trend-chart--{role.value.replace('_', '-')}" for role in Role),
    }
    DEFAULT_CSS = """
    TrendChart { width: 1fr; height: 1fr; min-height: 7; }
    TrendChart > .trend-chart--axis, TrendChart > .trend-chart--band { color: $foreground 40%; }
    TrendChart > .trend-chart--tick, TrendChart > .trend-chart--band-label { color: $foreground 70%; }
    TrendChart > .trend-chart--mark, TrendChart > .trend-chart--break { color: $foreground 45%; }
    TrendChart > .trend-chart--mark-label { color: $foreground 85%; text-style: italic; }
    TrendChart > .trend-chart--span-a { color: $text-primary 40%; }
    TrendChart > .trend-chart--span-b { color: $text-accent 40%; }
    TrendChart > .trend-chart--line-a { color: $text-primary; }
    TrendChart > .trend-chart--line-b { color: $text-accent; }
    TrendChart > .trend-chart--point-a { color: $text-primary; text-style: bold; }
    TrendChart > .trend-chart--point-b { color: $text-accent; text-style: bold; }
    TrendChart > .trend-chart--cursor { color: $foreground; text-style: bold reverse; }
    """

    series = reactive[tuple[Series, ...]](())
    marks = reactive[tuple[Mark, ...]](())
    bands = reactive[tuple[Band, ...]](())
    until = reactive[date | None](None)
    span = reactive("all")
    back = reactive(0)
    ascii = reactive(False)
    cursor = reactive[Reading | None](None, repaint=False)

    @dataclass
    class PointChosen(Message):
        """What is behind the point being read is wanted."""

        series: Series
        index: int

    def __init__(
        self, words: Words, day: Day, figure: Figure = whole, *, id: str | None = None, classes: str | None = None
    ) -> None:
        """``words`` gives the text of a key, a binding's id among them; ``day`` writes a day, ``figure`` a value."""
        super().__init__(id=id, classes=classes)
        self.words, self.day, self.figure = words, day, figure
        self._bindings = worded(self._bindings, words)
        self._styles: dict[str, Style] = {}
        self._given: tuple[tuple[object, ...], Contents] | None = None
        self._view: tuple[tuple[object, ...], View] | None = None
        self._drawn: tuple[View, Reading | None, Picture, dict[int, Strip]] | None = None

    def render_line(self, y: int) -> Strip:
        """One row of the chart, drawn once and kept until something it shows changes."""
        _, read, picture, strips = self._current()
        if y >= len(picture.rows):
            return Strip.blank(self.size.width, self.rich_style)
        if y not in strips:
            strips[y] = self._strip(picture.stretches(y, read))
        return strips[y]

    def notify_style_update(self) -> None:
        """Forget what was drawn in the colours of another theme."""
        self._drawn = None
        self._styles.clear()
        super().notify_style_update()

    def watch_cursor(self, left: Reading | None, cursor: Reading | None) -> None:
        """Bring what is read into view, and repaint the rows on which that shows."""
        if cursor is not None:
            self.back = self._contents().back_to(cursor, self.span, self.back)
        if self.size:
            self.refresh(*(Region(0, y, self.outer_size.width, 1) for y in self._current()[2].reads((left, cursor))))

    async def on_key(self, event: events.Key) -> None:
        """Do here and now what a key of this chart does: it would climb to the app, to come back as an action."""
        namespace, keys = self.screen._modal_binding_chain[0]
        for binding in keys.key_to_bindings.get(event.key, ()) if namespace is self else ():
            if await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
                return

    def watch_series(self) -> None:
        """A cursor belongs to the points it was put on: begin again."""
        self.cursor = None
        if self.has_focus:
            self.action_read(0)

    def on_focus(self) -> None:
        """Begin to read at the newest point in view, or go on where reading stopped."""
        self.action_read(0)

    def on_click(self, event: events.Click) -> None:
        """Read the point nearest to the mouse; a second click opens what is behind it."""
        spots = self._current()[2].spots
        if spots:
            nearest = min(spots, key=lambda spot: (spot.x - event.x) ** 2 + 4 * (spot.y + PLOT - event.y) ** 2)
            self.cursor = (nearest.series, nearest.point)
            if event.chain == 2:
                self.action_open()

    def action_show(self, span: str) -> None:
        """Show another range, its newest part first."""
        self.span, self.back = span, 0

    def action_pan(self, steps: int) -> None:
        """Go half a range back in time, or forth."""
        half = (SPANS[self.span] or 0) // 2
        self.back = self._contents().window(self.span, self.back + steps * half)[2]

    def action_read(self, steps: int) -> None:
        """Read another point of the series; the newest in view where none there is being read."""
        contents = self._contents()
        going_on = self.cursor is not None and contents.shows(self.cursor, self.span, self.back)
        found = contents.step(self.cursor, steps) if self.cursor and going_on else None
        self.cursor = found or contents.newest(self.span, self.back)

    def action_open(self) -> None:
        """Ask for what is behind the point being read."""
        if self.cursor is not None:
            self.post_message(self.PointChosen(self.series[self.cursor[0]], self.cursor[1]))

    def action_other_series(self) -> None:
        """Read the other series, at its point nearest in time."""
        if self.cursor is not None:
            self.cursor = self._contents().across(self.cursor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Leave up and down to whatever scrolls where there is no other series."""
        return len(self.series) > 1 if action == "other_series" else True

    def _contents(self) -> Contents:
        given = (self.series, self.marks, self.bands, self.until)
        if self._given is None or any(now is not then for now, then in zip(given, self._given[0], strict=True)):
            self._given = (given, Contents(*given))
        return self._given[1]

    def _current(self) -> tuple[View, Reading | None, Picture, dict[int, Strip]]:
        """The view, what is read in it, its picture and the rows drawn so far, as they must be now."""
        contents, read = self._contents(), self.cursor if self.has_focus else None
        if read is not None and not contents.shows(read, self.span, self.back):
            read = None
        view, drawn = self._viewed(contents), self._drawn
        if drawn is None or drawn[0] is not view:
            drawn = (view, read, view.picture(contents, read), {})
        elif drawn[1] != read:
            picture = view.picture(contents, read)
            changed = picture.reads((drawn[1], read))
            drawn = (view, read, picture, {y: strip for y, strip in drawn[3].items() if y not in changed})
        self._drawn = drawn
        return drawn

    def _viewed(self, contents: Contents) -> View:
        """The view as it must be now; the same one, with its plots, while only the cursor moves."""
        key = (contents, self.span, self.back, self.size, self.ascii)
        if self._view is None or self._view[0] != key:
            view = View(self.span, self.back, self.size, self.ascii, self.words, self.day, self.figure, {})
            self._view = (key, view)
        return self._view[1]

    def _strip(self, stretches: Sequence[tuple[str, str]]) -> Strip:
        return Strip([Segment(text, self._style(part)) for text, part in stretches], self.size.width)

    def _style(self, part: str) -> Style:
        if part not in self._styles:
            self._styles[part] = self.get_component_rich_style(f"trend-chart--{part}")
        return self._styles[part]
