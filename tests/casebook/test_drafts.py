"""Drafts of forms in a casebook: what was typed is there again, cleaned, and ``u`` never takes it back."""

from datetime import timedelta
from pathlib import Path

import pytest

from coach.casebook.book import Casebook, open_casebook
from coach.casebook.desk import Refused
from coach.casebook.drafts import LONGEST_FIELD
from coach.casebook.letters import LONGEST_LETTER
from coach.casebook.log.log import NewEntry
from coach.clock import fixed_clock
from coach.formats.text import clean
from coach.store import drafts
from coach.store.drafts import Draft
from tests.shared.book import CLOCK, HOSTILE

TYPED = {"text": "He rang at ten.\nTwice.", "who": ""}
NASTY = "a\x00b\x1b]52;c;cHduZWQ=\x07\x9b2J\u202egnp.exe\u2066\ud800\r\n"


@pytest.fixture
def acme(book: Casebook) -> int:
    return book.clients.add("Acme").id


def test_what_was_typed_is_there_again_when_the_records_are_opened_anew(
    book: Casebook, acme: int, tmp_path: Path
) -> None:
    book.drafts.keep("note", acme, TYPED)
    again = open_casebook(tmp_path / "records", CLOCK)
    assert again.drafts.of("note", acme) == Draft("note", acme, TYPED, CLOCK.now())
    assert again.drafts.of("note", None) is None
    again.records.close()


def test_a_draft_is_replaced_then_dropped_and_the_newest_comes_first(book: Casebook, acme: int) -> None:
    later = book.replaced(clock=fixed_clock(CLOCK.now() + timedelta(seconds=1)))
    book.drafts.keep("note", acme, TYPED)
    book.drafts.keep("prospect", None, {"name": "Fjord"})
    later.drafts.keep("note", acme, {"text": "He rang."})
    assert book.drafts.everything() == [
        Draft("note", acme, {"text": "He rang."}, later.clock.now()),
        Draft("prospect", None, {"name": "Fjord"}, CLOCK.now()),
    ]
    for _ in range(2):
        book.drafts.drop("note", acme)
        assert [each.form for each in book.drafts.everything()] == ["prospect"]
    assert book.drafts.of("note", acme) is None


def test_undo_takes_back_what_was_saved_before_and_no_draft(book: Casebook, acme: int) -> None:
    book.log.add(acme, NewEntry("He rang."))
    before = book.records.last_change()
    book.drafts.keep("note", acme, {"text": "He rang ag"})
    book.drafts.keep("note", acme, TYPED)
    book.drafts.keep("note", None, TYPED)
    book.drafts.drop("note", None)
    assert book.records.last_change() == before == book.records.undo()
    assert book.log.of(acme) == []
    assert [each.texts for each in book.drafts.everything()] == [TYPED]


def test_a_form_about_a_client_who_is_gone_is_refused_in_words(book: Casebook, acme: int) -> None:
    book.drafts.keep("note", acme, TYPED)
    book.records.undo()
    assert book.drafts.everything() == []
    with pytest.raises(Refused, match="client_gone"):
        book.drafts.keep("note", acme, TYPED)


@pytest.mark.parametrize("text", [*HOSTILE, NASTY, NASTY * 4_000, "\u202e" + "long " * 25_000])
def test_whatever_is_typed_is_kept_cleaned(book: Casebook, acme: int, text: str) -> None:
    book.drafts.keep("note", acme, {"text": text})
    found = book.drafts.of("note", acme)
    assert found is not None and found.texts == {"text": clean(text, lines=True, limit=LONGEST_FIELD)}
    assert not {"\x00", "\x07", "\x1b", "\x9b", "\u202e", "\u2066", "\ud800", "\r"} & set(found.texts["text"])
    assert 0 < len(found.texts["text"]) <= LONGEST_FIELD


def test_what_a_tampered_file_holds_is_cleaned_on_its_way_out(book: Casebook) -> None:
    drafts.keep(book.store, Draft("note", None, {"text": "\x1b[2J\u202eA"}, CLOCK.now()))
    found = book.drafts.of("note", None)
    assert found is not None and found.texts == {"text": "\ufffd[2JA"}
    assert book.drafts.everything() == [found]


def test_the_longest_text_that_a_form_takes_is_kept_whole() -> None:
    assert LONGEST_FIELD > LONGEST_LETTER
