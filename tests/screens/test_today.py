"""Today in a running app: the welcome, what is due, what Enter and the keys ask for."""

from datetime import date, timedelta

import pytest

from coach.casebook.book import Casebook
from coach.engine.interview.answer import chosen
from coach.engine.interview.instrument import Depth
from coach.engine.verdict.verdict import Outcome
from screens.frame import commands
from screens.frame.form import FormDialog
from screens.today.today import TodayScreen
from screens.widgets.lists.row_list import RowList
from tests.screens.pilots import comes, opened, press, settled
from tests.screens.shown import posted, shown
from tests.shared.book import HOSTILE, TODAY
from tests.shared.checks import checked, told_kept


async def test_the_first_start_says_what_this_is_and_offers_a_check(book: Casebook) -> None:
    async with opened(book) as pilot:
        assert "not a test" in shown(pilot.app)
        assert book.places.database.name in "".join(shown(pilot.app).split())
        doors = [shown(pilot.app).index(door) for door in ("Something just happened", "Check a client", "Look around")]
        assert doors == sorted(doors)
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, FormDialog)


async def test_a_check_that_was_left_stands_first_and_enter_goes_on_with_it(book: Casebook) -> None:
    client = book.clients.add("Acme Ltd")
    checked(book, book.clients.add("Heavy").id, TODAY, *told_kept("after_hours", 4))
    left = book.checks.begin(client.id, Depth.QUICK)
    found, hook = posted(commands.ResumeCheck)
    async with opened(book, hook=hook) as pilot:
        assert "Go on with the check of Acme Ltd" in shown(pilot.app)
        await comes(pilot, lambda: "0 of " in shown(pilot.app))
        await press(pilot, "enter")
    assert [each.assessment_id for each in found] == [left.assessment.id]


async def test_a_second_look_and_a_decision_to_look_at_again_are_due_on_their_day(book: Casebook) -> None:
    hasty, calm, later = (book.clients.add(name).id for name in ("Hasty", "Calm", "Later"))
    checked(book, hasty, TODAY - timedelta(days=4), chosen("recent", "yes"), depth=Depth.FULL)
    book.checks.decide(checked(book, calm, TODAY - timedelta(days=9)), Outcome.RESET, "", TODAY)
    book.checks.decide(checked(book, later, TODAY - timedelta(days=9)), Outcome.RESET, "", TODAY + timedelta(days=1))
    found, hook = posted(commands.ShowVerdict)
    async with opened(book, hook=hook) as pilot:
        to_do = shown(pilot.app).split("Your clients")[0]
        assert "Second look: Hasty" in to_do
        assert "since 19 Nov" in to_do
        assert "Look again: Calm" in to_do
        assert "you: last try · due today" in to_do
        assert "Later" not in to_do
        await press(pilot, "enter")
    assert len(found) == 1


async def test_keys_act_on_the_client_under_the_cursor(book: Casebook) -> None:
    light, heavy = (book.clients.add(name).id for name in ("Light", "Heavy"))
    checked(book, heavy, TODAY, *told_kept("after_hours", 4))
    found, hook = posted(commands.StartCheck, commands.ShowClient, commands.AddClient)
    async with opened(book, hook=hook) as pilot:
        assert "Nothing is due today." in shown(pilot.app)
        assert shown(pilot.app).index("Heavy") < shown(pilot.app).index("Light")
        await press(pilot, "down", "enter")
        await press(pilot, "escape")
        await press(pilot, "n")
    assert [(type(each), each.client_id) for each in found] == [
        (commands.ShowClient, light),
        (commands.StartCheck, light),
    ]


async def test_the_cursor_stays_on_its_client_when_another_terminal_writes(book: Casebook) -> None:
    first, second = (book.clients.add(name).id for name in ("First", "Second"))
    book.audit.conclude(book.audit.begin())
    async with opened(book) as pilot:
        rows = pilot.app.screen.query_one(RowList)
        rows.highlighted = next(i for i, each in enumerate(rows.options) if each.id == f"client:{first}")
        checked(book, second, TODAY, *told_kept("after_hours", 4))
        pilot.app.screen.refresh_place()
        await settled(pilot)
        assert rows.current == f"client:{first}"
        book.clients.archive(first)
        pilot.app.screen.refresh_place()
        await settled(pilot)
        assert rows.current == f"client:{second}"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_any_name_is_shown_as_text_at_any_size(book: Casebook, size: tuple[int, int]) -> None:
    for name in HOSTILE:
        client = book.clients.add(name)
        book.checks.begin(client.id, Depth.QUICK)
        checked(book, client.id, date(2026, 10, 1), *told_kept("scope_creep", 2))
    async with opened(book, size=size) as pilot:
        assert "[@click=app." in shown(pilot.app)
        assert not {"\x1b", "\x9b", "\u202e"} & set(shown(pilot.app))
        await pilot.resize_terminal(70, 22)
        await settled(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)
        assert all(len(line) <= 70 or not line.isascii() for line in shown(pilot.app).splitlines())
