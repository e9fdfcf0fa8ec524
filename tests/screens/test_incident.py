"""What happened, in a running app: the short form, safety first, the timeline, held replies, the first door."""

from datetime import date, timedelta

import pytest

from coach.casebook.book import Casebook
from coach.casebook.log.log import Note
from screens.app import CoachApp
from screens.checks.start import StartCheckDialog
from screens.client.client import ClientScreen
from screens.frame.name_dialog import NameDialog
from screens.frame.pick import PickDialog
from screens.log.entry import IncidentDialog
from screens.log.held_reply import HoldDialog, ReplyDialog
from screens.log.safety import SafetyDialog
from screens.today.log_rows import until_next
from screens.widgets.fields.clean_input import CleanInput
from screens.widgets.lists.row_list import RowList
from tests.screens.places import HOSTILE, TODAY
from tests.screens.shown import shown


async def test_a_client_who_is_there_and_one_line_are_enough(book: Casebook) -> None:
    acme = book.add_client("Acme").id
    app = CoachApp(book)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("i", *"He rang.", "enter")
        await pilot.pause()
        (entry,) = book.logged(acme)
        assert (entry.text, entry.type, entry.mine, entry.on_day) == ("He rang.", "", False, TODAY)
        assert "One entry has no kind yet" in shown(app)
        await pilot.press("u")
        await pilot.pause()
        assert book.logged(acme) == []


async def test_the_client_under_the_cursor_is_chosen_before_and_another_can_be(book: Casebook) -> None:
    first, last = (book.add_client(name).id for name in ("First", "Last"))
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "i")
        await pilot.pause()
        assert isinstance(app.screen, IncidentDialog) and app.screen.client_id == last
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(app.screen, PickDialog)
        await pilot.press("enter", *"x", "enter")
        await pilot.pause()
    assert len(book.logged(first)) == 1 and book.logged(last) == []


async def test_from_a_client_it_is_about_that_client(book: Casebook) -> None:
    first, _ = (book.add_client(name).id for name in ("First", "Last"))
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ClientScreen(first))
        await pilot.press("i", "f3", *"I answered", "enter")
        await pilot.pause()
    (entry,) = book.logged(first)
    assert entry.mine


async def test_with_nobody_there_a_name_comes_first(book: Casebook) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        assert isinstance(app.screen, NameDialog)
        await pilot.press(*"Acme", "enter")
        await pilot.pause()
        await pilot.press(*"Hm", "enter")
        await pilot.pause()
    assert [each.text for each in book.logged(book.find_client("Acme").id)] == ["Hm"]


async def test_what_may_come_later_is_kept_and_what_cannot_be_read_is_said(book: Casebook) -> None:
    acme = book.add_client("Acme").id
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", *"Two pages", "ctrl+o")
        await pilot.pause()
        fields = {name: app.screen.query_one(f"#{name}", CleanInput) for name in ("day", "minutes", "money", "who")}
        fields["minutes"].value, fields["day"].value = "some", "20 Nov"
        await pilot.press("enter")
        await pilot.pause()
        assert "Minutes are a whole number" in shown(app) and app.focused is fields["minutes"]
        fields["minutes"].value, fields["money"].value, fields["who"].value = "45", "99,50", "Bo"
        fields["day"].value = "2027-01-01"
        await pilot.press("enter")
        await pilot.pause()
        assert "still to come" in shown(app)
        fields["day"].value = "20 Nov"
        await pilot.press("enter")
        await pilot.pause()
    (entry,) = book.logged(acme)
    assert (entry.minutes, entry.amount, entry.who, entry.on_day) == (45, 9950, "Bo", date(2026, 11, 20))


async def test_nothing_written_is_nothing_kept(book: Casebook) -> None:
    acme = book.add_client("Acme").id
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", "enter")
        await pilot.pause()
        assert "Write down what happened" in shown(app)
        await pilot.press("escape")
        await pilot.pause()
    assert book.logged(acme) == []


@pytest.mark.parametrize(("answers", "kept"), [(("1",), 1), (("2", "1"), 1), (("2", "3"), 0), (("escape",), 0)])
async def test_a_reason_to_stop_asks_for_safety_first(book: Casebook, answers: tuple[str, ...], kept: int) -> None:
    acme = book.add_client("Acme").id
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", *"A chair", "f4")
        await pilot.pause()
        rows = app.screen.query_one(RowList)
        rows.highlighted = next(place for place, each in enumerate(rows.options) if each.id == "violence")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SafetyDialog) and "Ctrl+L" in shown(app)
        for key in answers:
            await pilot.press(key)
            await pilot.pause()
        if kept:
            assert isinstance(app.screen, IncidentDialog)
            await pilot.press("enter")
            await pilot.pause()
    assert [each.type for each in book.logged(acme)] == ["violence"] * kept


async def test_the_first_door_leads_through_safety_the_form_and_the_reply_to_a_check(book: Casebook) -> None:
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        for keys, then in (
            (("1",), NameDialog),
            ((*"Acme", "enter"), IncidentDialog),
            ((*"Shouted", "enter"), HoldDialog),
            ((*"Later", "enter", "enter"), StartCheckDialog),
        ):
            await pilot.press(*keys)
            await pilot.pause()
            assert isinstance(app.screen, then), keys
    (held,) = book.held()
    assert held.text == "Later" and held.client_id == book.find_client("Acme").id
    assert book.local(held.until).date() == TODAY + timedelta(days=1)


async def test_the_log_is_one_timeline_that_can_be_searched_narrowed_and_mended(book: Casebook) -> None:
    acme = book.add_client("Acme").id
    book.log(acme, Note("A call at night", type="after_hours", on_day=TODAY - timedelta(days=3)))
    book.log(acme, Note("I picked up", mine=True))
    book.set_term("office_hours", {"days": "Mon to Fri"}, acme)
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = ClientScreen(acme, "log")
        await app.push_screen(screen)
        await pilot.pause()
        assert all(text in shown(app) for text in ("one incident · one slip", "A call at night", "My terms"))
        await pilot.press("m")
        await pilot.pause()
        assert "A call at night" in shown(app) and "I picked up" not in shown(app) and "My terms" not in shown(app)
        await pilot.press("m", "m", "m", "slash", *"picked", "enter")
        await pilot.pause()
        assert "A call at night" not in shown(app) and "I picked up" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, IncidentDialog)
        await pilot.press(*" again", "enter")
        await pilot.pause()
        assert {each.text for each in book.logged(acme)} == {"A call at night", "I picked up again"}
        await pilot.press("x")
        await pilot.pause()
        assert [each.text for each in book.logged(acme)] == ["A call at night"]
        await pilot.press("u", "escape")
        await pilot.pause()
        assert app.screen is screen and "A call at night" in shown(app) and "I picked up again" in shown(app)


async def test_a_held_reply_comes_back_on_today_and_is_sent_kept_or_thrown_away(book: Casebook) -> None:
    acme = book.add_client("Acme").id
    held = book.hold_reply("Not on Sundays.", book.local_now() + timedelta(minutes=1), acme)
    with book.store.write("hold", book.clock.now(), acme) as writer:
        writer.update("held", held.id, {"until": "2026-11-21T08:00:00.000+00:00"})
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Your reply to Acme has waited" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReplyDialog) and "Not on Sundays." in shown(app)
        await pilot.press("h", "enter")
        await pilot.pause()
        assert "has waited" not in shown(app) and len(book.held()) == 1
        await pilot.press("u")
        await pilot.pause()
        await pilot.press("home", "enter", "s")
        await pilot.pause()
        assert book.held() == []


async def test_a_reply_that_waits_is_opened_again_before_its_time(book: Casebook) -> None:
    acme = book.add_client("Acme").id
    book.hold_reply("Not on Sundays.", book.local_now() + timedelta(hours=5), acme)
    assert until_next(book) == 5 * 3600
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "has waited" not in shown(app)
        await app.push_screen(ClientScreen(acme))
        await pilot.press("o")
        await pilot.pause()
        assert isinstance(app.screen, ReplyDialog) and "It waits until 21 November 2026, 15:00" in shown(app)
        await pilot.press("x")
        await pilot.pause()
    assert book.held() == [] and until_next(book) is None


async def test_across_a_told_boundary_the_register_shows_what_happened(book: Casebook) -> None:
    from coach.engine.boundary import Rung
    from screens.boundaries.boundary import BoundaryScreen

    acme = book.add_client("Acme").id
    book.move_rung("office_hours", Rung.TOLD, "aloud", acme, TODAY - timedelta(days=10))
    book.log(acme, Note("Before it was told", type="after_hours", on_day=TODAY - timedelta(days=11)))
    book.log(acme, Note("After it was told", type="after_hours"))
    book.log(acme, Note("Another rule", type="scope_creep"))
    app = CoachApp(book)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(BoundaryScreen("office_hours", acme))
        await pilot.pause()
        text = shown(app)
    assert "Crossed since they were told" in text and "After it was told" in text
    assert "Before it was told" not in text and "Another rule" not in text


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_owners_words_are_text_and_hidden_in_company(book: Casebook, size: tuple[int, int]) -> None:
    acme = book.add_client("Acme").id
    for text in HOSTILE:
        book.log(acme, Note(text, who=text, channel=text))
    app = CoachApp(book)
    async with app.run_test(size=size) as pilot:
        await app.push_screen(ClientScreen(acme, "log"))
        await pilot.pause()
        assert not {"\x1b", "\x9b", "\u202e"} & set(shown(app))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, IncidentDialog)
        await pilot.press("escape", "ctrl+t")
        await pilot.pause()
        assert not any(word in shown(app) for word in ("Ltd", "click", "evil", "red"))
