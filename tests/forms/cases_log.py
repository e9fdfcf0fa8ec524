"""What happened, and a reply that waits, as forms; the question of safety keeps nothing."""

from datetime import timedelta

from coach.casebook.book import Casebook
from coach.casebook.log.log import NewEntry
from coach.forms import log
from tests.forms.case import Case


def _entry(book: Casebook) -> tuple[object, ...]:
    return (book.log.add(book.clients.add("Acme").id, NewEntry("He rang.", who="Bo", minutes=10)).id,)


def _held(book: Casebook) -> tuple[object, ...]:
    until = book.clock.local_now() + timedelta(hours=1)
    return (book.held_replies.hold("Not today.", until, book.clients.add("Acme").id).id,)


def _client(book: Casebook) -> tuple[object, ...]:
    return (book.clients.add("Acme").id,)


def _two(book: Casebook) -> tuple[object, ...]:
    _client(book)
    book.clients.add("Zenith")
    return ()


DETAILS = {
    "day": "20 Nov", "minutes": "1:30", "amount": "99.50", "channel": "e-mail", "who": "Bo", "told": "yes",
    "proof": "In the folder",
}  # fmt: skip

CASES = [
    Case("a line", log.new_entry, _client, {"text": "He rang."}),
    Case(
        "an entry with all of it", log.new_entry, _two,
        {"text": "Two pages", "with": "2", "whose": "theirs", "theirs": "scope_creep", "more": "yes", **DETAILS},
    ),
    Case("a slip", log.new_entry, _client, {"whose": "mine", "mine": "no_note", "hold": "yes"}),
    Case("a correction", log.correction, _entry, {"text": "He rang twice.", **DETAILS, "who": ""}),
    Case("a kind later", log.kind_of, _entry, {"theirs": "after_hours"}),
    Case("a reply", log.new_reply, _client, {"text": "Dear Bo,\nnot today.", "until": "24 Nov 9:00"}),
    Case("a reply put off", log.longer, _held, {"until": ""}),
]  # fmt: skip
