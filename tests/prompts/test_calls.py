"""The last call in typed lines: the card read out, filled and practised, and what takes its place."""

import random

import pytest

from coach.casebook.book import Casebook
from coach.engine.interview.answer import chosen, figure
from tests.prompts.scripted import at_menu, offered
from tests.shared.book import EUROS, TODAY
from tests.shared.checks import checked, told_kept


@pytest.fixture
def ready(book: Casebook) -> Casebook:
    """A casebook in which no limit is asked for."""
    book.limits.set(figure("limits.floor", 6000), EUROS)
    return book


def test_the_card_is_read_out_filled_and_practised(ready: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    client = ready.clients.add("Acme")
    checked(ready, client.id, TODAY, *told_kept("after_hours", 4), *told_kept("scope_creep", 4))
    monkeypatch.setattr(random, "sample", lambda known, count: list(reversed(known))[:count])
    entry = offered(ready, "Prepare the call")
    lines = [entry, "2", "2", "4", "files first", "3", *["said"] * 10, "6", "q"]
    script = at_menu(ready, *lines)
    text = script.text
    assert "Decision: I am ending it." in text and "- blame, even" in text
    assert "The note is saved." in text
    assert ready.calls.note(client.id) == "files first"
    first, last = text.index("1 of 10. They say: (They shout"), text.index("10 of 10. They say: Why?")
    assert first < text.index("One way to answer: I can hear that this is unwelcome.") < last
    assert "decided not to continue it" in text


def test_where_nobody_is_rung_only_the_notice_is_offered(ready: Casebook) -> None:
    client = ready.clients.add("Acme")
    checked(ready, client.id, TODAY, chosen("violence", "yes"))
    entry = offered(ready, "Prepare the call")
    text = at_menu(ready, entry, "2", "q").text
    assert "No call here" in text and "Practise" not in text and "1  Write the notice" in text


def test_where_the_law_is_touched_the_card_comes_after_advice(ready: Casebook) -> None:
    client = ready.clients.add("Acme")
    checked(ready, client.id, TODAY, chosen("law", "yes"), chosen("law.form", "founded"))
    entry = offered(ready, "Prepare the call")
    text = at_menu(ready, entry, "2", "6", "q").text
    assert text.index("Take advice before you call") < text.index("Decision: I am ending our work on")
