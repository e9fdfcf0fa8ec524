"""One's own limits as forms: what is typed is read as people write it, refused in words, and kept or left alone."""

import pytest

from coach.casebook.book import Casebook
from coach.engine.interview.answer import Answer, AnswerKind, chosen, figure, silent
from coach.formats.unreadable import Unreadable
from coach.forms.form import UNKNOWN, Form, Wrong, echo, read_all
from coach.forms.limits import limits
from tests.shared.book import EUROS


def form_of(book: Casebook, limit: str) -> Form:
    form = limits(book, [limit])(0)
    assert form is not None
    return form


def say(book: Casebook, limit: str, text: str) -> None:
    """Fill the form of a limit and keep it."""
    form = form_of(book, limit)
    form.keep(read_all(form, {limit: text}))


@pytest.mark.parametrize(
    ("limit", "typed", "low", "high"),
    [
        ("limits.floor", "57,50", 5750, 5750),
        ("limits.floor", "60-80 EUR", 6000, 8000),
        ("limits.buffer", "3-4", 3, 4),
        ("limits.from", "9", 540, 540),
        ("limits.until", "16.00", 960, 960),
        ("limits.until", "24", 1440, 1440),
        ("limits.capacity", "37.5", 2250, 2250),
    ],
)
def test_figures_are_read_as_people_write_them_and_stand_as_they_were_read(
    book: Casebook, limit: str, typed: str, low: int, high: int
) -> None:
    book.limits.set(EUROS)
    say(book, limit, typed)
    assert book.limits.standing()[limit] == figure(limit, low, high)
    form = form_of(book, limit)
    assert read_all(form, form.texts()) == {limit: (figure(limit, low, high),)}


@pytest.mark.parametrize(
    ("limit", "typed", "key"),
    [
        ("limits.floor", "plenty", "money"),
        ("limits.floor", "0", "too_small"),
        ("limits.floor", "60 GBP", "money_currency"),
        ("limits.buffer", "241", "out_of_range"),
        ("limits.from", "9-16", "time"),
        ("limits.from", "24:30", "time"),
        ("limits.capacity", "5-3", "figure_backwards"),
        ("limits.currency", "euro", "code"),
        ("limits.currency", "E1R", "code"),
        ("limits.currency", "ÆØÅ", "code"),
        ("limits.country", "Narnia", "choice"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(book: Casebook, limit: str, typed: str, key: str) -> None:
    book.limits.set(EUROS)
    with pytest.raises(Wrong) as caught:
        say(book, limit, typed)
    problem = caught.value.problem
    assert isinstance(problem, Unreadable)
    assert problem.key == key
    assert book.limits.standing() == {EUROS.item: EUROS}


def test_what_was_understood_is_said_with_what_it_counts(book: Casebook) -> None:
    book.limits.set(EUROS)
    typed = {"limits.floor": "60-70", "limits.buffer": "1", "limits.from": "9", "limits.capacity": "30"}
    understood = [echo(form_of(book, limit).fields[0], text, {}) for limit, text in typed.items()]
    assert understood == ["That is EUR 60.00 to 70.00.", "That is 1 month.", "That is 9:00.", "That is 30 hours."]


@pytest.mark.parametrize("limit", ["limits.floor", "limits.priorities", "limits.country", "limits.days"])
def test_not_knowing_is_an_answer_to_all_that_was_asked(book: Casebook, limit: str) -> None:
    say(book, limit, UNKNOWN)
    standing = book.limits.standing()
    assert standing
    assert {each.kind for each in standing.values()} == {AnswerKind.DONT_KNOW}
    assert form_of(book, limit).fields[0].value in (UNKNOWN, "")


def test_a_field_left_empty_leaves_open_what_was_open_and_takes_nothing_away(book: Casebook) -> None:
    say(book, "limits.floor", "")
    assert book.limits.standing() == {"limits.floor": silent("limits.floor", AnswerKind.SKIPPED)}
    book.limits.set(figure("limits.floor", 6000))
    with pytest.raises(Wrong):
        say(book, "limits.floor", "")
    assert book.limits.standing() == {"limits.floor": figure("limits.floor", 6000)}


def test_ticks_come_back_and_can_be_taken_away(book: Casebook) -> None:
    book.limits.set(chosen("limits.unreasonable.night", "yes"), chosen("limits.unreasonable.trial", "yes"))
    assert form_of(book, "limits.unreasonable").texts() == {
        "limits.unreasonable": "limits.unreasonable.night limits.unreasonable.trial"
    }
    say(book, "limits.unreasonable", "limits.unreasonable.trial")
    standing = book.limits.standing()
    assert standing["limits.unreasonable.night"].option == "no"
    assert standing["limits.unreasonable.trial"].option == "yes"


def test_a_currency_is_written_large_and_words_stand_as_they_are(book: Casebook) -> None:
    say(book, "limits.currency", " nok ")
    say(book, "limits.priorities", "?! rest")
    assert [each.text for each in book.limits.standing().values()] == ["NOK", "?! rest"]


def test_a_group_is_asked_in_the_order_of_the_instrument_with_what_was_just_kept(book: Casebook) -> None:
    step = limits(book, ["money", "limits.from"])
    forms = [form for at in range(5) if (form := step(at)) is not None]
    assert [form.fields[0].id for form in forms] == ["limits.currency", "limits.floor", "limits.buffer", "limits.from"]
    assert [form.title for form in forms[2:]] == ["Money · 3 of 4", "Hours · 4 of 4"]
    book.limits.set(silent("limits.buffer", AnswerKind.SKIPPED), Answer("limits.currency", AnswerKind.TEXT, text="GBP"))
    again = step(0)
    assert again is not None
    assert again.texts() == {"limits.currency": "GBP"}
