"""The call that ends a job: the reason in all papers at once, the card for any name, and the letters after it."""

import re

import pytest

from coach.casebook.book import Casebook
from coach.engine.interview.answer import chosen
from coach.engine.letter import Tone
from coach.library.library import Library
from coach.reports.calls import call_text
from coach.wording.calls import CARD, REASON, Call
from coach.wording.letters.draft import LetterDraft
from coach.wording.letters.filled import LetterWording
from tests.shared.book import HOSTILE, TODAY
from tests.shared.checks import checked, told_kept
from tests.shared.letters import STEERS, whole

SHELF = Library()
EXIT = [each for each, letter in SHELF.letters[0].items() if letter.group == "exit"]


def test_the_law_asks_for_advice_first(book: Casebook) -> None:
    client = book.clients.add("Acme")
    checked(book, client.id, TODAY, chosen("law", "yes"), chosen("law.form", "founded"))
    assert book.calls.ground(client.id).barred == "legal"
    assert "lawyer" in LetterDraft(LetterWording(book), book.letters.letter("exit_notice"), client.id).caution


def test_where_nobody_is_rung_the_letter_is_firm_and_says_so(book: Casebook) -> None:
    client = book.clients.add("Acme")
    checked(book, client.id, TODAY, chosen("violence", "yes"))
    notice = LetterDraft(LetterWording(book), book.letters.letter("exit_notice"), client.id)
    assert notice.tone is Tone.FIRM and "no call" in notice.caution
    assert not re.search(r"thank|call of|refund|regret", notice.text.body, re.IGNORECASE)
    text = call_text(Call(book, client.id))
    assert "No call here" in text and "Thank you" not in text and "If they say" not in text
    assert LetterDraft(LetterWording(book), book.letters.letter("late_friendly"), client.id).caution != notice.caution


def test_the_reason_fits_and_can_be_changed_in_all_papers_at_once(book: Casebook) -> None:
    client = book.clients.add("Acme")
    checked(book, client.id, TODAY, *told_kept("after_hours", 4))
    call = Call(book, client.id)
    assert call.reasons[0].id == "hours" and "hours" in call.writing.text.body
    other = next(each for each in call.reasons if each.id == "plain")
    call.choose(other)
    said = LetterWording(book)
    for letter in (CARD, "exit_confirmation", "exit_notice"):
        assert other.sentence in LetterDraft(said, book.letters.letter(letter), client.id, Tone.NEUTRAL).text.body
    assert other.sentence in call_text(Call(book, client.id))


def test_what_is_typed_for_one_paper_of_an_ending_holds_in_all(book: Casebook) -> None:
    client, said = book.clients.add("Acme"), LetterWording(book)
    LetterDraft(said, book.letters.letter(CARD), client.id).fill("exit_ends", "31 May 2027")
    assert "31 May 2027" in LetterDraft(said, book.letters.letter("exit_confirmation"), client.id).text.body
    assert "exit_ends" in LetterDraft(said, book.letters.letter(CARD), book.clients.add("Borg").id).open


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("letter_id", EXIT)
def test_no_name_leaves_its_line(book: Casebook, letter_id: str, name: str) -> None:
    client = book.clients.add(name[:10_000])
    book.clients.set_contact(client.id, name=name, salutation=name)
    for writing in whole(LetterWording(book), letter_id, client.id):
        assert STEERS.search(writing.finished()) is None


@pytest.mark.parametrize("name", HOSTILE)
def test_the_card_reads_whole_for_any_name(book: Casebook, name: str) -> None:
    client = book.clients.add(name)
    book.clients.set_contact(client.id, name=name, salutation=name)
    book.calls.set_note(client.id, f"{name} rang back")
    call = Call(book, client.id)
    assert [part.label for part in call.parts] == [
        "Open", "Decision", "Reason", "Until then", "Next", "Thanks", "Close",
    ]  # fmt: skip
    assert STEERS.search(call_text(call)) is None


def test_a_card_in_own_words_keeps_what_has_no_label(book: Casebook) -> None:
    client = book.clients.add("Acme")
    call = Call(book, client.id)
    call.writing.rewrite("Breathe.\n\nDecision: It ends in May.")
    assert [tuple(part) for part in Call(book, client.id).parts] == [("", "Breathe."), ("Decision", "It ends in May.")]


def test_the_note_beside_the_call_is_cleaned_kept_and_undone(book: Casebook) -> None:
    client = book.clients.add("Acme")
    book.calls.set_note(client.id, " They want\x1b[2J the files first \n")
    assert book.calls.note(client.id) == "They want\ufffd[2J the files first"
    assert "Your note: They want" in call_text(Call(book, client.id))
    book.records.undo()
    assert book.calls.note(client.id) == ""


def test_the_card_blames_nobody_and_the_answers_stay_with_it() -> None:
    words = SHELF.words
    spoken = [words.say("call", f"reason.{each.id}.say") for each in SHELF.call.reasons]
    spoken += [words.say("call", f"objection.{each}.you") for each in SHELF.call.objections]
    assert len(SHELF.call.objections) == 10
    for sentence in spoken:
        assert not re.search(r"\b(your fault|you (?:always|never|failed|did not)|sorry|unfortunately|fire)\b", sentence)
        assert len(sentence.split()) <= 26 and not sentence.endswith(",")


def test_the_blank_of_the_reason_is_one_of_the_card() -> None:
    assert f"${REASON}" in SHELF.letter_text(CARD)[Tone.NEUTRAL][1]
