"""All pictures of one place: what each file of it holds. Knows the sizes and themes, and where the files lie."""

import asyncio
from collections.abc import Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from screens.app import CoachApp
from tests.gallery import camera
from tests.gallery.places import PLACES, Place, Way
from tests.gallery.scene import Kind, Scene, Stage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

SHOTS = Path(__file__).with_name("shots")
INDEX = Path(__file__).with_name("README.md")
REMAKE = "python -m tests.gallery"
SIZES = ((60, 20), (80, 24), (120, 40), (200, 60))
DRAWN = ((80, 24), (120, 40))
"""The sizes that are drawn as well."""
THEMES = ("dark", "light")
USUAL = (80, 24)
LONGEST = 30
"""Lines of a difference that are shown."""


@dataclass
class Pictures:
    """The files of one place by name, and the sizes at which a row was not as wide as the screen."""

    files: dict[str, str] = field(default_factory=dict)
    ragged: list[str] = field(default_factory=list)


async def pictures(stage: Stage, place: Place) -> Pictures:
    """Every picture of a place: text at each size and once with hostile text and no colours; and the drawn ones."""
    made, pages = Pictures(), {}
    async with _there(stage, place, place.kind) as (app, pilot):
        # The terminal is resized in place: a start of its own for each size would take three times as long.
        for size in (USUAL, *(each for each in SIZES if each != USUAL)):
            await _resized(pilot, size)
            pages[size] = _page(made, app, _named(size))
            if size in DRAWN:
                _draw(made, place, app, "dark")
        if place.follows_theme:
            app.theme = "coach-light"
            await _draw_light(made, place, pilot)
    if not place.follows_theme:
        async with _there(stage, place, place.kind, light=True) as (_, pilot):
            await _draw_light(made, place, pilot)
    shown = [pages[size] for size in SIZES]
    if place.kind is Kind.DEMO:
        async with _there(stage, place, Kind.HOSTILE, NO_COLOR="1") as (app, _):
            shown.append(_page(made, app, f"{_named(USUAL)} with hostile text, without colours"))
    made.files[f"{place.name}.txt"] = "\n".join(shown)
    return made


async def _draw_light(made: Pictures, place: Place, pilot: "Pilot[int]") -> None:
    for size in DRAWN:
        await _resized(pilot, size)
        _draw(made, place, pilot.app, "light")


def _draw(made: Pictures, place: Place, app: App[int], theme: str) -> None:
    made.files[f"{place.name}-{_named(app.size)}-{theme}.svg"] = camera.svg(app)


async def _resized(pilot: "Pilot[int]", size: tuple[int, int]) -> None:
    await pilot.resize_terminal(*size)
    await _settled(pilot)


def index() -> str:
    """The page that shows every place once."""
    lines = ["# Gallery", "", f"Every place, from the demo. `{REMAKE}` takes these pictures again.", ""]
    for place in PLACES:
        lines += [f"## {place.says}", "", f"![{place.says}](shots/{place.name}-80x24-dark.svg)", ""]
    return "\n".join(lines)


def expected() -> set[str]:
    """The names of all files there should be."""
    return {name for place in PLACES for name in _names(place)}


def difference(before: str, after: str, name: str) -> str:
    """The first lines in which a picture differs from the one that is kept."""
    kept, found = (name, "now") if before else ("nothing", name)
    lines = unified_diff(before.splitlines(), after.splitlines(), kept, found, n=0, lineterm="")
    return "\n".join([*(line for line, _ in zip(lines, range(LONGEST), strict=False)), f"Remake with: {REMAKE}"])


def _names(place: Place) -> Iterator[str]:
    yield f"{place.name}.txt"
    yield from (f"{place.name}-{_named(size)}-{theme}.svg" for size in DRAWN for theme in THEMES)


def _named(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


def _page(made: Pictures, app: CoachApp, heading: str) -> str:
    if camera.widths(app) != {app.size.width}:
        made.ragged.append(heading)
    return "\n".join([f"== {heading} ".ljust(app.size.width, "="), *camera.text(app), ""])


@asynccontextmanager
async def _there(
    stage: Stage, place: Place, kind: Kind, light: bool = False, **environment: str
) -> "AsyncIterator[tuple[CoachApp, Pilot[int]]]":
    """The app at a place, at rest."""
    with stage.scene(kind, **environment) as scene:
        app = CoachApp(scene.book, light)
        async with app.run_test(size=USUAL) as pilot:
            await _settled(pilot)
            # What Today would tell a moment later, told at once.
            app.screen.refresh_place()
            await _settled(pilot)
            for step in place.way:
                await _go(pilot, scene, step)
            camera.still(app)
            await _settled(pilot)
            yield app, pilot


async def _go(pilot: "Pilot[int]", scene: Scene, step: Way) -> None:
    if isinstance(step, str):
        await pilot.press(step)
    else:
        pilot.app.post_message(step(scene))
    await _settled(pilot)


async def _settled(pilot: "Pilot[int]") -> None:
    """Wait until nothing changes any more."""
    before: list[str] = []
    for _ in range(50):
        await pilot.pause()
        await asyncio.sleep(0)
        now = camera.text(pilot.app)
        if now == before:
            return
        before = now
