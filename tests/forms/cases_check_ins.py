"""The forms about when check-ins come, each with what is put into it."""

from datetime import date, timedelta

from coach.casebook.book import Casebook
from coach.forms.check_ins import days_off, invoice, put_off, rhythm
from tests.forms.case import Case
from tests.shared.book import TODAY
from tests.shared.checks import KEPT, check


def _due(book: Casebook) -> tuple[object, ...]:
    return (check(book, "Acme", {"scope_creep": KEPT}, TODAY - timedelta(weeks=3)).assessment.client_id,)


def _off(book: Casebook) -> tuple[object, ...]:
    book.rhythms.set_holidays((date(2026, 11, 18), date(2026, 11, 25)))
    return ()


CASES: list[Case] = [
    Case("until when a check-in waits", put_off, _due, {"until": "4d"}),
    Case("why a check-in is left out", put_off, lambda book: (*_due(book), True), {"why": "b"}),
    Case("how often, and on which day", rhythm, _due, {"every": "monthly", "weekday": "2"}),
    Case("no rhythm at all", rhythm, _due, {"every": "never"}),
    Case("days off", days_off, lambda _: (), {"first": "20 Dec", "last": "4 Jan"}),
    Case("days off that have begun end later", days_off, _off, {"last": "30 Nov"}),
    Case("days off are over", days_off, _off, {"first": ""}),
    Case("an open invoice", invoice, _due, {"amount": "1,850.50 EUR", "due": "11 Nov 2026"}),
]
