"""The dialog before a check in a running app: which check, which weeks, which day."""

from datetime import date

import pytest
from textual.pilot import Pilot

from coach.casebook.book import Casebook
from coach.engine.interview.instrument import Depth
from screens.checks.ask import AskScreen
from screens.checks.start import StartCheckDialog
from screens.frame import commands
from screens.today.today import TodayScreen
from screens.widgets.fields.clean_input import CleanInput
from tests.screens.pilots import opened, press, settled, show
from tests.screens.shown import shown
from tests.shared.book import HOSTILE, TODAY


def begun(pilot: Pilot[int]) -> AskScreen:
    screen = pilot.app.screen
    assert isinstance(screen, AskScreen)
    return screen


@pytest.mark.parametrize(("key", "depth"), [("1", "quick"), ("2", "full")])
async def test_one_key_chooses_and_begins(book: Casebook, key: str, depth: str) -> None:
    async with opened(book, commands.StartCheck(book.clients.add("Acme").id)) as pilot:
        assert "since 24 October 2026, 4 weeks," in shown(pilot.app)
        await press(pilot, key)
        row = begun(pilot).current.sitting.assessment
        assert (row.depth, row.on_day, row.since_day) == (depth, TODAY, date(2026, 10, 24))


async def test_other_weeks_end_on_the_day_that_is_typed(book: Casebook) -> None:
    async with opened(book, commands.StartCheck(book.clients.add("Acme").id)) as pilot:
        await pilot.press("w", *"31", "space", *"Oct", "enter")
        assert "3 October 2026 to 31 October 2026" in shown(pilot.app)
        await press(pilot, "1")
        row = begun(pilot).current.sitting.assessment
        assert (row.on_day, row.since_day) == (TODAY, date(2026, 10, 3))
        await pilot.press("enter")
        assert "3 October 2026 to 31 October 2026" in shown(pilot.app)


async def test_an_earlier_day_dates_the_check(book: Casebook) -> None:
    async with opened(book, commands.StartCheck(book.clients.add("Acme").id)) as pilot:
        await press(pilot, "o", *"2026-08-15", "enter", "2")
        row = begun(pilot).current.sitting.assessment
        assert (row.on_day, row.since_day) == (date(2026, 8, 15), date(2026, 7, 18))


@pytest.mark.parametrize(
    ("typed", "said"),
    [("32 Oct", "read that day"), ("[/]", "read that day"), ("2026-12-01", "still to come"), ("", "read that day")],
)
async def test_a_day_that_will_not_do_is_said_so_and_stays_in_the_field(book: Casebook, typed: str, said: str) -> None:
    async with opened(book, commands.StartCheck(book.clients.add("Acme").id)) as pilot:
        await pilot.press("o")
        pilot.app.screen.query_one(CleanInput).value = typed
        await pilot.press("enter")
        assert said in shown(pilot.app)
        assert pilot.app.screen.query_one(CleanInput).value == typed
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, StartCheckDialog)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, TodayScreen)
        assert not book.checks.unfinished()


async def test_weeks_after_the_day_of_the_check_will_not_do(book: Casebook) -> None:
    async with opened(book, commands.StartCheck(book.clients.add("Acme").id)) as pilot:
        await pilot.press("o", *"2026-08-15", "enter", "w", *"2026-08-16", "enter")
        assert "speaks of 15 August 2026" in shown(pilot.app)


async def test_a_check_left_open_is_offered_first_and_stays_beside_a_new_one(book: Casebook) -> None:
    client = book.clients.add("Acme")
    left = book.checks.begin(client.id, Depth.QUICK)
    async with opened(book, commands.StartCheck(client.id)) as pilot:
        assert "is not finished: 0 of" in shown(pilot.app)
        await press(pilot, "enter")
        assert begun(pilot).current.sitting.assessment.id == left.assessment.id
        await pilot.press("q")
        await show(pilot, commands.StartCheck(client.id))
        await press(pilot, "2")
        assert begun(pilot).current.sitting.assessment.id != left.assessment.id
    assert len(book.checks.unfinished(client.id)) == 2


async def test_a_click_begins(book: Casebook) -> None:
    async with opened(book, commands.StartCheck(book.clients.add("Acme").id)) as pilot:
        await pilot.click("LineList", offset=(8, 1))
        await settled(pilot)
        assert begun(pilot).current.sitting.assessment.depth == "full"


async def test_a_client_who_is_gone_opens_nothing(book: Casebook) -> None:
    async with opened(book, commands.StartCheck(99)) as pilot:
        assert isinstance(pilot.app.screen, TodayScreen)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_any_name_is_shown_as_text_and_everything_fits(book: Casebook, name: str, size: tuple[int, int]) -> None:
    client = book.clients.add(name)
    book.checks.begin(client.id, Depth.FULL)
    async with opened(book, commands.StartCheck(client.id), size) as pilot:
        seen = shown(pilot.app)
        assert client.name[:8] in seen
        assert "An earlier day" in seen
        assert not set(seen) & {"\x1b", "\x07", "\x9b", "\u202e"}
