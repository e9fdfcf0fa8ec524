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
from tests.screens.pilots import opened, press, settled, show
from tests.screens.shown import shown
from tests.shared.checks import KEPT, check

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


async def test_the_first_page_fits_without_scrolling(book: Casebook) -> None:
    told = check(book, "Acme Ltd", {"after_hours": KEPT, "scope_creep": KEPT, "share": 55})
    book.checks.decide(told, Outcome.KEEP, "They pay on time.", date(2026, 12, 19))
    async with opened(book, commands.ShowVerdict(told.assessment.id)) as pilot:
        text = shown(pilot.app)
        assert pilot.app.screen.query_one(".page").max_scroll_y == 0
    for part in ("Acme Ltd", "full check of 21 November 2026", "Plan the exit", "12 points", "Next", "How sure"):
        assert part in text
    assert "Begin the plan with replacing this income." in text
    assert "keep, since 21 Nov; again on 19 Dec" in text
    assert "Because: They pay on time." in text


async def test_what_comes_first_for_safety_stands_above_everything(book: Casebook) -> None:
    told = check(book, "Borg & Sons", {"violence": "yes"})
    async with opened(book, commands.ShowVerdict(told.assessment.id)) as pilot:
        text = shown(pilot.app)
    assert text.index("Your safety comes first") < text.index("Stop now") < text.index("Next")
    assert "not legal advice" in text


async def test_the_keys_lead_where_they_say_and_esc_goes_back(book: Casebook) -> None:
    told = check(book, "Acme", {"after_hours": KEPT})
    async with opened(book, commands.ShowVerdict(told.assessment.id)) as pilot:
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, ReasonsScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, VerdictScreen)
        await pilot.press("f")
        assert isinstance(pilot.app.screen, VerdictScreen), "a full check cannot be gone on with"
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_a_quick_check_goes_on_to_the_full_one_in_place(book: Casebook) -> None:
    told = check(book, "Acme", {"after_hours": KEPT}, depth=Depth.QUICK)
    async with opened(book, commands.ShowVerdict(told.assessment.id)) as pilot:
        assert "first reading" in shown(pilot.app)
        await press(pilot, "f")
        assert not isinstance(pilot.app.screen, VerdictScreen)
    assert book.checks.resume(told.assessment.id).interview.depth is Depth.FULL


async def test_a_recommendation_taken_back_elsewhere_leads_back(
    book: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = check(book, "Acme", {"after_hours": KEPT})
    app = CoachApp(book)
    heard: list[str] = []
    monkeypatch.setattr(app, "notify", lambda said, **_: heard.append(said))
    async with app.run_test(size=(80, 24)) as pilot:
        await show(pilot, commands.ShowVerdict(told.assessment.id))
        book.checks.withdraw(told.assessment.id)
        app.screen.refresh_place()  # type: ignore[attr-defined]
        await settled(pilot)
        assert isinstance(app.screen, TodayScreen)
    assert heard == [book.library.words("refused.check_gone")]


async def test_an_older_check_says_that_there_is_a_newer_one(book: Casebook) -> None:
    first = check(book, "Acme", {"after_hours": KEPT}, on=date(2026, 9, 1))
    check(book, "Acme", {"good_kind": "yes"})
    async with opened(book, commands.ShowVerdict(first.assessment.id)) as pilot:
        assert "There is a newer check of this client, of 21 November 2026." in shown(pilot.app)


@pytest.mark.parametrize("name", HOSTILE)
async def test_no_name_is_more_than_text(book: Casebook, name: str) -> None:
    told = check(book, name, {"after_hours": KEPT})
    book.checks.decide(told, Outcome.KEEP, name, None)
    async with opened(book, commands.ShowVerdict(told.assessment.id)) as pilot:
        for key in ("w", "escape", "d"):
            text = shown(pilot.app)
            assert not any(character in text for character in "\x1b\x07\x9b\x85\u202e\u2066")
            assert name[:12] in text or not name.isascii() or not name[:12].isprintable()
            await press(pilot, key)
        assert pilot.app.return_code is None


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_shows_the_recommendation_and_a_resize_loses_nothing(
    book: Casebook, size: tuple[int, int]
) -> None:
    told = check(book, "Acme", {"after_hours": KEPT, "scope_creep": KEPT})
    async with opened(book, commands.ShowVerdict(told.assessment.id), size) as pilot:
        assert "Plan the exit" in shown(pilot.app)
        assert "Next" in shown(pilot.app)
        await pilot.resize_terminal(100, 30)
        await settled(pilot)
        assert "Plan the exit" in shown(pilot.app)
