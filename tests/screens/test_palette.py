"""The palette and the list of keys in a running app: what they offer, what they run, how names stand there."""

import pytest
from textual.command import CommandList
from textual.pilot import Pilot

from coach.casebook.book import Casebook
from coach.engine.interview.instrument import Depth
from screens.app import CoachApp
from screens.checks.start import StartCheckDialog
from screens.client.client import ClientScreen
from screens.clients.clients import ClientsScreen
from screens.frame.key_help import KeyHelp
from screens.frame.name_dialog import NameDialog
from screens.frame.palette import Palette
from screens.frame.settings import SettingsScreen
from tests.screens.places import HOSTILE, TODAY, checked, told_kept
from tests.screens.shown import shown


async def offered(app: CoachApp, pilot: Pilot[int], *typed: str) -> list[str]:
    """What stands in the palette once it has found what was typed."""
    await pilot.press("ctrl+p")
    await pilot.pause()
    await pilot.press(*typed)
    await app.workers.wait_for_complete()
    await pilot.pause()
    return [str(each.hit.text) for each in app.screen.query_one(CommandList).options if hasattr(each, "hit")]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("open borg", ClientScreen),
        ("check borg", StartCheckDialog),
        ("settings", SettingsScreen),
        ("add a", NameDialog),
    ],
)
async def test_a_few_letters_lead_to_a_verb_or_a_client(book: Casebook, typed: str, kind: type) -> None:
    book.add_client("Acme")
    borg = book.add_client("Borg").id
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await offered(app, pilot, *["space" if key == " " else key for key in typed])
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert type(app.screen) is kind
        assert getattr(app.screen, "client_id", borg) == borg


async def test_it_offers_what_works_here_and_nothing_of_the_toolkits(book: Casebook) -> None:
    checked(book, book.add_client("Acme").id, TODAY, *told_kept("after_hours", 3))
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        here = await offered(app, pilot)
        assert "Put the client away" in here
        assert "Take the client out again" not in here
        assert {"Open Acme", "Check Acme", "Take back the last change"} <= set(here)
        assert not any("Screenshot" in each or "Maximize" in each for each in here)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ClientsScreen)


@pytest.mark.parametrize("name", HOSTILE)
async def test_any_name_stands_there_as_text(book: Casebook, name: str) -> None:
    client = book.add_client(name)
    app = CoachApp(book)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert f"Open {client.name[:60]}" in await offered(app, pilot, *"open")
        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(shown(app))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, (ClientScreen, KeyHelp))


async def test_while_discreet_a_client_is_found_by_name_and_shown_by_initials(book: Casebook) -> None:
    client = book.add_client("Zyxomma Ltd").id
    book.remember("discreet", True)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert await offered(app, pilot, *"zyxomm") == ["Open Z. L.", "Check Z. L.", "Check in on Z. L."]
        assert "Zyxomma" not in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("ctrl+t")
        await pilot.pause()
        await offered(app, pilot)
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert not isinstance(app.screen, Palette)
        assert "Zyxomma" not in shown(app)
    assert book.client(client).name == "Zyxomma Ltd"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_keys_of_each_screen_are_listed_from_its_bindings(book: Casebook, size: tuple[int, int]) -> None:
    book.begin(book.add_client("Acme").id, Depth.FULL)
    app = CoachApp(book)
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        said = [each.said for group in app.screen.groups for each in group.keys]  # type: ignore[attr-defined]
        assert {"Add a client", "Go to your clients", "Settings"} <= set(said)
        assert "Here" in shown(app)
        await pilot.press("question_mark", "enter")
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        assert not isinstance(app.screen, KeyHelp)
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, KeyHelp)
        said = [each.said for group in app.screen.groups for each in group.keys]
        assert "I do not know" in said
        assert "Go to your clients" not in said
        await pilot.press("f1")
        await pilot.pause()
        assert not isinstance(app.screen, KeyHelp)


async def test_in_a_dialog_only_what_works_there_is_listed(book: Casebook) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "f1")
        await pilot.pause()
        assert isinstance(app.screen, KeyHelp)
        said = [each.said for group in app.screen.groups for each in group.keys]
        assert "Save" in said and "Clear the screen" in said
        assert not {"Settings", "Go to Today", "Add a client"} & set(said)
