"""Before signing and the last call on the screen, by their keys."""

import contextlib
from collections.abc import AsyncIterator

import pytest
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Input

from coach.casebook.book import Casebook
from coach.engine.interview.answer import chosen, figure
from screens.app import CoachApp
from screens.boundaries.boundary import BoundaryScreen
from screens.calls.call import CallScreen
from screens.checks.ask import AskScreen
from screens.client.client import ClientScreen
from screens.frame import commands
from screens.frame.blanks import FillDialog
from screens.frame.pick_line import PickLineDialog
from screens.letters.letter import LetterScreen
from screens.prospects.prospect import ProspectScreen
from screens.prospects.prospects import ProspectsScreen
from screens.widgets.lists.line_list import LineList
from tests.endings.prospect_answers import considered, given
from tests.screens.places import HOSTILE, TODAY, checked, told_kept
from tests.screens.shown import shown

SIZES = [(60, 20), (80, 24), (120, 40)]


@contextlib.asynccontextmanager
async def opened(book: Casebook, command: Message, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
    """The app after a command."""
    app = CoachApp(book)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        app.post_message(command)
        await pilot.pause()
        await pilot.pause()
        yield pilot


def leaving(book: Casebook, name: str = "Acme") -> int:
    """A client with whom the work is to end."""
    client = book.add_client(name)
    checked(book, client.id, TODAY, *told_kept("after_hours", 4), *told_kept("scope_creep", 4))
    return client.id


def harbour(book: Casebook, **changed: str) -> int:
    """A prospect who was asked everything."""
    client = book.add_prospect("Harbour Books")
    considered(book, client.id, given(**changed))
    return client.id


# ---- Before signing


async def test_from_clients_a_new_name_leads_through_the_questions_to_the_result(book: Casebook) -> None:
    book.set_limits(figure("limits.floor", 6000), book.read_limit("limits.currency", "EUR"))
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "b")
        await pilot.pause()
        assert isinstance(app.screen, ProspectsScreen) and "Nobody is waiting" in shown(app)
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"Harbour", "enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, AskScreen) and "before signing" in shown(app)
        await pilot.press(*"12345", "enter", "1", "enter", *"12345", "enter", "1", "2")
        await pilot.pause()
        await pilot.press(*"121212")
        await pilot.pause()
        assert "Finish, and see what the coach would do" in shown(app)
        await pilot.press("f")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, ProspectScreen)
        assert "Harbour" in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ProspectsScreen)
    assert [each.result is not None for each in book.prospects()] == [True] and book.clients() == []


async def test_left_in_the_middle_it_goes_on_from_the_list(book: Casebook) -> None:
    client = book.add_prospect("Harbour Books")
    async with opened(book, commands.AskProspect(client.id)) as pilot:
        await pilot.press("1", "enter", "q")
        await pilot.pause()
        pilot.app.post_message(commands.ShowProspects())
        await pilot.pause()
        await pilot.pause()
        assert "begun, not finished" in shown(pilot.app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, AskScreen) and "2 of" in shown(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_result_says_why_what_to_ask_and_what_to_agree(book: Casebook, size: tuple[int, int]) -> None:
    client_id = harbour(book, asked__goal="no", agreed__exit="no")
    async with opened(book, commands.ShowProspect(client_id), size) as pilot:
        text = shown(pilot.app)
        assert "Take it, with terms." in text
        await pilot.press("end")
        await pilot.pause()
        said = " ".join((text + shown(pilot.app)).split())
        assert "What should be different when the work is done?" in said
        assert "How either of you can end it" in said


async def test_taken_on_they_become_a_client_and_undo_takes_it_back(book: Casebook) -> None:
    client_id = harbour(book)
    async with opened(book, commands.ShowProspect(client_id)) as pilot:
        await pilot.press("y")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(pilot.app.screen, ClientScreen)
        assert book.client(client_id).state == "active"
        await pilot.press("u")
        await pilot.pause()
        assert book.client(client_id).state == "prospect"


async def test_passed_on_the_letter_for_somebody_new_is_one_key_away(book: Casebook) -> None:
    client_id = harbour(book, seen__conduct="yes")
    async with opened(book, commands.ShowProspect(client_id)) as pilot:
        assert "Pass, with thanks." in shown(pilot.app)
        await pilot.press("w")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, LetterScreen) and screen.letter_id == "enquiry_decline"
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("x")
        await pilot.pause()
        assert book.client(client_id).state == "archived"


@pytest.mark.parametrize(("term", "kind"), [("agreed__scope", BoundaryScreen), ("agreed__exit", LetterScreen)])
async def test_a_term_opens_its_boundary_or_its_clause(book: Casebook, term: str, kind: type) -> None:
    client_id = harbour(book, **{term: "no"})
    async with opened(book, commands.ShowProspect(client_id)) as pilot:
        await pilot.press("m")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PickLineDialog)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(pilot.app.screen, kind)


async def test_a_client_s_earlier_result_is_only_read(book: Casebook) -> None:
    client_id = harbour(book, seen__late="yes")
    book.take(client_id)
    async with opened(book, commands.ShowProspect(client_id)) as pilot:
        await pilot.press("y", "n", "x", "w")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ProspectScreen)
    assert book.client(client_id).state == "active"


@pytest.mark.parametrize("name", HOSTILE)
async def test_names_stay_text(book: Casebook, name: str) -> None:
    client = book.add_prospect(name)
    considered(book, client.id, given(seen__late="yes"))
    for command in (commands.ShowProspects(), commands.ShowProspect(client.id)):
        async with opened(book, command) as pilot:
            text = shown(pilot.app)
            assert "\x1b" not in text and "\u202e" not in text


async def test_while_others_look_nothing_of_a_prospect_is_shown(book: Casebook) -> None:
    client_id = harbour(book, seen__late="yes", asked__goal="no")
    async with opened(book, commands.ShowProspect(client_id)) as pilot:
        await pilot.press("ctrl+t")
        await pilot.pause()
        text = shown(pilot.app)
        assert "Harbour" not in text and "Take it" not in text and "Late messages" not in text and "H. B." in text


async def test_a_later_recommendation_shows_what_could_be_seen(book: Casebook) -> None:
    client_id = harbour(book, seen__late="yes")
    book.take(client_id)
    told = checked(book, client_id, TODAY, *told_kept("after_hours", 3))
    async with opened(book, commands.ShowVerdict(told.assessment.id), (120, 40)) as pilot:
        text = shown(pilot.app)
        assert "Seen before" in text and "Late messages; today: contact outside hours." in text


# ---- The last call


@pytest.mark.parametrize("size", SIZES)
async def test_the_card_is_read_with_what_to_leave_out(book: Casebook, size: tuple[int, int]) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id), size) as pilot:
        text = shown(pilot.app)
        assert "Decision" in text and "Leave out:" in text and "blame" in text
        assert "outside my working hours" in " ".join(text.split())


async def test_it_opens_from_the_client_only_where_the_work_is_to_end(book: Casebook) -> None:
    client_id, other = leaving(book), book.add_client("Borg").id
    checked(book, other, TODAY, chosen("worth_it", "yes"))
    async with opened(book, commands.ShowClient(client_id)) as pilot:
        await pilot.press("r")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(pilot.app.screen, CallScreen)
    async with opened(book, commands.ShowClient(other)) as pilot:
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ClientScreen)


async def test_the_timer_begins_with_its_key_and_clears_with_it(book: Casebook) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        assert "0:00" not in shown(pilot.app)
        await pilot.press("s")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, CallScreen) and screen.began is not None and "0:0" in shown(pilot.app)
        screen.began -= 754
        screen._tick()
        await pilot.pause()
        assert "12:3" in shown(pilot.app)
        assert screen.check_action("practise", ()) is False
        await pilot.press("s")
        await pilot.pause()
        assert "12:3" not in shown(pilot.app)


async def test_answers_follow_the_cursor(book: Casebook) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        await pilot.press("o", "down")
        await pilot.pause()
        assert "Thank you for offering. My decision stands." in shown(pilot.app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Decision" in shown(pilot.app)


async def test_practice_asks_each_once_and_hides_the_answer_until_a_key(book: Casebook) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        await pilot.press("p")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, CallScreen) and screen.call is not None
        assert sorted(screen.order) == sorted(screen.call.objections)
        for place, each in enumerate(screen.order, 1):
            text = " ".join(shown(pilot.app).split())
            assert f"{place} of 10" in text and each.they in text and each.you not in text
            await pilot.press("enter")
            await pilot.pause()
            assert each.you in " ".join(shown(pilot.app).split())
            await pilot.press("enter")
            await pilot.pause()
        assert "That was all of them." in shown(pilot.app)


async def test_a_reason_is_chosen_whole_or_written(book: Casebook) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        await pilot.press("r")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.pause()
        assert "decided not to continue it" in " ".join(shown(pilot.app).split())
        await pilot.press("r")
        await pilot.pause()
        await pilot.press("end", "enter")
        await pilot.pause()
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, FillDialog)
        dialog.query_one(Input).value = "I am moving to Porto."
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert "I am moving to Porto." in shown(pilot.app)


async def test_blanks_are_filled_from_the_card_and_the_note_is_kept(book: Casebook) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id), (120, 40)) as pilot:
        assert "[…]" in shown(pilot.app)
        await pilot.press("f")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, FillDialog)
        for writing, name in dialog.wanted:
            dialog.query_one(Input).value = writing.said.example(name)
            await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert "[…]" not in shown(pilot.app) and "31 May 2027" in shown(pilot.app)
        await pilot.press("m")
        await pilot.pause()
        await pilot.press(*"files first", "enter")
        await pilot.pause()
    assert book.call_note(client_id) == "files first"


async def test_a_note_outlives_the_terminal(book: Casebook) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        await pilot.press("m")
        await pilot.pause()
        await pilot.press(*"half")
    assert book.call_note(client_id) == "half"


async def test_after_the_call_the_confirmation_is_one_key_away(book: Casebook) -> None:
    client_id = leaving(book)
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        await pilot.press("w")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, LetterScreen) and screen.letter_id == "exit_confirmation"


async def test_after_violence_there_is_no_card_and_only_the_written_way(book: Casebook) -> None:
    client = book.add_client("Acme")
    checked(book, client.id, TODAY, chosen("violence", "yes"))
    async with opened(book, commands.ShowCall(client.id)) as pilot:
        text = shown(pilot.app)
        assert "No call here" in text and "Thank you" not in text and "Leave out" not in text
        await pilot.press("p", "o", "s", "y", "r")
        await pilot.pause()
        assert "No call here" in shown(pilot.app)
        await pilot.press("w")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, LetterScreen) and screen.letter_id == "exit_notice"


async def test_where_the_law_is_touched_advice_comes_first(book: Casebook) -> None:
    client = book.add_client("Acme")
    checked(book, client.id, TODAY, chosen("law", "yes"), chosen("law.form", "founded"))
    async with opened(book, commands.ShowCall(client.id)) as pilot:
        assert "Take advice before you call" in shown(pilot.app)
        await pilot.press("y")
        await pilot.pause()
        assert "Decision" in shown(pilot.app)


async def test_while_others_look_the_card_is_hidden_and_comes_back(book: Casebook) -> None:
    client_id = leaving(book, "Acme Hill")
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        await pilot.press("o", "ctrl+t")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        text = shown(pilot.app)
        assert "Acme" not in text and "Decision" not in text and "outside my working hours" not in text
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert "Decision" in shown(pilot.app)


@pytest.mark.parametrize("name", HOSTILE)
async def test_the_card_stays_text(book: Casebook, name: str) -> None:
    client_id = leaving(book, name)
    book.set_contact(client_id, name=name, salutation=name)
    book.set_job(client_id, name=name)
    async with opened(book, commands.ShowCall(client_id)) as pilot:
        text = shown(pilot.app)
        assert "\x1b" not in text and "\u202e" not in text and "Decision" in text
        await pilot.press("o")
        await pilot.pause()
        assert len(pilot.app.screen.query_one(LineList).lines) == 10
