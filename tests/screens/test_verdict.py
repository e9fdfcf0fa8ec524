"""The recommendation's first page: what stands on it, where its keys lead, what no name can do to it."""

from datetime import date

import pytest

from coach.casebook.book import Casebook
from coach.engine.interview.instrument import Depth
from coach.engine.verdict.verdict import Outcome
from screens.app import CoachApp
from screens.checks.reasons import ReasonsScreen
from screens.checks.recommendation import VerdictScreen
from screens.frame import commands
from screens.today.today import TodayScreen
from tests.full_check import KEPT, check
from tests.screens.shown import shown

SIZES = [(60, 20), (80, 24), (120, 40)]
HOSTILE = [
    "Acme [/] Ltd",
    "[@click=app.quit]x[/]",
    "\x1b[31mred\x1b]0;title\x07",
    "c1 \x9b31m \x85 end",
    "abc\u202edef\u2066",
    "x" * 10_000,
    "שלום עולם",
    "a" + "\u0301" * 40,
]


async def open_on(app: CoachApp, pilot: object, assessment_id: int) -> None:
    app.post_message(commands.ShowVerdict(assessment_id))
    await pilot.pause()  # type: ignore[attr-defined]
    await pilot.pause()  # type: ignore[attr-defined]


async def test_the_first_page_fits_without_scrolling(book: Casebook) -> None:
    told = check(book, "Acme Ltd", {"after_hours": KEPT, "scope_creep": KEPT, "share": 55})
    book.decide(told, Outcome.KEEP, "They pay on time.", date(2026, 12, 19))
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_on(app, pilot, told.assessment.id)
        text = shown(app)
        assert app.screen.query_one(".page").max_scroll_y == 0
    for part in ("Acme Ltd", "full check of 21 November 2026", "Plan the exit", "12 points", "Next", "How sure"):
        assert part in text
    assert "Begin the plan with replacing this income." in text
    assert "keep, since 21 Nov; again on 19 Dec" in text
    assert "Because: They pay on time." in text


async def test_what_comes_first_for_safety_stands_above_everything(book: Casebook) -> None:
    told = check(book, "Borg & Sons", {"violence": "yes"})
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_on(app, pilot, told.assessment.id)
        text = shown(app)
    assert text.index("Your safety comes first") < text.index("Stop now") < text.index("Next")
    assert "not legal advice" in text


async def test_the_keys_lead_where_they_say_and_esc_goes_back(book: Casebook) -> None:
    told = check(book, "Acme", {"after_hours": KEPT})
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_on(app, pilot, told.assessment.id)
        await pilot.press("w")
        await pilot.pause()
        assert isinstance(app.screen, ReasonsScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, VerdictScreen)
        await pilot.press("f")
        assert isinstance(app.screen, VerdictScreen), "a full check cannot be gone on with"
        await pilot.press("escape")
        assert isinstance(app.screen, TodayScreen)


async def test_a_quick_check_goes_on_to_the_full_one_in_place(book: Casebook) -> None:
    told = check(book, "Acme", {"after_hours": KEPT}, depth=Depth.QUICK)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_on(app, pilot, told.assessment.id)
        assert "first reading" in shown(app)
        await pilot.press("f")
        await pilot.pause()
        assert not isinstance(app.screen, VerdictScreen)
    assert book.resume(told.assessment.id).interview.depth is Depth.FULL


async def test_a_recommendation_taken_back_elsewhere_leads_back(
    book: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = check(book, "Acme", {"after_hours": KEPT})
    app = CoachApp(book)
    heard: list[str] = []
    monkeypatch.setattr(app, "notify", lambda said, **_: heard.append(said))
    async with app.run_test(size=(80, 24)) as pilot:
        await open_on(app, pilot, told.assessment.id)
        book.withdraw(told.assessment.id)
        app.screen.refresh_place()  # type: ignore[attr-defined]
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
    assert heard == [book.library.words("refused.check_gone")]


async def test_an_older_check_says_that_there_is_a_newer_one(book: Casebook) -> None:
    first = check(book, "Acme", {"after_hours": KEPT}, on=date(2026, 9, 1))
    check(book, "Acme", {"good_kind": "yes"})
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_on(app, pilot, first.assessment.id)
        assert "There is a newer check of this client, of 21 November 2026." in shown(app)


@pytest.mark.parametrize("name", HOSTILE)
async def test_no_name_is_more_than_text(book: Casebook, name: str) -> None:
    told = check(book, name, {"after_hours": KEPT})
    book.decide(told, Outcome.KEEP, name, None)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_on(app, pilot, told.assessment.id)
        for key in ("w", "escape", "d"):
            text = shown(app)
            assert not any(character in text for character in "\x1b\x07\x9b\x85\u202e\u2066")
            assert name[:12] in text or not name.isascii() or not name[:12].isprintable()
            await pilot.press(key)
            await pilot.pause()
        assert app.return_code is None


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_shows_the_recommendation_and_a_resize_loses_nothing(
    book: Casebook, size: tuple[int, int]
) -> None:
    told = check(book, "Acme", {"after_hours": KEPT, "scope_creep": KEPT})
    app = CoachApp(book)
    async with app.run_test(size=size) as pilot:
        await open_on(app, pilot, told.assessment.id)
        assert "Plan the exit" in shown(app)
        assert "Next" in shown(app)
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert "Plan the exit" in shown(app)
