"""Sums as people write them: their currency on either side, never a name, never a share, never rounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.formats.money import Money, read_money, read_sum
from coach.formats.unreadable import Unreadable
from coach.library.library import Library

WORDS = Library().words
LEXICON = WORDS.lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("150", (15000, 15000, "")),
        ("EUR 500", (50000, 50000, "EUR")),
        ("500 eur", (50000, 50000, "EUR")),
        ("€500", (50000, 50000, "EUR")),
        ("1.850,00 €", (185000, 185000, "EUR")),
        ("$1,850.00", (185000, 185000, "")),
        ("US$ 90", (9000, 9000, "USD")),
        ("kr 500", (50000, 50000, "")),
        ("500-700 USD", (50000, 70000, "USD")),
        ("1 200 to 1 500,50", (120000, 150050, "")),
        ("12.345", (1234500, 1234500, "")),
        ("1'200.50", (120050, 120050, "")),
    ],
)
def test_a_sum(text: str, expected: tuple[int, int, str]) -> None:
    assert read_money(text, LEXICON) == Money(*expected)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        *(
            (text, "money")
            for text in ("", "abc", "Bob", "Acme 500", "10 %", "10%", "-5", "1e5", "USD 5 EUR", "five", "½", "1,2,3")
        ),
        *((text, "money_places") for text in ("0.085", "0,125", "0.145", "0.035", "1.2345", "12,3456 EUR")),
        ("60-40", "figure_backwards"),
        ("9" * 30, "figure_large"),
    ],
)
def test_what_is_no_sum(text: str, key: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_money(text, LEXICON)
    assert refused.value.key == key


def test_another_currency_than_expected_is_said_and_not_taken() -> None:
    assert read_sum("500", LEXICON, "USD") == read_sum("$500", LEXICON, "USD") == Money(50000, 50000, "USD")
    with pytest.raises(Unreadable) as refused:
        read_sum("EUR 500", LEXICON, "USD")
    assert (refused.value.key, refused.value.blanks) == ("money_currency", {"said": "EUR", "expected": "USD"})
    with pytest.raises(Unreadable) as refused:
        read_sum("500-700", LEXICON)
    assert refused.value.key == "money_range"


@given(st.integers(0, 10**12), st.sampled_from(["", "USD", "NOK", "JPY"]))
def test_a_sum_as_it_is_shown_reads_as_it_was(amount: int, currency: str) -> None:
    shown = f"{currency} {WORDS.number(amount / 100)}".strip()
    assert read_sum(shown, LEXICON) == Money(amount, amount, currency)
