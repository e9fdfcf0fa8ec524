"""One client's page in a running app: tabs, what Enter opens, setting aside, a client that is gone."""

from datetime import date

import pytest

from coach.casebook.book import Casebook
from coach.engine.interview.answer import chosen, figure
from coach.engine.interview.instrument import Depth
from coach.engine.pulse import DREAD, KEPT, OUT_OF_HOURS, UNPAID
from coach.engine.verdict.verdict import Outcome
from screens.frame import commands
from screens.routes import client_page
from screens.today.today import TodayScreen
from screens.widgets.chart.heat_strip import HeatStrip
from screens.widgets.chart.trend_chart import TrendChart
from screens.widgets.frame.tab_line import TabLine
from tests.screens.pilots import opened, press, settled, show
from tests.screens.shown import flowing, posted, shown
from tests.shared.book import HOSTILE, TODAY
from tests.shared.checks import checked, told_kept


async def test_an_unchecked_client_offers_the_first_check(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    found, hook = posted(commands.StartCheck)
    async with opened(book, client_page(client), hook=hook) as pilot:
        assert "Not checked yet" in shown(pilot.app)
        await press(pilot, "enter")
    assert [each.client_id for each in found] == [client]


async def test_now_says_what_why_and_what_was_decided(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    told = checked(book, client, TODAY, *told_kept("after_hours", 3), *told_kept("scope_creep", 2))
    book.checks.decide(told, Outcome.RESET, "", date(2026, 12, 19))
    found, hook = posted(commands.ShowVerdict)
    async with opened(book, client_page(client), hook=hook) as pilot:
        text = flowing(pilot.app)
        assert "Plan the exit" in text
        assert "You decided on 21 Nov: last try. To look at again on 19 Dec." in text
        assert "adds up to 10 points" in text
        assert "Next: Read what your contract says" in text
        await press(pilot, "enter")
    assert [each.assessment_id for each in found] == [told.assessment.id]


async def test_an_unfinished_check_is_offered_first(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    checked(book, client, TODAY)
    left = book.checks.begin(client, Depth.FULL)
    found, hook = posted(commands.ResumeCheck)
    async with opened(book, client_page(client), hook=hook) as pilot:
        await press(pilot, "enter")
    assert [each.assessment_id for each in found] == [left.assessment.id]


@pytest.mark.parametrize(("depth", "deepened"), [(Depth.QUICK, 1), (Depth.FULL, 0)])
async def test_only_a_quick_check_can_be_deepened(book: Casebook, depth: Depth, deepened: int) -> None:
    client = book.clients.add("Acme").id
    checked(book, client, TODAY, depth=depth)
    found, hook = posted(commands.DeepenCheck)
    async with opened(book, client_page(client), hook=hook) as pilot:
        await press(pilot, "f")
    assert len(found) == deepened


@pytest.mark.parametrize(
    ("often", "said"),
    [
        ((), "Nothing to draw yet."),
        ((1,), "a second one makes a trend"),
        ((1, 3), "What is theirs went from 2 to 6 points since 21 September 2026."),
        ((2, 2), "What is theirs stands at 4 points, as on 21 September 2026."),
        ((1, 2, 3, 4), "What is theirs is rising: 2 points on 21 July 2026, 8 now."),
        ((4, 3, 2, 1), "What is theirs is falling: 8 points on 21 July 2026, 2 now."),
        ((2, 2, 2, 2), "What is theirs stands at 4 points, as on 21 July 2026."),
        ((2, 4, 1, 2), "What is theirs goes up and down: 4 points on 21 July 2026, 4 now."),
        ((1, 2, 4, 1), "rose from 2 points on 21 July 2026 to 8 on 21 Sep, and stands at 2 now."),
        ((4, 1, 1, 4), "fell from 8 points on 21 July 2026 to 2 on 21 Aug, and stands at 8 now."),
    ],
)
async def test_the_trend_says_what_its_points_allow(book: Casebook, often: tuple[int, ...], said: str) -> None:
    client = book.clients.add("Acme").id
    for month, frequency in zip(range(11 - len(often), 11), often, strict=True):
        checked(book, client, TODAY.replace(month=month), *told_kept("after_hours", frequency))
    async with opened(book, client_page(client, "trends")) as pilot:
        screen = pilot.app.screen
        assert said in flowing(pilot.app)
        assert screen.query_one(TrendChart).display == bool(often)


async def test_trends_without_a_check_name_the_key_that_draws_the_check_ins(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    book.check_ins.record(
        client, figure(OUT_OF_HOURS, 2), figure(UNPAID, 30), chosen(DREAD, "wary"), chosen(KEPT, "mostly")
    )
    async with opened(book, client_page(client, "trends")) as pilot:
        assert "Press m to draw what your check-ins" in flowing(pilot.app)


async def test_points_are_read_then_esc_returns_to_the_tabs_and_the_figures_can_be_shown(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    for month in (8, 9):
        checked(book, client, TODAY.replace(month=month), *told_kept("after_hours", month - 6))
    async with opened(book, client_page(client)) as pilot:
        screen = pilot.app.screen
        await press(pilot, "2", "enter")
        assert isinstance(pilot.app.focused, TrendChart)
        await press(pilot, "3", "escape")
        assert (screen.tab, pilot.app.screen, pilot.app.focused) == ("trends", screen, None)
        await press(pilot, "v")
        rows = [line.split() for line in shown(pilot.app).splitlines() if "2026" in line and "quick" in line]
        assert [row[-5:] for row in rows] == [["Sep", "2026", "quick", "6", "0"], ["Aug", "2026", "quick", "4", "0"]]
        await press(pilot, "right", "right", "right", "right")
        assert screen.tab == "history"
        await press(pilot, "right", *["left"] * 5)
        assert screen.tab == "trends"


async def test_the_point_read_and_the_row_of_figures_open_their_own_check(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    days = [TODAY.replace(month=8), TODAY.replace(month=9), TODAY.replace(month=9), TODAY.replace(month=10)]
    told = [
        checked(book, client, day, *told_kept("after_hours", often))
        for often, day in zip((1, 2, 3, 1), days, strict=True)
    ]
    found, hook = posted(commands.ShowVerdict)
    async with opened(book, hook=hook) as pilot:
        for left in range(4):
            await show(pilot, client_page(client, "trends"))
            await press(pilot, "enter", *["left"] * left, "enter")
        for down in range(4):
            await show(pilot, client_page(client, "trends"))
            await press(pilot, "v", *["down"] * down, "enter")
    newest_first = [each.assessment.id for each in reversed(told)]
    assert [each.assessment_id for each in found] == newest_first * 2


async def test_the_picture_has_what_was_decided_and_the_lines_it_is_read_against(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    checked(book, client, TODAY.replace(month=9), *told_kept("after_hours", 2))
    told = checked(book, client, TODAY.replace(month=10), *told_kept("after_hours", 3))
    book.checks.decide(told, Outcome.RESET, "", None)
    with book.store.write("rung", book.clock.now(), client) as writer:
        row = {"boundary": "office_hours", "client_id": client, "how": "", "on_day": "2026-10-01"}
        writer.insert("rung", {**row, "rung": "told"})
        writer.insert("rung", {**row, "rung": "decided"})
        writer.insert("reset", {"client_id": client, "starts": "2026-10-05", "ends": "2027-01-05", "outcome": ""})
    async with opened(book, client_page(client, "trends"), (120, 40)) as pilot:
        screen = pilot.app.screen
        chart = screen.query_one(TrendChart)
        name = book.library.words.say("boundaries", "office_hours.name")
        assert [(mark.day, mark.label) for mark in chart.marks] == [
            (date(2026, 9, 21), f"told: {name}"),
            (date(2026, 10, 5), "last try begins"),
            (TODAY, "you: last try"),
        ]
        limits = book.library.model.thresholds
        assert {(band.label, band.value) for band in chart.bands} == {
            ("exit", limits["A"].value),
            ("last try", limits["C"].value),
        }
        assert "you: last try" in shown(pilot.app) and "21 Sep 2026 to 21 Nov 2026" in shown(pilot.app)


async def test_weeks_have_their_key_and_stand_under_the_picture_where_there_is_room(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    for month in (8, 9):
        checked(book, client, TODAY.replace(month=month), *told_kept("after_hours", month - 6))
    async with opened(book, client_page(client, "trends")) as pilot:
        screen = pilot.app.screen
        strip, chart = screen.query_one(HeatStrip), screen.query_one(TrendChart)
        assert (strip.display, chart.display) == (False, True)
        await press(pilot, "h")
        assert (strip.display, chart.display) == (True, False)
        assert "no check" in shown(pilot.app)
        await pilot.press("h")
        await pilot.resize_terminal(80, 30)
        await settled(pilot)
        assert (strip.display, chart.display) == (True, True)
        assert "no check" in shown(pilot.app) and "Theirs 6" in shown(pilot.app)
        await press(pilot, "h", "v")
        assert (strip.display, chart.display) == (False, False)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_console_without_braille_gets_ascii(
    book: Casebook, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    client = book.clients.add("Acme").id
    for month in (8, 9):
        checked(book, client, TODAY.replace(month=month), *told_kept("after_hours", month - 6))
    monkeypatch.setenv("TERM", "linux")
    async with opened(book, client_page(client, "trends"), size) as pilot:
        screen = pilot.app.screen
        chart = screen.query_one(TrendChart)
        assert all(chart.render_line(y).text.isascii() for y in range(chart.size.height))
        assert "* Theirs 6" in shown(pilot.app)


async def test_a_check_set_aside_counts_nowhere_and_undo_brings_it_back(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    old = checked(book, client, TODAY.replace(month=9))
    new = checked(book, client, TODAY, *told_kept("after_hours", 4), *told_kept("scope_creep", 4))
    found, hook = posted(commands.ShowVerdict)
    async with opened(book, client_page(client, "history"), hook=hook) as pilot:
        screen = pilot.app.screen
        assert "Plan the exit" in shown(pilot.app)
        await press(pilot, "x")
        page = book.overview.page(client)
        assert [each.told.id for each in page.history] == [old.id]
        assert "Plan the exit" not in shown(pilot.app)
        await press(pilot, "u")
        assert [each.told.id for each in book.overview.page(client).history] == [new.id, old.id]
        assert screen.tab == "history"
        await press(pilot, "end", "enter")
    assert [each.assessment_id for each in found] == [old.assessment.id]


async def test_a_client_that_is_gone_leads_back_to_today(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    async with opened(book, client_page(client)) as pilot:
        await press(pilot, "u")
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_a_click_turns_to_a_tab_and_esc_goes_back(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    async with opened(book) as pilot:
        before, screen = pilot.app.screen, client_page(client)
        await show(pilot, screen)
        tabs = screen.query_one(TabLine)
        names = [f"{number} {name}" for number, name in enumerate(tabs.tabs.values(), 1)]
        # The last tab is the history; the line begins two cells from its edge.
        await pilot.click(tabs, offset=(2 + len("   ".join(names)) - 1, 0))
        await settled(pilot)
        assert screen.tab == "history"
        await press(pilot, "escape")
        assert pilot.app.screen is before


@pytest.mark.parametrize("name", HOSTILE)
async def test_any_name_is_shown_as_text_on_every_tab_and_at_any_size(book: Casebook, name: str) -> None:
    client = book.clients.add(name)
    for month in (9, 10):
        checked(book, client.id, TODAY.replace(month=month), *told_kept("after_hours", 2))
    async with opened(book, client_page(client.id)) as pilot:
        screen = pilot.app.screen
        sizes = ((60, 20), (120, 40), (80, 24), (60, 20), (120, 40), (80, 24))
        for key, size in zip("123456", sizes, strict=True):
            await pilot.press(key)
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert client.name[:8] in shown(pilot.app)
            assert not {"\x1b", "\x9b", "\u202e"} & set(shown(pilot.app))
        assert screen.tab == "history"
