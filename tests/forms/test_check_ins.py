"""What the forms of check-ins read, refuse and keep, without a shell."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.engine.cadence import Every
from coach.forms.check_ins import days_off, entered_for, invoice, put_off, rhythm
from coach.forms.form import Form, Kept, Wrong, asked, read_all
from tests.shared.book import TODAY
from tests.shared.checks import KEPT, check


@pytest.fixture
def acme(book: Casebook) -> int:
    """Acme, due today."""
    return check(book, "Acme", {"scope_creep": KEPT}, TODAY - timedelta(weeks=3)).assessment.client_id or 0


def filled(form: Form, texts: Mapping[str, str]) -> Kept:
    return form.keep(read_all(form, {**form.texts(), **texts}))


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        ({"first": "20 Dec", "last": "4 Jan"}, ((date(2026, 12, 20), date(2027, 1, 4)),)),
        ({"first": "tomorrow", "last": ""}, ((date(2026, 11, 22), date(2026, 11, 22)),)),
        ({"first": "", "last": "4 Jan"}, ()),
        ({"last": "30 Nov"}, ((date(2026, 11, 18), date(2026, 11, 30)),)),
    ],
)
def test_days_off(book: Casebook, texts: Mapping[str, str], kept: tuple[tuple[date, date], ...]) -> None:
    book.rhythms.set_holidays((date(2026, 11, 18), date(2026, 11, 25)))
    filled(days_off(book), texts)
    assert book.rhythms.holidays() == kept


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"first": "20 Nov 2026"}, "first"),
        ({"first": "20 Dec", "last": "19 Dec 2026"}, "last"),
        ({"last": "x"}, "last"),
    ],
)
def test_days_off_neither_lie_behind_nor_end_before_they_begin(
    book: Casebook, texts: Mapping[str, str], field: str
) -> None:
    with pytest.raises(Wrong, match=field):
        filled(days_off(book), {"first": "today", **texts})


def test_no_weekday_is_asked_of_whom_one_does_not_check_in_on(book: Casebook, acme: int) -> None:
    form = rhythm(book, acme)
    assert [field.id for field in asked(form, {**form.texts(), "every": "never"})] == ["every"]
    assert filled(form, {"every": "never"}).said == "Acme is not checked in on any more. Full checks stay as they are."
    assert book.rhythms.place(acme).rhythm.every is Every.NEVER
    with pytest.raises(Refused, match="check_in_never"):
        put_off(book, acme)


def test_an_invoice_is_due_in_thirty_days_in_the_currency_of_the_client(book: Casebook, acme: int) -> None:
    filled(invoice(book, acme), {"amount": "480 EUR"})
    (kept,) = book.invoices.of(acme)
    assert (kept.amount, kept.currency, kept.due_on) == (48_000, "EUR", date(2026, 12, 21))
    for typed in ("0", "", "480 USD", "Acme", "480-500"):
        with pytest.raises(Wrong, match="amount"):
            filled(invoice(book, acme), {"amount": typed})


def test_the_day_check_ins_are_entered_for_lies_behind(book: Casebook) -> None:
    assert filled(entered_for(book), {"day": "14 Nov"}).value == date(2026, 11, 14)
    assert filled(entered_for(book, date(2026, 11, 1)), {}).value == date(2026, 11, 1)
    with pytest.raises(Wrong, match="day"):
        filled(entered_for(book), {"day": "tomorrow"})
