"""The forms about one boundary, each with what is put into it."""

from coach.casebook.book import Casebook
from coach.casebook.boundaries import THEIRS
from coach.forms.boundaries import another_day, far, term
from tests.forms.case import Case

HOURS = "office_hours"


def _mine(book: Casebook) -> tuple[object, ...]:
    book.boundaries.set_term(HOURS, {"days": "Monday to Friday", "from": "9:00"})
    return HOURS, "days"


def _theirs(book: Casebook) -> tuple[object, ...]:
    return HOURS, THEIRS, book.clients.add("Acme").id


def _with_acme(book: Casebook) -> tuple[object, ...]:
    return HOURS, book.clients.add("Acme").id


def _step(book: Casebook) -> tuple[object, ...]:
    return HOURS, book.boundaries.open_steps(HOURS)[1]


CASES: list[Case] = [
    Case("a term of mine", term, _mine, {"term": "q"}),
    Case("what a client asked for", term, _theirs, {"term": "no calls [/] before ten"}),
    Case("how far a boundary has come", far, lambda _: (HOURS,), {"way": "not_kept", "since": "3 Nov"}),
    Case("how far it has come with a client", far, _with_acme, {"way": "agreed", "since": "yesterday"}),
    Case("another day for a step", another_day, _step, {"until": "2w"}),
]
