"""Sentences by key, their blanks, days and numbers, in a language written for the test and in the one that ships."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.library.library import Library
from coach.library.words import Words, fill

SCREENS = """
[today]
title = "Today"
hello = "$name, $count due on $day"
price = "costs $$5"
lines = ["one", "two"]

[today.due]
one = "$count check-in of $name"
other = "$count check-ins of $name"
"""
CHECK = """
[card.happened]
ask = "What happened?"

[ladder.told]
ask = "Were they told?"
short = "Told"

[item.calls]
ask = "How often?"

[item."calls.told"]
ask = "Did you say so?"
"""
RESPONSES = '[yes_no]\nno = "Nee"\nyes = "Ja"\n'
LANGUAGE = """
code = "nl"
[months]
short = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
long = [
  "januari", "februari", "maart", "april", "mei", "juni",
  "juli", "augustus", "september", "oktober", "november", "december",
]
[date]
full = "$day $month $year"
short = "$day $mon"
month = "$mon $year"
[number]
decimal = ","
thousands = "."
"""


@pytest.fixture
def words(tmp_path: Path) -> Words:
    folder = tmp_path / "languages" / "nl"
    folder.mkdir(parents=True)
    for name, text in (("screens", SCREENS), ("check", CHECK), ("responses", RESPONSES), ("language", LANGUAGE)):
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return Words(tmp_path, "nl")


def test_a_sentence_by_its_key(words: Words) -> None:
    assert words("today.title") == "Today"
    assert words("today.hello", name="Ada", count=3, day="Monday") == "Ada, 3 due on Monday"
    assert words.lines("screens", "today.lines") == ("one", "two")


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 check-ins of Ada"), (1, "1 check-in of Ada"), (2, "2 check-ins of Ada")]
)
def test_a_sentence_that_fits_its_number(words: Words, number: int, text: str) -> None:
    assert words.count("screens", "today.due", number, name="Ada") == text


@pytest.mark.parametrize("key", ["today.nothing", "nothing", "today", "today.title.more", "today.due.two"])
def test_a_key_without_a_sentence_is_a_mistake(words: Words, key: str) -> None:
    with pytest.raises(KeyError):
        words(key)


def test_whether_there_is_wording(words: Words) -> None:
    assert words.has("screens", "today.title")
    assert words.has("screens", "today.due")
    assert not words.has("screens", "today.nothing")
    assert not words.has("no such file", "today.title")


def test_an_item_says_its_own_words_or_those_of_the_ladder(words: Words) -> None:
    assert words.item("check", "calls", "ask") == "How often?"
    assert words.item("check", "calls.told", "ask") == "Did you say so?"
    assert words.item("check", "calls.told", "short") == "Told"
    assert words.item("check", "mails.told", "ask") == "Were they told?"
    with pytest.raises(KeyError, match=r"calls\.short"):
        words.item("check", "calls", "short")
    with pytest.raises(KeyError, match=r"mails\.kept"):
        words.item("check", "mails.kept", "ask")


def test_a_card_may_be_without_a_notice(words: Words) -> None:
    assert words.card("check", "happened", "ask") == "What happened?"
    assert words.card("check", "happened", "notice") == ""


def test_the_text_of_an_answer(words: Words) -> None:
    assert words.option("yes_no", "yes") == "Ja"
    with pytest.raises(KeyError):
        words.option("yes_no", "maybe")


@pytest.mark.parametrize(("style", "text"), [("full", "2 maart 2026"), ("short", "2 mrt"), ("month", "mrt 2026")])
def test_a_day_spelt_out(words: Words, style: str, text: str) -> None:
    assert words.day(date(2026, 3, 2), style) == text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (0, 0, "0"),
        (7, 0, "7"),
        (7, 2, "7,00"),
        (2.5, 0, "2,5"),
        (0.1 + 0.2, 0, "0,3"),
        (1234.5, 0, "1.234,5"),
        (1234567, 0, "1.234.567"),
        (-1234.56, 2, "-1.234,56"),
        (-0.001, 0, "0"),
    ],
)
def test_a_number_with_the_signs_of_its_language(words: Words, value: float, places: int, text: str) -> None:
    assert words.number(value, places) == text


# ---- Blanks


def test_an_unknown_blank_stays_to_be_seen() -> None:
    assert fill("Dear $name, from $sender", {"name": "Ada"}) == "Dear Ada, from $sender"
    assert fill("Dear $name", {}) == "Dear $name"


def test_two_dollars_are_one_wherever_blanks_are_filled() -> None:
    assert fill("$name owes $$5", {"name": "Ada"}) == "Ada owes $5"


def test_two_dollars_are_one_in_a_sentence_without_blanks(words: Words) -> None:
    assert words("today.price") == "costs $5"


@given(st.text(), st.text())
def test_what_fills_a_blank_is_never_read(name: str, other: str) -> None:
    assert fill("<$name|$other>", {"name": name, "other": other}) == f"<{name}|{other}>"


# ---- The language that ships


def test_english_is_written_for_every_item_of_the_check() -> None:
    library = Library()
    check = library.instrument("client-check")
    for item in check.items.values():
        assert library.words.item(check.id, item.id, "ask" if item.id not in check.carded() else "row").strip()
        for option in item.options:
            assert library.words.option(item.responses, option).strip()


def test_an_english_day_and_number() -> None:
    words = Library().words
    assert words.day(date(2026, 5, 14)) == "14 May 2026"
    assert words.number(1234.5) == "1 234.5"
