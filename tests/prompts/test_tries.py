"""Last tries, what changed and the receipt in typed lines."""

import pytest

from coach.casebook.book import Casebook
from coach.engine.reset import Ending, MyPart
from tests.prompts.scripted import Script, at_menu, offered
from tests.shared.book import TODAY
from tests.shared.checks import KEPT, check


@pytest.fixture
def acme(book: Casebook) -> int:
    check(book, "Acme", {"scope_creep": KEPT, "mind_changing": ("3", "no")}, TODAY)
    return book.clients.find("Acme").id


def test_a_try_is_begun_read_out_and_ended(book: Casebook, acme: int) -> None:
    script = Script("1", "9 1", "0", "2 1", "someday", "6w", "I leave", "1", "3", "<", "3", "1", "2", "2")
    assert script.shell(book).run(lambda shell: shell.tries.through(book.clients.one(acme))) == 0
    assert any("needs a rule" in each for each in script.said)
    assert any("read that day" in each for each in script.said)
    assert "42 days left, until 2 January 2027" in script.said
    assert "If it goes on: I leave" in script.said
    assert any(said.startswith("Part of it held") for said in script.said)
    (ended,) = book.tries.of(acme)
    assert set(ended.reset.by_rule.values()) == {Ending.NOT_FOLLOWED, Ending.FOLLOWED}
    assert ended.reset.mine is MyPart.PARTLY


def test_back_out_of_the_first_question_keeps_nothing(book: Casebook, acme: int) -> None:
    assert Script("1", "b").shell(book).run(lambda shell: shell.tries.through(book.clients.one(acme))) == 0
    assert book.tries.of(acme) == []


def test_a_running_try_can_be_stopped_or_left_alone(book: Casebook, acme: int) -> None:
    book.tries.begin(acme, ["scope"])
    assert Script("4").shell(book).run(lambda shell: shell.tries.through(book.clients.one(acme))) == 0
    assert book.tries.running_with(acme) is not None
    script = Script("2", "2")
    assert script.shell(book).run(lambda shell: shell.tries.through(book.clients.one(acme))) == 0
    assert "Saved. The last try is stopped and counts for nobody." in script.said


def test_the_letter_takes_the_rules_and_the_date_from_the_try(book: Casebook, acme: int) -> None:
    book.tries.begin(acme, ["scope"], "I will give notice.")
    script = Script("3", *["something"] * 12)
    script.shell(book).run(lambda shell: shell.tries.through(book.clients.one(acme)))
    asked = script.text
    assert "Until which day does the last try run?" not in asked
    assert "What will you do if it goes on?" not in asked


def test_the_menu_reads_out_what_changed_and_a_receipt(book: Casebook, acme: int) -> None:
    book.tries.begin(acme, ["scope"])
    assert "- Last try with Acme: 28 days left, until 19 December 2026" in at_menu(book, "q").said
    changed = offered(book, "Read what changed with a client, and how sure that is")
    receipt = offered(book, "Print a receipt: what a client cost in a quarter")
    script = at_menu(book, changed, receipt, "q")
    assert "Last tries:\n- 21 Nov 2026 to 19 Dec 2026: What the job includes; running" in script.text
    assert "THE REAL PRICE OF" in script.text and "a client of mine" in script.text
