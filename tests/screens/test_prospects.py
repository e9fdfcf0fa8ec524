"""Before signing on the screen, by its keys."""

import pytest

from coach.casebook.book import Casebook
from coach.engine.interview.answer import figure
from screens.boundaries.boundary import BoundaryScreen
from screens.checks.ask import AskScreen
from screens.client.client import ClientScreen
from screens.frame import commands
from screens.frame.dialogs.pick_line import PickLineDialog
from screens.letters.letter import LetterScreen
from screens.prospects.prospect import ProspectScreen
from screens.prospects.prospects import ProspectsScreen
from tests.screens.pilots import opened, press, show
from tests.screens.shown import shown
from tests.shared.book import EUROS, HOSTILE, TODAY
from tests.shared.checks import checked, told_kept
from tests.shared.prospects import considered, given

SIZES = [(60, 20), (80, 24), (120, 40)]


def harbour(book: Casebook, **changed: str) -> int:
    """A prospect who was asked everything."""
    client = book.prospects.add("Harbour Books")
    considered(book, client.id, given(**changed))
    return client.id


# ---- Before signing


async def test_from_clients_a_new_name_leads_through_the_questions_to_the_result(book: Casebook) -> None:
    book.limits.set(figure("limits.floor", 6000), EUROS)
    async with opened(book) as pilot:
        await press(pilot, "c", "b")
        assert isinstance(pilot.app.screen, ProspectsScreen) and "Nobody is waiting" in shown(pilot.app)
        await press(pilot, "a")
        await press(pilot, *"Harbour", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, AskScreen) and "before signing" in shown(pilot.app)
        await press(pilot, *"12345", "enter", "1", "enter", *"12345", "enter", "1", "2")
        await press(pilot, *"121212")
        assert "Finish, and see what the coach would do" in shown(pilot.app)
        await press(pilot, "f")
        assert isinstance(pilot.app.screen, ProspectScreen)
        assert "Harbour" in shown(pilot.app)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ProspectsScreen)
    assert [each.result is not None for each in book.prospects.everyone()] == [True] and book.clients.everyone() == []


async def test_left_in_the_middle_it_goes_on_from_the_list(book: Casebook) -> None:
    client = book.prospects.add("Harbour Books")
    async with opened(book, commands.AskProspect(client.id)) as pilot:
        await press(pilot, "1", "enter", "q")
        await show(pilot, commands.ShowProspects())
        assert "begun, not finished" in shown(pilot.app)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, AskScreen) and "2 of" in shown(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_result_says_why_what_to_ask_and_what_to_agree(book: Casebook, size: tuple[int, int]) -> None:
    client_id = harbour(book, asked__goal="no", agreed__exit="no")
    async with opened(book, commands.ShowProspect(client_id), size) as pilot:
        text = shown(pilot.app)
        assert "Take it, with terms." in text
        await press(pilot, "end")
        said = " ".join((text + shown(pilot.app)).split())
        assert "What should be different when the work is done?" in said
        assert "How either of you can end it" in said


async def test_taken_on_they_become_a_client_and_undo_takes_it_back(book: Casebook) -> None:
    client_id = harbour(book)
    async with opened(book, commands.ShowProspect(client_id)) as pilot:
        await press(pilot, "y")
        assert isinstance(pilot.app.screen, ClientScreen)
        assert book.clients.one(client_id).state == "active"
        await press(pilot, "u")
        assert book.clients.one(client_id).state == "prospect"


async def test_passed_on_the_letter_for_somebody_new_is_one_key_away(book: Casebook) -> None:
    client_id = harbour(book, seen__conduct="yes")
    async with opened(book, commands.ShowProspect(client_id)) as pilot:
        assert "Pass, with thanks." in shown(pilot.app)
        await press(pilot, "w")
        screen = pilot.app.screen
        assert isinstance(screen, LetterScreen) and screen.letter_id == "enquiry_decline"
        await press(pilot, "escape")
        await press(pilot, "x")
        assert book.clients.one(client_id).state == "archived"


@pytest.mark.parametrize(("term", "kind"), [("agreed__scope", BoundaryScreen), ("agreed__exit", LetterScreen)])
async def test_a_term_opens_its_boundary_or_its_clause(book: Casebook, term: str, kind: type) -> None:
    client_id = harbour(book, **{term: "no"})
    async with opened(book, commands.ShowProspect(client_id)) as pilot:
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, PickLineDialog)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, kind)


async def test_a_client_s_earlier_result_is_only_read(book: Casebook) -> None:
    client_id = harbour(book, seen__late="yes")
    book.prospects.take(client_id)
    async with opened(book, commands.ShowProspect(client_id)) as pilot:
        await press(pilot, "y", "n", "x", "w")
        assert isinstance(pilot.app.screen, ProspectScreen)
    assert book.clients.one(client_id).state == "active"


@pytest.mark.parametrize("name", HOSTILE)
async def test_names_stay_text(book: Casebook, name: str) -> None:
    client = book.prospects.add(name)
    considered(book, client.id, given(seen__late="yes"))
    for command in (commands.ShowProspects(), commands.ShowProspect(client.id)):
        async with opened(book, command) as pilot:
            text = shown(pilot.app)
            assert "\x1b" not in text and "\u202e" not in text


async def test_while_others_look_nothing_of_a_prospect_is_shown(book: Casebook) -> None:
    client_id = harbour(book, seen__late="yes", asked__goal="no")
    async with opened(book, commands.ShowProspect(client_id)) as pilot:
        await press(pilot, "ctrl+t")
        text = shown(pilot.app)
        assert "Harbour" not in text and "Take it" not in text and "Late messages" not in text and "H. B." in text


async def test_a_later_recommendation_shows_what_could_be_seen(book: Casebook) -> None:
    client_id = harbour(book, seen__late="yes")
    book.prospects.take(client_id)
    told = checked(book, client_id, TODAY, *told_kept("after_hours", 3))
    async with opened(book, commands.ShowVerdict(told.assessment.id), (120, 40)) as pilot:
        text = shown(pilot.app)
        assert "Seen before" in text and "Late messages; today: contact outside hours." in text


# ---- The last call
