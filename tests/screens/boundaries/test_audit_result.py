"""The check of my boundaries on the screen: asked with few keys, finished into the register, and what it then says."""

from datetime import UTC, date, datetime

import pytest

from coach.casebook.book import Casebook, open_casebook
from coach.clock import fixed_clock
from coach.engine.boundary import Rung
from coach.engine.interview.answer import chosen
from coach.engine.interview.interview import confirm
from screens.app import CoachApp
from screens.boundaries.audit_result import AuditResultScreen
from screens.boundaries.boundary import BoundaryScreen
from screens.checks.ask import AskScreen
from screens.frame import commands
from screens.frame.keys import echo as key_echo
from screens.today.today import TodayScreen
from screens.widgets.lists.row_list import RowList
from tests.screens.pilots import opened, press, settled, show
from tests.screens.shown import posted, shown

SIZES = [(60, 20), (80, 24), (120, 40)]


@pytest.fixture(autouse=True)
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same key may follow itself at once, as a pilot presses it."""
    monkeypatch.setattr(key_echo, "WITHIN", 0.0)


def finished(book: Casebook, far: str = "decided") -> None:
    sitting = book.audit.begin()
    while (step := sitting.interview.step) is not None:
        items, answers = sitting.interview.instrument.items, sitting.interview.answers
        given = confirm(step.card, items, {}, answers) if step.card else (chosen(step.id, far),)
        sitting = book.checks.record(sitting, *given)
    book.audit.conclude(sitting)


async def test_today_offers_it_once_there_is_a_client_and_until_it_was_done(book: Casebook) -> None:
    async with opened(book) as pilot:
        assert "Your own boundaries" not in shown(pilot.app)
        book.clients.add("Acme")
        pilot.app.screen.refresh_place()  # type: ignore[attr-defined]
        await settled(pilot)
        assert "See in five minutes which three to fix first" in shown(pilot.app)
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, AskScreen)
        assert "My boundaries" in shown(pilot.app) and "boundary check · 1 of 24" in shown(pilot.app)
        await press(pilot, "3", "q")
        assert "Go on with the boundary check" in shown(pilot.app)
        finished(book)
        pilot.app.screen.refresh_place()  # type: ignore[attr-defined]
        await settled(pilot)
        assert "Your own boundaries" not in shown(pilot.app)


async def test_one_key_a_boundary_then_the_result_in_place_of_the_questions(book: Casebook) -> None:
    book.clients.add("Acme")
    async with opened(book) as pilot:
        await press(pilot, "l", "n")
        keys = ["4", "1", "5", *"21" * 10]
        await pilot.press(*keys)
        assert len(keys) == len(book.library.boundaries)
        await press(pilot, "1", "enter")
        assert "Finish, and see what to fix first" in shown(pilot.app)
        await press(pilot, "f")
        assert isinstance(pilot.app.screen, AuditResultScreen)
        assert book.audit.finished()
        seen = shown(pilot.app)
        assert "The three to fix first" in seen and "Where we talk" in seen
        assert "Enquiries reach me by every road" in " ".join(seen.split())
        result = book.audit.result()
        for rung in ("decided", "written", "told", "kept"):
            assert f"{result.coverage[Rung(rung)]} of 23" in next(
                line for line in seen.splitlines() if rung in line[:12]
            )
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, (AskScreen, AuditResultScreen))


@pytest.mark.parametrize("size", SIZES)
async def test_the_result_opens_each_of_the_three_and_keeps_its_place(book: Casebook, size: tuple[int, int]) -> None:
    finished(book)
    async with opened(book, AuditResultScreen(), size) as pilot:
        first = book.audit.result().first
        await press(pilot, "2")
        assert isinstance(pilot.app.screen, BoundaryScreen) and pilot.app.screen.boundary == first[1].boundary
        await press(pilot, "escape", "down", "down", "enter")
        assert isinstance(pilot.app.screen, BoundaryScreen) and pilot.app.screen.boundary == first[2].boundary


async def test_from_the_second_one_on_it_says_how_far_one_has_come_since(book: Casebook) -> None:
    finished(book)
    later = open_casebook(book.places.database.parent, fixed_clock(datetime(2027, 2, 1, tzinfo=UTC)))
    app = CoachApp(later)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await show(pilot, AuditResultScreen())
        assert "since" not in shown(app)
        later.boundaries.move("scope", Rung.WRITTEN, "said")
        finished(later)
        app.screen.refresh_place()  # type: ignore[attr-defined]
        await settled(pilot)
        assert "1 more since 21 Nov 2026" in shown(app)
    later.records.close()


async def test_where_nothing_is_missing_it_says_so_and_opens_nothing(book: Casebook) -> None:
    finished(book, "kept")
    found, hook = posted(commands.ShowBoundary)
    async with opened(book, AuditResultScreen(), hook=hook) as pilot:
        assert "Every boundary has all four steps." in shown(pilot.app)
        await press(pilot, "enter", "1")
        assert found == []


async def test_steps_that_are_due_stand_on_today_and_open_at_their_boundary(book: Casebook) -> None:
    client = book.clients.add("Acme [/] Ltd").id
    book.boundaries.open_steps("office_hours", client)
    async with opened(book) as pilot:
        assert isinstance(pilot.app.screen, TodayScreen)
        seen = shown(pilot.app)
        assert "Steps due" in seen and "My hours, with Acme [/] Ltd" in seen
        row = pilot.app.screen.query_one(RowList)
        assert row.current.startswith("step:")
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, BoundaryScreen)
        assert (screen.boundary, screen.client_id, screen.tab) == ("office_hours", client, "steps")
        await press(pilot, "space", "escape")
        assert book.boundaries.steps("office_hours", client)[0].done_on == date(2026, 11, 21)
