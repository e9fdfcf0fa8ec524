"""Whether there is a call at all, read from the checks on record; and the note beside it."""

from datetime import timedelta

import pytest

from coach.casebook.book import Casebook
from coach.engine.interview.answer import AnswerKind, chosen, silent
from tests.shared.book import TODAY
from tests.shared.checks import checked


@pytest.mark.parametrize("sign", ["violence", "sexual"])
def test_after_violence_nobody_is_rung_for_a_year(book: Casebook, sign: str) -> None:
    client = book.clients.add("Acme")
    checked(book, client.id, TODAY - timedelta(days=300), chosen(sign, "yes"))
    checked(book, client.id, TODAY)
    assert book.calls.ground(client.id).barred == "safety"
    other = book.clients.add("Borg")
    checked(book, other.id, TODAY - timedelta(days=400), chosen(sign, "yes"))
    checked(book, other.id, TODAY)
    assert book.calls.ground(other.id).barred == ""


def test_rather_not_say_is_treated_as_a_danger(book: Casebook) -> None:
    client = book.clients.add("Acme")
    checked(book, client.id, TODAY, silent("violence", AnswerKind.RATHER_NOT_SAY))
    assert book.calls.ground(client.id).barred == "safety"
