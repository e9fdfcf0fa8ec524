"""What happened, in typed lines: written down in a few, safety first, read, corrected, and a reply held back."""

from datetime import date

import pytest

from coach.casebook.book import Casebook
from coach.casebook.log.log import NewEntry
from coach.engine.interview.instrument import Depth
from tests.prompts.scripted import Script, at_menu, offered
from tests.screens.checks.sittings import given


def test_a_line_is_enough_and_the_kind_can_come_later(book: Casebook) -> None:
    acme = book.clients.add("Acme").id
    log = offered(book, "write it down")
    at_menu(book, log, "1", "He rang at ten at night.", "", "", "", "", "q")
    (entry,) = book.log.of(acme)
    assert (entry.text, entry.type, entry.mine, entry.on_day) == (
        "He rang at ten at night.", "", False, date(2026, 11, 21),
    )  # fmt: skip
    assert "One entry has no kind yet" in at_menu(book, "q").text


def test_the_client_last_written_about_is_offered_first(book: Casebook) -> None:
    for name in ("Acme", "Zenith"):
        book.clients.add(name)
    book.log.add(book.clients.find("Zenith").id, NewEntry("x"))
    script = at_menu(book, offered(book, "write it down"), "q", "q")
    assert "1  Zenith" in script.said and "2  Acme" in script.said


def test_the_rest_is_asked_when_wanted_and_asked_again_where_it_cannot_be_read(book: Casebook) -> None:
    acme = book.clients.add("Acme").id
    log = offered(book, "write it down")
    script = at_menu(
        book, log, "1", "Two more pages.", "1", "pay", "extra", "2",
        "32 May", "2027-01-01", "20 Nov", "lots", "45", "99,50", "e-mail", "B", "2", "", "", "q",
    )  # fmt: skip
    (entry,) = book.log.of(acme)
    assert (entry.type, entry.on_day, entry.minutes, entry.amount) == ("scope_creep", date(2026, 11, 20), 45, 9950)
    assert (entry.channel, entry.who, entry.told) == ("e-mail", "B", "yes")
    assert "That day is still to come." in script.text and "That is 45 minutes." in script.text


@pytest.mark.parametrize(
    ("answers", "kept"), [(("1",), True), (("2", "1"), True), (("2", "3"), False), (("2", "2", ""), False)]
)
def test_a_reason_to_stop_asks_for_safety_before_it_is_kept(
    book: Casebook, answers: tuple[str, ...], kept: bool
) -> None:
    acme = book.clients.add("Acme").id
    log, rest = offered(book, "write it down"), ["", ""] * kept
    script = at_menu(book, log, "1", "He threw a chair.", "", "violence", *answers, *rest, "q")
    assert "First: are you safe?" in script.text
    assert ("In danger now?" in script.text) is (answers[0] == "2")
    assert bool(book.log.of(acme)) is kept


def test_the_first_door_leads_from_safety_to_the_reply_and_the_check(book: Casebook) -> None:
    reply = "I will answer on Monday."
    script = at_menu(book, "2", "1", "Acme", "She shouted.", "", "", "", "", reply, "soonish", "", "1", "q", "q")
    (held,) = book.held_replies.waiting()
    assert held.text == "I will answer on Monday." and held.client_id == book.clients.find("Acme").id
    assert "Were these normal weeks" in script.text and "read that moment" in script.text


def test_an_entry_is_found_named_corrected_and_taken_out(book: Casebook) -> None:
    acme = book.clients.add("Acme").id
    book.log.add(acme, NewEntry("A call at night."))
    book.log.add(acme, NewEntry("A favour."))
    read = offered(book, "Read the log of a client")
    at_menu(book, read, "night", "1", "2", "contact", "", "q")
    assert {each.type for each in book.log.of(acme)} == {"after_hours", ""}
    amended = "1", "1", "A call at midnight.", *[""] * 9
    script = at_menu(book, read, "call", *amended, "midnight", "1", "1", "<", "", "q")
    assert "Corrected. What stood before is kept." in script.text
    assert "Before it was corrected: A call at night." in script.text
    assert {each.text for each in book.log.of(acme)} == {"A favour.", "A call at midnight."}
    at_menu(book, read, "midnight", "1", "2", "", "q")
    assert [each.text for each in book.log.of(acme)] == ["A favour."]


@pytest.mark.parametrize(("acts", "left"), [(["1"], []), (["2", "", "tomorrow"], ["Not today."]), (["3"], [])])
def test_a_held_reply_is_read_out_and_sent_put_off_or_thrown_away(
    book: Casebook, acts: list[str], left: list[str]
) -> None:
    acme, until = book.clients.add("Acme").id, book.clock.local_now().replace(hour=23)
    book.held_replies.hold("Not today.", until, acme)
    script = at_menu(book, offered(book, "Replies you hold back"), "1", *acts, "q")
    waiting = book.held_replies.waiting()
    assert "Not today." in script.said and [each.text for each in waiting] == left
    assert all(each.until > until for each in waiting)


def test_the_end_of_the_input_in_the_middle_keeps_nothing_half(book: Casebook) -> None:
    acme = book.clients.add("Acme").id
    script = Script("1", "He rang.")
    assert script.shell(book).run(lambda shell: shell.log.write()) == 2
    assert book.log.of(acme) == []


def test_after_the_answer_the_count_is_said_and_not_before(set_up: Casebook) -> None:
    client = set_up.clients.add("Acme")
    for _ in range(9):
        set_up.log.add(client.id, NewEntry("x", type="after_hours"))
    sitting = set_up.checks.begin(client.id, Depth.QUICK)
    while (step := sitting.interview.step) is not None and step.id != "after_hours":
        sitting = set_up.checks.record(sitting, *given(sitting, step))
    script = Script("2", "q")
    script.shell(set_up).checks.interview.through(sitting)
    said = [line for line in script.said if "log" in line]
    assert said == ["Contact outside hours: you said once, and your log holds 9, clearly more."]
    assert script.said.index(said[0]) > script.said.index("Saved: once.")
