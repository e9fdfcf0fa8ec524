"""One's own limits in words: what a question shows, and how days, sums and spans are said."""

import pytest

from coach.engine.interview.answer import Answer, AnswerKind, Answers, chosen, figure, silent
from coach.library.library import Library
from coach.wording.limits import LimitWording

LIBRARY = Library()
WORDS = LimitWording(LIBRARY)
EUR = Answer("limits.currency", AnswerKind.TEXT, text="EUR")


def limits(*given: Answer) -> Answers:
    return {each.item: each for each in given}


def days(*named: str) -> Answers:
    every = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return limits(*(chosen(f"limits.days.{day}", "yes" if day in named else "no") for day in every))


def line(item: str, known: Answers) -> str | None:
    return WORDS.line(LIBRARY.instrument("client-check").items[item], known)


@pytest.mark.parametrize(
    ("item", "known", "said"),
    [
        ("pay_level", limits(EUR, figure("limits.floor", 6000)), "Your minimum: 60 EUR an hour"),
        ("pay_level", limits(figure("limits.floor", 6000, 7550)), "Your minimum: 60–75.50 an hour"),
        ("pay_level", limits(EUR), None),
        ("pay_level", limits(silent("limits.floor", AnswerKind.DONT_KNOW)), None),
        (
            "after_hours",
            {**days("mon", "tue", "wed", "thu"), **limits(figure("limits.from", 540), figure("limits.until", 960))},
            "Your hours: Monday to Thursday, 9:00 to 16:00",
        ),
        ("after_hours", limits(figure("limits.until", 960)), "Your hours: until 16:00"),
        ("after_hours", days(), None),
        (
            "unreasonable",
            limits(
                chosen("limits.unreasonable.night", "yes"),
                chosen("limits.unreasonable.weekend", "no"),
                chosen("limits.unreasonable.trial", "yes"),
                Answer("limits.unreasonable.own", AnswerKind.TEXT, text="calls on [b]birthdays[/]"),
            ),
            "Out of proportion for you: calls at night and unpaid trial work; calls on [b]birthdays[/]",
        ),
        (
            "availability_drain",
            limits(chosen("limits.response", "next_day")),
            "You answer: by the end of the next working day",
        ),
        ("share", limits(figure("limits.buffer", 1)), "Your money put by: 1 month"),
        ("crowding", limits(figure("limits.capacity", 2250)), "Your time for clients: 37.5 hours a week"),
        ("stage", limits(EUR), None),
    ],
)
def test_a_question_shows_the_limits_it_leans_on(item: str, known: Answers, said: str | None) -> None:
    assert line(item, known) == said


@pytest.mark.parametrize(
    ("ticked", "said"),
    [
        (("mon", "tue", "wed", "thu", "fri"), "Monday to Friday"),
        (("mon", "wed", "fri"), "Monday, Wednesday and Friday"),
        (("mon", "tue"), "Monday and Tuesday"),
        (("mon", "tue", "wed", "sat"), "Monday to Wednesday and Saturday"),
        (("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "every day"),
        (("sun",), "Sunday"),
        ((), "none of these"),
    ],
)
def test_days_are_said_as_spans(ticked: tuple[str, ...], said: str) -> None:
    assert WORDS.standing(("limits.days",), days(*ticked)) == said


@pytest.mark.parametrize(
    "kind", [AnswerKind.DONT_KNOW, AnswerKind.SKIPPED, AnswerKind.RATHER_NOT_SAY, AnswerKind.NOT_APPLICABLE]
)
def test_what_was_not_said_is_told_apart_from_what_was_not_asked(kind: AnswerKind) -> None:
    said = WORDS.standing(("limits.floor",), limits(silent("limits.floor", kind)))
    assert said and said != WORDS.standing(("limits.floor",), {})


def test_every_item_stands_in_one_row_of_one_group() -> None:
    rows = [row for group in WORDS.rows().values() for row in group]
    items = [item.id for row in rows for limit in row for item in WORDS.items_of(limit)]
    assert sorted(items) == sorted(LIBRARY.instrument("limits").items)
    assert all(WORDS.name(row) for row in rows)


def test_every_limit_that_a_question_shows_has_a_line() -> None:
    shown = {item.shows[0] for item in LIBRARY.instrument("client-check").items.values() if item.shows}
    assert shown
    assert all(LIBRARY.words.has("screens", f"limits.line.{limit}") for limit in shown)
