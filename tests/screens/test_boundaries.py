"""My boundaries in a running app: terms, the matrix with its filter, and the ways that lead to one boundary."""

import pytest
from textual.coordinate import Coordinate

from coach.casebook.book import Casebook
from coach.engine.boundary import NOT, Rung
from coach.engine.interview.answer import chosen
from screens.app import CoachApp
from screens.boundaries.boundaries import BoundariesScreen
from screens.boundaries.boundary import BoundaryScreen
from screens.checks.missing_boundary import MissingDialog
from screens.checks.reasons import ReasonsScreen
from screens.checks.recommendation import VerdictScreen
from screens.client.client import ClientScreen
from screens.frame import commands
from screens.widgets.lists.matrix_table import MatrixTable
from screens.widgets.lists.row_list import RowList
from tests.screens.places import HOSTILE, TODAY, checked, posted
from tests.screens.shown import shown

SIZES = [(60, 20), (80, 24), (120, 40)]


def recurring(book: Casebook, *names: str) -> list[int]:
    """Clients who were never told what the job includes."""
    ids = [book.add_client(name).id for name in names]
    for each in ids:
        book.move_rung("scope", Rung.TOLD, NOT, each)
    return ids


def row_of(seen: str, name: str) -> str:
    return next(line for line in seen.splitlines() if name in line)


@pytest.mark.parametrize("size", SIZES)
async def test_from_my_limits_to_my_terms_with_what_is_mine_to_fix_on_top(
    book: Casebook, size: tuple[int, int]
) -> None:
    recurring(book, "Acme", "Borg")
    book.set_term("scope", {"included": "two layouts"})
    app = CoachApp(book)
    async with app.run_test(size=size) as pilot:
        await pilot.press("l", "b")
        await pilot.pause()
        assert isinstance(app.screen, BoundariesScreen)
        seen = shown(app)
        assert seen.index("What the job includes ") < seen.index("Decent treatment")
        assert "Mine to fix, since it is missing or not kept with two clients" in " ".join(seen.split())
        assert "write it" in row_of(seen, "What the job includes  ") and "✓ ○ ○ ○" in seen
        assert app.screen.query_one("#terms RowList", RowList).current == "scope"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, BoundaryScreen)
        assert (app.screen.boundary, app.screen.client_id) == ("scope", None)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert not isinstance(app.screen, (BoundariesScreen, BoundaryScreen))


async def test_the_matrix_says_in_a_word_where_each_boundary_stands(book: Casebook) -> None:
    acme, borg = recurring(book, "Acme", "Borg")
    book.move_rung("office_hours", Rung.TOLD, "aloud", acme)
    book.move_rung("payment_terms", Rung.REFUSED, "said", borg)
    app = CoachApp(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "b", "2")
        await pilot.pause()
        seen = shown(app)
        assert row_of(seen, "→ What the job").count("– not told") == 2
        assert row_of(seen, "My hours").split() == ["My", "hours", "·", "●", "told", "·"]
        assert row_of(seen, "Payment on time").split()[-2:] == ["x", "refused"]
        await pilot.press("right", "right", "enter")
        await pilot.pause()
        assert isinstance(app.screen, BoundaryScreen)
        assert (app.screen.boundary, app.screen.client_id) == ("scope", borg)
        await pilot.press("escape")
        await pilot.pause()
        book.move_rung("scope", Rung.TOLD, "aloud", borg)
        app.screen.refresh_place()  # type: ignore[attr-defined]
        await pilot.pause()
        table = app.screen.query_one(MatrixTable)
        assert table.cursor_coordinate == Coordinate(0, 3)
        assert row_of(shown(app), "→ What the job").split()[-2:] == ["●", "told"]


async def test_forty_clients_scroll_and_headings_stay(book: Casebook) -> None:
    ids = recurring(book, *(f"Client {number:02}" for number in range(40)))
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "b", "2")
        await pilot.pause()
        table = app.screen.query_one(MatrixTable)
        await pilot.press(*["right"] * 40, *["down"] * 22)
        await pilot.pause()
        assert table.cursor_coordinate == Coordinate(22, 41)
        seen = shown(app)
        assert "Client 39" in seen and "One person to talk to" in seen and "My terms" in seen
        assert "Client 00" not in seen
        await pilot.press(*["left"] * 60)
        await pilot.pause()
        assert table.cursor_coordinate.column == 1 and "Client 00" in shown(app)
        await pilot.press("right", "enter")
        await pilot.pause()
        assert isinstance(app.screen, BoundaryScreen) and app.screen.client_id == ids[0]


async def test_typing_part_of_a_name_shows_fewer_clients_and_esc_all_of_them(book: Casebook) -> None:
    recurring(book, "Acme", "Borg", "Bergen Hus")
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "b", "2", "slash", *"berg")
        await pilot.pause()
        assert "Bergen Hus" in shown(app) and "Acme" not in shown(app)
        await pilot.press("enter", "right", "enter")
        await pilot.pause()
        assert isinstance(app.screen, BoundaryScreen) and "Bergen Hus" in shown(app)
        await pilot.press("escape")
        await pilot.press("slash", *"xyz")
        await pilot.pause()
        assert "No client has that in the name." in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Acme" in shown(app) and isinstance(app.screen, BoundariesScreen)


async def test_without_clients_the_matrix_says_what_it_would_show(book: Casebook) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "b", "2")
        await pilot.pause()
        assert "There are no clients yet." in shown(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, BoundaryScreen) and app.screen.client_id is None


@pytest.mark.parametrize("name", HOSTILE)
async def test_any_name_is_drawn_as_text_in_the_matrix_and_on_the_page(book: Casebook, name: str) -> None:
    (client,) = recurring(book, name)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "b", "2")
        for size in (*SIZES, (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert book.client(client).name[:3] in shown(app)
        await pilot.press("right", "enter")
        await pilot.pause()
        assert isinstance(app.screen, BoundaryScreen)
        assert book.client(client).name[:8] in shown(app)
        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(shown(app))


async def test_a_client_s_page_has_its_boundaries_with_what_weighs_first(book: Casebook) -> None:
    (client,) = recurring(book, "Acme")
    checked(book, client, TODAY, chosen("after_hours", "4"), chosen("after_hours.told", "no"))
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.push_screen(ClientScreen(client, "boundaries"))
        await pilot.pause()
        seen = shown(app)
        assert seen.index("My hours") < seen.index("What the job includes")
        assert row_of(seen, "My hours").split()[-1] == "8"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, BoundaryScreen)
        assert (app.screen.boundary, app.screen.client_id) == ("office_hours", client)


async def test_a_recommendation_leads_to_the_one_boundary_it_misses(book: Casebook) -> None:
    client = book.add_client("Acme").id
    told = checked(book, client, TODAY, chosen("after_hours", "4"), chosen("after_hours.told", "no"))
    for screen in (VerdictScreen, ReasonsScreen):
        found, hook = posted(commands.ShowBoundary)
        app = CoachApp(book)
        async with app.run_test(size=(80, 24), message_hook=hook) as pilot:
            await pilot.pause()
            await app.push_screen(screen(told.assessment.id))
            await pilot.pause()
            await pilot.press("m")
            await pilot.pause()
            assert (
                found == [commands.ShowBoundary("office_hours", client)] or vars(found[0])["boundary"] == "office_hours"
            )
            assert isinstance(app.screen, BoundaryScreen) and app.screen.client_id == client


async def test_where_several_are_missing_it_asks_which(book: Casebook) -> None:
    client = book.add_client("Acme").id
    untold = [
        each for sign in ("after_hours", "scope_creep") for each in (chosen(sign, "3"), chosen(f"{sign}.told", "no"))
    ]
    told = checked(book, client, TODAY, *untold)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.push_screen(VerdictScreen(told.assessment.id))
        await pilot.pause()
        await pilot.press("m")
        await pilot.pause()
        assert isinstance(app.screen, MissingDialog)
        await pilot.press("escape", "m")
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        assert isinstance(app.screen, BoundaryScreen)
        assert app.screen.boundary in ("office_hours", "scope") and app.screen.client_id == client


async def test_where_nothing_is_missing_the_key_does_nothing(book: Casebook) -> None:
    told = checked(book, book.add_client("Acme").id, TODAY)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.push_screen(VerdictScreen(told.assessment.id))
        await pilot.pause()
        await pilot.press("m")
        await pilot.pause()
        assert isinstance(app.screen, VerdictScreen)
