"""The result before signing, in words."""

from coach.casebook.book import Casebook
from coach.wording.prospects import ProspectWording
from tests.shared.prospects import considered, given


def test_a_note_is_shown_again_with_the_result(book: Casebook) -> None:
    harbour = book.prospects.add("Harbour Books")
    considered(book, harbour.id, given(their_terms="talk"))
    sitting = book.prospects.begin(harbour.id)
    sitting = book.checks.annotate(sitting, "their_terms", "Proofs on\x1b[2J Mondays [/]")
    said = ProspectWording(book.library).notes(book.prospects.conclude(sitting))
    assert len(said) == 1 and said[0].startswith("Their own conditions: Proofs on") and "\x1b" not in said[0]
