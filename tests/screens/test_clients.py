"""The table of clients in a running app: order, filter, putting away, renaming."""

import pytest

from coach.casebook.book import Casebook
from coach.engine.verdict.verdict import Outcome
from screens.clients.clients import ClientsScreen
from screens.frame import commands
from screens.widgets.lists.row_list import RowList
from tests.screens.pilots import opened, press, settled
from tests.screens.shown import posted, shown
from tests.shared.book import HOSTILE, TODAY
from tests.shared.checks import checked, told_kept


def names(screen: ClientsScreen) -> list[str]:
    rows = [row.id for section in screen.query_one(RowList).sections for row in section.rows]
    return [next(line.client.name for line in screen.lines if str(line.client.id) == row) for row in rows]


async def test_nobody_yet_says_what_to_press(book: Casebook) -> None:
    async with opened(book, ClientsScreen()) as pilot:
        assert "Press a to add a client" in shown(pilot.app)


async def test_a_row_shows_recommendation_decision_points_and_day(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    told = checked(book, client, TODAY, *told_kept("after_hours", 3), *told_kept("scope_creep", 2))
    book.checks.decide(told, Outcome.KEEP, "", None)
    async with opened(book, ClientsScreen(), (120, 40)) as pilot:
        row = next(line for line in shown(pilot.app).splitlines() if "Acme" in line)
        assert row.split() == ["▸", "Acme", "plan", "the", "exit", "keep", "10", "0", "21", "Nov"]


async def test_bars_come_with_the_second_check_and_an_arrow_with_the_fourth(book: Casebook) -> None:
    two, four = (book.clients.add(name).id for name in ("Two checks", "Four checks"))
    for month in (7, 8, 9, 10):
        day = TODAY.replace(month=month)
        checked(book, four, day, *told_kept("after_hours", month - 6))
        if month > 8:
            checked(book, two, day, *told_kept("after_hours", month - 7))
    async with opened(book, ClientsScreen(), (120, 40)) as pilot:
        rows = {line[5:8]: line for line in shown(pilot.app).splitlines() if "checks" in line}
        bars, arrows = set("▁▂▃▄▅▆▇█"), set("↑→↓")
        drawn = {
            name.strip(): (sum(c in bars for c in row), sum(c in arrows for c in row)) for name, row in rows.items()
        }
        assert sorted(drawn.values()) == [(2, 0), (4, 1)]


async def test_the_trends_of_all_have_one_scale_and_a_direction_from_four_points_on(book: Casebook) -> None:
    heavy, light, old = (book.clients.add(name).id for name in ("Heavy", "Light", "Old"))
    for month in (7, 8, 9, 10):
        checked(book, heavy, TODAY.replace(month=month), *told_kept("after_hours", month - 6))
    for month in (9, 10):
        checked(book, light, TODAY.replace(month=month), *told_kept("after_hours", 1))
    checked(book, old, TODAY.replace(year=2024), *told_kept("after_hours", 4))
    found, hook = posted(commands.ShowClient)
    async with opened(book, ClientsScreen(), hook=hook) as pilot:
        screen = pilot.app.screen
        await press(pilot, "v")
        rows = {
            name: next(row for row in shown(pilot.app).splitlines() if name in row)
            for name in ("Heavy", "Light", "Old")
        }
        bars = {name: [each for each in row if each in "▁▂▃▄▅▆▇█"] for name, row in rows.items()}
        assert bars == {"Heavy": ["▂", "▄", "▆", "█"], "Light": ["▂", "▂"], "Old": []}
        assert "8" in rows["Heavy"] and "↑ rising" in rows["Heavy"] and "21 Oct" in rows["Heavy"]
        assert not set(rows["Light"]) & set("↑→↓")
        assert rows["Heavy"].index("█") == rows["Light"].rindex("▂")
        await press(pilot, "enter")
        assert [(each.client_id, each.tab) for each in found] == [(int(screen.query_one(RowList).current), "trends")]
        await press(pilot, "escape")
        await press(pilot, "v")
        assert "Recommended" in shown(pilot.app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_trends_of_forty_scroll_and_are_cut_to_the_width(book: Casebook, size: tuple[int, int]) -> None:
    for name in HOSTILE:
        checked(book, book.clients.add(name).id, TODAY, *told_kept("after_hours", 2))
    for number in range(40):
        book.clients.add(f"Client {number:02}")
    async with opened(book, ClientsScreen(), size) as pilot:
        screen = pilot.app.screen
        await press(pilot, "v")
        assert "[@click=app." in shown(pilot.app) and "…" not in shown(pilot.app).split("Theirs")[0]
        assert not {"\x1b", "\x9b", "\u202e"} & set(shown(pilot.app))
        await pilot.press("end")
        await pilot.resize_terminal(79, 23)
        await settled(pilot)
        assert names(screen)[-1] in shown(pilot.app)
        assert "Twelve months" in shown(pilot.app)


async def test_typing_part_of_a_name_narrows_the_list_and_esc_widens_it(book: Casebook) -> None:
    for name in ("Acme", "Borg", "Bach"):
        book.clients.add(name)
    found, hook = posted(commands.ShowClient)
    async with opened(book, ClientsScreen(), hook=hook) as pilot:
        screen = pilot.app.screen
        await press(pilot, "slash", "B", "A")
        assert names(screen) == ["Bach"]
        book.clients.add("Zbach")
        screen.refresh_place()
        await settled(pilot)
        assert set(names(screen)) == {"Bach", "Zbach"}
        await press(pilot, "q")
        assert names(screen) == []
        assert "No client has that in the name" in shown(pilot.app)
        await press(pilot, "escape")
        assert len(names(screen)) == 4
        await press(pilot, "slash", "a", "c", "m", "enter", "enter")
    assert [each.client_id for each in found] == [book.clients.find("Acme").id]


async def test_putting_away_is_kept_undone_and_taken_back(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    async with opened(book, ClientsScreen()) as pilot:
        screen = pilot.app.screen
        await press(pilot, "x")
        assert book.clients.one(client).state == "archived"
        assert names(screen) == []
        await press(pilot, "u")
        assert book.clients.one(client).state == "active"
        await press(pilot, "x", "A")
        assert names(screen) == ["Acme"]
        await press(pilot, "x")
        assert book.clients.one(client).state == "active"


async def test_a_new_name_is_kept_and_a_taken_one_is_refused_beside_what_was_typed(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    book.clients.add("Borg")
    async with opened(book, ClientsScreen()) as pilot:
        screen = pilot.app.screen
        row = screen.query_one(RowList)
        row.highlighted = next(i for i, each in enumerate(row.options) if each.id == str(client))
        await press(pilot, "e")
        await press(pilot, *"Borg", "enter")
        assert "There is already a client called Borg." in shown(pilot.app)
        assert book.clients.one(client).name == "Acme"
        await press(pilot, "2", "enter")
        assert book.clients.one(client).name == "Borg2"
        assert "Borg2" in names(screen)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_any_name_is_shown_as_text_at_any_size(book: Casebook, size: tuple[int, int]) -> None:
    for name in HOSTILE:
        checked(book, book.clients.add(name).id, TODAY, *told_kept("after_hours", 2))
    async with opened(book, ClientsScreen(), size) as pilot:
        assert "[@click=app." in shown(pilot.app)
        assert "Recommended" in shown(pilot.app)
        assert not {"\x1b", "\x9b", "\u202e"} & set(shown(pilot.app))
        await pilot.press("slash", "[", "slash", "]", *["x"] * len(HOSTILE))
        await pilot.resize_terminal(61, 21)
        await settled(pilot)
        assert "[/]" in shown(pilot.app)


async def test_two_hundred_clients_scroll_to_the_last(book: Casebook) -> None:
    for number in range(200):
        book.clients.add(f"Client {number:03}")
    async with opened(book, ClientsScreen()) as pilot:
        screen = pilot.app.screen
        await press(pilot, "end")
        assert names(screen)[-1] in shown(pilot.app)
        assert "Recommended" in shown(pilot.app)
