"""My limits in a running app: what stands is shown, a key changes it, and a check can ask for what it needs."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from coach.casebook.book import Casebook
from coach.casebook.limits import LONGEST_WORDS
from coach.engine.interview.answer import Answer, AnswerKind, chosen, figure
from coach.wording.limits import LimitWording
from screens.app import CoachApp
from screens.frame.dialogs.limits import LimitsDialog
from screens.limits.limits import LimitsScreen
from screens.widgets.fields.clean_input import CleanInput
from screens.widgets.lists.row_list import RowList
from tests.screens.pilots import press, settled, show
from tests.screens.shown import shown
from tests.shared.book import HOSTILE

SIZES = [(60, 20), (80, 24), (120, 40)]


@asynccontextmanager
async def my_limits(book: Casebook, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
    """The app, at my limits."""
    async with CoachApp(book).run_test(size=size) as pilot:
        await press(pilot, "l")
        yield pilot


@asynccontextmanager
async def asking(
    book: Casebook, limits: Iterable[str], size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[int], list[bool | None]]]:
    """The app with these limits being asked, and what comes of it."""
    ends: list[bool | None] = []
    app = CoachApp(book)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await app.push_screen(LimitsDialog(limits), ends.append)
        await settled(pilot)
        yield pilot, ends


async def test_it_is_a_place_of_the_top_line_and_says_calmly_what_is_missing(book: Casebook) -> None:
    async with my_limits(book) as pilot:
        assert isinstance(pilot.app.screen, LimitsScreen)
        seen = shown(pilot.app)
        assert seen.count("not said yet") == 13
        assert all(group in seen for group in ("Money", "Hours", "Out of proportion", "Work and life"))


@pytest.mark.parametrize("size", SIZES)
async def test_what_stands_is_shown_in_words_at_every_size(book: Casebook, size: tuple[int, int]) -> None:
    book.limits.set(Answer("limits.currency", AnswerKind.TEXT, text="EUR"), figure("limits.floor", 6050))
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
        assert "Monday to Thursday" in shown(pilot.app)
        assert "9:00 to 16:30" in shown(pilot.app)


async def test_another_terminal_s_change_is_shown_on_refresh(book: Casebook) -> None:
    async with my_limits(book) as pilot:
        book.limits.set(chosen("limits.regulated", "yes"))
        pilot.app.screen.refresh_place()  # type: ignore[attr-defined]
        await settled(pilot)
        row = next(line for line in shown(pilot.app).splitlines() if "Professional duties" in line)
        assert row.split()[-1] == "yes"


@pytest.mark.parametrize("text", HOSTILE)
async def test_own_words_are_drawn_and_kept_as_text(book: Casebook, text: str) -> None:
    async with asking(book, ["limits.unreasonable.own"], (60, 20)) as (pilot, ends):
        field = pilot.app.screen.query_one("#words", CleanInput)
        field.value = text
        await settled(pilot)
        await press(pilot, "enter")
        assert ends == [True]
        kept = book.limits.standing()["limits.unreasonable.own"].text
        assert kept and len(kept) <= LONGEST_WORDS
        await press(pilot, "l")
        assert isinstance(pilot.app.screen, LimitsScreen)
        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(shown(pilot.app) + kept)


async def test_what_cannot_be_read_is_said_and_stays_to_be_mended(book: Casebook) -> None:
    async with asking(book, ["limits.from"]) as (pilot, ends):
        await press(pilot, *"25", "enter")
        assert "That is no time of day." in shown(pilot.app)
        assert book.limits.standing() == {}
        await press(pilot, "backspace", "backspace", "8", "enter")
        assert book.limits.standing()["limits.from"] == figure("limits.from", 480)
        assert ends == [True]


@pytest.mark.parametrize(("key", "kind"), [("s", AnswerKind.SKIPPED), ("d", AnswerKind.DONT_KNOW)])
async def test_letters_leave_a_figure_unsaid(book: Casebook, key: str, kind: AnswerKind) -> None:
    async with asking(book, ["limits.floor"]) as (pilot, ends):
        await press(pilot, "6", key)
        assert book.limits.standing()["limits.floor"].kind is kind
        assert ends == [True]


async def test_to_pass_over_what_stands_changes_nothing(book: Casebook) -> None:
    book.limits.set(figure("limits.floor", 6000))
    async with asking(book, ["limits.floor"]) as (pilot, ends):
        assert pilot.app.screen.query_one("#figure", CleanInput).value == "60"
        await press(pilot, "s")
        assert book.limits.standing() == {"limits.floor": figure("limits.floor", 6000)}
        assert ends == [True]


async def test_letters_are_words_where_words_are_asked(book: Casebook) -> None:
    async with asking(book, ["limits.currency", "limits.priorities"]) as (pilot, ends):
        await press(pilot, *"nok", "enter")
        await press(pilot, *"sd?b", "enter")
        assert [given.text for given in book.limits.standing().values()] == ["NOK", "sd?b"]
        assert ends == [True]


async def test_leaving_keeps_what_was_said_and_tells_that_it_did_not_come_to_the_end(book: Casebook) -> None:
    async with asking(book, ["money"]) as (pilot, ends):
        await press(pilot, *"eur", "enter")
        await press(pilot, "escape")
        assert list(book.limits.standing()) == ["limits.currency"]
        assert ends == [False]


async def test_back_asks_the_one_before_with_what_stands(book: Casebook) -> None:
    async with asking(book, ["limits.from", "limits.until"]) as (pilot, _):
        await press(pilot, *"9:15", "enter")
        await press(pilot, "b")
        assert pilot.app.screen.query_one("#figure", CleanInput).value == "9:15"


@pytest.mark.parametrize(
    ("keys", "country"),
    [("2", "DK"), (["1", "enter"], "NO"), ("10", "US-CA"), ("11", "other"), (["down", "enter"], "NO")],
)
async def test_more_than_nine_answers_are_reached_by_number(book: Casebook, keys: Iterable[str], country: str) -> None:
    async with asking(book, ["limits.country"]) as (pilot, ends):
        await press(pilot, *keys)
        assert book.limits.standing()["limits.country"].option == country
        assert ends == [True]


async def test_ticks_come_back_and_a_line_can_be_unticked(book: Casebook) -> None:
    book.limits.set(chosen("limits.unreasonable.night", "yes"), chosen("limits.unreasonable.trial", "yes"))
    async with asking(book, ["limits.unreasonable"]) as (pilot, _):
        assert shown(pilot.app).count("■") == 2
        await press(pilot, "space", "enter")
        standing = book.limits.standing()
        assert standing["limits.unreasonable.night"].option == "no"
        assert standing["limits.unreasonable.trial"].option == "yes"


@pytest.mark.parametrize("size", SIZES[:2])
async def test_every_question_and_all_its_answers_can_be_seen(book: Casebook, size: tuple[int, int]) -> None:
    said = LimitWording(book.library)
    limits = [place.id for place in said.places(said.rows())]
    assert len(limits) == 16
    async with my_limits(book, size) as pilot:
        for limit in limits:
            await show(pilot, LimitsDialog([limit]))
            assert question_of(said, limit).split()[-1] in shown(pilot.app)
            await press(pilot, "end")
            seen = shown(pilot.app)
            assert all(word in seen for word in last_line_of(said, limit).split())
            await press(pilot, "escape")


def question_of(said: LimitWording, limit: str) -> str:
    """What is asked of a limit."""
    return said.words.card("limits", limit, "ask") or said.words.item("limits", limit, "ask")


def last_line_of(said: LimitWording, limit: str) -> str:
    """The last line to tick or to choose, or nothing where a field is filled."""
    items = said.items_of(limit)
    if len(items) > 1:
        return said.words.item("limits", items[-1].id, "row")
    return said.words.option(items[0].responses, items[0].options[-1]) if items[0].options else ""


async def test_why_is_shown_on_a_key_where_there_is_no_room_for_it(book: Casebook) -> None:
    async with asking(book, ["limits.unreasonable"]) as (pilot, _):
        assert "three in the morning" not in shown(pilot.app)
        await press(pilot, "question_mark")
        assert "three in the morning" in shown(pilot.app)


async def test_a_resize_keeps_ticks_and_typed_text(book: Casebook) -> None:
    async with asking(book, ["limits.days", "limits.from"]) as (pilot, _):
        await pilot.press("1", "3")
        await pilot.resize_terminal(60, 20)
        await settled(pilot)
        assert shown(pilot.app).count("■") == 2
        await press(pilot, "enter")
        await pilot.press(*"10:1")
        await pilot.resize_terminal(120, 40)
        await settled(pilot)
        await press(pilot, "5", "enter")
        assert book.limits.standing()["limits.from"] == figure("limits.from", 615)


async def test_nothing_to_ask_is_the_end_at_once(book: Casebook) -> None:
    async with asking(book, []) as (_, ends):
        assert ends == [True]
