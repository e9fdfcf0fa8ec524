"""My boundaries in a running app: terms, the matrix with its filter, and the ways that lead to one boundary."""

import pytest
from textual.coordinate import Coordinate

from coach.casebook.book import Casebook
from coach.engine.boundary import NOT, Rung
from coach.engine.interview.answer import chosen
from screens.boundaries.boundaries import BoundariesScreen
from screens.boundaries.boundary import BoundaryScreen
from screens.checks.missing_boundary import MissingDialog
from screens.checks.reasons import ReasonsScreen
from screens.checks.recommendation import VerdictScreen
from screens.frame import commands
from screens.routes import client_page
from screens.widgets.lists.matrix_table import MatrixTable
from screens.widgets.lists.row_list import RowList
from tests.screens.pilots import opened, press, settled
from tests.screens.shown import posted, shown
from tests.shared.book import HOSTILE, TODAY
from tests.shared.checks import checked

SIZES = [(60, 20), (80, 24), (120, 40)]


def recurring(book: Casebook, *names: str) -> list[int]:
    """Clients who were never told what the job includes."""
    ids = [book.clients.add(name).id for name in names]
    for each in ids:
        book.boundaries.move("scope", Rung.TOLD, NOT, each)
    return ids


def row_of(seen: str, name: str) -> str:
    return next(line for line in seen.splitlines() if name in line)


@pytest.mark.parametrize("size", SIZES)
async def test_from_my_limits_to_my_terms_with_what_is_mine_to_fix_on_top(
    book: Casebook, size: tuple[int, int]
) -> None:
    recurring(book, "Acme", "Borg")
    book.boundaries.set_term("scope", {"included": "two layouts"})
    async with opened(book, size=size) as pilot:
        await press(pilot, "l", "b")
        assert isinstance(pilot.app.screen, BoundariesScreen)
        seen = shown(pilot.app)
        assert seen.index("What the job includes ") < seen.index("Decent treatment")
        assert "Mine to fix, since it is missing or not kept with two clients" in " ".join(seen.split())
        assert "write it" in row_of(seen, "What the job includes  ") and "✓ ○ ○ ○" in seen
        assert pilot.app.screen.query_one("#terms RowList", RowList).current == "scope"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BoundaryScreen)
        assert (pilot.app.screen.boundary, pilot.app.screen.client_id) == ("scope", None)
        await press(pilot, "escape", "escape")
        assert not isinstance(pilot.app.screen, (BoundariesScreen, BoundaryScreen))


async def test_the_matrix_says_in_a_word_where_each_boundary_stands(book: Casebook) -> None:
    acme, borg = recurring(book, "Acme", "Borg")
    book.boundaries.move("office_hours", Rung.TOLD, "aloud", acme)
    book.boundaries.move("payment_terms", Rung.REFUSED, "said", borg)
    async with opened(book, size=(120, 40)) as pilot:
        await press(pilot, "l", "b", "2")
        seen = shown(pilot.app)
        assert row_of(seen, "→ What the job").count("– not told") == 2
        assert row_of(seen, "My hours").split() == ["My", "hours", "·", "●", "told", "·"]
        assert row_of(seen, "Payment on time").split()[-2:] == ["x", "refused"]
        await press(pilot, "right", "right", "enter")
        assert isinstance(pilot.app.screen, BoundaryScreen)
        assert (pilot.app.screen.boundary, pilot.app.screen.client_id) == ("scope", borg)
        await press(pilot, "escape")
        book.boundaries.move("scope", Rung.TOLD, "aloud", borg)
        pilot.app.screen.refresh_place()  # type: ignore[attr-defined]
        await settled(pilot)
        table = pilot.app.screen.query_one(MatrixTable)
        assert table.cursor_coordinate == Coordinate(0, 3)
        assert row_of(shown(pilot.app), "→ What the job").split()[-2:] == ["●", "told"]


async def test_forty_clients_scroll_and_headings_stay(book: Casebook) -> None:
    ids = recurring(book, *(f"Client {number:02}" for number in range(40)))
    async with opened(book) as pilot:
        await press(pilot, "l", "b", "2")
        table = pilot.app.screen.query_one(MatrixTable)
        await press(pilot, *["right"] * 40, *["down"] * 22)
        assert table.cursor_coordinate == Coordinate(22, 41)
        seen = shown(pilot.app)
        assert "Client 39" in seen and "One person to talk to" in seen and "My terms" in seen
        assert "Client 00" not in seen
        await press(pilot, *["left"] * 60)
        assert table.cursor_coordinate.column == 1 and "Client 00" in shown(pilot.app)
        await press(pilot, "right", "enter")
        assert isinstance(pilot.app.screen, BoundaryScreen) and pilot.app.screen.client_id == ids[0]


async def test_typing_part_of_a_name_shows_fewer_clients_and_esc_all_of_them(book: Casebook) -> None:
    recurring(book, "Acme", "Borg", "Bergen Hus")
    async with opened(book) as pilot:
        await press(pilot, "l", "b", "2", "slash", *"berg")
        assert "Bergen Hus" in shown(pilot.app) and "Acme" not in shown(pilot.app)
        await press(pilot, "enter", "right", "enter")
        assert isinstance(pilot.app.screen, BoundaryScreen) and "Bergen Hus" in shown(pilot.app)
        await pilot.press("escape")
        await press(pilot, "slash", *"xyz")
        assert "No client has that in the name." in shown(pilot.app)
        await press(pilot, "escape")
        assert "Acme" in shown(pilot.app) and isinstance(pilot.app.screen, BoundariesScreen)


async def test_without_clients_the_matrix_says_what_it_would_show(book: Casebook) -> None:
    async with opened(book) as pilot:
        await press(pilot, "l", "b", "2")
        assert "There are no clients yet." in shown(pilot.app)
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, BoundaryScreen) and pilot.app.screen.client_id is None


@pytest.mark.parametrize("name", HOSTILE)
async def test_any_name_is_drawn_as_text_in_the_matrix_and_on_the_page(book: Casebook, name: str) -> None:
    (client,) = recurring(book, name)
    async with opened(book) as pilot:
        await pilot.press("l", "b", "2")
        for size in (*SIZES, (80, 24)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert book.clients.one(client).name[:3] in shown(pilot.app)
        await press(pilot, "right", "enter")
        assert isinstance(pilot.app.screen, BoundaryScreen)
        assert book.clients.one(client).name[:8] in shown(pilot.app)
        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(shown(pilot.app))


async def test_a_client_s_page_has_its_boundaries_with_what_weighs_first(book: Casebook) -> None:
    (client,) = recurring(book, "Acme")
    checked(book, client, TODAY, chosen("after_hours", "4"), chosen("after_hours.told", "no"))
    async with opened(book, client_page(client, "boundaries")) as pilot:
        seen = shown(pilot.app)
        assert seen.index("My hours") < seen.index("What the job includes")
        assert row_of(seen, "My hours").split()[-1] == "8"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BoundaryScreen)
        assert (pilot.app.screen.boundary, pilot.app.screen.client_id) == ("office_hours", client)


async def test_a_recommendation_leads_to_the_one_boundary_it_misses(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    told = checked(book, client, TODAY, chosen("after_hours", "4"), chosen("after_hours.told", "no"))
    for screen in (VerdictScreen, ReasonsScreen):
        found, hook = posted(commands.ShowBoundary)
        async with opened(book, screen(told.assessment.id), hook=hook) as pilot:
            await press(pilot, "m")
            assert (
                found == [commands.ShowBoundary("office_hours", client)] or vars(found[0])["boundary"] == "office_hours"
            )
            assert isinstance(pilot.app.screen, BoundaryScreen) and pilot.app.screen.client_id == client


async def test_where_several_are_missing_it_asks_which(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    untold = [
        each for sign in ("after_hours", "scope_creep") for each in (chosen(sign, "3"), chosen(f"{sign}.told", "no"))
    ]
    told = checked(book, client, TODAY, *untold)
    async with opened(book, VerdictScreen(told.assessment.id)) as pilot:
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, MissingDialog)
        await press(pilot, "escape", "m")
        await press(pilot, "2")
        assert isinstance(pilot.app.screen, BoundaryScreen)
        assert pilot.app.screen.boundary in ("office_hours", "scope") and pilot.app.screen.client_id == client


async def test_where_nothing_is_missing_the_key_does_nothing(book: Casebook) -> None:
    told = checked(book, book.clients.add("Acme").id, TODAY)
    async with opened(book, VerdictScreen(told.assessment.id)) as pilot:
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, VerdictScreen)
