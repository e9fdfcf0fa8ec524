"""What happened to a client, read from the view over all dated tables."""

from datetime import date

from coach.casebook.book import Casebook
from coach.engine.verdict.verdict import Outcome
from coach.store.events import Event
from tests.shared.book import TODAY
from tests.shared.checks import checked


def test_only_this_clients_events_oldest_first(book: Casebook) -> None:
    ours, other = book.clients.add("Acme").id, book.clients.add("Borg").id
    first = checked(book, ours, TODAY.replace(month=9))
    told = checked(book, ours, TODAY.replace(month=10))
    book.checks.decide(told, Outcome.RESET, "", None)
    checked(book, other, TODAY)
    with book.store.write("rung", book.clock.now(), ours) as writer:
        writer.insert(
            "rung", {"boundary": "hours", "client_id": ours, "rung": "told", "how": "", "on_day": "2026-09-30"}
        )
    found = book.timeline.events(ours)
    assert [(each.noun, each.on_day, each.detail) for each in found] == [
        ("assessment", date(2026, 9, 21), "client-check"),
        ("rung", date(2026, 9, 30), "hours:told"),
        ("assessment", date(2026, 10, 21), "client-check"),
        ("decision", TODAY, "reset"),
    ]
    assert found[0] == Event("assessment", first.assessment.id, date(2026, 9, 21), "client-check")


def test_a_check_set_aside_is_no_event(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    book.checks.withdraw(checked(book, client, TODAY).assessment.id)
    assert book.timeline.events(client) == []
