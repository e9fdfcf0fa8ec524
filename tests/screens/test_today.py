"""Today in a running app: the welcome, what is due, what Enter and the keys ask for."""

from datetime import date, timedelta

import pytest

from coach.casebook.book import Casebook
from coach.engine.interview.answer import chosen
from coach.engine.interview.instrument import Depth
from coach.engine.verdict.verdict import Outcome
from screens.app import CoachApp
from screens.frame import commands
from screens.frame.name_dialog import NameDialog
from screens.today.today import SOON, TodayScreen
from screens.widgets.lists.row_list import RowList
from tests.screens.places import HOSTILE, TODAY, checked, posted, told_kept
from tests.screens.shown import shown


async def test_the_first_start_says_what_this_is_and_offers_a_check(book: Casebook) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "not a test" in shown(app)
        assert book.places.database.name in "".join(shown(app).split())
        doors = [shown(app).index(door) for door in ("Something just happened", "Check a client", "Look around")]
        assert doors == sorted(doors)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, NameDialog)


async def test_a_check_that_was_left_stands_first_and_enter_goes_on_with_it(book: Casebook) -> None:
    client = book.add_client("Acme Ltd")
    checked(book, book.add_client("Heavy").id, TODAY, *told_kept("after_hours", 4))
    left = book.begin(client.id, Depth.QUICK)
    found, hook = posted(commands.ResumeCheck)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24), message_hook=hook) as pilot:
        await pilot.pause()
        assert "Go on with the check of Acme Ltd" in shown(app)
        for _ in range(20):
            if "0 of " in shown(app):
                break
            await pilot.pause(SOON)
        assert "0 of " in shown(app)
        await pilot.press("enter")
        await pilot.pause()
    assert [each.assessment_id for each in found] == [left.assessment.id]


async def test_a_second_look_and_a_decision_to_look_at_again_are_due_on_their_day(book: Casebook) -> None:
    hasty, calm, later = (book.add_client(name).id for name in ("Hasty", "Calm", "Later"))
    checked(book, hasty, TODAY - timedelta(days=4), chosen("recent", "yes"), depth=Depth.FULL)
    book.decide(checked(book, calm, TODAY - timedelta(days=9)), Outcome.RESET, "", TODAY)
    book.decide(checked(book, later, TODAY - timedelta(days=9)), Outcome.RESET, "", TODAY + timedelta(days=1))
    found, hook = posted(commands.ShowVerdict)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24), message_hook=hook) as pilot:
        await pilot.pause()
        to_do = shown(app).split("Your clients")[0]
        assert "Second look: Hasty" in to_do
        assert "since 19 Nov" in to_do
        assert "Look again: Calm" in to_do
        assert "you: last try · due today" in to_do
        assert "Later" not in to_do
        await pilot.press("enter")
        await pilot.pause()
    assert len(found) == 1


async def test_keys_act_on_the_client_under_the_cursor(book: Casebook) -> None:
    light, heavy = (book.add_client(name).id for name in ("Light", "Heavy"))
    checked(book, heavy, TODAY, *told_kept("after_hours", 4))
    found, hook = posted(commands.StartCheck, commands.ShowClient, commands.AddClient)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24), message_hook=hook) as pilot:
        await pilot.pause()
        assert "Nothing is due today." in shown(app)
        assert shown(app).index("Heavy") < shown(app).index("Light")
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
    assert [(type(each), each.client_id) for each in found] == [
        (commands.ShowClient, light),
        (commands.StartCheck, light),
    ]


async def test_the_cursor_stays_on_its_client_when_another_terminal_writes(book: Casebook) -> None:
    first, second = (book.add_client(name).id for name in ("First", "Second"))
    book.conclude_audit(book.begin_audit())
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        rows = app.screen.query_one(RowList)
        rows.highlighted = next(i for i, each in enumerate(rows.options) if each.id == f"client:{first}")
        checked(book, second, TODAY, *told_kept("after_hours", 4))
        app.screen.refresh_place()
        await pilot.pause()
        assert rows.current == f"client:{first}"
        book.archive(first)
        app.screen.refresh_place()
        await pilot.pause()
        assert rows.current == f"client:{second}"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_any_name_is_shown_as_text_at_any_size(book: Casebook, size: tuple[int, int]) -> None:
    for name in HOSTILE:
        client = book.add_client(name)
        book.begin(client.id, Depth.QUICK)
        checked(book, client.id, date(2026, 10, 1), *told_kept("scope_creep", 2))
    app = CoachApp(book)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "[@click=app." in shown(app)
        assert not {"\x1b", "\x9b", "\u202e"} & set(shown(app))
        await pilot.resize_terminal(70, 22)
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        assert all(len(line) <= 70 or not line.isascii() for line in shown(app).splitlines())
