"""The plan of an exit in typed lines: opened, its facts asked one by one, work and invoices typed, closed."""

from coach.casebook.book import Casebook
from coach.forms.form import UNKNOWN
from tests.prompts.scripted import Script

FACTS = ["1", "1", "1", "1", "2 400", "eur", "1", "0", "1", "2", "30", "0", "1", "0", "1", "1"]
"""No danger, no law, no rules of a profession; a fixed price, Norway, thirty days, nothing held."""


def scripted(book: Casebook, *lines: str) -> str:
    script = Script(*lines)
    script.shell(book).run(lambda shell: shell.exits.with_client(book.clients.everyone()[0]))
    return script.text


def test_the_facts_are_asked_line_by_line_and_the_plan_is_read_out(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    text = scripted(book, "1", *FACTS, "1", "q")
    exit = book.exits.of(client)
    assert exit is not None and exit.open == ()
    assert exit.ending is not None and (exit.ending.end - exit.ending.given).days == 30
    assert "# Ending the work with Acme" in text and "What now?" in text
    assert not any(line.endswith("one by one") for line in text.splitlines())


def test_back_asks_the_one_before_again_and_what_is_not_known_says_what_it_costs(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    text = scripted(book, "1", "1", "b", "2", "q")
    exit = book.exits.of(client)
    assert exit is not None and exit.safe and "Your safety comes first" in text
    text = scripted(book, "2", UNKNOWN, "q")
    exit = book.exits.of(client)
    assert exit is not None and [fact.id for fact in exit.unknown] == ["legal"]
    assert book.library.words.say("exit", "fact.legal.safety") in text


def test_work_and_invoices_are_typed_and_a_wrong_figure_is_asked_again(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    book.exits.open(client)
    acts = [
        f"act_{name}" for name in ("read", "facts", "change", "work", "invoice", "steps", "off", "contact", "close")
    ]
    number = {name: str(place) for place, name in enumerate(acts, 1)}
    work = [number["act_work"], "q", "3", "2000", "five", "500", "150", "60", "2"]
    invoice = [number["act_invoice"], "700", "whenever", "1 October 2026", "1"]
    text = scripted(book, *work, *invoice, number["act_steps"], "1", "q")
    exit = book.exits.of(client)
    assert exit is not None
    assert (exit.settlement.worth, exit.settlement.invoice, exit.settlement.open) == (120000, 0, 70000)
    assert [each.label for each in exit.pieces] == ["q"], "a lone letter is a name like any other"
    assert [step.id for step, row in exit.steps if row and row.done_on] == ["read_contract"]
    for key in ("money", "share", "day"):
        assert book.library.words.say("forms", f"unreadable.{key}") in text
    closed = scripted(book, number["act_close"], "3", "A price for every round.", "1")
    assert "put away" in closed and book.clients.one(client).state == "archived"


def test_the_menu_offers_it_and_names_what_is_due(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    script = Script("q")
    script.shell(book).start()
    entry = next(line.split()[0] for line in script.said if "Plan an exit" in line)
    script = Script(entry, "1", *FACTS, "q", "q")
    script.shell(book).start()
    assert book.exits.of(client) is not None
    again = Script("q")
    again.shell(book).start()
    assert "- Acme: Read the contract" in again.text
