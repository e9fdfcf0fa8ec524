"""A last try on the screen: begun from a client's page, seen on Today, ended rule by rule, its letter a key away."""

from datetime import UTC, date, datetime

import pytest
from textual.pilot import Pilot

from coach.casebook.book import Casebook
from coach.clock import fixed_clock
from coach.engine.reset import Ending, MyPart
from coach.engine.value import replace
from screens.app import CoachApp
from screens.frame import commands
from screens.letters.letter import LetterScreen
from screens.tries.dialogs import BeginTryDialog, EndTryDialog
from screens.tries.last_try import LastTryScreen
from screens.widgets.fields.clean_input import CleanInput
from screens.widgets.fields.ticks import Ticks
from screens.widgets.lists.row_list import RowList
from tests.full_check import KEPT, check
from tests.screens.places import HOSTILE, posted
from tests.screens.shown import shown


def then(book: Casebook, day: date) -> Casebook:
    return replace(book, clock=fixed_clock(datetime(day.year, day.month, day.day, 10, tzinfo=UTC)))


@pytest.fixture
def acme(book: Casebook) -> int:
    check(book, "Acme", {"scope_creep": KEPT, "mind_changing": ("3", "no")})
    return book.find_client("Acme").id


async def opened(app: CoachApp, pilot: Pilot[int], client: int) -> LastTryScreen:
    await pilot.pause()
    app.post_message(commands.ShowTry(client))
    await pilot.pause()
    await pilot.pause()
    assert isinstance(app.screen, LastTryScreen)
    return app.screen


async def test_it_begins_from_the_page_of_a_client_whom_one_is_recommended_for(book: Casebook, acme: int) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        app.post_message(commands.ShowClient(acme))
        await pilot.pause()
        assert "Begin a last try" in shown(app)
        await pilot.press("y")
        await pilot.pause()
        assert "It takes two or three rules" in shown(app)
        await pilot.press("b")
        await pilot.pause()
        assert isinstance(app.screen, BeginTryDialog)
        await pilot.press("2", "enter")
        await pilot.pause()
        app.screen.query_one("#ends", CleanInput).value = "6w"
        await pilot.press("enter", *"I-leave", "enter")
        await pilot.pause()
        await pilot.pause()
        seen = shown(app)
        assert "42 days left, until 2 January 2027" in seen and "0 of 42 days gone" in seen
        assert "I-leave" in seen and "28 Nov, 5 Dec" in seen
    running = book.current_try(acme)
    assert running is not None and len(running.reset.rules) == 2 and running.reset.follows == "I-leave"


async def test_no_rule_four_rules_or_no_day_are_said_in_the_dialog_and_keep_nothing(book: Casebook, acme: int) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, book.add_client("New").id)
        await pilot.press("b")
        await pilot.pause()
        await pilot.press("1", "enter")
        await pilot.pause()
        assert "needs a rule" in shown(app)
        await pilot.press("1", "2", "3", "4", "enter")
        await pilot.pause()
        assert "Three rules are the most" in shown(app) and isinstance(app.focused, Ticks)
        await pilot.press("4", "enter")
        await pilot.pause()
        app.screen.query_one("#ends", CleanInput).value = "someday"
        await pilot.press("enter")
        await pilot.pause()
        assert "That is no day" in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, LastTryScreen)
    assert book.tries_running() == []


async def test_it_ends_rule_by_rule_and_then_with_my_own_part(book: Casebook, acme: int) -> None:
    book.start_reset(acme, ["scope", "revision_rounds"], "I leave.")
    app = CoachApp(book)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(app, pilot, acme)
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, EndTryDialog)
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("b")
        await pilot.pause()
        await pilot.press("3", "1")
        await pilot.pause()
        assert "did you keep to the rules yourself" in shown(app)
        await pilot.press("2")
        await pilot.pause()
        await pilot.pause()
        assert "Partly followed, mostly kept on your side." in shown(app)
    (ended,) = book.tries(acme)
    assert ended.reset.by_rule == {"revision_rounds": Ending.NOT_FOLLOWED, "scope": Ending.FOLLOWED}
    assert (ended.reset.ending, ended.reset.mine) == (Ending.PARTLY, MyPart.PARTLY)


async def test_it_can_be_stopped_and_undone(book: Casebook, acme: int) -> None:
    book.start_reset(acme, ["scope"])
    app = CoachApp(book)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await opened(app, pilot, acme)
        await pilot.press("e", "x")
        await pilot.pause()
        await pilot.pause()
        assert "counts for nobody" in shown(app) and book.current_try(acme) is None
        await pilot.press("u")
        await pilot.pause()
        assert book.current_try(acme) is not None
        assert "28 days left" in shown(app)


async def test_today_counts_the_days_and_asks_on_the_last_one(book: Casebook, acme: int) -> None:
    book.start_reset(acme, ["scope"])
    for day, said in ((date(2026, 12, 18), "One day left, until 19 Dec"), (date(2026, 12, 19), "How did it go?")):
        app = CoachApp(then(book, day))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "Last try: Acme" in shown(app) and said in shown(app)
            row = app.screen.query_one(RowList)
            row.highlighted = next(at for at, each in enumerate(row.options) if (each.id or "").startswith("try:"))
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(app.screen, LastTryScreen)


async def test_the_letter_that_confirms_it_is_one_key_away(book: Casebook, acme: int) -> None:
    book.start_reset(acme, ["scope"])
    found, hook = posted(commands.ShowLetters)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24), message_hook=hook) as pilot:
        await opened(app, pilot, acme)
        await pilot.press("w")
        await pilot.pause()
        assert isinstance(app.screen, LetterScreen) and app.screen.writing is not None
        assert "until 19 December 2026" in app.screen.writing.text.body
    (letter,) = found
    assert (letter.client_id, letter.letter_id, letter.boundary) == (acme, "last_try_confirmation", "scope")


async def test_before_and_after_stand_side_by_side(book: Casebook) -> None:
    check(then(book, date(2026, 9, 1)), "Acme", {"scope_creep": KEPT})
    client = book.find_client("Acme").id
    begun = then(book, date(2026, 9, 2)).start_reset(client, ["scope"])
    then(book, date(2026, 9, 30)).end_reset(begun.id, {"scope": Ending.FOLLOWED}, MyPart.KEPT)
    check(then(book, date(2026, 10, 2)), "Acme", {"scope_creep": ("0",)})
    app = CoachApp(book)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, client)
        seen = shown(app)
        assert "Check of 1 Sep 2026" in seen and "Check of 2 Oct 2026" in seen and "not once" in seen.lower()
        assert "They followed the rules, and so did you." in seen


@pytest.mark.parametrize("name", HOSTILE)
async def test_words_of_others_are_text(book: Casebook, name: str) -> None:
    client = book.add_client(name).id
    book.start_reset(client, ["scope"], name)
    app = CoachApp(book)
    async with app.run_test(size=(60, 20)) as pilot:
        await opened(app, pilot, client)
        assert "\x1b" not in shown(app)
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, EndTryDialog)
