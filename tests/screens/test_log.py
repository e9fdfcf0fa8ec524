"""What happened, in a running app: the short form, safety first, the timeline, held replies, the first door."""

from datetime import date, timedelta

import pytest

from coach.casebook.book import Casebook
from coach.casebook.log.log import NewEntry
from screens.frame.form import FormDialog
from screens.guide.page import GuidePageScreen
from screens.log.entry import EntryDialog
from screens.log.held_reply import ReplyDialog
from screens.routes import client_page
from screens.today.log_rows import until_next
from tests.screens.pilots import opened, press, show
from tests.screens.shown import shown
from tests.shared.book import HOSTILE, TODAY


async def test_a_client_who_is_there_and_one_line_are_enough(book: Casebook) -> None:
    acme = book.clients.add("Acme").id
    async with opened(book) as pilot:
        await press(pilot, "i", *"He rang.", "enter")
        (entry,) = book.log.of(acme)
        assert (entry.text, entry.type, entry.mine, entry.on_day) == ("He rang.", "", False, TODAY)
        assert "One entry has no kind yet" in shown(pilot.app)
        await press(pilot, "u")
        assert book.log.of(acme) == []


async def test_the_client_under_the_cursor_is_chosen_before_and_another_can_be(book: Casebook) -> None:
    first, last = (book.clients.add(name).id for name in ("First", "Last"))
    async with opened(book) as pilot:
        await press(pilot, "down", "i", *"x", "enter")
        await press(pilot, "down", "i", *"y", "tab", "1", "ctrl+s")
    assert [[each.text for each in book.log.of(client)] for client in (first, last)] == [["y"], ["x"]]


async def test_from_a_client_it_is_about_that_client(book: Casebook) -> None:
    first, _ = (book.clients.add(name).id for name in ("First", "Last"))
    async with opened(book) as pilot:
        await pilot.app.push_screen(client_page(first))
        await press(pilot, "i", *"I answered", "tab", "right", "ctrl+s")
    (entry,) = book.log.of(first)
    assert entry.mine


async def test_with_nobody_there_a_name_comes_first(book: Casebook) -> None:
    async with opened(book) as pilot:
        await press(pilot, "i")
        assert isinstance(pilot.app.screen, FormDialog)
        await press(pilot, *"Acme", "enter")
        await press(pilot, *"Hm", "enter")
    assert [each.text for each in book.log.of(book.clients.find("Acme").id)] == ["Hm"]


async def test_what_may_come_later_is_kept_and_what_cannot_be_read_is_said(book: Casebook) -> None:
    acme = book.clients.add("Acme").id
    async with opened(book) as pilot:
        await press(pilot, "i", *"Two pages", *["tab"] * 3, "right", "tab", *"20 Nov", "tab", *"some", "enter")
        assert isinstance(pilot.app.screen, EntryDialog) and "Try 1:30, 90" in shown(pilot.app)
        await press(pilot, *["backspace"] * 4, *"45", "tab", *"99,50", "tab", "tab", *"Bo")
        await press(pilot, *["shift+tab"] * 4, "end", *["backspace"] * 6, *"2027-01-01", "enter")
        assert "still to come" in shown(pilot.app)
        await press(pilot, *["backspace"] * 10, *"20 Nov", "ctrl+s")
    (entry,) = book.log.of(acme)
    assert (entry.minutes, entry.amount, entry.who, entry.on_day) == (45, 9950, "Bo", date(2026, 11, 20))


@pytest.mark.parametrize("form", ["log", "log:1", "hold", "longer:1"])
async def test_what_was_left_half_written_is_gone_on_with_from_today(book: Casebook, form: str) -> None:
    acme = book.clients.add("Acme").id
    book.log.add(acme, NewEntry("It stood"))
    if form.startswith("longer"):
        book.held_replies.hold("It stood", book.clock.local_now() + timedelta(hours=1), acme)
    book.drafts.keep(form, acme, {"text": "Half of it"})
    async with opened(book) as pilot:
        assert "Half written" in shown(pilot.app)
        await press(pilot, "home", "enter", *["h"] * form.startswith("longer"))
        assert isinstance(pilot.app.screen, FormDialog) and "Half of it" in shown(pilot.app)


async def test_nothing_written_is_nothing_kept(book: Casebook) -> None:
    acme = book.clients.add("Acme").id
    async with opened(book) as pilot:
        await press(pilot, "i", "enter")
        assert "Write down what happened" in shown(pilot.app)
        await press(pilot, "escape")
    assert book.log.of(acme) == []


@pytest.mark.parametrize("last", ["tab", "enter", "ctrl+s"])
@pytest.mark.parametrize(
    ("answers", "kept"), [(("1",), 1), (("2", "1"), 1), (("2", "3"), 0), (("escape",), 0), (("down", "escape"), 0)]
)
async def test_a_reason_to_stop_asks_for_safety_first(
    book: Casebook, last: str, answers: tuple[str, ...], kept: int
) -> None:
    acme = book.clients.add("Acme").id
    async with opened(book) as pilot:
        await press(pilot, "i", *"A chair", "tab", "tab", *"violence", last)
        assert "are you safe?" in shown(pilot.app) and "Ctrl+L" in shown(pilot.app)
        assert book.log.of(acme) == []
        for key in answers:
            await press(pilot, key)
        assert isinstance(pilot.app.screen, EntryDialog) is (bool(kept) and last != "ctrl+s")
        if kept:
            await press(pilot, "ctrl+s")
    assert [each.type for each in book.log.of(acme)] == ["violence"] * kept
    assert book.drafts.everything() == [], "nothing stays where somebody said: not now"


async def test_the_page_about_it_comes_in_place_of_the_form(book: Casebook) -> None:
    acme = book.clients.add("Acme").id
    async with opened(book) as pilot:
        await press(pilot, "i", *"A chair", "tab", "tab", *"violence", "enter", "2", "2")
        assert isinstance(pilot.app.screen, GuidePageScreen)
        assert not any(isinstance(each, FormDialog) for each in pilot.app.screen_stack)
    assert book.log.of(acme) == []


async def test_a_screen_that_is_cleared_stays_clear_and_nothing_is_asked_over_it(book: Casebook) -> None:
    book.clients.add("Acme")
    async with opened(book) as pilot:
        await press(pilot, "i", *"A chair", "tab", "tab", *"violence", "ctrl+l")
        assert shown(pilot.app).strip() == ""


async def test_the_first_door_leads_through_safety_the_form_and_the_reply_to_a_check(book: Casebook) -> None:
    async with opened(book) as pilot:
        await press(pilot, "enter")
        for keys, then in (
            (("1",), FormDialog),
            ((*"Acme", "enter"), EntryDialog),
            ((*"Shouted", "enter"), FormDialog),
            ((*"Later", "enter", "enter"), FormDialog),
        ):
            await press(pilot, *keys)
            assert isinstance(pilot.app.screen, then), keys
    (held,) = book.held_replies.waiting()
    assert held.text == "Later" and held.client_id == book.clients.find("Acme").id
    assert book.clock.local(held.until).date() == TODAY + timedelta(days=1)


async def test_the_log_is_one_timeline_that_can_be_searched_narrowed_and_mended(book: Casebook) -> None:
    acme = book.clients.add("Acme").id
    book.log.add(acme, NewEntry("A call at night", type="after_hours", on_day=TODAY - timedelta(days=3)))
    book.log.add(acme, NewEntry("I picked up", mine=True))
    book.boundaries.set_term("office_hours", {"days": "Mon to Fri"}, acme)
    async with opened(book, notifications=False) as pilot:
        screen = client_page(acme, "log")
        await show(pilot, screen)
        assert all(text in shown(pilot.app) for text in ("one incident · one slip", "A call at night", "My terms"))
        await press(pilot, "m")
        text = shown(pilot.app)
        assert "A call at night" in text and "I picked up" not in text and "My terms" not in text
        await press(pilot, "m", "m", "m", "slash", *"picked", "enter")
        assert "A call at night" not in shown(pilot.app) and "I picked up" in shown(pilot.app)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, EntryDialog)
        await press(pilot, *" again", "enter")
        assert {each.text for each in book.log.of(acme)} == {"A call at night", "I picked up again"}
        await press(pilot, "x")
        assert [each.text for each in book.log.of(acme)] == ["A call at night"]
        await press(pilot, "u", "escape")
        assert pilot.app.screen is screen
        assert "A call at night" in shown(pilot.app) and "I picked up again" in shown(pilot.app)


async def test_a_held_reply_comes_back_on_today_and_is_sent_kept_or_thrown_away(book: Casebook) -> None:
    acme = book.clients.add("Acme").id
    held = book.held_replies.hold("Not on Sundays.", book.clock.local_now() + timedelta(minutes=1), acme)
    with book.store.write("hold", book.clock.now(), acme) as writer:
        writer.update("held", held.id, {"until": "2026-11-21T08:00:00.000+00:00"})
    async with opened(book) as pilot:
        assert "Your reply to Acme has waited" in shown(pilot.app)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReplyDialog) and "Not on Sundays." in shown(pilot.app)
        await press(pilot, "h", *"3h", "enter")
        assert "has waited" not in shown(pilot.app) and len(book.held_replies.waiting()) == 1
        await press(pilot, "u")
        await press(pilot, "home", "enter", "s")
        assert book.held_replies.waiting() == []


async def test_a_reply_that_waits_is_opened_again_before_its_time(book: Casebook) -> None:
    acme = book.clients.add("Acme").id
    book.held_replies.hold("Not on Sundays.", book.clock.local_now() + timedelta(hours=5), acme)
    assert until_next(book) == 5 * 3600
    async with opened(book) as pilot:
        assert "has waited" not in shown(pilot.app)
        await pilot.app.push_screen(client_page(acme))
        await press(pilot, "o")
        assert isinstance(pilot.app.screen, ReplyDialog)
        assert "It waits until 21 November 2026, 15:00" in shown(pilot.app)
        await press(pilot, "x")
    assert book.held_replies.waiting() == [] and until_next(book) is None


async def test_across_a_told_boundary_the_register_shows_what_happened(book: Casebook) -> None:
    from coach.engine.boundary import Rung
    from screens.boundaries.boundary import BoundaryScreen

    acme = book.clients.add("Acme").id
    book.boundaries.move("office_hours", Rung.TOLD, "aloud", acme, TODAY - timedelta(days=10))
    book.log.add(acme, NewEntry("Before it was told", type="after_hours", on_day=TODAY - timedelta(days=11)))
    book.log.add(acme, NewEntry("After it was told", type="after_hours"))
    book.log.add(acme, NewEntry("Another rule", type="scope_creep"))
    async with opened(book) as pilot:
        await show(pilot, BoundaryScreen("office_hours", acme))
        text = shown(pilot.app)
    assert "Crossed since they were told" in text and "After it was told" in text
    assert "Before it was told" not in text and "Another rule" not in text


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_owners_words_are_text_and_hidden_in_company(book: Casebook, size: tuple[int, int]) -> None:
    acme = book.clients.add("Acme").id
    for text in HOSTILE:
        book.log.add(acme, NewEntry(text, who=text, channel=text))
    async with opened(book, size=size) as pilot:
        await show(pilot, client_page(acme, "log"))
        assert not {"\x1b", "\x9b", "\u202e"} & set(shown(pilot.app))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, EntryDialog)
        await press(pilot, "ctrl+t")
        assert not any(word in shown(pilot.app) for word in ("Ltd", "click", "evil", "red", "That is"))
        await press(pilot, "escape")
        assert not any(word in shown(pilot.app) for word in ("Ltd", "click", "evil", "red"))
