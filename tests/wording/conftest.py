"""What the tests of letters share: the words of a casebook, and everything that can be said for a blank."""

import pytest

from coach.casebook.book import Casebook
from coach.wording.letters.filled import LetterWording


@pytest.fixture
def said(book: Casebook) -> LetterWording:
    return LetterWording(book)
