"""The name dialog in a running app: what it keeps, what it refuses, what may be typed."""

import pytest

from coach.casebook.book import Casebook
from screens.client.client import ClientScreen
from screens.frame import commands
from screens.frame.form import FormDialog
from screens.widgets.fields.clean_input import CleanInput
from tests.screens.pilots import opened, press, settled
from tests.screens.shown import posted, shown
from tests.shared.book import HOSTILE


async def test_a_name_becomes_a_client_whose_page_opens(book: Casebook) -> None:
    async with opened(book) as pilot:
        await press(pilot, "a")
        await press(pilot, *"Acme", "enter")
        assert [each.name for each in book.clients.everyone()] == ["Acme"]
        assert isinstance(pilot.app.screen, ClientScreen)


async def test_from_the_welcome_a_name_leads_on_to_the_check(book: Casebook) -> None:
    found, hook = posted(commands.StartCheck)
    async with opened(book, hook=hook) as pilot:
        await press(pilot, "down", "enter")
        await press(pilot, "q", "enter")
    assert [each.client_id for each in found] == [each.id for each in book.clients.everyone()]


async def test_no_name_and_a_taken_name_are_refused_in_the_dialog(book: Casebook) -> None:
    book.clients.add("Acme")
    async with opened(book) as pilot:
        await press(pilot, "a")
        await press(pilot, "enter")
        assert "A client needs a name." in shown(pilot.app)
        await press(pilot, *"acme")
        assert "A client needs a name." not in shown(pilot.app)
        await press(pilot, "enter")
        assert "There is already a client called acme." in shown(pilot.app)
        await press(pilot, "escape", "3")
        assert not isinstance(pilot.app.screen, FormDialog)
    assert len(book.clients.everyone()) == 1


@pytest.mark.parametrize("name", HOSTILE)
async def test_what_is_pasted_is_drawn_and_kept_as_text(book: Casebook, name: str) -> None:
    async with opened(book, size=(60, 20)) as pilot:
        await press(pilot, "a")
        field = pilot.app.screen.query_one(CleanInput)
        field.value = name
        await settled(pilot)
        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(shown(pilot.app) + field.value)
        await press(pilot, "enter")
        kept = book.clients.everyone()[0].name
        assert field.value.startswith(kept)
