"""One boundary in a running app: its terms, how far it has come, its steps, and what may go wrong with each."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest
from textual.pilot import Pilot

from coach.casebook.book import Casebook
from coach.casebook.boundaries import THEIRS
from coach.engine.boundary import NOT, Rung, Stage
from screens.boundaries.boundary import BoundaryScreen
from screens.frame import commands
from screens.frame.form import FormDialog
from screens.widgets.fields.clean_input import CleanInput
from screens.widgets.lists.row_list import RowList
from tests.screens.pilots import opened, press, show
from tests.screens.shown import flowing, posted, shown
from tests.shared.book import HOSTILE

SIZES = [(60, 20), (80, 24), (120, 40)]
HOURS = "office_hours"


@asynccontextmanager
async def hours(
    book: Casebook, client_id: int | None = None, tab: str = "stands", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[int], BoundaryScreen]]:
    """The boundary of my hours."""
    screen = BoundaryScreen(HOURS, client_id, tab)
    async with opened(book, screen, size) as pilot:
        yield pilot, screen


@pytest.mark.parametrize("size", SIZES)
async def test_every_tab_shows_its_part(book: Casebook, size: tuple[int, int]) -> None:
    async with hours(book, size=size) as (pilot, screen):
        assert "My hours" in shown(pilot.app) and "Decide on which days" in shown(pilot.app)
        await press(pilot, "2")
        how = book.library.words.say("playbooks", f"{HOURS}.step.{book.boundaries.playbook(HOURS).steps[0].id}.how")
        assert how.split()[0] in shown(pilot.app)
        await press(pilot, "right")
        assert screen.tab == "crossed" and "When it is crossed" in shown(pilot.app)
        await press(pilot, "4")
        assert "Welcome: hours" in shown(pilot.app)


async def test_a_term_is_named_and_decides_the_boundary(book: Casebook) -> None:
    async with hours(book) as (pilot, screen):
        await press(pilot, "down", "down", "down", "down", "enter")
        await press(pilot, *"Mon-Thu", "enter")
        assert book.boundaries.params(HOURS) == {"days": "Mon-Thu"}
        assert pilot.app.screen is screen and "Mon-Thu" in shown(pilot.app)
        assert book.boundaries.standing(HOURS).has(Rung.DECIDED)
        await press(pilot, "u")
        assert book.boundaries.params(HOURS) == {} and not book.boundaries.standing(HOURS).known


async def test_what_differs_for_a_client_and_what_they_asked_stand_beside_mine(book: Casebook) -> None:
    client = book.clients.add("Acme [/] Ltd").id
    book.boundaries.set_term(HOURS, {"from": "9:00"})
    async with hours(book, client) as (pilot, screen):
        assert "with Acme [/] Ltd" in shown(pilot.app)
        rows = screen.query_one("#stands RowList", RowList)
        for row, text in ((f"with:{THEIRS}", "no calls before ten"), ("with:from", "10:00")):
            rows.highlighted = next(place for place, each in enumerate(rows.options) if each.id == row)
            await press(pilot, "enter")
            await press(pilot, *text, "enter")
        assert dict(book.boundaries.terms(client)[HOURS].params) == {"from": "10:00", THEIRS: "no calls before ten"}
        assert book.boundaries.params(HOURS)["from"] == "9:00"
        assert "no calls before ten" in shown(pilot.app)


async def test_told_with_a_day_moves_the_rung_says_so_and_can_be_undone(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    async with hours(book, client) as (pilot, _):
        await press(pilot, "s")
        await press(pilot, "4")
        field = pilot.app.screen.query_one(CleanInput)
        assert field.value == "2026-11-21" and field.has_focus
        await press(pilot, *"3 Nov", "enter")
        move = book.boundaries.standing(HOURS, client).reached[Rung.TOLD]
        assert (move.how, move.on_day) == ("aloud", date(2026, 11, 3))
        assert "aloud, 3 November 2026" in shown(pilot.app)
        await press(pilot, "u")
        assert not book.boundaries.standing(HOURS, client).known


@pytest.mark.parametrize(
    ("key", "stage"),
    [("3", Stage.TOLD), ("4", Stage.TOLD), ("5", Stage.TOLD), ("6", Stage.REFUSED), ("7", Stage.NOT_TOLD)],
)
async def test_each_way_is_one_digit(book: Casebook, key: str, stage: Stage) -> None:
    client = book.clients.add("Acme").id
    async with hours(book, client) as (pilot, _):
        await press(pilot, "s", key, "enter")
        assert book.boundaries.standing(HOURS, client).stage is stage


async def test_enter_on_a_step_begins_on_that_step(book: Casebook) -> None:
    book.boundaries.move(HOURS, Rung.KEPT, "said")
    async with hours(book) as (pilot, _):
        await press(pilot, "down", "down", "down", "enter", "down", "enter", "enter")
        assert not book.boundaries.standing(HOURS).has(Rung.KEPT)
        assert "no, as of 21 November 2026" in shown(pilot.app)


@pytest.mark.parametrize(("typed", "said"), [("soon", "read that day"), ("2026-12-24", "still to come")])
async def test_a_day_that_cannot_be_is_said_and_stays_to_be_mended(book: Casebook, typed: str, said: str) -> None:
    async with hours(book) as (pilot, _):
        await press(pilot, "s", "1", *typed, "enter")
        assert isinstance(pilot.app.screen, FormDialog) and said in shown(pilot.app)
        assert not book.boundaries.standing(HOURS).known
        await press(pilot, "escape", "3")
        assert isinstance(pilot.app.screen, BoundaryScreen)


async def test_an_earlier_word_does_not_undo_a_later_one_and_that_is_said(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    book.boundaries.move(HOURS, Rung.TOLD, NOT, client)
    async with hours(book, client) as (pilot, _):
        await press(pilot, "s", "4", *"2026-11-01", "enter")
        assert "A later entry still says otherwise" in flowing(pilot.app)
        assert book.boundaries.standing(HOURS, client).stage is Stage.NOT_TOLD


async def test_steps_get_days_are_ticked_and_put_off(book: Casebook) -> None:
    async with hours(book, tab="steps") as (pilot, _):
        assert "Press o to give these steps days" in flowing(pilot.app)
        await press(pilot, "o")
        steps = book.boundaries.steps(HOURS)
        assert steps and steps[0].due_on == date(2026, 11, 21)
        await press(pilot, "space", "down", "p", *"2w", "enter")
        steps = book.boundaries.steps(HOURS)
        assert (steps[0].done_on, steps[1].due_on) == (date(2026, 11, 21), date(2026, 12, 5))
        assert "5 Dec" in shown(pilot.app)
        await press(pilot, "up", "space")
        assert book.boundaries.steps(HOURS)[0].done_on is None


async def test_a_tick_on_steps_without_days_gives_them_days_first(book: Casebook) -> None:
    async with hours(book, tab="steps") as (pilot, _):
        await press(pilot, "space")
        assert [bool(each.done_on) for each in book.boundaries.steps(HOURS)][:2] == [True, False]


async def test_a_letter_is_asked_for_with_its_client(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    found, hook = posted(commands.ShowLetters)
    async with opened(book, BoundaryScreen(HOURS, client, "letters"), hook=hook) as pilot:
        await press(pilot, "enter")
        (asked,) = found
        assert isinstance(asked, commands.ShowLetters)
        assert (asked.client_id, asked.letter_id) == (client, book.boundaries.playbook(HOURS).letters[0])


@pytest.mark.parametrize("text", HOSTILE)
async def test_own_words_are_drawn_and_kept_as_text(book: Casebook, text: str) -> None:
    async with hours(book) as (pilot, screen):
        await press(pilot, "end", "enter")
        pilot.app.screen.query_one(CleanInput).value = text
        await press(pilot, "enter")
        (kept,) = book.boundaries.params(HOURS).values()
        assert len(kept) <= 400
        assert pilot.app.screen is screen and kept[:3] in shown(pilot.app)
        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(shown(pilot.app) + kept)


async def test_a_client_that_is_gone_leads_back(book: Casebook) -> None:
    async with opened(book) as pilot:
        before = pilot.app.screen
        await show(pilot, BoundaryScreen(HOURS, 99))
        assert pilot.app.screen is before
