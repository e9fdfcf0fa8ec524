"""Every letter, filled as its examples say, for clients of any name; and how what is typed finds its place."""

import re

import pytest

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.engine.boundary import Rung
from coach.engine.interview.answer import Answer, AnswerKind, chosen
from coach.engine.letter import Tone
from coach.formats.unreadable import Unreadable
from coach.library.library import Library
from coach.wording.letters.draft import LetterDraft
from coach.wording.letters.filled import LetterWording
from tests.shared.book import HOSTILE, TODAY
from tests.shared.letters import STEERS, whole

LETTERS = Library().letters[0]
BANNED = re.compile(
    r"\b(fire[ds]?|firing|unfortunately|obviously|clearly|simply|toxic|boundar(?:y|ies))\b|!", re.IGNORECASE
)


@pytest.mark.parametrize("letter_id", LETTERS)
def test_a_letter_filled_with_its_examples_is_whole(said: LetterWording, letter_id: str) -> None:
    texts = [writing.finished() for writing in whole(said, letter_id, None)]
    assert len(set(texts)) == len(LETTERS[letter_id].tones)
    for text in texts:
        assert "$" not in text and "[" not in text and "why:" not in text
        assert BANNED.search(text) is None, text
        assert not re.search(r"\d\s?%|  |\.\.|,\.| ,", text), text


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_leaves_its_line(book: Casebook, said: LetterWording, name: str) -> None:
    client = book.clients.add(name[:10_000])
    book.clients.set_contact(client.id, name=name, salutation=name)
    for letter_id in ("clause_signed", "late_formal", "last_try_talk", "one_rule", "exit_confirmation"):
        for writing in whole(said, letter_id, client.id, "scope"):
            text = writing.finished()
            assert STEERS.search(text) is None
            path = writing.save()
            assert path.parent == book.places.exports
            assert re.fullmatch(rf"letter-2026-11-21-{letter_id}(-\d)?\.txt", path.name)
            assert path.stat().st_mode & 0o777 == 0o600
            assert path.read_text(encoding="utf-8") == text


def test_an_open_blank_keeps_a_letter_back(book: Casebook, said: LetterWording) -> None:
    client = book.clients.add("Acme")
    writing = LetterDraft(said, LETTERS["late_friendly"], client.id)
    for leave in (writing.finished, writing.save, writing.ready, lambda: writing.sent(TODAY)):
        with pytest.raises(Refused) as refused:
            leave()
        assert said.ask("invoice_no") in refused.value.blanks["blanks"]
    assert list(book.places.exports.iterdir()) == [] and book.letters.kept(client.id) == []


def test_sending_tells_and_undo_takes_it_back(book: Casebook, said: LetterWording) -> None:
    client = book.clients.add("Acme")
    writing = whole(said, "after_hours_reply", client.id)[0]
    writing.sent(TODAY)
    standing = book.boundaries.standing("office_hours", client.id)
    assert standing.reached[Rung.TOLD].on_day == TODAY and standing.has(Rung.WRITTEN)
    assert [each.letter for each in book.letters.kept(client.id)] == ["after_hours_reply"]
    book.records.undo()
    assert not book.boundaries.standing("office_hours", client.id).has(Rung.TOLD)
    assert book.letters.kept(client.id) == []


def test_a_rule_is_told_to_somebody_and_about_something(book: Casebook, said: LetterWording) -> None:
    client = book.clients.add("Acme")
    with pytest.raises(Refused, match="letter_for_whom"):
        whole(said, "after_hours_reply", None)[0].sent(TODAY)
    with pytest.raises(Refused, match="letter_about"):
        whole(said, "one_rule", client.id)[0].sent(TODAY)
    whole(said, "one_rule", client.id, "channels")[0].sent(TODAY)
    assert book.boundaries.standing("channels", client.id).has(Rung.TOLD)


def test_what_fills_a_blank_is_kept_where_it_belongs(book: Casebook, said: LetterWording) -> None:
    client, other = book.clients.add("Acme"), book.clients.add("Borg")
    writing = LetterDraft(said, LETTERS["clause_payment"], client.id)
    writing.fill("pay_days", "14")
    assert book.boundaries.params("payment_terms")["days"] == "14" and book.boundaries.standing("payment_terms").has(
        Rung.DECIDED
    )
    writing = LetterDraft(said, LETTERS["late_formal"], client.id)
    writing.fill("owner", "Anna Berg")
    writing.fill("salutation", "Ms Hill")
    writing.fill("invoice_no", "7")
    elsewhere = LetterDraft(said, LETTERS["late_formal"], other.id)
    assert {"owner": elsewhere.draft.filled["owner"], "no": elsewhere.draft.filled["invoice_no"]} == {
        "owner": "Anna Berg",
        "no": "",
    }
    assert LetterDraft(said, LETTERS["reprice"], client.id).draft.filled["salutation"] == "Ms Hill"
    assert writing.kept_in("owner") == "owner" and writing.kept_in("salutation") == "client"
    assert LetterDraft(said, LETTERS["reprice"], None).kept_in("salutation") == "letter"


def test_what_does_not_fit_a_blank_is_not_kept(said: LetterWording) -> None:
    writing = LetterDraft(said, LETTERS["late_friendly"], None)
    for name, typed, kind in (("due_on", "soon", "day"), ("invoice_sum", "12x", "money"), ("invoice_no", " ", "empty")):
        with pytest.raises(Unreadable, match=kind):
            writing.fill(name, typed)
        assert name in writing.open
    writing.fill("due_on", "3 Oct 2026")
    said.book.limits.set(Answer("limits.currency", AnswerKind.TEXT, text="SEK"))
    sums = {"1600": "SEK 1600", "1600 EUR": "1600 EUR", "150-200": "SEK 150-200"}
    for typed, stands in sums.items():
        writing.fill("invoice_sum", typed)
        assert writing.draft.filled["invoice_sum"] == stands
    assert writing.draft.filled["due_on"] == "3 October 2026"


def test_own_wording_keeps_its_open_blanks(said: LetterWording) -> None:
    writing = LetterDraft(said, LETTERS["call_note"], None, Tone.NEUTRAL)
    writing.rewrite(writing.text.body.replace("AnswerKind regards", "Yours") + "\n\nPS: see you on Friday.")
    assert set(writing.open) == set(writing.draft.open)
    for name in writing.open:
        writing.fill(name, said.example(name))
    assert writing.own and "PS: see you on Friday." in writing.finished() and "[" not in writing.finished()
    assert not LetterDraft(said, LETTERS["call_note"], None, Tone.WARM).own
    writing.rewrite("")
    assert "PS" not in writing.finished()


def test_the_words_of_the_coach_are_no_own_wording(said: LetterWording) -> None:
    writing = LetterDraft(said, LETTERS["call_note"], None)
    writing.rewrite(writing.text.body + "\n")
    assert not writing.own


def test_a_blank_in_what_fills_a_blank_stays_text(said: LetterWording) -> None:
    writing = LetterDraft(said, LETTERS["call_note"], None)
    for name in writing.open:
        writing.fill(
            name, "$owner [/] $agreed" if said.library.letters[1][name].kind == "words" else said.example(name)
        )
    assert "$owner [/] $agreed" in writing.finished()


# ---- What the law says


@pytest.mark.parametrize("place", Library().late_payment)
def test_the_formal_reminder_quotes_the_rule_of_the_job(book: Casebook, said: LetterWording, place: str) -> None:
    client = book.clients.add("Acme")
    book.clients.set_job(client.id, law=place)
    writing = LetterDraft(said, LETTERS["late_formal"], client.id)
    rule = said.words.say("late_payment", f"place.{place}.rule")
    assert rule in writing.text.body and "late_rule" not in writing.open
    assert said.words.say("late_payment", f"place.{place}.caution") in writing.caution
    law = LetterDraft(said, LETTERS["clause_late_interest"], client.id)
    assert f"the law of {said.words.say('late_payment', f'place.{place}.named')} " in law.finished()


def test_the_country_of_the_owner_stands_in_where_the_job_names_none(book: Casebook, said: LetterWording) -> None:
    client = book.clients.add("Acme")
    assert "late_rule" in LetterDraft(said, LETTERS["late_formal"], client.id).open
    book.limits.set(chosen("limits.country", "NO"))
    assert "Norwegian" in LetterDraft(said, LETTERS["late_formal"], client.id).text.body
    LetterDraft(said, LETTERS["clause_late_interest"], client.id).fill("law", "denmark")
    assert "Danish" in LetterDraft(said, LETTERS["late_formal"], client.id).text.body


def test_only_a_letter_that_quotes_the_law_warns(book: Casebook, said: LetterWording) -> None:
    book.limits.set(chosen("limits.country", "NO"), Answer("limits.owner", AnswerKind.TEXT, text="Anna"))
    assert [each for each, letter in LETTERS.items() if LetterDraft(said, letter, None).caution] == ["late_formal"]
