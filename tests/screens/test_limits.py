"""My limits in a running app: what stands is shown, a key changes it, and a check can ask for what it needs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from coach.casebook.book import Casebook
from coach.casebook.limits import LONGEST_WORDS
from coach.engine.interview.answer import AnswerKind, chosen, figure
from coach.forms.limits import limits
from coach.wording.limits import LimitWording
from screens.app import CoachApp
from screens.frame.steps import StepsDialog
from screens.limits.limits import LimitsScreen
from screens.widgets.fields.clean_input import CleanInput
from screens.widgets.fields.offer import MOST
from screens.widgets.lists.row_list import RowList
from tests.screens.pilots import press, settled, show
from tests.screens.shown import flowing, shown
from tests.shared.book import EUROS, HOSTILE

SIZES = [(60, 20), (80, 24), (120, 40)]


@asynccontextmanager
async def my_limits(book: Casebook, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
    """The app, at my limits."""
    async with CoachApp(book).run_test(size=size, notifications=True) as pilot:
        await press(pilot, "l")
        yield pilot


@asynccontextmanager
async def asking(
    book: Casebook, *wanted: str, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[int], list[bool | None]]]:
    """The app with these limits being asked, and what comes of it."""
    ends: list[bool | None] = []
    app = CoachApp(book)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await app.push_screen(steps(*wanted), ends.append)
        await settled(pilot)
        yield pilot, ends


def steps(*wanted: str) -> StepsDialog:
    """The dialog that asks these limits."""
    return StepsDialog(lambda book, at: limits(book, wanted)(at))


def typed(pilot: Pilot[int]) -> str:
    """What stands in the field that is asked."""
    return pilot.app.screen.query_one(CleanInput).value


async def test_it_is_a_place_of_the_top_line_and_says_calmly_what_is_missing(book: Casebook) -> None:
    async with my_limits(book) as pilot:
        assert isinstance(pilot.app.screen, LimitsScreen)
        seen = shown(pilot.app)
        assert seen.count("not said yet") == 13
        assert all(group in seen for group in ("Money", "Hours", "Out of proportion", "Work and life"))


@pytest.mark.parametrize("size", SIZES)
async def test_what_stands_is_shown_in_words_at_every_size(book: Casebook, size: tuple[int, int]) -> None:
    book.limits.set(EUROS, figure("limits.floor", 6050))
    async with my_limits(book, size) as pilot:
        assert "60.50 EUR" in shown(pilot.app)
        await press(pilot, "end")
        assert "Language of letters" in shown(pilot.app)


async def test_one_row_is_changed_and_the_list_keeps_its_place(book: Casebook) -> None:
    async with my_limits(book) as pilot:
        await press(pilot, "down", "down", "enter")
        await press(pilot, "4", "enter")
        assert book.limits.standing() == {"limits.buffer": figure("limits.buffer", 4)}
        assert "4 months" in shown(pilot.app)
        assert pilot.app.screen.query_one(RowList).current == "limits.buffer"
        await press(pilot, "u")
        assert book.limits.standing() == {}
        assert "4 months" not in shown(pilot.app)


async def test_a_group_is_asked_through_and_each_answer_is_kept_at_once(book: Casebook) -> None:
    async with my_limits(book) as pilot:
        await press(pilot, "down", "down", "down", "a")
        await press(pilot, "1", "2", "3", "4", "5", "5", "enter")
        assert {item for item, given in book.limits.standing().items() if given.option == "yes"} == {
            f"limits.days.{day}" for day in ("mon", "tue", "wed", "thu")
        }
        await press(pilot, "9", "enter")
        assert book.limits.standing()["limits.from"] == figure("limits.from", 540)
        await press(pilot, *"16.30", "enter")
        await press(pilot, "3")
        assert isinstance(pilot.app.screen, LimitsScreen)
        assert book.limits.standing()["limits.response"].option == "next_day"
        seen = shown(pilot.app)
        assert all(said in seen for said in ("Monday to Thursday", "9:00 to 16:30", "Saved: Hours."))


async def test_what_changed_nothing_is_not_said_to_be_saved(book: Casebook) -> None:
    async with my_limits(book) as pilot:
        await press(pilot, "down", "enter")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LimitsScreen)
        assert "Saved" not in shown(pilot.app)
        assert book.limits.answered() == {}


async def test_another_terminal_s_change_is_shown_on_refresh(book: Casebook) -> None:
    async with my_limits(book) as pilot:
        book.limits.set(chosen("limits.regulated", "yes"))
        pilot.app.screen.refresh_place()  # type: ignore[attr-defined]
        await settled(pilot)
        row = next(line for line in shown(pilot.app).splitlines() if "Professional duties" in line)
        assert row.split()[-1] == "yes"


@pytest.mark.parametrize("text", HOSTILE)
async def test_own_words_are_drawn_and_kept_as_text(book: Casebook, text: str) -> None:
    async with asking(book, "limits.unreasonable.own", size=(60, 20)) as (pilot, ends):
        pilot.app.screen.query_one(CleanInput).value = text
        await press(pilot, "enter")
        assert ends == [True]
        kept = book.limits.standing()["limits.unreasonable.own"].text
        assert kept and len(kept) <= LONGEST_WORDS
        await press(pilot, "l")
        assert isinstance(pilot.app.screen, LimitsScreen)
        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(shown(pilot.app) + kept)


async def test_what_cannot_be_read_is_said_and_stays_to_be_mended(book: Casebook) -> None:
    async with asking(book, "limits.from") as (pilot, ends):
        await press(pilot, *"25", "enter")
        assert "I couldn't read that time." in shown(pilot.app)
        assert book.limits.standing() == {}
        await press(pilot, "backspace", "backspace", "8", "enter")
        assert book.limits.standing()["limits.from"] == figure("limits.from", 480)
        assert ends == [True]


@pytest.mark.parametrize("limit", ["limits.floor", "limits.priorities", "limits.days"])
async def test_one_key_says_that_one_does_not_know(book: Casebook, limit: str) -> None:
    async with asking(book, limit) as (pilot, ends):
        await press(pilot, "ctrl+n")
        assert {each.kind for each in book.limits.standing().values()} == {AnswerKind.DONT_KNOW}
        assert ends == [True]


async def test_letters_are_words_where_words_are_asked(book: Casebook) -> None:
    async with asking(book, "limits.currency", "limits.priorities") as (pilot, ends):
        await press(pilot, *"nok", "enter")
        await press(pilot, *"sd?b", "enter")
        assert [given.text for given in book.limits.standing().values()] == ["NOK", "sd?b"]
        assert ends == [True]


async def test_leaving_keeps_what_was_said_and_back_shows_it(book: Casebook) -> None:
    async with asking(book, "hours") as (pilot, ends):
        await press(pilot, "enter")
        await press(pilot, *"9:15", "enter")
        await press(pilot, "shift+tab")
        assert typed(pilot) == "9:15"
        await press(pilot, "escape")
        assert book.limits.standing()["limits.from"] == figure("limits.from", 555)
        assert ends == [None]


async def test_more_answers_than_digits_are_found_by_typing(book: Casebook) -> None:
    async with asking(book, "limits.country") as (pilot, ends):
        await press(pilot, *"denm", "enter")
        assert book.limits.standing()["limits.country"].option == "DK"
        assert ends == [True]


@pytest.mark.parametrize("size", SIZES[:2])
async def test_every_question_and_all_its_answers_can_be_seen(book: Casebook, size: tuple[int, int]) -> None:
    said = LimitWording(book.library)
    wanted = [place.id for place in said.places(said.rows())]
    assert len(wanted) == 16
    async with my_limits(book, size) as pilot:
        for limit in wanted:
            await show(pilot, steps(limit))
            field = next(iter(pilot.app.screen.form.fields))  # type: ignore[attr-defined]
            seen = flowing(pilot.app)
            assert field.ask.split()[-1] in seen
            if len(field.labels) > MOST:
                await press(pilot, *field.labels[-1].split()[-1])
            else:
                await press(pilot, *(["down"] * len(field.labels)))
            seen = flowing(pilot.app)
            assert all(word in seen for label in field.labels[-1:] for word in label.split())
            await press(pilot, "escape")


async def test_a_resize_keeps_ticks_and_typed_text(book: Casebook) -> None:
    async with asking(book, "limits.days", "limits.from") as (pilot, _):
        await pilot.press("1", "3")
        await pilot.resize_terminal(60, 20)
        await press(pilot, "enter")
        assert book.limits.standing()["limits.days.wed"].option == "yes"
        await pilot.press(*"10:1")
        await pilot.resize_terminal(120, 40)
        await settled(pilot)
        await press(pilot, "5", "enter")
        assert book.limits.standing()["limits.from"] == figure("limits.from", 615)


async def test_nothing_to_ask_is_the_end_at_once(book: Casebook) -> None:
    async with asking(book) as (_, ends):
        assert ends == [None]
