"""The grounds of a recommendation come back from the record as they were, or not at all."""

from typing import Any

import msgspec
import pytest

from coach.casebook.book import Casebook
from coach.casebook.checks.grounds import as_json, read_grounds
from tests.shared.checks import KEPT, check


def test_what_was_kept_comes_back_as_it_was(book: Casebook) -> None:
    grounds = check(book, "Acme", {"after_hours": KEPT}).grounds
    kept = as_json(grounds)
    assert isinstance(kept, dict) and isinstance(kept["weighed"][0], dict)
    assert read_grounds(kept) == grounds


@pytest.mark.parametrize("kept", [{}, [], 5, None, "x", {"reasons": [1]}, {"reasons": [{}]}, {"theirs": "many"}])
def test_a_record_this_program_did_not_write_is_refused(kept: Any) -> None:
    with pytest.raises(msgspec.ValidationError):
        read_grounds(kept)
