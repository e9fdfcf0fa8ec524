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
from screens.frame import commands, key_echo
from screens.today.today import TodayScreen
from screens.widgets.lists.row_list import RowList
from tests.screens.places import posted
from tests.screens.shown import shown

SIZES = [(60, 20), (80, 24), (120, 40)]


@pytest.fixture(autouse=True)
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same key may follow itself at once, as a pilot presses it."""
    monkeypatch.setattr(key_echo, "WITHIN", 0.0)


def finished(book: Casebook, far: str = "decided") -> None:
    sitting = book.begin_audit()
    while (step := sitting.interview.step) is not None:
        items, answers = sitting.interview.instrument.items, sitting.interview.answers
        given = confirm(step.card, items, {}, answers) if step.card else (chosen(step.id, far),)
        sitting = book.record(sitting, *given)
    book.conclude_audit(sitting)


async def test_today_offers_it_once_there_is_a_client_and_until_it_was_done(book: Casebook) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Your own boundaries" not in shown(app)
        book.add_client("Acme")
        app.screen.refresh_place()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "See in five minutes which three to fix first" in shown(app)
        await pilot.press("end", "enter")
        await pilot.pause()
        assert isinstance(app.screen, AskScreen)
        assert "My boundaries" in shown(app) and "boundary check · 1 of 24" in shown(app)
        await pilot.press("3", "q")
        await pilot.pause()
        assert "Go on with the boundary check" in shown(app)
        finished(book)
        app.screen.refresh_place()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "Your own boundaries" not in shown(app)


async def test_one_key_a_boundary_then_the_result_in_place_of_the_questions(book: Casebook) -> None:
    book.add_client("Acme")
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "n")
        await pilot.pause()
        keys = ["4", "1", "5", *"21" * 10]
        await pilot.press(*keys)
        assert len(keys) == len(book.library.boundaries)
        await pilot.press("1", "enter")
        await pilot.pause()
        assert "Finish, and see what to fix first" in shown(app)
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(app.screen, AuditResultScreen)
        assert book.audited()
        seen = shown(app)
        assert "The three to fix first" in seen and "Where we talk" in seen
        assert "Enquiries reach me by every road" in " ".join(seen.split())
        result = book.audit_result()
        for rung in ("decided", "written", "told", "kept"):
            assert f"{result.coverage[Rung(rung)]} of 23" in next(
                line for line in seen.splitlines() if rung in line[:12]
            )
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, (AskScreen, AuditResultScreen))


@pytest.mark.parametrize("size", SIZES)
async def test_the_result_opens_each_of_the_three_and_keeps_its_place(book: Casebook, size: tuple[int, int]) -> None:
    finished(book)
    app = CoachApp(book)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await app.push_screen(AuditResultScreen())
        await pilot.pause()
        first = book.audit_result().first
        await pilot.press("2")
        await pilot.pause()
        assert isinstance(app.screen, BoundaryScreen) and app.screen.boundary == first[1].boundary
        await pilot.press("escape", "down", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, BoundaryScreen) and app.screen.boundary == first[2].boundary


async def test_from_the_second_one_on_it_says_how_far_one_has_come_since(book: Casebook) -> None:
    finished(book)
    later = open_casebook(book.places.database.parent, fixed_clock(datetime(2027, 2, 1, tzinfo=UTC)))
    app = CoachApp(later)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.push_screen(AuditResultScreen())
        await pilot.pause()
        assert "since" not in shown(app)
        later.move_rung("scope", Rung.WRITTEN, "said")
        finished(later)
        app.screen.refresh_place()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "1 more since 21 Nov 2026" in shown(app)
    later.close()


async def test_where_nothing_is_missing_it_says_so_and_opens_nothing(book: Casebook) -> None:
    finished(book, "kept")
    found, hook = posted(commands.ShowBoundary)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24), message_hook=hook) as pilot:
        await pilot.pause()
        await app.push_screen(AuditResultScreen())
        await pilot.pause()
        assert "Every boundary has all four steps." in shown(app)
        await pilot.press("enter", "1")
        await pilot.pause()
        assert found == []


async def test_steps_that_are_due_stand_on_today_and_open_at_their_boundary(book: Casebook) -> None:
    client = book.add_client("Acme [/] Ltd").id
    book.open_playbook("office_hours", client)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        seen = shown(app)
        assert "Steps due" in seen and "My hours, with Acme [/] Ltd" in seen
        row = app.screen.query_one(RowList)
        assert row.current.startswith("step:")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, BoundaryScreen)
        assert (app.screen.boundary, app.screen.client_id, app.screen.tab) == ("office_hours", client, "steps")
        await pilot.press("space", "escape")
        await pilot.pause()
        assert book.planned("office_hours", client)[0].done_on == date(2026, 11, 21)
