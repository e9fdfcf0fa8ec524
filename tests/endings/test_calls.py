"""The call that ends a job: when there is none, which reason fits, the card for any name, and the letters after it."""

import re
from datetime import timedelta

import pytest

from coach.casebook.book import Casebook
from coach.engine.call import Bar, CallReason, barred, reason_for
from coach.engine.interview.answer import Kind, chosen, silent
from coach.engine.letter import Tone
from coach.library.shelf import Library
from coach.wording.calls import CARD, REASON, Call
from coach.wording.letters.draft import Writing
from coach.wording.letters.filled import LetterWords
from tests.letters.test_letters import STEERS, whole
from tests.screens.places import HOSTILE, TODAY, checked, told_kept

SHELF = Library()
EXIT = [each for each, letter in SHELF.letters[0].items() if letter.group == "exit"]
REASONS = (CallReason("plain", (), ()), CallReason("a", ("r",), ("x",)), CallReason("b", (), ("y", "z")))
BARS = (Bar("safety", ("v",), ("v",)), Bar("legal", ("l",), ()))


@pytest.mark.parametrize(
    ("rule", "points", "reason"),
    [
        ("", {}, "plain"),
        ("r", {"y": 9.0}, "a"),
        ("q", {"x": 2.0, "y": 1.5, "z": 1.0}, "b"),
        ("q", {"other": 5.0}, "plain"),
    ],
)
def test_the_reason_goes_by_the_rule_and_then_by_what_weighs(rule: str, points: dict[str, float], reason: str) -> None:
    assert reason_for(REASONS, rule, points) == reason


@pytest.mark.parametrize(
    ("confirmed", "unclear", "branch", "found"),
    [
        ((), (), "", ""),
        (("v",), (), "", "safety"),
        ((), ("v",), "", "safety"),
        (("l",), (), "", "legal"),
        ((), ("l",), "", ""),
        (("l",), (), "safety", "safety"),
    ],
)
def test_what_rules_a_call_out(confirmed: tuple[str, ...], unclear: tuple[str, ...], branch: str, found: str) -> None:
    assert barred(BARS, confirmed, unclear, branch) == found


@pytest.mark.parametrize("sign", ["violence", "sexual"])
def test_after_violence_nobody_is_rung_for_a_year(book: Casebook, sign: str) -> None:
    client = book.add_client("Acme")
    checked(book, client.id, TODAY - timedelta(days=300), chosen(sign, "yes"))
    checked(book, client.id, TODAY)
    assert book.call(client.id).barred == "safety"
    other = book.add_client("Borg")
    checked(book, other.id, TODAY - timedelta(days=400), chosen(sign, "yes"))
    checked(book, other.id, TODAY)
    assert book.call(other.id).barred == ""


def test_rather_not_say_is_treated_as_a_danger(book: Casebook) -> None:
    client = book.add_client("Acme")
    checked(book, client.id, TODAY, silent("violence", Kind.RATHER_NOT_SAY))
    assert book.call(client.id).barred == "safety"


def test_the_law_asks_for_advice_first(book: Casebook) -> None:
    client = book.add_client("Acme")
    checked(book, client.id, TODAY, chosen("law", "yes"), chosen("law.form", "founded"))
    assert book.call(client.id).barred == "legal"
    assert "lawyer" in Writing(LetterWords(book), book.letter("exit_notice"), client.id).caution


def test_where_nobody_is_rung_the_letter_is_firm_and_says_so(book: Casebook) -> None:
    client = book.add_client("Acme")
    checked(book, client.id, TODAY, chosen("violence", "yes"))
    notice = Writing(LetterWords(book), book.letter("exit_notice"), client.id)
    assert notice.tone is Tone.FIRM and "no call" in notice.caution
    assert not re.search(r"thank|call of|refund|regret", notice.text.body, re.IGNORECASE)
    text = Call(book, client.id).text()
    assert "No call here" in text and "Thank you" not in text and "If they say" not in text
    assert Writing(LetterWords(book), book.letter("late_friendly"), client.id).caution != notice.caution


def test_the_reason_fits_and_can_be_changed_in_all_papers_at_once(book: Casebook) -> None:
    client = book.add_client("Acme")
    checked(book, client.id, TODAY, *told_kept("after_hours", 4))
    call = Call(book, client.id)
    assert call.reasons[0].id == "hours" and "hours" in call.writing.text.body
    other = next(each for each in call.reasons if each.id == "plain")
    call.choose(other)
    said = LetterWords(book)
    for letter in (CARD, "exit_confirmation", "exit_notice"):
        assert other.sentence in Writing(said, book.letter(letter), client.id, Tone.NEUTRAL).text.body
    assert other.sentence in Call(book, client.id).text()


def test_what_is_typed_for_one_paper_of_an_ending_holds_in_all(book: Casebook) -> None:
    client, said = book.add_client("Acme"), LetterWords(book)
    Writing(said, book.letter(CARD), client.id).fill("exit_ends", "31 May 2027")
    assert "31 May 2027" in Writing(said, book.letter("exit_confirmation"), client.id).text.body
    assert "exit_ends" in Writing(said, book.letter(CARD), book.add_client("Borg").id).open


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("letter_id", EXIT)
def test_no_name_leaves_its_line(book: Casebook, letter_id: str, name: str) -> None:
    client = book.add_client(name[:10_000])
    book.set_contact(client.id, name=name, salutation=name)
    for writing in whole(LetterWords(book), letter_id, client.id):
        assert STEERS.search(writing.finished()) is None


@pytest.mark.parametrize("name", HOSTILE)
def test_the_card_reads_whole_for_any_name(book: Casebook, name: str) -> None:
    client = book.add_client(name)
    book.set_contact(client.id, name=name, salutation=name)
    book.note_call(client.id, f"{name} rang back")
    call = Call(book, client.id)
    assert [part.label for part in call.parts] == [
        "Open", "Decision", "Reason", "Until then", "Next", "Thanks", "Close",
    ]  # fmt: skip
    assert STEERS.search(call.text()) is None


def test_a_card_in_own_words_keeps_what_has_no_label(book: Casebook) -> None:
    client = book.add_client("Acme")
    call = Call(book, client.id)
    call.writing.rewrite("Breathe.\n\nDecision: It ends in May.")
    assert [tuple(part) for part in Call(book, client.id).parts] == [("", "Breathe."), ("Decision", "It ends in May.")]


def test_the_note_beside_the_call_is_cleaned_kept_and_undone(book: Casebook) -> None:
    client = book.add_client("Acme")
    book.note_call(client.id, " They want\x1b[2J the files first \n")
    assert book.call_note(client.id) == "They want\ufffd[2J the files first"
    assert "Your note: They want" in Call(book, client.id).text()
    book.undo()
    assert book.call_note(client.id) == ""


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
