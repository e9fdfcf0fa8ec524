"""A running app as a person drives it: opened somewhere, its keys pressed, and at rest after each of them."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.app import App
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from coach.casebook.book import Casebook
from screens.app import CoachApp
from screens.frame.steps import StepsDialog
from tests.shared.waits import LONGEST


@asynccontextmanager
async def opened(
    book: Casebook,
    what: Screen[object] | Message | None = None,
    size: tuple[int, int] = (80, 24),
    hook: Callable[[Message], None] | None = None,
    notifications: bool = True,
) -> AsyncIterator[Pilot[int]]:
    """The app with a screen on top of Today, or where a command leads."""
    app = CoachApp(book)
    async with app.run_test(size=size, notifications=notifications, message_hook=hook) as pilot:
        await settled(pilot)
        if what is not None:
            await show(pilot, what)
        yield pilot


async def show(pilot: Pilot[int], what: Screen[object] | Message) -> None:
    """Go to a screen, or where a command leads."""
    if isinstance(what, Screen):
        await pilot.app.push_screen(what)
    else:
        pilot.app.post_message(what)
    await settled(pilot)


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and wait for all that they set off."""
    await pilot.press(*keys)
    await settled(pilot)


async def fill_every_blank(pilot: Pilot[int]) -> None:
    """Answer a dialog that asks for the blanks of a letter with the example of each."""
    while isinstance(dialog := pilot.app.screen, StepsDialog) and dialog.form is not None:
        dialog.query_one(Input).value = dialog.form.fields[0].example.removeprefix("For example: ")
        await press(pilot, "enter")


async def settled(pilot: Pilot[int]) -> None:
    """Wait until nothing is under way and the screen on top is the same as before."""
    above, until = None, time.monotonic() + LONGEST
    while above is not pilot.app.screen or _under_way(pilot.app):
        assert time.monotonic() < until, "it does not come to rest"
        above = pilot.app.screen
        await pilot.pause()


async def comes(pilot: Pilot[int], holds: Callable[[], bool]) -> None:
    """Wait until a condition holds that some timer of the app's brings about."""
    until = time.monotonic() + LONGEST
    while not holds():
        assert time.monotonic() < until, "it did not come"
        await pilot.pause(0.02)


def _under_way(app: App[int]) -> bool:
    return any(not each._message_queue.empty() for each in (app, *app.screen.walk_children(with_self=True)))
