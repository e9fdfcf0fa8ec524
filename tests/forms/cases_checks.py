"""Decisions."""

from coach.casebook.book import Casebook
from coach.forms.checks import decision
from tests.forms.case import Case
from tests.shared.checks import KEPT, check


def _told(book: Casebook) -> tuple[int]:
    return (check(book, "Acme", {"after_hours": KEPT, "scope_creep": KEPT}).assessment.id,)


CASES = [
    Case("decision", decision, _told, {"decided": "keep", "because": "one\ntwo, q u c", "again": "10d"}),
    Case("decision left open", decision, _told, {"decided": "plan_exit", "because": "", "again": ""}),
]
