"""Steps of exits in a calendar file: each on its day under a name that stays, and nothing that tells of a danger."""

from datetime import date

import pytest
from icalendar import Calendar

from coach.casebook.book import Casebook
from coach.reports.calendar import calendar
from coach.store.exits import PieceRow
from tests.shared.exits import planned

Event = tuple[str, str, date]


def events(book: Casebook, *clients: int, names: bool = False) -> list[Event]:
    plans = [plan for each in clients if (plan := book.exits.of(each)) is not None]
    text = calendar([], book.clock.now(), book.library.words, names, plans)
    found = Calendar.from_ical(text).walk("VEVENT")
    return [(str(each["UID"]), str(each["SUMMARY"]), each["DTSTART"].dt) for each in found]


def test_open_steps_stand_on_their_day_without_name_or_sum(book: Casebook) -> None:
    client = planned(book)
    book.work.put_piece(client, PieceRow(0, "Website", "in_progress", 300000, 120000, 0.8))
    found = {title: day for _, title, day in events(book, client)}
    assert found["Call them, and say it"] == date(2026, 12, 1)
    assert found["Send the final invoice"] == date(2026, 12, 29)
    assert not any("Acme" in title or "EUR" in title or "$" in title for title in found)
    assert all(title.startswith("Acme: ") for _, title, _ in events(book, client, names=True))


def test_a_step_keeps_its_name_when_it_moves_and_goes_when_it_is_done(book: Casebook) -> None:
    client, other = planned(book), planned(book, name="Borg")
    before = {title: (uid, day) for uid, title, day in events(book, client)}
    book.exits.put_off(client, "call", date(2026, 12, 4), "They are away")
    book.exits.tick(client, "read_contract")
    after = {title: (uid, day) for uid, title, day in events(book, client)}
    call = "Call them, and say it"
    assert after[call] == (before[call][0], date(2026, 12, 4)) and before[call][1] == date(2026, 12, 1)
    assert before.keys() - after.keys() == {"Read the contract, with everything added to it"}
    uids = [uid for uid, _, _ in events(book, client, other)]
    assert len(uids) == len(set(uids))


@pytest.mark.parametrize("names", [False, True])
def test_in_danger_a_day_says_that_there_is_something_and_no_more(book: Casebook, names: bool) -> None:
    client = planned(book, safety="yes")
    found = events(book, client, names=names)
    assert {title for _, title, _ in found} == {"A note"}
    assert len({day for _, _, day in found}) == len(found) >= 3
    assert found == events(book, client, names=names)
    plan = book.exits.of(client)
    assert plan is not None
    text = calendar([], book.clock.now(), book.library.words, names, [plan])
    assert "Acme" not in text and "exit" not in text and "lawyer" not in text
