"""The plan of an exit in a running app: opened from the recommendation, asked, reckoned, ticked, closed, and hidden."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from coach.casebook.book import Casebook
from coach.casebook.exits.reading import Exit
from coach.engine.exits.sums import PieceAct
from coach.engine.interview.answer import chosen
from coach.store.exits import PieceRow
from screens.checks.recommendation import VerdictScreen
from screens.client.client import ClientScreen
from screens.exits.rows import wrapped
from screens.frame import commands
from screens.frame.form import FormDialog
from screens.frame.steps import StepsDialog
from screens.routes import client_page
from screens.widgets.fields.clean_input import CleanInput
from screens.widgets.lists.row_list import RowList
from tests.screens.pilots import opened, press, settled
from tests.screens.shown import flowing, posted, shown
from tests.shared.book import HOSTILE, TODAY
from tests.shared.checks import checked, told_kept

SIZES = [(60, 20), (80, 24), (120, 40)]


@asynccontextmanager
async def plan(
    book: Casebook, client: int, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[int], ClientScreen]]:
    screen = client_page(client, "plan")
    async with opened(book, screen, size) as pilot:
        yield pilot, screen


def found(book: Casebook, client: int) -> Exit:
    exit = book.exits.of(client)
    assert exit is not None
    return exit


async def go(pilot: Pilot[int], screen: ClientScreen, row: str) -> None:
    """Put the cursor on a row of the plan."""
    rows = screen.query_one("#plan RowList", RowList)
    rows.highlighted = rows.get_option_index(row)
    await settled(pilot)


def filled(book: Casebook) -> int:
    """A client with work in hand: 2 000.00 at 60 per cent with 500.00 paid, so 700.00 to invoice."""
    client = book.clients.add("Acme").id
    book.exits.open(client)
    book.exits.say(client, "currency", "EUR")
    book.work.put_piece(client, PieceRow(0, "Shop", "in_progress", 200000, 50000, 0.6), PieceAct.STOP)
    return client


async def test_one_key_leads_from_the_recommendation_to_the_plan(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    told = checked(book, client, TODAY, *told_kept("after_hours", 4), chosen("worth_it", "no"))
    async with opened(book) as pilot:
        await pilot.app.push_screen(VerdictScreen(told.assessment.id))
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, ClientScreen) and pilot.app.screen.tab == "plan"
        assert "How it begins" in shown(pilot.app)
    assert found(book, client).plan.opened_on == TODAY


async def test_a_client_to_keep_has_no_such_key(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    told = checked(book, client, TODAY)
    async with opened(book) as pilot:
        await pilot.app.push_screen(VerdictScreen(told.assessment.id))
        await press(pilot, "p")
        assert isinstance(pilot.app.screen, VerdictScreen)
    assert book.exits.of(client) is None


async def test_it_is_opened_with_a_key_and_asked_fact_by_fact(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    async with plan(book, client) as (pilot, screen):
        assert "No exit is planned with Acme" in flowing(pilot.app)
        await press(pilot, "o")
        assert isinstance(pilot.app.screen, StepsDialog)
        await press(pilot, "1")
        await press(pilot, "2")
        assert "rules of its own" in flowing(pilot.app)
        await press(pilot, "shift+tab")
        assert "unlawful" in shown(pilot.app)
        await press(pilot, "3")
        assert "ask one first" in flowing(pilot.app), "what not knowing costs, above the next question"
        await press(pilot, "escape")
        assert pilot.app.screen is screen and "Before anything else" in shown(pilot.app)
    known = found(book, client).known
    assert (known["safety"], known["legal"]) == ("no", "dont_know")


@pytest.mark.parametrize("size", SIZES)
async def test_danger_is_said_above_the_next_question_and_stands_when_one_leaves(
    book: Casebook, size: tuple[int, int]
) -> None:
    client = book.clients.add("Acme").id
    book.exits.open(client)
    async with plan(book, client, size) as (pilot, screen):
        await press(pilot, "enter", "2")
        assert "In danger now" in flowing(pilot.app) and "unlawful" in flowing(pilot.app)
        await press(pilot, "3")
        assert "In danger now" not in flowing(pilot.app)
        await press(pilot, "escape")
        assert pilot.app.screen is screen and found(book, client).safe


async def test_a_typed_fact_is_mended_and_what_hangs_on_it_follows(book: Casebook) -> None:
    client = filled(book)
    async with plan(book, client) as (pilot, screen):
        await go(pilot, screen, "section:money")
        await press(pilot, "enter")
        await press(pilot, *"lots", "enter")
        assert "I couldn't read that amount." in flowing(pilot.app)
        pilot.app.screen.query_one(CleanInput).value = "300"
        await settled(pilot)
        assert "That is EUR 300." in shown(pilot.app)
        await press(pilot, "enter")
        assert "if the job ends early" in flowing(pilot.app)
        await press(pilot, "2", "escape")
    exit = found(book, client)
    assert (exit.known["deposit"], exit.known["deposit_rule"]) == ("30000", "kept")
    assert exit.settlement.net == 40000


async def test_work_is_added_and_the_working_stands_under_the_list(book: Casebook) -> None:
    client = filled(book)
    async with plan(book, client) as (pilot, screen):
        await go(pilot, screen, "piece:add")
        await press(pilot, "enter")
        await press(pilot, *"Logo", "enter")
        await press(pilot, "2")
        assert "Per cent done" not in shown(pilot.app), "asked of what is in progress alone"
        await press(pilot, *"900", "enter")
        await press(pilot, *"100", "enter")
        assert pilot.app.screen is screen
        await go(pilot, screen, "sum:1")
        how = str(screen.query_one("#plan_how", Static).content)
        assert "Shop: 60 % of 2 000 is 1 200." in how and "leaves 700 for them to pay" in how
        await go(pilot, screen, "piece:2")
        await press(pilot, "x")
        assert len(found(book, client).pieces) == 1
        await press(pilot, "u")
    assert [each.label for each in found(book, client).pieces] == ["Shop", "Logo"]


async def test_an_invoice_is_entered_and_paid(book: Casebook) -> None:
    client = filled(book)
    async with plan(book, client) as (pilot, screen):
        await go(pilot, screen, "invoice:add")
        await press(pilot, "enter")
        await press(pilot, *"400", "enter")
        await press(pilot, *"1 October", "enter")
        await press(pilot, "1", "enter")
        exit = found(book, client)
        assert (exit.settlement.open, exit.settlement.invoice) == (40000, 30000)
        await go(pilot, screen, f"invoice:{exit.invoices[0].id}")
        await press(pilot, "enter")
        await press(pilot, "enter")
        assert found(book, client).settlement.net == 30000


async def test_steps_are_ticked_and_put_off_with_a_reason(book: Casebook) -> None:
    client = filled(book)
    async with plan(book, client) as (pilot, screen):
        await go(pilot, screen, "step:tell_somebody")
        await press(pilot, "space")
        await go(pilot, screen, "step:read_contract")
        await press(pilot, "p")
        await press(pilot, *"1w", "enter")
        await press(pilot, *"on the train", "enter")
        how = str(screen.query_one("#plan_how", Static).content)
        assert "Put off to 28 November 2026: on the train" in how
    rows = {step.id: row for step, row in found(book, client).steps}
    assert rows["tell_somebody"] is not None and rows["tell_somebody"].done_on == TODAY


async def test_the_call_card_and_the_letters_are_asked_for(book: Casebook) -> None:
    client = filled(book)
    messages, hook = posted(commands.ShowCall, commands.ShowLetters)
    async with opened(book, client_page(client, "plan"), hook=hook) as pilot:
        screen = pilot.app.screen
        await go(pilot, screen, "word:call")
        await press(pilot, "enter")
    assert [(type(each), each.client_id) for each in messages] == [(commands.ShowCall, client)]


async def test_in_danger_the_steps_come_first_and_nothing_leads_to_a_call(book: Casebook) -> None:
    client = filled(book)
    book.limits.set(chosen("limits.country", "UK"))
    book.exits.say(client, "safety", "yes")
    async with plan(book, client) as (pilot, screen):
        text = shown(pilot.app)
        assert "999" in text and "Ctrl+L" in text.replace("^l", "Ctrl+L") and text.index("Get out of reach") > 0
        ids = [row.id for section in screen.query_one("#plan RowList", RowList).sections for row in section.rows]
        assert not any(each.startswith("word:") for each in ids)
        assert ids.index("step:safe") < ids.index("open")
        await press(pilot, "s")
    saved = [path.name for path in book.places.exports.iterdir()]
    assert saved == [f"notes-{TODAY.isoformat()}.txt"]


async def test_closing_asks_three_things_and_opens_the_boundary(book: Casebook) -> None:
    client = filled(book)
    messages, hook = posted(commands.ShowBoundary)
    async with opened(book, client_page(client, "plan"), hook=hook) as pilot:
        screen = pilot.app.screen
        await go(pilot, screen, "after:close")
        await press(pilot, "enter")
        await press(pilot, "3", "enter", *"Rounds cost.", "enter")
        await press(pilot, "down", "enter")
    assert [each.boundary for each in messages] == [book.library.boundaries[0]]
    assert book.clients.one(client).state == "archived" and found(book, client).facts.after["keep"] == "Rounds cost."


@pytest.mark.parametrize("size", SIZES)
async def test_no_sentence_of_the_plan_is_cut(book: Casebook, size: tuple[int, int]) -> None:
    client = filled(book)
    book.exits.say(client, "deadline", "3 December")
    async with plan(book, client) as (pilot, screen):
        await pilot.resize_terminal(*size)
        await settled(pilot)
        rows = screen.query_one("#plan RowList", RowList)
        width = rows.scrollable_content_region.width - 2
        for section in rows.sections:
            for row in section.rows:
                if row.id.split(".")[0] in ("pace", "datenote", "caution", "branch:0"):
                    assert row.cells[0].cell_length <= width, row
        await press(pilot, "tab", "shift+tab")
        assert rows.current == "open"


async def test_others_see_no_figure_and_no_word_of_the_owner(book: Casebook) -> None:
    client = filled(book)
    book.exits.put_off(client, "read_contract", TODAY, "with the printers")
    async with plan(book, client, (120, 40)) as (pilot, screen):
        await press(pilot, "ctrl+t")
        for row in ("sum:1", "step:read_contract", "piece:1"):
            await go(pilot, screen, row)
            text = shown(pilot.app)
            for secret in ("2 000", "1 200", "700", "60 %", "Shop", "printers", "Acme"):
                assert secret not in text, (row, secret)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FormDialog)
        assert not [secret for secret in ("2 000", "500", "60 %", "Shop") if secret in shown(pilot.app)]


@pytest.mark.parametrize("name", HOSTILE)
async def test_any_text_is_shown_as_text(book: Casebook, name: str) -> None:
    client = book.clients.add(name).id
    book.exits.open(client)
    book.work.put_piece(client, PieceRow(0, name, "in_progress", 200000, 0, 0.6), PieceAct.STOP)
    book.exits.put_off(client, "read_contract", TODAY, name)
    book.exits.note_contact(client, name)
    async with plan(book, client) as (pilot, screen):
        for row in ("piece:1", "sum:1", "step:read_contract"):
            await go(pilot, screen, row)
            assert not {"\x1b", "\x9b", "\u202e"} & set(shown(pilot.app))


async def test_today_leads_to_the_plan(book: Casebook) -> None:
    client = filled(book)
    messages, hook = posted(commands.ShowClient)
    async with opened(book, size=(120, 40), hook=hook) as pilot:
        assert "The exit from Acme" in shown(pilot.app) and "Read the contract" in shown(pilot.app)
        rows = pilot.app.screen.query_one(RowList)
        rows.highlighted = rows.get_option_index(f"exit:{client}")
        await press(pilot, "enter")
    assert [(each.client_id, each.tab) for each in messages] == [(client, "plan")]


@pytest.mark.parametrize(("danger", "row"), [("no", "open"), ("yes", "step:safe")])
async def test_a_plan_begins_on_the_first_row_that_does_something(book: Casebook, danger: str, row: str) -> None:
    client = book.clients.add("Acme").id
    book.exits.open(client)
    book.exits.say(client, "safety", danger)
    async with plan(book, client) as (pilot, screen):
        await settled(pilot)
        assert screen.query_one("#plan RowList", RowList).current == row


async def test_a_day_that_may_stay_unsaid_is_passed_with_enter(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    book.exits.open(client)
    async with plan(book, client) as (pilot, screen):
        await go(pilot, screen, "section:pace")
        await press(pilot, "enter", "enter")
        assert not isinstance(pilot.app.screen, FormDialog)
    assert found(book, client).known["notice_on"] == "none"


def test_an_amount_is_not_torn_apart_at_the_end_of_a_line() -> None:
    line = "Notice when other clients bring in EUR 2 400.00 a month; now EUR 1 100.00."
    for room in range(30, 75):
        parts = wrapped(line, room)
        assert " ".join(parts) == line and sum("EUR 1 100.00." in part for part in parts) == 1


async def test_the_plan_may_be_opened_from_another_tab(book: Casebook) -> None:
    client = filled(book)
    async with opened(book, client_page(client)) as pilot:
        screen = pilot.app.screen
        await press(pilot, "5")
        assert screen.query_one("#plan RowList", RowList).current == "open"
