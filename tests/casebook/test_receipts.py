"""The receipt of a quarter: each line from one source, nothing invented, forty columns, and a picture that parses."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.casebook.book import Casebook
from coach.clock import fixed_clock
from coach.engine.interview.answer import figure
from coach.engine.receipt import Quarter, Receipt, Unpaid, late_days, split
from coach.engine.value import replace
from coach.library.shelf import Library
from coach.wording.receipts import WIDE, ReceiptWords, width_of
from tests.casebook.log import billed, checked_in, logged
from tests.full_check import KEPT, check

Q3 = Quarter(2026, 3)
WORDS = ReceiptWords(Library())


@pytest.fixture
def acme(book: Casebook) -> int:
    early = replace(book, clock=fixed_clock(datetime(2026, 7, 1, 10, tzinfo=UTC)))
    check(early, "Acme", {"scope_creep": KEPT, "mind_changing": ("3", "no")})
    book.set_limits(figure("limits.floor", 6000), book.read_limit("limits.currency", "EUR"))
    return book.find_client("Acme").id


@pytest.mark.parametrize(
    ("text", "quarter"), [("2026Q3", Q3), (" 2026-q1 ", Quarter(2026, 1)), ("1900Q1", Quarter(1900, 1))]
)
def test_a_quarter_is_read(text: str, quarter: Quarter) -> None:
    assert Quarter.read(text) == quarter


@pytest.mark.parametrize("text", ["", "2026Q5", "Q3", "26Q3", "2026Q33", "1066Q1", "9999Q4"])
def test_what_is_no_quarter_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no quarter"):
        Quarter.read(text)


@given(st.dates(date(1901, 1, 1), date(9998, 12, 31)), st.integers(-40, 40))
def test_quarters_tile_the_calendar(day: date, by: int) -> None:
    quarter = Quarter.of(day)
    assert quarter.first <= day <= quarter.last and quarter.holds(day)
    if quarter.stepped(by).year < 9999:
        assert quarter.stepped(by).stepped(-by) == quarter


def test_late_days_are_those_of_the_quarter_up_to_today() -> None:
    today = date(2026, 8, 10)
    assert late_days(date(2026, 6, 25), date(2026, 7, 5), Q3, today) == 5
    assert late_days(date(2026, 8, 1), None, Q3, today) == 9
    assert late_days(date(2026, 7, 1), date(2026, 7, 1), Q3, today) == 0
    assert late_days(date(2026, 9, 1), None, Q3, today) == 0
    assert late_days(date(2026, 1, 1), date(2027, 1, 1), Q3, date(2027, 2, 1)) == 92


@given(st.integers(0, 10**6), st.floats(0, 100), st.floats(0, 100))
def test_a_split_loses_no_minute(minutes: int, theirs: float, mine: float) -> None:
    unpaid = split(minutes, theirs, mine)
    assert unpaid.minutes == minutes and unpaid.mine >= 0 and unpaid.theirs >= 0
    assert unpaid.mine + unpaid.theirs == (minutes if theirs + mine > 0 else 0)


@given(st.integers(0, 10**5), st.integers(0, 100), st.integers(0, 100), st.integers(1, 10**5))
def test_what_is_printed_adds_up(minutes: int, mine: int, theirs: int, floor: int) -> None:
    receipt = Receipt(Q3, Unpaid(minutes + mine + theirs, mine, theirs), floor=floor)
    assert receipt.total is not None and receipt.given is not None and receipt.taken is not None
    assert receipt.total >= receipt.given + receipt.taken
    assert abs(receipt.total - (minutes + mine + theirs) * floor / 60) <= 2


def test_nothing_known_is_said_and_nothing_invented(book: Casebook) -> None:
    client = book.add_client("Beta").id
    receipt = book.receipt(client, Q3)
    assert receipt.empty and receipt.total is None
    text = WORDS.text(receipt)
    assert "Nothing is known" in text and "0" not in text.replace("2026", "").replace("30 Sep", "")


def test_check_ins_come_before_the_log_and_are_split_as_the_checks_split(book: Casebook, acme: int) -> None:
    checked_in(book, acme, date(2026, 7, 15), None, unpaid=300, out_of_hours=3)
    checked_in(book, acme, date(2026, 8, 15), date(2026, 8, 1), unpaid=150, out_of_hours=1)
    checked_in(book, acme, date(2026, 10, 15), None, unpaid=999, out_of_hours=99)
    logged(book, acme, "after_hours", date(2026, 8, 1), minutes=600, told="yes")
    billed(book, acme, date(2026, 8, 1), date(2026, 8, 11))
    receipt = book.receipt(acme, Q3)
    # 6 points kept, and 6 never told, of which a quarter is theirs.
    assert receipt.unpaid == split(600, 7.5, 4.5) == Unpaid(600, 225, 375)
    assert (receipt.evenings, receipt.late_days, receipt.source, receipt.rate) == (5, 10, "check_ins", None)
    assert (receipt.given, receipt.taken, receipt.total) == (22_500, 37_500, 60_000)
    assert "EUR 600.00" in WORDS.text(receipt) and not receipt.partial


def test_the_log_says_itself_whose_minutes_they_were(book: Casebook, acme: int) -> None:
    logged(book, acme, "scope_creep", date(2026, 7, 2), minutes=60, told="yes")
    logged(book, acme, "scope_creep", date(2026, 7, 3), minutes=30, told="no")
    logged(book, acme, "scope_creep", date(2026, 7, 4), minutes=10, told="")
    logged(book, acme, "after_hours", date(2026, 7, 5), mine=True, minutes=20)
    receipt = book.receipt(acme, Q3)
    assert (receipt.unpaid, receipt.source, receipt.evenings) == (Unpaid(120, 50, 60), "log", 1)
    assert "Not told apart                 EUR 10.00" in WORDS.text(receipt)


def test_an_hour_really_earned(book: Casebook, acme: int) -> None:
    checked_in(book, acme, date(2026, 7, 15), None, hours=600, revenue=50_000)
    checked_in(book, acme, date(2026, 8, 15), date(2026, 8, 1), hours=600, revenue=40_000)
    assert book.receipt(acme, Q3).rate == (3000, 3000)


def test_without_a_minimum_there_is_time_and_no_money(book: Casebook) -> None:
    client = book.add_client("Beta").id
    checked_in(book, client, date(2026, 10, 15), None, unpaid=90)
    receipt = book.receipt(client)
    assert receipt.partial and receipt.total is None
    text = WORDS.text(receipt)
    assert "1.5 h" in text and "TOTAL" not in text and "so far" in text


def test_quarters_reach_back_to_the_first_record(book: Casebook, acme: int) -> None:
    assert book.quarters(acme) == (Quarter(2026, 4), Q3)


@given(st.text(max_size=120), st.integers(0, 10**12), st.integers(1, 10**9), st.booleans())
def test_no_line_is_wider_than_the_paper(name: str, minutes: int, floor: int, partial: bool) -> None:
    receipt = Receipt(Q3, split(minutes, 1, 2), 10**6, 10**6, (floor, floor), floor, "EUR", partial, "log")
    if minutes * floor < 10**15:
        assert max(map(width_of, WORDS.lines(receipt, name))) <= WIDE
    assert ElementTree.fromstring(WORDS.svg(receipt, name)).tag.endswith("svg")


def test_a_name_is_masked_unless_asked_for_and_never_markup() -> None:
    receipt = Receipt(Q3, late_days=3)
    assert "Acme" not in WORDS.text(receipt)
    drawn = WORDS.svg(receipt, "Acme <script> & Sons")
    assert "Acme &lt;script&gt; &amp; Sons" in drawn and "<script>" not in drawn
