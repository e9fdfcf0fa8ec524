"""The forms of last tries, filled."""

from coach.casebook.book import Casebook
from coach.forms import tries
from tests.forms.case import Case


def a_client(book: Casebook) -> tuple[object, ...]:
    return (book.clients.add("Acme").id,)


def a_try(book: Casebook) -> tuple[object, ...]:
    return (book.tries.begin(book.clients.add("Acme").id, ["scope", "revision_rounds"]).id,)


CASES = [
    Case(
        "a last try is begun",
        tries.begin,
        a_client,
        {"rules": "office_hours channels", "ends": "6w", "follows": "I leave"},
    ),
    Case(
        "a last try has ended",
        tries.end,
        a_try,
        {"revision_rounds": "partly", "scope": "not_followed", "mine": "kept"},
    ),
]
