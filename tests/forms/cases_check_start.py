"""The form before a check, filled."""

from coach.casebook.book import Casebook
from coach.engine.interview.instrument import Depth
from coach.forms.checks import start
from tests.forms.case import Case


def a_client(book: Casebook) -> tuple[object, ...]:
    return (book.clients.add("Acme").id,)


def an_open_check(book: Casebook) -> tuple[object, ...]:
    client = book.clients.add("Acme").id
    book.checks.begin(client, Depth.QUICK)
    return (client,)


CASES = [
    Case("a check of the usual weeks", start, a_client, {"way": "full"}),
    Case("a new check beside one left open", start, an_open_check, {"way": "quick"}),
    Case(
        "a check of other weeks",
        start,
        an_open_check,
        {"way": "other", "day": "2026-08-15", "until": "31 July 2026", "depth": "full"},
    ),
]
