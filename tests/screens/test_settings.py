"""Settings and keys in a running app: kept, applied at once and at the next start, taken back by undo."""

import pytest

from coach.casebook.book import Casebook
from screens.app import CoachApp
from screens.clients.clients import ClientsScreen
from screens.frame import commands
from screens.frame.key_list import FIXED, clash, every_binding, every_key
from screens.frame.keys import KeysScreen
from screens.frame.name_dialog import NameDialog
from screens.frame.settings import SettingsScreen
from screens.today.today import TodayScreen
from screens.widgets.lists.row_list import RowList
from tests.screens.places import TODAY, checked, told_kept
from tests.screens.shown import shown

SIZES = [(60, 20), (80, 24), (120, 40)]


def cursor_to(app: CoachApp, row: str) -> None:
    rows = app.screen.query_one(RowList)
    rows.highlighted = next(i for i, each in enumerate(rows.options) if each.id == row)


@pytest.mark.parametrize("size", SIZES)
async def test_every_setting_is_in_sight_and_says_what_stands(book: Casebook, size: tuple[int, int]) -> None:
    app = CoachApp(book)
    async with app.run_test(size=size) as pilot:
        await pilot.press("comma")
        await pilot.pause()
        assert isinstance(app.screen, SettingsScreen)
        for row in app.screen.query_one(RowList).sections[0].rows:
            assert row.cells[0].plain in shown(app)
            assert row.cells[1].plain
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)


async def test_a_theme_is_seen_while_choosing_kept_by_enter_and_left_by_esc(book: Casebook) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma", "enter")
        await pilot.pause()
        await pilot.press("down")
        await pilot.pause()
        assert app.theme == "coach-light"
        await pilot.press("escape")
        await pilot.pause()
        assert app.theme == "coach-dark"
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.theme == "coach-light"
        assert "coach-light" in shown(app)
    assert book.setting("theme") == "coach-light"
    again = CoachApp(book)
    assert again.theme == "coach-light"


def test_without_colours_a_theme_that_borrows_the_terminals_is_not_used(
    book: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.set_setting("theme", "ansi-dark")
    assert CoachApp(book).theme == "ansi-dark"
    monkeypatch.setenv("NO_COLOR", "1")
    assert CoachApp(book).theme == "coach-dark"


@pytest.mark.parametrize("kept", [None, 7, [], "no such theme", {"x": 1}])
def test_a_setting_that_makes_no_sense_is_passed_over(book: Casebook, kept: object) -> None:
    for name in ("theme", "reduced_motion", "discreet", "keys", "editor"):
        book.set_setting(name, kept)
    app = CoachApp(book)
    assert app.theme == "coach-dark"
    assert not app.discretion
    assert app.animation_level == "full"


async def test_motion_and_plain_mode_are_turned_kept_and_taken_back(book: Casebook) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("comma")
        await pilot.pause()
        for row, name in (("reduced_motion", "Reduced motion"), ("plain", "Plain prompts")):
            cursor_to(app, row)
            await pilot.press("enter")
            await pilot.pause()
            assert book.setting(row) is True
            assert f"Saved: {name}" in " ".join(shown(app).replace("▌", " ").split())
        assert app.animation_level == "none"
        await pilot.press("u", "u")
        await pilot.pause()
        assert app.animation_level == "full"
        assert book.setting("plain") is None
        assert shown(app).count(" on\n") == 0


async def test_a_key_is_given_to_something_else_and_shown_wherever_it_stands(book: Casebook) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.post_message(commands.ShowKeys())
        await pilot.pause()
        for row, key in (("today.key.add", "plus"), ("app.clients", "j")):
            cursor_to(app, row)
            await pilot.press("enter", key)
            await pilot.pause()
        assert book.setting("keys") == {"today.key.add": "plus", "app.clients": "j"}
        assert "was a" in shown(app) or "was c" in shown(app)
    again = CoachApp(book)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "j Clients" in shown(again).splitlines()[0]
        assert "+ Add a client" in shown(again).splitlines()[-1]
        await pilot.press("a", "c")
        await pilot.pause()
        assert isinstance(again.screen, TodayScreen)
        await pilot.press("plus")
        await pilot.pause()
        assert isinstance(again.screen, NameDialog)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        assert any(line.split()[1:3] == ["j", "Go"] for line in shown(again).splitlines())
        await pilot.press("escape", "j")
        await pilot.pause()
        assert isinstance(again.screen, ClientsScreen)
        again.post_message(commands.ShowKeys())
        await pilot.pause()
        await pilot.press("r")
        await pilot.pause()
        await pilot.press("escape", "t")
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        assert isinstance(again.screen, NameDialog)


async def test_a_key_that_is_taken_is_named_and_refused(book: Casebook) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.post_message(commands.ShowKeys())
        await pilot.pause()
        cursor_to(app, "today.key.add")
        await pilot.press("enter", "n")
        await pilot.pause()
        assert "n is taken: New check." in shown(app)
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert "Ctrl+P is taken: Find a command or a client." in shown(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "stays as it is on every screen" in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, KeysScreen)
        cursor_to(app, "app.quit")
        await pilot.press("enter", "n")
        await pilot.pause()
        assert "n is taken" in shown(app)
    assert book.setting("keys") is None


async def test_two_meanings_of_one_key_move_together(book: Casebook) -> None:
    client = book.add_client("Acme").id
    book.set_setting("keys", {"clients.key.put_away": "z", "clients.key.take_out": "z"})
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "z")
        await pilot.pause()
        assert book.client(client).state == "archived"
        await pilot.press("A", "z")
        await pilot.pause()
        assert book.client(client).state == "active"
    row = next(each for each in every_key(book.library.words) if "clients.key.put_away" in each.ids)
    assert "clients.key.take_out" in row.ids


async def test_the_dialog_before_a_check_says_the_keys_that_stand(book: Casebook) -> None:
    client = book.add_client("Acme").id
    book.set_setting("keys", {"start_check.key.weeks": "y"})
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.post_message(commands.StartCheck(client))
        await pilot.pause()
        assert "y  Other weeks" in shown(app)
        await pilot.press("y")
        await pilot.pause()
        assert "Which day ended your last normal weeks?" in shown(app)


def test_every_binding_has_an_id_of_its_own_and_words(book: Casebook) -> None:
    words, owners = book.library.words, {}
    for kind, binding in every_binding():
        where = f"{kind.__name__}: {binding.key} {binding.action}"
        assert binding.id, where
        assert owners.setdefault(binding.id, kind) is kind, where
        assert binding.key in FIXED or any(
            each and words.has("screens", each) for each in (binding.id, binding.description)
        ), where


def test_no_two_keys_that_can_be_changed_stand_in_each_others_way_at_first(book: Casebook) -> None:
    every = every_key(book.library.words)
    found = {(row.ids[0], other.ids[0]) for row in every if (other := clash(row, row.usual, every, {})) and other.ids}
    meant = {
        ("app.settings", "trend.earlier"),
        ("app.quit", "ask.key.leave"),
        ("app.help", "ask.key.why"),
        ("app.help", "limits.key.why"),
        ("app.guide", "ask.key.guide"),
        ("app.guide", "start_check.key.resume"),
    }
    assert {frozenset(pair) for pair in found} <= {frozenset(pair) for pair in meant}


async def test_a_pressed_twice_opens_one_dialog(book: Casebook) -> None:
    client = book.add_client("Acme").id
    told = checked(book, client, TODAY, *told_kept("after_hours", 3))
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for message in (
            commands.AddClient(),
            commands.StartCheck(client),
            commands.ShowVerdict(told.assessment.id),
            commands.TakeDecision(told.assessment.id),
            commands.ShowClient(client),
            commands.ShowSettings(),
        ):
            depth = len(app.screen_stack)
            app.post_message(message)
            app.post_message(message)
            await pilot.pause()
            assert len(app.screen_stack) == depth + 1
            app.pop_screen()
            await pilot.pause()
