"""A last try on the screen: begun from a client's page, seen on Today, ended rule by rule, its letter a key away."""

from datetime import UTC, date, datetime

import pytest

from coach.casebook.book import Casebook
from coach.clock import fixed_clock
from coach.engine.reset import Ending, MyPart
from screens.app import CoachApp
from screens.frame import commands
from screens.frame.form import FormDialog
from screens.letters.letter import LetterScreen
from screens.tries.last_try import LastTryScreen
from screens.widgets.fields.clean_input import CleanInput
from screens.widgets.fields.ticks import Ticks
from screens.widgets.lists.row_list import RowList
from tests.screens.pilots import opened, press, settled
from tests.screens.shown import posted, shown
from tests.shared.book import HOSTILE
from tests.shared.checks import KEPT, check


def then(book: Casebook, day: date) -> Casebook:
    return book.replaced(clock=fixed_clock(datetime(day.year, day.month, day.day, 10, tzinfo=UTC)))


@pytest.fixture
def acme(book: Casebook) -> int:
    check(book, "Acme", {"scope_creep": KEPT, "mind_changing": ("3", "no")})
    return book.clients.find("Acme").id


async def test_it_begins_from_the_page_of_a_client_whom_one_is_recommended_for(book: Casebook, acme: int) -> None:
    async with opened(book, commands.ShowClient(acme)) as pilot:
        assert "Begin a last try" in shown(pilot.app)
        await press(pilot, "y")
        assert "It takes two or three rules" in shown(pilot.app)
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, FormDialog)
        await press(pilot, "2", "enter", *"6w", "enter", *"I-leave", "enter")
        seen = shown(pilot.app)
        assert "42 days left, until 2 January 2027" in seen and "0 of 42 days gone" in seen
        assert "I-leave" in seen and "28 Nov, 5 Dec" in seen
    running = book.tries.running_with(acme)
    assert running is not None and len(running.reset.rules) == 2 and running.reset.follows == "I-leave"


async def test_no_rule_four_rules_or_no_day_are_said_in_the_dialog_and_keep_nothing(book: Casebook, acme: int) -> None:
    async with opened(book, commands.ShowTry(book.clients.add("New").id)) as pilot:
        await press(pilot, "b")
        await press(pilot, "1", "enter")
        assert "needs a rule" in shown(pilot.app)
        await press(pilot, "1", "2", "3", "4", "enter")
        assert "Three rules are the most" in shown(pilot.app) and isinstance(pilot.app.focused, Ticks)
        await press(pilot, "4", "enter")
        for day, said in (
            ("someday", "read that day"),
            ("2026-11-20", "has passed"),
            ("today", "ends after it begins"),
        ):
            pilot.app.screen.query(CleanInput).first().value = day
            await press(pilot, "enter")
            assert said in shown(pilot.app)
        await press(pilot, "escape", "3")
        assert isinstance(pilot.app.screen, LastTryScreen)
    assert book.tries.running() == []


async def test_it_ends_rule_by_rule_and_then_with_my_own_part(book: Casebook, acme: int) -> None:
    book.tries.begin(acme, ["scope", "revision_rounds"], "I leave.")
    async with opened(book, commands.ShowTry(acme)) as pilot:
        await press(pilot, "e")
        assert "did you keep to the rules yourself" in shown(pilot.app)
        await press(pilot, "3", "enter", "1", "enter", "2", "enter")
        assert "Partly followed, mostly kept on your side." in shown(pilot.app)
    (ended,) = book.tries.of(acme)
    assert ended.reset.by_rule == {"revision_rounds": Ending.NOT_FOLLOWED, "scope": Ending.FOLLOWED}
    assert (ended.reset.ending, ended.reset.mine) == (Ending.PARTLY, MyPart.PARTLY)


async def test_it_can_be_stopped_and_undone(book: Casebook, acme: int) -> None:
    book.tries.begin(acme, ["scope"])
    async with opened(book, commands.ShowTry(acme)) as pilot:
        await press(pilot, "x")
        assert "counts for nobody" in shown(pilot.app) and book.tries.running_with(acme) is None
        await press(pilot, "u")
        assert book.tries.running_with(acme) is not None
        assert "28 days left" in shown(pilot.app)


async def test_today_counts_the_days_and_asks_on_the_last_one(book: Casebook, acme: int) -> None:
    book.tries.begin(acme, ["scope"])
    for day, said in ((date(2026, 12, 18), "One day left, until 19 Dec"), (date(2026, 12, 19), "How did it go?")):
        app = CoachApp(then(book, day))
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            assert "Last try: Acme" in shown(app) and said in shown(app)
            row = app.screen.query_one(RowList)
            row.highlighted = next(at for at, each in enumerate(row.options) if (each.id or "").startswith("try:"))
            await press(pilot, "enter")
            assert isinstance(app.screen, LastTryScreen)


async def test_the_letter_that_confirms_it_is_one_key_away(book: Casebook, acme: int) -> None:
    book.tries.begin(acme, ["scope"])
    found, hook = posted(commands.ShowLetters)
    async with opened(book, commands.ShowTry(acme), hook=hook) as pilot:
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, LetterScreen) and pilot.app.screen.writing is not None
        assert "until 19 December 2026" in pilot.app.screen.writing.text.body
    (letter,) = found
    assert (letter.client_id, letter.letter_id, letter.boundary) == (acme, "last_try_confirmation", "scope")


async def test_before_and_after_stand_side_by_side(book: Casebook) -> None:
    check(then(book, date(2026, 9, 1)), "Acme", {"scope_creep": KEPT})
    client = book.clients.find("Acme").id
    begun = then(book, date(2026, 9, 2)).tries.begin(client, ["scope"])
    then(book, date(2026, 9, 30)).tries.end(begun.id, {"scope": Ending.FOLLOWED}, MyPart.KEPT)
    check(then(book, date(2026, 10, 2)), "Acme", {"scope_creep": ("0",)})
    async with opened(book, commands.ShowTry(client), (120, 40)) as pilot:
        seen = shown(pilot.app)
        assert "Check of 1 Sep 2026" in seen and "Check of 2 Oct 2026" in seen and "not once" in seen.lower()
        assert "They followed the rules, and so did you." in seen


@pytest.mark.parametrize("name", HOSTILE)
async def test_words_of_others_are_text(book: Casebook, name: str) -> None:
    client = book.clients.add(name).id
    book.tries.begin(client, ["scope"], name)
    async with opened(book, commands.ShowTry(client), (60, 20)) as pilot:
        assert "\x1b" not in shown(pilot.app)
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, FormDialog)
