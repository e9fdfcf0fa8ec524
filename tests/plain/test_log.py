"""What happened, in typed lines: written down in a few, safety first, read, corrected, and a reply held back."""

from datetime import date

import pytest

from coach.casebook.book import Casebook
from coach.casebook.log.log import Note
from tests.plain.scripted import Script
from tests.plain.test_menu import numbered, run


def started(book: Casebook, what: str) -> str:
    """The number of a line of the menu."""
    return numbered(run(book, "q"), what)


def test_a_line_is_enough_and_the_kind_can_come_later(book: Casebook) -> None:
    acme = book.add_client("Acme").id
    log = started(book, "write it down")
    run(book, log, "1", "He rang at ten at night.", "1", "0", "1", "q")
    (entry,) = book.logged(acme)
    assert (entry.text, entry.type, entry.mine, entry.on_day) == (
        "He rang at ten at night.", "", False, date(2025, 11, 21),
    )  # fmt: skip
    assert "One entry has no kind yet" in run(book, "q").text


def test_the_client_last_written_about_is_offered_first(book: Casebook) -> None:
    for name in ("Acme", "Zenith"):
        book.add_client(name)
    book.log(book.find_client("Zenith").id, Note("x"))
    script = run(book, started(book, "write it down"), "q", "q")
    assert "1  Zenith" in script.said and "2  Acme" in script.said


def test_the_rest_is_asked_when_wanted_and_asked_again_where_it_cannot_be_read(book: Casebook) -> None:
    acme = book.add_client("Acme").id
    log = started(book, "write it down")
    script = run(
        book, log, "1", "Two more pages.", "1", "5", "2",
        "32 May", "2027-01-01", "20 Nov", "lots", "45", "99,50", "e-mail", "Bo", "maybe", "y", "q",
    )  # fmt: skip
    (entry,) = book.logged(acme)
    assert (entry.type, entry.on_day, entry.minutes, entry.amount) == ("scope_creep", date(2025, 11, 20), 45, 9950)
    assert (entry.channel, entry.who, entry.told) == ("e-mail", "Bo", "yes")
    assert "That day is still to come." in script.text and "Type y for yes" in script.text


@pytest.mark.parametrize(("answers", "kept"), [(("1",), True), (("2", "1"), True), (("2", "2"), False)])
def test_a_reason_to_stop_asks_for_safety_before_it_is_kept(
    book: Casebook, answers: tuple[str, ...], kept: bool
) -> None:
    acme = book.add_client("Acme").id
    number = str(list(book.kinds(mine=False)).index("violence") + 1)
    log, more = started(book, "write it down"), ["1"] * kept
    script = run(book, log, "1", "He threw a chair.", "1", number, *answers, *more, "q")
    assert "First: are you safe?" in script.text
    assert ("In danger now?" in script.text) is (answers[0] == "2")
    assert bool(book.logged(acme)) is kept


def test_the_first_door_leads_from_safety_to_the_reply_and_the_check(book: Casebook) -> None:
    reply = "I will answer on Monday."
    script = run(book, "2", "1", "Acme", "She shouted.", "1", "0", "1", "2", reply, "soonish", "", "1", "q", "q")
    (held,) = book.held()
    assert held.text == "I will answer on Monday." and held.client_id == book.find_client("Acme").id
    assert "Were these normal weeks" in script.text and "That is no time." in script.text


def test_an_entry_is_found_named_corrected_and_taken_out(book: Casebook) -> None:
    acme = book.add_client("Acme").id
    book.log(acme, Note("A call at night."))
    book.log(acme, Note("A favour."))
    read = started(book, "Read the log of a client")
    run(book, read, "night", "1", "2", "1", "", "q")
    assert {each.type for each in book.logged(acme)} == {"after_hours", ""}
    script = run(book, read, "call", "1", "1", "A call at midnight.", "", "", "", "", "", "", "1", "3", "", "q")
    assert "Corrected. What stood before is kept." in script.text
    assert "Before it was corrected" in script.text
    assert {each.text for each in book.logged(acme)} == {"A favour.", "A call at midnight."}
    run(book, read, "midnight", "1", "2", "", "q")
    assert [each.text for each in book.logged(acme)] == ["A favour."]


@pytest.mark.parametrize(("act", "left"), [("1", 0), ("3", 0)])
def test_a_held_reply_is_read_out_and_sent_or_thrown_away(book: Casebook, act: str, left: int) -> None:
    acme = book.add_client("Acme").id
    book.hold_reply("Not today.", book.local_now().replace(hour=23), acme)
    script = run(book, started(book, "Replies you hold back"), "1", act, "q")
    assert "Not today." in script.said and len(book.held()) == left


def test_the_end_of_the_input_in_the_middle_keeps_nothing_half(book: Casebook) -> None:
    acme = book.add_client("Acme").id
    script = Script("1", "He rang.")
    assert script.shell(book).log() == 2
    assert book.logged(acme) == []
