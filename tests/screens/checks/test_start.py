"""The form before a check in a running app: which check, which weeks, which day."""

from datetime import date

import pytest
from textual.pilot import Pilot

from coach.casebook.book import Casebook
from coach.engine.interview.instrument import Depth
from screens.checks.ask import AskScreen
from screens.frame import commands
from screens.frame.form import FormDialog
from screens.today.today import TodayScreen
from screens.widgets.fields.clean_input import CleanInput
from tests.screens.pilots import opened, press, show
from tests.screens.shown import shown
from tests.shared.book import HOSTILE, TODAY


def begun(pilot: Pilot[int]) -> tuple[str, date, date | None]:
    screen = pilot.app.screen
    assert isinstance(screen, AskScreen)
    row = screen.current.sitting.assessment
    return row.depth, row.on_day, row.since_day


@pytest.mark.parametrize(("key", "depth"), [("1", "quick"), ("2", "full")])
async def test_one_key_begins_a_check_of_the_usual_weeks(book: Casebook, key: str, depth: str) -> None:
    async with opened(book, commands.StartCheck(book.clients.add("Acme").id)) as pilot:
        assert "since 24 October 2026, 4 weeks," in shown(pilot.app)
        await press(pilot, key)
        assert begun(pilot) == (depth, TODAY, date(2026, 10, 24))


@pytest.mark.parametrize(
    ("keys", "which"),
    [
        (("enter", *"31 Oct", "enter", "enter"), ("quick", TODAY, date(2026, 10, 3))),
        ((*"2026-08-15", "enter", "enter", "2", "enter"), ("full", date(2026, 8, 15), date(2026, 7, 18))),
        ((*"15 Aug", "enter", *"1 Aug", "enter", "2", "enter"), ("full", date(2026, 8, 15), date(2026, 7, 4))),
    ],
    ids=["other weeks", "an earlier day", "both"],
)
async def test_other_weeks_and_an_earlier_day_are_asked_where_they_are_chosen(
    book: Casebook, keys: tuple[str, ...], which: tuple[str, date, date]
) -> None:
    async with opened(book, commands.StartCheck(book.clients.add("Acme").id)) as pilot:
        await press(pilot, "3", *keys)
        assert begun(pilot) == which


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ((*"32 Oct", "enter"), "read that day"),
        ((*"2026-12-01", "enter"), "still to come"),
        ((*"2026-08-15", "enter", *"2026-08-16", "enter"), "speaks of 15 August 2026"),
    ],
)
async def test_a_day_that_will_not_do_is_said_so_and_stays_in_the_field(
    book: Casebook, keys: tuple[str, ...], said: str
) -> None:
    async with opened(book, commands.StartCheck(book.clients.add("Acme").id)) as pilot:
        await press(pilot, "3", *keys)
        assert said in shown(pilot.app)
        assert isinstance(pilot.app.focused, CleanInput) and pilot.app.focused.value in "".join(keys)
        await press(pilot, "escape", "3")
        assert isinstance(pilot.app.screen, TodayScreen)
        assert not book.checks.unfinished()


async def test_a_check_left_open_stands_first_and_beside_a_new_one(book: Casebook) -> None:
    client = book.clients.add("Acme")
    left = book.checks.begin(client.id, Depth.QUICK)
    async with opened(book, commands.StartCheck(client.id)) as pilot:
        assert "Go on with the quick check of 21 November 2026, 0 of" in shown(pilot.app)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, AskScreen)
        assert pilot.app.screen.current.sitting.assessment.id == left.assessment.id
        await pilot.press("q")
        await show(pilot, commands.StartCheck(client.id))
        await press(pilot, "2")
        assert begun(pilot)[0] == "full"
    assert len(book.checks.unfinished(client.id)) == 2


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
        assert isinstance(pilot.app.screen, FormDialog)
        assert client.name[:8] in seen
        assert "Go on with" in seen
        assert not set(seen) & {"\x1b", "\x07", "\x9b", "\u202e"}
