"""The last call on the screen, by its keys: the card, its timer, practice, and what takes its place."""

import pytest
from textual.widgets import Input

from coach.casebook.book import Casebook
from coach.engine.interview.answer import chosen
from screens.calls.call import CallScreen
from screens.client.client import ClientScreen
from screens.frame import commands
from screens.frame.steps import StepsDialog
from screens.letters.letter import LetterScreen
from screens.widgets.lists.line_list import LineList
from tests.screens.pilots import fill_every_blank, opened, press, settled
from tests.screens.shown import flowing, shown
from tests.shared.book import HOSTILE, TODAY
from tests.shared.checks import checked, told_kept

SIZES = [(60, 20), (80, 24), (120, 40)]


def leaving(book: Casebook, name: str = "Acme") -> int:
    """A client with whom the work is to end."""
    client = book.clients.add(name)
    checked(book, client.id, TODAY, *told_kept("after_hours", 4), *told_kept("scope_creep", 4))
    return client.id


@pytest.mark.parametrize("size", SIZES)
async def test_the_card_is_read_with_what_to_leave_out(book: Casebook, size: tuple[int, int]) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id), size) as pilot:
        text = shown(pilot.app)
        assert "Decision" in text and "Leave out:" in text and "blame" in text
        assert "outside my working hours" in " ".join(text.split())


async def test_it_opens_from_the_client_only_where_the_work_is_to_end(book: Casebook) -> None:
    client_id, other = leaving(book), book.clients.add("Borg").id
    checked(book, other, TODAY, chosen("worth_it", "yes"))
    async with opened(book, commands.ShowClient(client_id)) as pilot:
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, CallScreen)
    async with opened(book, commands.ShowClient(other)) as pilot:
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, ClientScreen)


async def test_the_timer_begins_with_its_key_and_clears_with_it(book: Casebook) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        assert "0:00" not in shown(pilot.app)
        await press(pilot, "s")
        screen = pilot.app.screen
        assert isinstance(screen, CallScreen) and screen.began is not None and "0:0" in shown(pilot.app)
        screen.began -= 754
        screen._tick()
        await settled(pilot)
        assert "12:3" in shown(pilot.app)
        assert screen.check_action("practise", ()) is False
        await press(pilot, "s")
        assert "12:3" not in shown(pilot.app)


async def test_answers_follow_the_cursor(book: Casebook) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        await press(pilot, "o", "down")
        assert "Thank you for offering. My decision stands." in shown(pilot.app)
        await press(pilot, "escape")
        assert "Decision" in shown(pilot.app)


async def test_practice_asks_each_once_and_hides_the_answer_until_a_key(book: Casebook) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        await press(pilot, "p")
        screen = pilot.app.screen
        assert isinstance(screen, CallScreen) and screen.call is not None
        assert sorted(screen.order) == sorted(screen.call.objections)
        for place, each in enumerate(screen.order, 1):
            text = flowing(pilot.app)
            assert f"{place} of 10" in text and each.they in text and each.you not in text
            await press(pilot, "enter")
            assert each.you in flowing(pilot.app)
            await press(pilot, "enter")
        assert "That was all of them." in shown(pilot.app)


async def test_a_reason_is_chosen_whole_or_written(book: Casebook) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        await press(pilot, "r")
        await press(pilot, "down", "enter")
        assert "decided not to continue it" in flowing(pilot.app)
        await press(pilot, "r")
        await press(pilot, "end", "enter")
        dialog = pilot.app.screen
        assert isinstance(dialog, StepsDialog)
        dialog.query_one(Input).value = "I am moving to Porto."
        await press(pilot, "enter")
        assert "I am moving to Porto." in shown(pilot.app)


async def test_blanks_are_filled_from_the_card_and_the_note_is_kept(book: Casebook) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id), (120, 40)) as pilot:
        assert "[…]" in shown(pilot.app)
        await press(pilot, "f")
        await fill_every_blank(pilot)
        assert "[…]" not in shown(pilot.app) and "31 May 2027" in shown(pilot.app)
        await press(pilot, "m")
        await press(pilot, *"files first", "enter")
    assert book.calls.note(client_id) == "files first"


async def test_a_note_outlives_the_terminal(book: Casebook) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        await press(pilot, "m")
        await pilot.press(*"half")
    assert book.calls.note(client_id) == "half"


async def test_after_the_call_the_confirmation_is_one_key_away(book: Casebook) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        await press(pilot, "w")
        screen = pilot.app.screen
        assert isinstance(screen, LetterScreen) and screen.letter_id == "exit_confirmation"


async def test_after_violence_there_is_no_card_and_only_the_written_way(book: Casebook) -> None:
    client = book.clients.add("Acme")
    checked(book, client.id, TODAY, chosen("violence", "yes"))
    async with opened(book, commands.ShowCall(client.id)) as pilot:
        text = shown(pilot.app)
        assert "No call here" in text and "Thank you" not in text and "Leave out" not in text
        await press(pilot, "p", "o", "s", "y", "r")
        assert "No call here" in shown(pilot.app)
        await press(pilot, "w")
        screen = pilot.app.screen
        assert isinstance(screen, LetterScreen) and screen.letter_id == "exit_notice"


async def test_where_the_law_is_touched_advice_comes_first(book: Casebook) -> None:
    client = book.clients.add("Acme")
    checked(book, client.id, TODAY, chosen("law", "yes"), chosen("law.form", "founded"))
    async with opened(book, commands.ShowCall(client.id)) as pilot:
        assert "Take advice before you call" in shown(pilot.app)
        await press(pilot, "y")
        assert "Decision" in shown(pilot.app)


async def test_while_others_look_the_card_is_hidden_and_comes_back(book: Casebook) -> None:
    client_id = leaving(book, "Acme Hill")
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        await press(pilot, "o", "ctrl+t")
        await press(pilot, "escape")
        text = shown(pilot.app)
        assert "Acme" not in text and "Decision" not in text and "outside my working hours" not in text
        await press(pilot, "ctrl+t")
        assert "Decision" in shown(pilot.app)


@pytest.mark.parametrize("name", HOSTILE)
async def test_the_card_stays_text(book: Casebook, name: str) -> None:
    client_id = leaving(book, name)
    book.clients.set_contact(client_id, name=name, salutation=name)
    book.clients.set_job(client_id, name=name)
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        text = shown(pilot.app)
        assert "\x1b" not in text and "\u202e" not in text and "Decision" in text
        await press(pilot, "o")
        assert len(pilot.app.screen.query_one(LineList).lines) == 10
