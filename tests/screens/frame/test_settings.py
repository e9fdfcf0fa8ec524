"""Settings and keys in a running app: kept, applied at once and at the next start, taken back by undo."""

import pytest

from coach.casebook.book import Casebook
from screens.app import CoachApp
from screens.clients.clients import ClientsScreen
from screens.frame import commands
from screens.frame.form import FormDialog
from screens.frame.keys.bindings import FIXED, clash, every_binding, every_key
from screens.frame.keys.screen import KeysScreen
from screens.frame.settings.screen import SettingsScreen
from screens.today.today import TodayScreen
from screens.widgets.lists.row_list import RowList
from tests.screens.pilots import opened, press, settled, show
from tests.screens.shown import shown
from tests.shared.book import TODAY
from tests.shared.checks import checked, told_kept

SIZES = [(60, 20), (80, 24), (120, 40)]


def cursor_to(app: CoachApp, row: str) -> None:
    rows = app.screen.query_one(RowList)
    rows.highlighted = next(i for i, each in enumerate(rows.options) if each.id == row)


@pytest.mark.parametrize("size", SIZES)
async def test_every_setting_is_in_sight_and_says_what_stands(book: Casebook, size: tuple[int, int]) -> None:
    async with opened(book, size=size) as pilot:
        await press(pilot, "comma")
        assert isinstance(pilot.app.screen, SettingsScreen)
        for row in pilot.app.screen.query_one(RowList).sections[0].rows:
            assert row.cells[0].plain in shown(pilot.app)
            assert row.cells[1].plain
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_a_theme_is_seen_while_choosing_kept_by_enter_and_left_by_esc(book: Casebook) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma", "enter")
        await press(pilot, "down")
        assert app.theme == "coach-light"
        await press(pilot, "escape")
        assert app.theme == "coach-dark"
        await press(pilot, "enter")
        await press(pilot, "down", "enter")
        assert app.theme == "coach-light"
        assert "coach-light" in shown(app)
    assert book.settings.get("theme") == "coach-light"
    again = CoachApp(book)
    assert again.theme == "coach-light"


def test_without_colours_a_theme_that_borrows_the_terminals_is_not_used(
    book: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.settings.set("theme", "ansi-dark")
    assert CoachApp(book).theme == "ansi-dark"
    monkeypatch.setenv("NO_COLOR", "1")
    assert CoachApp(book).theme == "coach-dark"


@pytest.mark.parametrize("kept", [None, 7, [], "no such theme", {"x": 1}])
def test_a_setting_that_makes_no_sense_is_passed_over(book: Casebook, kept: object) -> None:
    for name in ("theme", "reduced_motion", "discreet", "keys", "editor"):
        book.settings.set(name, kept)
    app = CoachApp(book)
    assert app.theme == "coach-dark"
    assert not app.discretion
    assert app.animation_level == "full"


async def test_motion_and_plain_mode_are_turned_kept_and_taken_back(book: Casebook) -> None:
    async with opened(book) as pilot:
        await press(pilot, "comma")
        for row, name in (("reduced_motion", "Reduced motion"), ("plain", "Plain prompts")):
            cursor_to(pilot.app, row)
            await press(pilot, "enter")
            assert book.settings.get(row) is True
            assert f"Saved: {name}" in " ".join(shown(pilot.app).replace("▌", " ").split())
        assert pilot.app.animation_level == "none"
        await press(pilot, "u", "u")
        assert pilot.app.animation_level == "full"
        assert book.settings.get("plain") is None
        assert shown(pilot.app).count(" on\n") == 0


async def test_a_key_is_given_to_something_else_and_shown_wherever_it_stands(book: Casebook) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await show(pilot, commands.ShowKeys())
        for row, key in (("today.key.add", "plus"), ("app.clients", "j")):
            cursor_to(app, row)
            await press(pilot, "enter", key)
        assert book.settings.get("keys") == {"today.key.add": "plus", "app.clients": "j"}
        assert "was a" in shown(app) or "was c" in shown(app)
    again = CoachApp(book)
    async with again.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "j Clients" in shown(again).splitlines()[0]
        assert "+ Add a client" in shown(again).splitlines()[-1]
        await press(pilot, "a", "c")
        assert isinstance(again.screen, TodayScreen)
        await press(pilot, "plus")
        assert isinstance(again.screen, FormDialog)
        await press(pilot, "escape")
        await press(pilot, "question_mark")
        assert any(line.split()[1:3] == ["j", "Go"] for line in shown(again).splitlines())
        await press(pilot, "escape", "j")
        assert isinstance(again.screen, ClientsScreen)
        again.post_message(commands.ShowKeys())
        await settled(pilot)
        await press(pilot, "r")
        await press(pilot, "escape", "t")
        await press(pilot, "a")
        assert isinstance(again.screen, FormDialog)


async def test_a_key_that_is_taken_is_named_and_refused(book: Casebook) -> None:
    async with opened(book, commands.ShowKeys()) as pilot:
        cursor_to(pilot.app, "today.key.add")
        await press(pilot, "enter", "n")
        assert "n is taken: New check." in shown(pilot.app)
        await press(pilot, "ctrl+p")
        assert "Ctrl+P is taken: Find a command or a client." in shown(pilot.app)
        await press(pilot, "tab")
        assert "stays as it is on every screen" in shown(pilot.app)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, KeysScreen)
        cursor_to(pilot.app, "app.quit")
        await press(pilot, "enter", "n")
        assert "n is taken" in shown(pilot.app)
    assert book.settings.get("keys") is None


async def test_two_meanings_of_one_key_move_together(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    book.settings.set("keys", {"clients.key.put_away": "z", "clients.key.take_out": "z"})
    async with opened(book) as pilot:
        await press(pilot, "c", "z")
        assert book.clients.one(client).state == "archived"
        await press(pilot, "A", "z")
        assert book.clients.one(client).state == "active"
    row = next(each for each in every_key(book.library.words) if "clients.key.put_away" in each.ids)
    assert "clients.key.take_out" in row.ids


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
    }
    assert {frozenset(pair) for pair in found} <= {frozenset(pair) for pair in meant}


async def test_a_pressed_twice_opens_one_dialog(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    told = checked(book, client, TODAY, *told_kept("after_hours", 3))
    async with opened(book) as pilot:
        for message in (
            commands.AddClient(),
            commands.StartCheck(client),
            commands.ShowVerdict(told.assessment.id),
            commands.TakeDecision(told.assessment.id),
            commands.ShowClient(client),
            commands.ShowSettings(),
        ):
            depth = len(pilot.app.screen_stack)
            pilot.app.post_message(message)
            await show(pilot, message)
            assert len(pilot.app.screen_stack) == depth + 1
            pilot.app.pop_screen()
            await settled(pilot)
