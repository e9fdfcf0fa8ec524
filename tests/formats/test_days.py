"""Days as people write them."""

from datetime import date

import pytest

from coach.casebook.book import Casebook
from coach.formats.days import read_day
from tests.shared.book import TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-10-24", date(2026, 10, 24)),
        (" 24  October 2026 ", date(2026, 10, 24)),
        ("24 oct", date(2026, 10, 24)),
        ("24. Oct. 2025", date(2025, 10, 24)),
        ("24.10.2026", date(2026, 10, 24)),
        ("22 Nov", date(2025, 11, 22)),
        ("29 Feb", date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_as_people_write_it(book: Casebook, text: str, day: date) -> None:
    assert read_day(text, book.library.words.lexicon, TODAY) == day


@pytest.mark.parametrize(
    "text", ["", "soon", "24", "31 Feb 2026", "2026-13-01", "24 J", "24 Ju 2026", "1 Octember 2026"]
)
def test_what_is_no_day_is_refused(book: Casebook, text: str) -> None:
    with pytest.raises(ValueError, match=r"day|month|range|year"):
        read_day(text, book.library.words.lexicon, TODAY)
