"""The receipt of a quarter from real records: each line from one source, nothing invented."""

from datetime import UTC, date, datetime

import pytest

from coach.casebook.book import Casebook
from coach.clock import fixed_clock
from coach.engine.interview.answer import figure
from coach.engine.receipt import Quarter, Unpaid, split
from coach.library.library import Library
from coach.reports.receipts import receipt_text
from coach.wording.receipts import ReceiptWording
from tests.shared.book import EUROS
from tests.shared.checks import KEPT, check
from tests.shared.log import billed, checked_in, logged

Q3 = Quarter(2026, 3)
WORDS = ReceiptWording(Library())


@pytest.fixture
def acme(book: Casebook) -> int:
    early = book.replaced(clock=fixed_clock(datetime(2026, 7, 1, 10, tzinfo=UTC)))
    check(early, "Acme", {"scope_creep": KEPT, "mind_changing": ("3", "no")})
    book.limits.set(figure("limits.floor", 6000), EUROS)
    return book.clients.find("Acme").id


def test_nothing_known_is_said_and_nothing_invented(book: Casebook) -> None:
    client = book.clients.add("Beta").id
    receipt = book.receipts.of(client, Q3)
    assert receipt.empty and receipt.total is None
    text = receipt_text(WORDS, receipt)
    assert "Nothing is known" in text and "0" not in text.replace("2026", "").replace("30 Sep", "")


def test_check_ins_come_before_the_log_and_are_split_as_the_checks_split(book: Casebook, acme: int) -> None:
    checked_in(book, acme, date(2026, 7, 15), None, unpaid=300, out_of_hours=3)
    checked_in(book, acme, date(2026, 8, 15), date(2026, 8, 1), unpaid=150, out_of_hours=1)
    checked_in(book, acme, date(2026, 10, 15), None, unpaid=999, out_of_hours=99)
    logged(book, acme, "after_hours", date(2026, 8, 1), minutes=600, told="yes")
    billed(book, acme, date(2026, 8, 1), date(2026, 8, 11))
    receipt = book.receipts.of(acme, Q3)
    # 6 points kept, and 6 never told, of which a quarter is theirs.
    assert receipt.unpaid == split(600, 7.5, 4.5) == Unpaid(600, 225, 375)
    assert (receipt.evenings, receipt.late_days, receipt.source, receipt.rate) == (5, 10, "check_ins", None)
    assert (receipt.given, receipt.taken, receipt.total) == (22_500, 37_500, 60_000)
    assert "EUR 600.00" in receipt_text(WORDS, receipt) and not receipt.partial


def test_the_log_says_itself_whose_minutes_they_were(book: Casebook, acme: int) -> None:
    logged(book, acme, "scope_creep", date(2026, 7, 2), minutes=60, told="yes")
    logged(book, acme, "scope_creep", date(2026, 7, 3), minutes=30, told="no")
    logged(book, acme, "scope_creep", date(2026, 7, 4), minutes=10, told="")
    logged(book, acme, "after_hours", date(2026, 7, 5), mine=True, minutes=20)
    receipt = book.receipts.of(acme, Q3)
    assert (receipt.unpaid, receipt.source, receipt.evenings) == (Unpaid(120, 50, 60), "log", 1)
    assert "Not told apart                 EUR 10.00" in receipt_text(WORDS, receipt)


def test_an_hour_really_earned(book: Casebook, acme: int) -> None:
    checked_in(book, acme, date(2026, 7, 15), None, hours=600, revenue=50_000)
    checked_in(book, acme, date(2026, 8, 15), date(2026, 8, 1), hours=600, revenue=40_000)
    assert book.receipts.of(acme, Q3).rate == (3000, 3000)


def test_without_a_minimum_there_is_time_and_no_money(book: Casebook) -> None:
    client = book.clients.add("Beta").id
    checked_in(book, client, date(2026, 10, 15), None, unpaid=90)
    receipt = book.receipts.of(client)
    assert receipt.partial and receipt.total is None
    text = receipt_text(WORDS, receipt)
    assert "1.5 h" in text and "TOTAL" not in text and "so far" in text


def test_quarters_reach_back_to_the_first_record(book: Casebook, acme: int) -> None:
    assert book.receipts.quarters(acme) == (Quarter(2026, 4), Q3)
