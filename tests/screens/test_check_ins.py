"""The table of check-ins in a running app: what is typed is on disk, what is done stays in sight, nothing is lost."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from coach.casebook.book import Casebook
from coach.engine.cadence import Every
from coach.engine.interview.answer import AnswerKind, chosen
from coach.engine.pulse import DREAD, FIXED, KEPT, NOTE, OUT_OF_HOURS, SEEN, UNPAID
from coach.engine.verdict.outcome import Outcome
from coach.store.turns import PULSE
from screens.check_ins.check_ins import CheckInsScreen
from screens.check_ins.rest import Field, RestOfCheckInDialog
from screens.frame import commands
from screens.today.today import TodayScreen
from screens.widgets.fields.choices import Choices
from screens.widgets.frame.top_line import TopLine
from screens.widgets.lists.entry_table import EntryTable
from tests.screens.pilots import opened, press, settled, show
from tests.screens.shown import flowing, posted, shown
from tests.shared.book import HOSTILE, TODAY
from tests.shared.checks import KEPT as WENT_ON
from tests.shared.checks import check


def due(book: Casebook, name: str, weeks: int = 3) -> int:
    """A client with things to watch, checked so many weeks ago, and so due today."""
    told = check(book, name, {"scope_creep": WENT_ON, "stalling": ("2", "no")}, TODAY - timedelta(weeks=weeks))
    assert told.assessment.client_id is not None
    return told.assessment.client_id


@asynccontextmanager
async def table(
    book: Casebook, client: int | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[int], CheckInsScreen]]:
    async with opened(book, commands.ShowCheckIns(client), size) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, CheckInsScreen)
        yield pilot, screen


async def test_today_says_who_is_due_and_enter_opens_the_table(book: Casebook) -> None:
    due(book, "Acme")
    async with opened(book) as pilot:
        assert "Check in on Acme" in shown(pilot.app)
        assert "Nothing is due" not in shown(pilot.app)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CheckInsScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_a_row_is_typed_through_and_each_value_is_on_disk_at_once(book: Casebook) -> None:
    acme, bond = due(book, "Acme"), due(book, "Bond")
    async with table(book) as (pilot, screen):
        await press(pilot, "3", "tab")
        assert book.check_ins.one(acme).answers[OUT_OF_HOURS].low == 3
        await press(pilot, "4", "5", "tab", "4", "2")
        found = book.check_ins.one(acme)
        assert (found.answers[UNPAID].low, found.answers[DREAD].option, found.answers[KEPT].option) == (
            45,
            "tense",
            "mostly",
        )
        assert found.place.done
        assert screen.table.at == (str(bond), OUT_OF_HOURS)
        assert "done" in shown(pilot.app) and "1 client to check in on" in shown(pilot.app)
        await press(pilot, "?", "tab")
        assert book.check_ins.one(bond).answers[OUT_OF_HOURS].kind is AnswerKind.DONT_KNOW


async def test_what_is_half_typed_is_kept_on_leaving_and_by_an_arrow(book: Casebook) -> None:
    acme, bond = due(book, "Acme"), due(book, "Bond")
    async with table(book) as (pilot, _):
        await press(pilot, "7", "down")
        assert book.check_ins.one(acme).answers[OUT_OF_HOURS].low == 7
        await press(pilot, "1", "2", "backspace", "escape", "escape")
        assert isinstance(pilot.app.screen, TodayScreen)
        assert book.check_ins.one(bond).answers[OUT_OF_HOURS].low == 1


@pytest.mark.parametrize(
    ("column", "typed", "said"),
    [
        (OUT_OF_HOURS, "abc", "read that number. Try 12 or 1,200. It has to lie between 0 and 999."),
        (OUT_OF_HOURS, "5000", "It has to lie between 0 and 999."),
        (OUT_OF_HOURS, "EUR 500", "read that number. Try 12 or 1,200. It has to lie between 0 and 999."),
        (OUT_OF_HOURS, "1:-", "read that number. Try 12 or 1,200. It has to lie between 0 and 999."),
        (OUT_OF_HOURS, "9" * 60, "too large to be meant. It has to lie between 0 and 999."),
        (UNPAID, "1,5", "A whole number is needed here, such as 12. It has to lie between 0 and 10080."),
        (UNPAID, "EUR 500", "read that length of time. Try 1:30, 90 min or 1.5 h. It has to lie between 0 and 10080."),
    ],
)
@pytest.mark.parametrize("key", ["tab", "shift+tab", "right", "down", "enter"])
async def test_what_cannot_be_read_stays_in_its_cell_with_the_range(
    book: Casebook, column: str, typed: str, said: str, key: str
) -> None:
    acme, _ = due(book, "Acme"), due(book, "Bond")
    async with table(book) as (pilot, screen):
        await press(pilot, *["tab"] * FIXED.index(column), *typed, key)
        assert said in flowing(pilot.app)
        assert pilot.app.screen is screen and screen.table.at == (str(acme), column)
        assert screen.table.typed == typed[:41]
        assert book.check_ins.one(acme).answers == {}


@pytest.mark.parametrize(("typed", "kept"), [("7", 7), ("abc", None)])
async def test_a_click_that_leads_away_keeps_what_was_typed_or_says_that_it_did_not(
    book: Casebook, typed: str, kept: int | None
) -> None:
    acme = due(book, "Acme")
    async with table(book) as (pilot, screen):
        await press(pilot, *typed)
        await pilot.click(TopLine, offset=(14, 0))
        await settled(pilot)
        assert pilot.app.screen is not screen
        given = book.check_ins.one(acme).answers.get(OUT_OF_HOURS)
        assert (given.low if given else None) == kept
        assert ("Not kept: “abc”." in flowing(pilot.app)) is (kept is None)


async def test_a_letter_in_a_cell_is_no_key_and_said_to_be_no_answer(book: Casebook) -> None:
    acme = due(book, "Acme")
    async with table(book) as (pilot, screen):
        await press(pilot, "q")
        assert pilot.app.screen is screen and "read that number" in shown(pilot.app)
        await press(pilot, "backspace")
        assert "read that number" not in shown(pilot.app)
        await press(pilot, "tab", *"1 h 5 min", "tab")
        assert book.check_ins.one(acme).answers[UNPAID].low == 65
        for wrong in ("9", "h", "space"):
            await press(pilot, wrong)
            assert "Press a digit from 1 to 5" in flowing(pilot.app)
            assert screen.table.at == (str(acme), DREAD) and pilot.app.screen is screen
        await press(pilot, "?")
        assert book.check_ins.one(acme).answers[DREAD].kind is AnswerKind.DONT_KNOW
        assert screen.table.at == (str(acme), KEPT)


async def test_esc_leaves_the_cell_for_its_row_and_what_cannot_be_kept_is_said(book: Casebook) -> None:
    acme = due(book, "Acme")
    async with table(book) as (pilot, screen):
        assert "Rhythm" not in shown(pilot.app) and "Keys of the row" in shown(pilot.app)
        await press(pilot, *"abc", "escape")
        assert "Not kept: “abc”. I couldn't read that number." in flowing(pilot.app)
        assert not screen.table.in_cell and "Rhythm" in shown(pilot.app)
        assert book.check_ins.one(acme).answers == {}
        await press(pilot, "h", "escape")
        assert pilot.app.screen is screen and not screen.table.in_cell
        await press(pilot, "tab", "2", "tab")
        assert book.check_ins.one(acme).answers[OUT_OF_HOURS].low == 2
        await press(pilot, "escape", "3", "0", "tab")
        assert book.check_ins.one(acme).answers[UNPAID].low == 30
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_what_is_pasted_is_typed_and_a_new_size_loses_nothing(book: Casebook) -> None:
    due(book, "Acme")
    async with table(book) as (pilot, screen):
        pilot.app.post_message(events.Paste("EUR\x1b 500"))
        await settled(pilot)
        assert screen.table.typed == "EUR\ufffd 500"
        for size in ((120, 40), (60, 20)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert screen.table.typed == "EUR\ufffd 500"
        await pilot.click(EntryTable, offset=(40, 1))
        await settled(pilot)
        assert screen.table.at is not None and screen.table.at[1] == OUT_OF_HOURS
        assert "read that number" in shown(pilot.app)


async def test_last_times_dread_shows_only_after_this_times(book: Casebook) -> None:
    acme = due(book, "Acme", weeks=5)
    book.check_ins.record(acme, *(chosen(item, "dread") for item in [DREAD]), on_day=TODAY - timedelta(weeks=3))
    with book.store.write("x", book.clock.now(), acme) as writer:
        row = book.check_ins.one(acme, TODAY - timedelta(weeks=3)).place.turn.here
        assert row is not None
        writer.update("assessment", row, {"concluded_at": "2026-11-01T09:00:00.000+00:00"})
        writer.put(
            "score",
            ("assessment_id", "model", "measure"),
            {"assessment_id": row, "model": 1, "measure": DREAD, "value": 4.0},
        )
    async with table(book) as (pilot, _):
        await press(pilot, "tab", "tab")
        assert "how is it?" in shown(pilot.app) and "Last time" not in shown(pilot.app)
        await press(pilot, "1")
        assert "Did you keep" in shown(pilot.app) and "Feeling last time: dread." in shown(pilot.app)
        await press(pilot, "left")
        assert "Last time: dread." in shown(pilot.app)


async def test_an_empty_table_offers_neither_a_row_nor_a_cell(book: Casebook) -> None:
    book.clients.add("Acme")
    async with table(book) as (pilot, _):
        assert "Nothing is due" in shown(pilot.app) and "tab Next" not in shown(pilot.app)
        await press(pilot, "a")
        assert "Acme" in shown(pilot.app) and "tab Next" in shown(pilot.app)


async def test_enter_opens_the_rest_and_it_is_kept_field_by_field(book: Casebook) -> None:
    acme = due(book, "Acme")
    async with table(book) as (pilot, _):
        await press(pilot, "enter")
        sheet = pilot.app.screen
        assert isinstance(sheet, RestOfCheckInDialog)
        assert [field.item.id for field in sheet.query(Field)] == [f"{SEEN}scope_creep", f"{SEEN}stalling", NOTE]
        await pilot.press("2", "enter")
        assert book.check_ins.one(acme).answers[f"{SEEN}scope_creep"].low == 2
        for key in ("x", "enter", "tab"):
            await press(pilot, key)
            assert "read that number" in shown(pilot.app) and pilot.app.screen is sheet
            assert isinstance(sheet.focused, Field) and sheet.focused.item.id == f"{SEEN}stalling"
        await press(pilot, "escape")
        assert "Not kept: “x”. I couldn't read that number." in flowing(pilot.app) and sheet.focused.value == ""
        await press(pilot, "tab", *"calm week", "escape")
        assert isinstance(pilot.app.screen, CheckInsScreen)
        assert book.check_ins.one(acme).answers[NOTE].text == "calm week"


async def test_how_often_is_chosen_in_two_steps_and_what_is_not_kept_is_asked_about(book: Casebook) -> None:
    acme = due(book, "Acme", weeks=12)
    async with table(book) as (pilot, _):
        assert "no harm done" in flowing(pilot.app)
        await press(pilot, "escape", "h")
        choices = pilot.app.screen.query(Choices).first()
        assert choices.labels[choices.chosen] == "every two weeks"
        await press(pilot, "4", "3")
        (place,) = book.rhythms.round()
        assert (place.rhythm.every, place.rhythm.weekday, place.client_id) == (Every.MONTHLY, 2, acme)


async def test_put_off_left_out_and_days_off(book: Casebook) -> None:
    due(book, "Acme")
    async with table(book) as (pilot, _):
        await press(pilot, "escape", "z", *"4d", "enter")
        assert book.rhythms.round()[0].due.on_day == TODAY + timedelta(days=4)  # type: ignore[union-attr]
        await press(pilot, "x")
        await press(pilot, *"ill", "enter")
        assert not book.rhythms.round()[0].now(TODAY + timedelta(days=4))
        await press(pilot, "v", *"20 Dec", "enter", *"19 Dec 2026", "enter")
        assert "last day lies before the first" in shown(pilot.app)
        await press(pilot, "ctrl+u", *"4 Jan", "enter")
        assert book.rhythms.holidays() == ((date(2026, 12, 20), date(2027, 1, 4)),)
        await press(pilot, "v", "backspace", "ctrl+s")
        assert book.rhythms.holidays() == ()


async def test_another_day_shows_everyone_and_dates_what_is_typed(book: Casebook) -> None:
    acme = due(book, "Acme")
    past = TODAY - timedelta(days=7)
    async with table(book) as (pilot, screen):
        await press(pilot, "escape", "o", *past.isoformat(), "enter")
        assert screen.on_day == past and "for 14 November 2026" in shown(pilot.app)
        await press(pilot, "2", "tab", "0", "tab", "1", "1")
    assert [point.day for point in book.trends.of(acme, (DREAD,), PULSE)[0].points] == [past]


async def test_one_client_alone_from_the_page_due_or_not(book: Casebook) -> None:
    acme = due(book, "Acme", weeks=0)
    found, hook = posted(commands.ShowCheckIns)
    async with opened(book, commands.ShowClient(acme), hook=hook) as pilot:
        await press(pilot, "k")
        assert isinstance(pilot.app.screen, CheckInsScreen)
        assert list(pilot.app.screen.rows) == [acme]
    assert [each.client_id for each in found] == [acme]  # type: ignore[attr-defined]


async def test_invoices_are_added_and_paid(book: Casebook) -> None:
    acme = due(book, "Acme")
    async with table(book) as (pilot, _):
        await press(pilot, "escape", "y", "a", *"480", "enter", *"2026-11-11", "enter")
        assert "10 days late" in shown(pilot.app)
        await press(pilot, "enter")
        assert book.invoices.of(acme)[0].paid_on == TODAY
        assert book.invoices.of(acme, open_only=True) == []


async def test_names_and_values_are_hidden_while_others_can_see(book: Casebook) -> None:
    acme = due(book, "Acme Ltd")
    book.check_ins.record(acme, chosen(DREAD, "tense"))
    async with table(book) as (pilot, _):
        assert "tense" in shown(pilot.app)
        await press(pilot, "ctrl+t")
        assert "Acme" not in shown(pilot.app)
        assert "tense" not in shown(pilot.app).split("State")[1].split("How")[0]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_any_name_stands_as_text_at_any_size(book: Casebook, size: tuple[int, int]) -> None:
    for name in HOSTILE:
        due(book, name)
    async with table(book, size=size) as (pilot, screen):
        assert len(screen.rows) == len(HOSTILE)
        assert not {"\x1b", "\x9b", "\u202e"} & set(shown(pilot.app))
        assert screen.query_one("#beneath", Static).size.height > 0


async def test_an_empty_round_says_what_can_be_done(book: Casebook) -> None:
    book.checks.decide(check(book, "Acme", {}, TODAY), Outcome.KEEP, "", None)
    async with table(book) as (pilot, _):
        assert "Nothing is due" in shown(pilot.app)
        await press(pilot, "a")
        assert "Acme" in shown(pilot.app) and FIXED[0] not in shown(pilot.app)


async def test_a_client_put_away_is_not_offered_a_check_in(book: Casebook) -> None:
    acme = due(book, "Acme")
    book.clients.archive(acme)
    async with opened(book) as pilot:
        await show(pilot, commands.ShowClient(acme))
        await press(pilot, "k")
        assert not isinstance(pilot.app.screen, CheckInsScreen)
