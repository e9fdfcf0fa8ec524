"""What is painted after a change is what the toolkit would paint, and no widget elsewhere is asked for a line."""

import random
from collections.abc import Iterator, Sequence

import pytest
from textual._compositor import Compositor
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Input, Static

from screens.widgets.frame.painter import Painter
from tests.screens.pilots import settled, show

SIZE = (60, 20)


class Asked(Static):
    """Counts the lines it is asked for."""

    lines = 0

    def render_lines(self, crop: Region) -> list[Strip]:
        """Count, and render."""
        self.lines += crop.height
        return super().render_lines(crop)


class Crowd(Screen[None]):
    """Docked, scrolled, bordered, beside and upon each other."""

    CSS = """
    Crowd { layers: below above; }
    #top { dock: top; }
    #upon { layer: above; offset: 10 4; width: 20; height: 5; border: round $primary; }
    VerticalScroll { height: 8; border: heavy $secondary; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._compositor = Painter()

    def compose(self) -> ComposeResult:
        yield Asked("top", id="top")
        with VerticalScroll():
            for number in range(20):
                yield Asked(f"line {number} " * 9)
        yield Input("typed")
        yield Asked("upon", id="upon")
        yield Asked("last", id="last")


@pytest.fixture
def chance() -> random.Random:
    """Regions that are the same in every run."""
    return random.Random(7)


def regions(chance: random.Random) -> Iterator[Region]:
    for _ in range(60):
        x, y = chance.randrange(SIZE[0]), chance.randrange(SIZE[1])
        yield Region(x, y, chance.randint(1, SIZE[0] - x), chance.randint(1, SIZE[1] - y))


def painted(compositor: Compositor, region: Region) -> Sequence[object]:
    chops = compositor._render_chops(region, region.line_range.__contains__)
    return [list(chops[y].values()) for y in region.line_range]


async def test_any_part_is_painted_as_the_toolkit_paints_it(chance: random.Random) -> None:
    app = App[None]()
    async with app.run_test(size=SIZE) as pilot:
        screen = Crowd()
        await app.push_screen(screen)
        screen.query_one(VerticalScroll).scroll_to(y=5, animate=False)
        await settled(pilot)
        mine, theirs = screen._compositor, Compositor()
        theirs.reflow(screen, screen.size)
        assert isinstance(mine, Painter)
        for region in regions(chance):
            assert painted(mine, region) == painted(theirs, region), region


async def test_who_stands_elsewhere_is_not_asked() -> None:
    app = App[None]()
    async with app.run_test(size=SIZE) as pilot:
        screen = Crowd()
        await show(pilot, screen)
        for each in screen.query(Asked):
            each.lines = 0
        last = screen.query_one("#last", Asked)
        last.update("last, and other")
        await settled(pilot)
        assert {each.id: each.lines for each in screen.query(Asked) if each.lines} == {"last": 1}
