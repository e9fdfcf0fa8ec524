"""The palette and the list of keys in a running app: what they offer, what they run, how names stand there."""

import pytest
from textual.command import CommandList
from textual.pilot import Pilot

from coach.casebook.book import Casebook
from coach.engine.interview.instrument import Depth
from screens.app import CoachApp
from screens.client.client import ClientScreen
from screens.clients.clients import ClientsScreen
from screens.frame.form import FormDialog
from screens.frame.keys.help import KeyHelp
from screens.frame.keys.palette import Palette
from screens.frame.settings.screen import SettingsScreen
from tests.screens.pilots import opened, press, settled
from tests.screens.shown import shown
from tests.shared.book import HOSTILE, TODAY
from tests.shared.checks import checked, told_kept


async def offered(app: CoachApp, pilot: Pilot[int], *typed: str) -> list[str]:
    """What stands in the palette once it has found what was typed."""
    await press(pilot, "ctrl+p")
    await pilot.press(*typed)
    await app.workers.wait_for_complete()
    await settled(pilot)
    return [str(each.hit.text) for each in app.screen.query_one(CommandList).options if hasattr(each, "hit")]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("open borg", ClientScreen),
        ("check borg", FormDialog),
        ("settings", SettingsScreen),
        ("add a", FormDialog),
    ],
)
async def test_a_few_letters_lead_to_a_verb_or_a_client(book: Casebook, typed: str, kind: type) -> None:
    book.clients.add("Acme")
    borg = book.clients.add("Borg").id
    async with opened(book) as pilot:
        await offered(pilot.app, pilot, *["space" if key == " " else key for key in typed])
        await press(pilot, "enter")
        assert type(pilot.app.screen) is kind
        about = getattr(pilot.app.screen, "form", None) or pilot.app.screen
        assert getattr(about, "client_id", borg) in (borg, None)


async def test_it_offers_what_works_here_and_nothing_of_the_toolkits(book: Casebook) -> None:
    checked(book, book.clients.add("Acme").id, TODAY, *told_kept("after_hours", 3))
    async with opened(book) as pilot:
        await press(pilot, "c")
        here = await offered(pilot.app, pilot)
        assert "Put the client away" in here
        assert "Take the client out again" not in here
        assert {"Open Acme", "Check Acme", "Take back the last change"} <= set(here)
        assert not any("Screenshot" in each or "Maximize" in each for each in here)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ClientsScreen)


@pytest.mark.parametrize("name", HOSTILE)
async def test_any_name_stands_there_as_text(book: Casebook, name: str) -> None:
    client = book.clients.add(name)
    async with opened(book, size=(60, 20)) as pilot:
        assert f"Open {client.name[:60]}" in await offered(pilot.app, pilot, *"open")
        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(shown(pilot.app))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, (ClientScreen, KeyHelp))


async def test_while_discreet_a_client_is_found_by_name_and_shown_by_initials(book: Casebook) -> None:
    client = book.clients.add("Zyxomma Ltd").id
    book.settings.remember("discreet", True)
    async with opened(book) as pilot:
        assert await offered(pilot.app, pilot, *"zyxomm") == ["Open Z. L.", "Check Z. L.", "Check in on Z. L."]
        assert "Zyxomma" not in shown(pilot.app)
        await press(pilot, "escape")
        await press(pilot, "ctrl+t")
        await offered(pilot.app, pilot)
        await press(pilot, "ctrl+t")
        assert not isinstance(pilot.app.screen, Palette)
        assert "Zyxomma" not in shown(pilot.app)
    assert book.clients.one(client).name == "Zyxomma Ltd"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_keys_of_each_screen_are_listed_from_its_bindings(book: Casebook, size: tuple[int, int]) -> None:
    book.checks.begin(book.clients.add("Acme").id, Depth.FULL)
    async with opened(book, size=size) as pilot:
        await press(pilot, "question_mark")
        said = [each.said for group in pilot.app.screen.groups for each in group.keys]  # type: ignore[attr-defined]
        assert {"Add a client", "Go to your clients", "Settings"} <= set(said)
        assert "Here" in shown(pilot.app)
        await press(pilot, "question_mark", "enter")
        await press(pilot, "question_mark")
        assert not isinstance(pilot.app.screen, KeyHelp)
        await press(pilot, "f1")
        assert isinstance(pilot.app.screen, KeyHelp)
        said = [each.said for group in pilot.app.screen.groups for each in group.keys]
        assert "I do not know" in said
        assert "Go to your clients" not in said
        await press(pilot, "f1")
        assert not isinstance(pilot.app.screen, KeyHelp)


async def test_in_a_dialog_only_what_works_there_is_listed(book: Casebook) -> None:
    async with opened(book) as pilot:
        await press(pilot, "a", "f1")
        assert isinstance(pilot.app.screen, KeyHelp)
        said = [each.said for group in pilot.app.screen.groups for each in group.keys]
        assert "Save" in said and "Clear the screen" in said
        assert not {"Settings", "Go to Today", "Add a client"} & set(said)
