"""Before signing in typed lines: asked, read out, taken on or put away."""

import pytest

from coach.casebook.book import Casebook
from coach.engine.interview.answer import figure
from tests.prompts.scripted import at_menu, offered
from tests.shared.book import EUROS
from tests.shared.prospects import considered, given


@pytest.fixture
def ready(book: Casebook) -> Casebook:
    """A casebook in which no limit is asked for."""
    book.limits.set(figure("limits.floor", 6000), EUROS)
    return book


ALL = ["1-5", "1", "", "1-5", "1", "1", "1", "1", "1", "1", "1", "1"]
"""Everything fits, is asked and stands in writing."""


def test_somebody_new_is_asked_about_and_taken_on(ready: Casebook) -> None:
    entry = offered(ready, "Before signing")
    text = at_menu(ready, entry, "Harbour Books", *ALL, "f", "1", "q").text
    assert "Take it. It fits" in text and "Still to ask them" not in text
    assert "Harbour Books is among your clients now." in text
    assert [each.name for each in ready.clients.everyone()] == ["Harbour Books"]


def test_what_is_open_is_read_out_and_a_clause_is_written(ready: Casebook) -> None:
    entry = offered(ready, "Before signing")
    answers = ["1-5", "1", "1", "1-4", "1", "1", "1", "3", "1", "1", "1"]
    script = at_menu(ready, entry, "Harbour Books", *answers, "f", "2", "1", "<", "q")
    text = script.text
    assert "Take it, with terms." in text and "Which conditions of your own should I know about?" in text
    assert "Late messages" in text and "1  Your hours, and the one place where work is talked about." in script.said
    assert "On which days do you work for clients?" in text


def test_one_waiting_is_gone_on_with_and_put_away(ready: Casebook) -> None:
    client = ready.prospects.add("Harbour Books")
    considered(ready, client.id, given(seen__law="yes"))
    entry = offered(ready, "Before signing")
    text = at_menu(ready, entry, "2", "4", "q").text
    assert "Pass, with thanks." in text and "is put away" in text
    assert ready.clients.one(client.id).state == "archived"
