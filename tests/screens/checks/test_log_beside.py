"""The log beside an answer: only once it was given, in the review, beside the reason, and in words where far apart."""

from datetime import date, timedelta

from coach.casebook.book import Casebook
from coach.casebook.log.log import NewEntry
from coach.engine.interview.instrument import Depth
from screens.checks.reasons import ReasonsScreen
from tests.screens.checks.sittings import asking, sat
from tests.screens.pilots import opened, press
from tests.screens.shown import shown
from tests.shared.book import TODAY
from tests.shared.checks import checked, told_kept


def logged(book: Casebook, times: int, sign: str = "after_hours", last: date = TODAY) -> None:
    client = book.clients.find("Acme").id
    for back in range(times):
        book.log.add(client, NewEntry("He rang.", type=sign, on_day=last - timedelta(days=back)))


async def test_the_count_stands_beside_the_answer_and_not_before_it(book: Casebook) -> None:
    sitting = sat(book, "after_hours")
    logged(book, 9)
    async with asking(book, sitting) as (pilot, _):
        assert "log" not in shown(pilot.app)
        await press(pilot, "2")
        assert "your log: 9" in shown(pilot.app)


async def test_the_review_says_first_where_memory_and_log_are_far_apart(book: Casebook) -> None:
    sitting = sat(book, "")
    said = sitting.interview.answers["after_hours"].option
    logged(book, 9)
    logged(book, int(book.library.spans.spans["1"][0]), "scope_creep")
    async with asking(book, book.checks.resume(sitting.assessment.id), size=(120, 40)) as (pilot, screen):
        text = shown(pilot.app)
        assert said == "1" and "Your log beside your memory" in text
        assert text.count("your log holds 9, clearly more · once") == 1
        assert "your log holds 1" not in text and "your log: 1" in text
        await press(pilot, "down", "enter")
        assert screen.current.step is not None and screen.current.step.id == "after_hours"


async def test_the_weeks_of_the_check_count_and_no_others(book: Casebook) -> None:
    sitting = sat(book, "")
    logged(book, 9, last=TODAY - timedelta(days=60))
    async with asking(book, book.checks.resume(sitting.assessment.id)) as (pilot, _):
        assert "your log" not in shown(pilot.app).casefold()


async def test_the_reason_has_the_count_beside_it_and_hides_it_in_company(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    logged(book, 5)
    told = checked(book, client, TODAY, *told_kept("after_hours", 4), depth=Depth.FULL)
    async with opened(book, ReasonsScreen(told.assessment.id), (120, 40)) as pilot:
        assert "your log: 5" in shown(pilot.app)
        await press(pilot, "ctrl+t")
        assert "your log" not in shown(pilot.app)
