"""The reasons page: true to the records in its bars, picture and lists, in one column and in two."""

from datetime import date

import pytest

from coach.casebook.book import Casebook
from screens.checks.recommendation import VerdictScreen
from screens.frame import commands
from screens.widgets.chart.quadrant import Quadrant
from screens.widgets.chart.reason_bars import BarLine, ReasonBars
from tests.screens.pilots import opened, press, settled, show
from tests.screens.shown import shown
from tests.shared.checks import KEPT, check

HAPPENED = {"after_hours": KEPT, "rude_tone": ("1", "no"), "no_shows": ("2", "writing", "each", "respected")}


async def test_it_shows_all_that_the_recommendation_rests_on(book: Casebook) -> None:
    told = check(book, "Acme", {**HAPPENED, "good_kind": "yes", "share": 55, "past_try": "not_followed"})
    async with opened(book, commands.ShowReasons(told.assessment.id), (120, 60)) as pilot:
        text = shown(pilot.app)
    for part in (
        "Contact outside hours", "about every week · told in writing · kept each time · it went on", "once · not told",
        "Kind to deal with", "Booked times are kept: go on.", "Decent treatment", "Begin the plan with replacing",
        "Reached by model", "Firm: no open answer",
    ):  # fmt: skip
        assert part in text, part


async def test_bars_keep_their_proportions_and_their_figures_in_line(book: Casebook) -> None:
    told = check(book, "Acme", {**HAPPENED, "favours": ("3", "aloud", "mostly", "went_on")})
    async with opened(book, commands.ShowReasons(told.assessment.id), (80, 50)) as pilot:
        screen = pilot.app.screen
        lines = [line.render().plain for line in screen.query(BarLine)]
    head, hours, favours, tone = lines
    assert hours.count("█") == 2 * hours.count("█") // 2 > favours.count("█") > tone.count("█") > 0
    assert hours.count("░") == 0 < tone.count("░")
    assert tone.count("░") > tone.count("█")
    assert len({len(line) for line in lines}) == 1
    assert head.rstrip().endswith("mine")
    assert hours.index("6") == tone.index("0.5"), "whole numbers stand above whole numbers"


async def test_the_trail_ends_at_the_check_shown_and_leaves_out_later_ones(book: Casebook) -> None:
    check(book, "Acme", {"rude_tone": ("1", "no")}, on=date(2026, 7, 1))
    shown_one = check(book, "Acme", {"rude_tone": ("3", "no")}, on=date(2026, 9, 1))
    check(book, "Acme", HAPPENED)
    check(book, "Borg", {"favours": ("2", "no")})
    async with opened(book, commands.ShowReasons(shown_one.assessment.id)) as pilot:
        screen = pilot.app.screen
        picture = screen.query_one(Quadrant)
        assert picture.trail == ((1.5, 0.5), (4.5, 1.5))
        assert picture.others == ((1.5, 0.5),)


async def test_nothing_that_weighs_is_said_in_words(book: Casebook) -> None:
    told = check(book, "Acme", {})
    async with opened(book, commands.ShowReasons(told.assessment.id)) as pilot:
        screen = pilot.app.screen
        assert "Nothing weighs on either side." in shown(pilot.app)
        assert not screen.query_one(ReasonBars).rows


@pytest.mark.parametrize(("size", "columns"), [((60, 20), 1), ((80, 24), 1), ((120, 40), 2)])
async def test_two_columns_where_there_is_room(book: Casebook, size: tuple[int, int], columns: int) -> None:
    told = check(book, "Acme", HAPPENED)
    async with opened(book, commands.ShowReasons(told.assessment.id), size) as pilot:
        screen = pilot.app.screen
        left, right = screen.query_one("#left").region, screen.query_one("#right").region
        assert (right.x > left.x) is (columns == 2)
        assert (right.y > left.y) is (columns == 1)
        assert right.right <= size[0]


async def test_a_second_look_at_the_records_keeps_the_place_and_esc_goes_back(book: Casebook) -> None:
    told = check(book, "Acme", HAPPENED)
    async with opened(book, commands.ShowVerdict(told.assessment.id)) as pilot:
        await show(pilot, commands.ShowReasons(told.assessment.id))
        screen = pilot.app.screen
        await press(pilot, "pagedown")
        place = screen.query_one(".page").scroll_y
        assert place > 0
        screen.refresh_place()
        await settled(pilot)
        assert screen.query_one(".page").scroll_y == place
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, VerdictScreen)
