"""Before signing and the last call in typed lines."""

import random

import pytest

from coach.casebook.book import Casebook
from coach.engine.interview.answer import chosen, figure
from tests.endings.prospect_answers import considered, given
from tests.plain.scripted import Script
from tests.screens.places import TODAY, checked, told_kept


@pytest.fixture
def ready(book: Casebook) -> Casebook:
    """A casebook in which no limit is asked for."""
    book.set_limits(figure("limits.floor", 6000), book.read_limit("limits.currency", "EUR"))
    return book


def run(book: Casebook, *lines: str) -> Script:
    script = Script(*lines)
    script.shell(book).start()
    return script


def numbered(book: Casebook, what: str) -> str:
    """The number under which the menu offers something."""
    said = run(book, "q").said
    return next(line.split()[0] for line in said if what in line and line[:1].isdigit())


ALL = ["1-5", "1", "", "1-5", "1", "1", "1", "1", "1", "1", "1", "1"]
"""Everything fits, is asked and stands in writing."""


def test_somebody_new_is_asked_about_and_taken_on(ready: Casebook) -> None:
    entry = numbered(ready, "Before signing")
    text = run(ready, entry, "Harbour Books", *ALL, "f", "1", "q").text
    assert "Take it. It fits" in text and "Still to ask them" not in text
    assert "Harbour Books is among your clients now." in text
    assert [each.name for each in ready.clients()] == ["Harbour Books"]


def test_what_is_open_is_read_out_and_a_clause_is_written(ready: Casebook) -> None:
    entry = numbered(ready, "Before signing")
    answers = ["1-5", "1", "1", "1-4", "1", "1", "1", "3", "1", "1", "1"]
    script = run(ready, entry, "Harbour Books", *answers, "f", "2", "1", "q", "q")
    text = script.text
    assert "Take it, with terms." in text and "Which conditions of your own should I know about?" in text
    assert "Late messages" in text and "1  Your hours, and the one place where work is talked about." in script.said
    assert "On which days do you work for clients?" in text


def test_one_waiting_is_gone_on_with_and_put_away(ready: Casebook) -> None:
    client = ready.add_prospect("Harbour Books")
    considered(ready, client.id, given(seen__law="yes"))
    entry = numbered(ready, "Before signing")
    text = run(ready, entry, "2", "4", "q").text
    assert "Pass, with thanks." in text and "is put away" in text
    assert ready.client(client.id).state == "archived"


def test_the_card_is_read_out_filled_and_practised(ready: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    client = ready.add_client("Acme")
    checked(ready, client.id, TODAY, *told_kept("after_hours", 4), *told_kept("scope_creep", 4))
    monkeypatch.setattr(random, "sample", lambda known, count: list(reversed(known))[:count])
    entry = numbered(ready, "Prepare the call")
    lines = [entry, "2", "2", "4", "files first", "3", *["said"] * 10, "6", "q"]
    script = run(ready, *lines)
    text = script.text
    assert "Decision: I am ending it." in text and "- blame, even" in text
    assert "The note is saved." in text
    assert ready.call_note(client.id) == "files first"
    first, last = text.index("1 of 10. They say: (They shout"), text.index("10 of 10. They say: Why?")
    assert first < text.index("One way to answer: I can hear that this is unwelcome.") < last
    assert "decided not to continue it" in text


def test_where_nobody_is_rung_only_the_notice_is_offered(ready: Casebook) -> None:
    client = ready.add_client("Acme")
    checked(ready, client.id, TODAY, chosen("violence", "yes"))
    entry = numbered(ready, "Prepare the call")
    text = run(ready, entry, "2", "q").text
    assert "No call here" in text and "Practise" not in text and "1  Write the notice" in text


def test_where_the_law_is_touched_the_card_comes_after_advice(ready: Casebook) -> None:
    client = ready.add_client("Acme")
    checked(ready, client.id, TODAY, chosen("law", "yes"), chosen("law.form", "founded"))
    entry = numbered(ready, "Prepare the call")
    text = run(ready, entry, "2", "6", "q").text
    assert text.index("Take advice before you call") < text.index("Decision: I am ending our work on")
