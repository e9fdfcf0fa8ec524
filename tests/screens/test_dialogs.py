"""The name dialog in a running app: what it keeps, what it refuses, what may be typed."""

import pytest

from coach.casebook.book import Casebook
from screens.app import CoachApp
from screens.client.client import ClientScreen
from screens.frame import commands
from screens.frame.name_dialog import NameDialog
from screens.widgets.fields.clean_input import CleanInput
from tests.screens.places import HOSTILE, posted
from tests.screens.shown import shown


async def test_a_name_becomes_a_client_whose_page_opens(book: Casebook) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"Acme", "enter")
        await pilot.pause()
        assert [each.name for each in book.clients()] == ["Acme"]
        assert isinstance(app.screen, ClientScreen)


async def test_from_the_welcome_a_name_leads_on_to_the_check(book: Casebook) -> None:
    found, hook = posted(commands.StartCheck)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24), message_hook=hook) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.press("q", "enter")
        await pilot.pause()
    assert [each.client_id for each in found] == [each.id for each in book.clients()]


async def test_no_name_and_a_taken_name_are_refused_in_the_dialog(book: Casebook) -> None:
    book.add_client("Acme")
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "A client needs a name." in shown(app)
        await pilot.press(*"acme")
        await pilot.pause()
        assert "A client needs a name." not in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "There is already a client called acme." in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, NameDialog)
    assert len(book.clients()) == 1


@pytest.mark.parametrize("name", HOSTILE)
async def test_what_is_pasted_is_drawn_and_kept_as_text(book: Casebook, name: str) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        field = app.screen.query_one(CleanInput)
        field.value = name
        await pilot.pause()
        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(shown(app) + field.value)
        await pilot.press("enter")
        await pilot.pause()
        kept = book.clients()[0].name
        assert field.value.startswith(kept)
