"""My limits in a running app: what stands is shown, a key changes it, and a check can ask for what it needs."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from coach.casebook.book import Casebook
from coach.casebook.limits import LONGEST_WORDS
from coach.engine.interview.answer import Answer, Kind, chosen, figure
from coach.wording.limits import LimitWords
from screens.app import CoachApp
from screens.frame.limits_dialog import LimitsDialog
from screens.limits.limits import LimitsScreen
from screens.widgets.fields.clean_input import CleanInput
from screens.widgets.lists.row_list import RowList
from tests.screens.places import HOSTILE
from tests.screens.shown import shown

SIZES = [(60, 20), (80, 24), (120, 40)]


@asynccontextmanager
async def my_limits(book: Casebook, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
    """The app, at my limits."""
    async with CoachApp(book).run_test(size=size) as pilot:
        await pilot.press("l")
        await pilot.pause()
        yield pilot


@asynccontextmanager
async def asking(
    book: Casebook, limits: Iterable[str], size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[int], list[bool | None]]]:
    """The app with these limits being asked, and what comes of it."""
    ends: list[bool | None] = []
    app = CoachApp(book)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await app.push_screen(LimitsDialog(limits), ends.append)
        await pilot.pause()
        yield pilot, ends


async def test_it_is_a_place_of_the_top_line_and_says_calmly_what_is_missing(book: Casebook) -> None:
    async with my_limits(book) as pilot:
        assert isinstance(pilot.app.screen, LimitsScreen)
        seen = shown(pilot.app)
        assert seen.count("not said yet") == 13
        assert all(group in seen for group in ("Money", "Hours", "Out of proportion", "Work and life"))


@pytest.mark.parametrize("size", SIZES)
async def test_what_stands_is_shown_in_words_at_every_size(book: Casebook, size: tuple[int, int]) -> None:
    book.set_limits(Answer("limits.currency", Kind.TEXT, text="EUR"), figure("limits.floor", 6050))
    async with my_limits(book, size) as pilot:
        assert "60.50 EUR" in shown(pilot.app)
        await pilot.press("end")
        await pilot.pause()
        assert "Language of letters" in shown(pilot.app)


async def test_one_row_is_changed_and_the_list_keeps_its_place(book: Casebook) -> None:
    async with my_limits(book) as pilot:
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        await pilot.press("4", "enter")
        await pilot.pause()
        assert book.limits() == {"limits.buffer": figure("limits.buffer", 4)}
        assert "4 months" in shown(pilot.app)
        assert pilot.app.screen.query_one(RowList).current == "limits.buffer"
        await pilot.press("u")
        await pilot.pause()
        assert book.limits() == {}
        assert "4 months" not in shown(pilot.app)


async def test_a_group_is_asked_through_and_each_answer_is_kept_at_once(book: Casebook) -> None:
    async with my_limits(book) as pilot:
        await pilot.press("down", "down", "down", "a")
        await pilot.pause()
        await pilot.press("1", "2", "3", "4", "5", "5", "enter")
        await pilot.pause()
        assert {item for item, given in book.limits().items() if given.option == "yes"} == {
            f"limits.days.{day}" for day in ("mon", "tue", "wed", "thu")
        }
        await pilot.press("9", "enter")
        await pilot.pause()
        assert book.limits()["limits.from"] == figure("limits.from", 540)
        await pilot.press(*"16.30", "enter")
        await pilot.pause()
        await pilot.press("3")
        await pilot.pause()
        assert isinstance(pilot.app.screen, LimitsScreen)
        assert book.limits()["limits.response"].option == "next_day"
        assert "Monday to Thursday" in shown(pilot.app)
        assert "9:00 to 16:30" in shown(pilot.app)


async def test_another_terminal_s_change_is_shown_on_refresh(book: Casebook) -> None:
    async with my_limits(book) as pilot:
        book.set_limits(chosen("limits.regulated", "yes"))
        pilot.app.screen.refresh_place()  # type: ignore[attr-defined]
        await pilot.pause()
        row = next(line for line in shown(pilot.app).splitlines() if "Professional duties" in line)
        assert row.split()[-1] == "yes"


@pytest.mark.parametrize("text", HOSTILE)
async def test_own_words_are_drawn_and_kept_as_text(book: Casebook, text: str) -> None:
    async with asking(book, ["limits.unreasonable.own"], (60, 20)) as (pilot, ends):
        field = pilot.app.screen.query_one("#words", CleanInput)
        field.value = text
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert ends == [True]
        kept = book.limits()["limits.unreasonable.own"].text
        assert kept and len(kept) <= LONGEST_WORDS
        await pilot.press("l")
        await pilot.pause()
        assert isinstance(pilot.app.screen, LimitsScreen)
        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(shown(pilot.app) + kept)


async def test_what_cannot_be_read_is_said_and_stays_to_be_mended(book: Casebook) -> None:
    async with asking(book, ["limits.from"]) as (pilot, ends):
        await pilot.press(*"25", "enter")
        await pilot.pause()
        assert "That is no time of day." in shown(pilot.app)
        assert book.limits() == {}
        await pilot.press("backspace", "backspace", "8", "enter")
        await pilot.pause()
        assert book.limits()["limits.from"] == figure("limits.from", 480)
        assert ends == [True]


@pytest.mark.parametrize(("key", "kind"), [("s", Kind.SKIPPED), ("d", Kind.DONT_KNOW)])
async def test_letters_leave_a_figure_unsaid(book: Casebook, key: str, kind: Kind) -> None:
    async with asking(book, ["limits.floor"]) as (pilot, ends):
        await pilot.press("6", key)
        await pilot.pause()
        assert book.limits()["limits.floor"].kind is kind
        assert ends == [True]


async def test_to_pass_over_what_stands_changes_nothing(book: Casebook) -> None:
    book.set_limits(figure("limits.floor", 6000))
    async with asking(book, ["limits.floor"]) as (pilot, ends):
        assert pilot.app.screen.query_one("#figure", CleanInput).value == "60"
        await pilot.press("s")
        await pilot.pause()
        assert book.limits() == {"limits.floor": figure("limits.floor", 6000)}
        assert ends == [True]


async def test_letters_are_words_where_words_are_asked(book: Casebook) -> None:
    async with asking(book, ["limits.currency", "limits.priorities"]) as (pilot, ends):
        await pilot.press(*"nok", "enter")
        await pilot.pause()
        await pilot.press(*"sd?b", "enter")
        await pilot.pause()
        assert [given.text for given in book.limits().values()] == ["NOK", "sd?b"]
        assert ends == [True]


async def test_leaving_keeps_what_was_said_and_tells_that_it_did_not_come_to_the_end(book: Casebook) -> None:
    async with asking(book, ["money"]) as (pilot, ends):
        await pilot.press(*"eur", "enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert list(book.limits()) == ["limits.currency"]
        assert ends == [False]


async def test_back_asks_the_one_before_with_what_stands(book: Casebook) -> None:
    async with asking(book, ["limits.from", "limits.until"]) as (pilot, _):
        await pilot.press(*"9:15", "enter")
        await pilot.pause()
        await pilot.press("b")
        await pilot.pause()
        assert pilot.app.screen.query_one("#figure", CleanInput).value == "9:15"


@pytest.mark.parametrize(
    ("keys", "country"),
    [("2", "DK"), (["1", "enter"], "NO"), ("10", "US-CA"), ("11", "other"), (["down", "enter"], "NO")],
)
async def test_more_than_nine_answers_are_reached_by_number(book: Casebook, keys: Iterable[str], country: str) -> None:
    async with asking(book, ["limits.country"]) as (pilot, ends):
        await pilot.press(*keys)
        await pilot.pause()
        assert book.limits()["limits.country"].option == country
        assert ends == [True]


async def test_ticks_come_back_and_a_line_can_be_unticked(book: Casebook) -> None:
    book.set_limits(chosen("limits.unreasonable.night", "yes"), chosen("limits.unreasonable.trial", "yes"))
    async with asking(book, ["limits.unreasonable"]) as (pilot, _):
        assert shown(pilot.app).count("✓") == 2
        await pilot.press("space", "enter")
        await pilot.pause()
        standing = book.limits()
        assert standing["limits.unreasonable.night"].option == "no"
        assert standing["limits.unreasonable.trial"].option == "yes"


@pytest.mark.parametrize("size", SIZES[:2])
async def test_every_question_and_all_its_answers_can_be_seen(book: Casebook, size: tuple[int, int]) -> None:
    said = LimitWords(book.library)
    limits = [place.id for place in said.places(said.rows())]
    assert len(limits) == 16
    async with my_limits(book, size) as pilot:
        for limit in limits:
            await pilot.app.push_screen(LimitsDialog([limit]))
            await pilot.pause()
            assert question_of(said, limit).split()[-1] in shown(pilot.app)
            await pilot.press("end")
            await pilot.pause()
            seen = shown(pilot.app)
            assert all(word in seen for word in last_line_of(said, limit).split())
            await pilot.press("escape")
            await pilot.pause()


def question_of(said: LimitWords, limit: str) -> str:
    """What is asked of a limit."""
    return said.words.card("limits", limit, "ask") or said.words.item("limits", limit, "ask")


def last_line_of(said: LimitWords, limit: str) -> str:
    """The last line to tick or to choose, or nothing where a field is filled."""
    items = said.items_of(limit)
    if len(items) > 1:
        return said.words.item("limits", items[-1].id, "row")
    return said.words.option(items[0].responses, items[0].options[-1]) if items[0].options else ""


async def test_why_is_shown_on_a_key_where_there_is_no_room_for_it(book: Casebook) -> None:
    async with asking(book, ["limits.unreasonable"]) as (pilot, _):
        assert "three in the morning" not in shown(pilot.app)
        await pilot.press("question_mark")
        await pilot.pause()
        assert "three in the morning" in shown(pilot.app)


async def test_a_resize_keeps_ticks_and_typed_text(book: Casebook) -> None:
    async with asking(book, ["limits.days", "limits.from"]) as (pilot, _):
        await pilot.press("1", "3")
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert shown(pilot.app).count("✓") == 2
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*"10:1")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        await pilot.press("5", "enter")
        await pilot.pause()
        assert book.limits()["limits.from"] == figure("limits.from", 615)


async def test_nothing_to_ask_is_the_end_at_once(book: Casebook) -> None:
    async with asking(book, []) as (_, ends):
        assert ends == [True]
