"""The forms of one's own limits, one of each kind of answer."""

from coach.casebook.book import Casebook
from coach.forms.form import Form
from coach.forms.limits import limits
from tests.forms.case import Case

TYPED = {
    "limits.currency": "nok",
    "limits.floor": "60-80",
    "limits.buffer": "?",
    "limits.days": "limits.days.mon limits.days.thu",
    "limits.until": "16.30",
    "limits.capacity": "37.5",
    "limits.priorities": "the roof, then the rest",
    "limits.response": "next_day",
    "limits.country": "DK",
}


def one(book: Casebook, limit: str) -> Form | None:
    """The form of one limit."""
    return limits(book, [limit])(0)


def _case(limit: str, text: str) -> Case:
    return Case(limit, one, lambda _: (limit,), {limit: text})


CASES: list[Case] = [_case(limit, text) for limit, text in TYPED.items()]
