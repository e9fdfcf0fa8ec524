"""The guide on the screen: a page, its sources, a search, and the page a question leads to."""

import pytest

from coach.casebook.book import Casebook
from screens.frame import commands
from screens.guide.guide import GuideScreen
from screens.guide.page import GuidePageScreen
from tests.screens.pilots import opened, press
from tests.screens.shown import shown

SIZES = [(60, 20), (80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_guide_opens_a_page_and_goes_back(book: Casebook, size: tuple[int, int]) -> None:
    async with opened(book, commands.ShowToday(), size) as pilot:
        await press(pilot, "g")
        assert isinstance(pilot.app.screen, GuideScreen)
        await press(pilot, "down", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, GuidePageScreen) and screen.page is book.library.guide[1]
        await pilot.press("right")
        assert screen.page is book.library.guide[2] and screen.page.title in shown(pilot.app)
        assert max(len(line.rstrip()) for line in shown(pilot.app).splitlines()[4:-1]) <= 84
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, GuideScreen)


async def test_s_says_what_the_paragraph_under_the_cursor_rests_on(book: Casebook) -> None:
    page = book.library.guide[0]
    texts = [each for each in page.passages if each.sources]
    async with opened(book, commands.ShowGuide(page.topic), (120, 40)) as pilot:
        await press(pilot, "s")
        assert all(each in shown(pilot.app) for each in texts[0].sources)
        await press(pilot, "down")
        assert all(each in shown(pilot.app) for each in texts[1].sources)
        await press(pilot, "escape")
        assert texts[0].sources[0] not in shown(pilot.app) and isinstance(pilot.app.screen, GuidePageScreen)


async def test_a_search_lists_paragraphs_and_opens_at_one(book: Casebook) -> None:
    async with opened(book, commands.ShowGuide()) as pilot:
        await press(pilot, "slash", *"renteloven", "enter", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, GuidePageScreen) and screen.topic == "money-and-late-payment"
        assert "renteloven" in shown(pilot.app)
        await press(pilot, "escape", "escape")
        assert "Why set boundaries at all" in shown(pilot.app)


async def test_a_question_leads_to_its_page(book: Casebook) -> None:
    from tests.screens.checks.sittings import asking, sat

    async with asking(book, sat(book, "worth_it"), (120, 40)) as (pilot, _):
        await pilot.press("g")
        assert not isinstance(pilot.app.screen, GuidePageScreen)
        await press(pilot, "question_mark")
        assert "Press g." in shown(pilot.app)
        await press(pilot, "g")
        assert isinstance(pilot.app.screen, GuidePageScreen)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, GuidePageScreen)
