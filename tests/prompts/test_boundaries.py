"""Boundaries in typed lines: the check of them, terms, how far they have come, steps, and what is read out."""

from datetime import date

from coach.casebook.book import Casebook
from coach.casebook.boundaries import THEIRS
from coach.engine.boundary import Rung
from tests.prompts.scripted import at_menu, offered


def test_the_check_is_asked_line_by_line_and_read_out(book: Casebook) -> None:
    entry = offered(book, "Check my boundaries")
    script = at_menu(book, entry, *["2"] * 7, "4", *["1"] * 15, "1 4", "f", "q")
    assert book.audit.finished()
    text = script.text
    assert "Where work feels tight" not in text
    assert "- 8 decided" in text and "- 1 told" in text and "- 0 kept" in text
    assert text.index("To fix first:") < text.index("1  What the job includes.")
    assert "Number to change an answer, f to finish and hear what to fix first:" in text


def test_it_goes_on_where_it_was_left(book: Casebook) -> None:
    entry = offered(book, "Check my boundaries")
    script = at_menu(book, entry, "3", "q", "q")
    assert "Saved. Choose the same line of the menu to go on." in script.said
    assert "Question 2 of 24." in at_menu(book, entry, "q", "q").said


def test_a_term_is_named_and_how_far_it_has_come_is_said(book: Casebook) -> None:
    entry = offered(book, "My boundaries")
    hours = str(book.library.boundaries.index("office_hours") + 1)
    at_menu(book, entry, hours, "1", "Monday to Thursday", "b", "-", "", "2", "3", "2026-11-03", "b", "q", "q")
    assert book.boundaries.params("office_hours") == {"days": "Monday to Thursday", "from": "b"}
    assert book.boundaries.standing("office_hours").reached[Rung.TOLD].on_day == date(2026, 11, 3)
    text = at_menu(book, entry, hours, "b", "q", "q").text
    assert "Your terms: Monday to Thursday" in text
    assert "told: you said so, 3 November 2026" in text


def test_a_client_s_own_conditions_are_asked_and_read_out(book: Casebook) -> None:
    client = book.clients.add("Acme [/]").id
    entry = offered(book, "My boundaries")
    scope = str(book.library.boundaries.index("scope") + 1)
    fields = [""] * len(book.boundaries.playbook("scope").params)
    text = at_menu(book, entry, "2", scope, "2", *fields, "a\x1bll at once", "b", "q", "q").text
    assert book.boundaries.terms(client)["scope"].params == {THEIRS: "a\ufffdll at once"}
    assert "They asked: a\ufffdll at once." in text and "\x1b" not in text


def test_steps_are_read_with_their_days_and_ticked(book: Casebook) -> None:
    entry = offered(book, "My boundaries")
    hours = str(book.library.boundaries.index("office_hours") + 1)
    at_menu(book, entry, hours, "3", "1", "b", "b", "q", "q")
    planned = book.boundaries.steps("office_hours")
    assert [bool(each.done_on) for each in planned][:2] == [True, False]
    at_menu(book, entry, hours, "4", "1", "2026-11-20", "2w", "b", "q", "q")
    assert book.boundaries.steps("office_hours")[1].due_on == date(2026, 12, 5)
    today = at_menu(book, "q").text
    assert "To do:" not in today or "My hours: " in today


def test_a_day_that_cannot_be_is_asked_again(book: Casebook) -> None:
    entry = offered(book, "My boundaries")
    text = at_menu(book, entry, "1", "2", "1", "soon", "2026-12-24", "", "b", "q", "q").text
    assert "read that day" in text and "still to come" in text
    assert book.boundaries.standing("conduct").reached[Rung.DECIDED].on_day == date(2026, 11, 21)


def test_what_to_do_when_it_is_crossed_is_read_out(book: Casebook) -> None:
    entry = offered(book, "My boundaries")
    payment = str(book.library.boundaries.index("payment_terms") + 1)
    text = at_menu(book, entry, payment, "5", "b", "q", "q").text
    assert book.library.words.say("playbooks", "payment_terms.stretch") in text
