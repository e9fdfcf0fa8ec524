"""Prospects in print."""

from coach.casebook.book import Casebook
from coach.reports.prospects import prospects_text
from coach.wording.prospects import ProspectWording


def test_nobody_waiting_is_said_with_the_command_and_no_key(book: Casebook) -> None:
    text = prospects_text(ProspectWording(book.library), book.prospects.everyone())
    assert "coach prospect NAME --check" in text and "Press" not in text
