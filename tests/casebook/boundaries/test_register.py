"""The register on a real file: terms, rungs and steps, what a check writes into it, and how undo takes it back."""

from datetime import UTC, date, datetime

import pytest

from coach.casebook.book import Casebook, open_casebook
from coach.casebook.boundaries import AGREED, THEIRS, rungs_by_boundary, rungs_of_sign
from coach.casebook.desk import Refused
from coach.clock import fixed_clock
from coach.engine.boundary import NOT, Rung, Stage
from coach.engine.interview.answer import Answer, AnswerKind, chosen, silent
from coach.engine.verdict.signs import SignState, Weighed
from tests.shared.book import TODAY
from tests.shared.checks import checked

HOURS = "office_hours"


def happened(sign: str, often: str = "3", **follow_ups: str) -> list[Answer]:
    return [chosen(sign, often), *(chosen(f"{sign}.{part}", option) for part, option in follow_ups.items())]


@pytest.fixture
def acme(book: Casebook) -> int:
    return book.clients.add("Acme").id


def test_naming_a_term_decides_the_boundary_and_the_old_term_is_kept(book: Casebook) -> None:
    book.boundaries.set_term(HOURS, {"days": "Monday  to\x1b Friday"})
    assert book.boundaries.params(HOURS) == {"days": "Monday to\ufffd Friday"}
    assert book.boundaries.standing(HOURS).next is Rung.WRITTEN
    book.boundaries.set_term(HOURS, {"days": "Monday to Thursday", "from": " "})
    assert book.boundaries.params(HOURS) == {"days": "Monday to Thursday"}
    book.records.undo()
    assert book.boundaries.params(HOURS) == {"days": "Monday to\ufffd Friday"}


def test_a_clients_term_stands_beside_mine(book: Casebook, acme: int) -> None:
    book.boundaries.set_term(HOURS, {"days": "Monday to Friday", "from": "9:00"})
    book.boundaries.set_term(HOURS, {"from": "10:00"}, acme)
    assert book.boundaries.params(HOURS, acme) == {"days": "Monday to Friday", "from": "10:00"}
    assert book.boundaries.params(HOURS)["from"] == "9:00"


def test_what_a_client_asked_of_me_is_noted_and_decides_nothing(book: Casebook, acme: int) -> None:
    book.boundaries.set_term(HOURS, {THEIRS: "no calls before ten"}, acme)
    assert book.boundaries.terms(acme)[HOURS].params[THEIRS] == "no calls before ten"
    assert not book.boundaries.standing(HOURS).known


def test_to_empty_a_term_decides_nothing(book: Casebook) -> None:
    book.boundaries.set_term(HOURS, {"days": "  "})
    assert book.boundaries.params(HOURS) == {} and not book.boundaries.standing(HOURS).known


def test_the_later_word_wins_whatever_is_entered_last(book: Casebook, acme: int) -> None:
    book.boundaries.move(HOURS, Rung.TOLD, NOT, acme, date(2026, 11, 1))
    book.boundaries.move(HOURS, Rung.TOLD, "aloud", acme, date(2026, 10, 1))
    assert not book.boundaries.standing(HOURS, acme).has(Rung.TOLD)
    book.boundaries.move(HOURS, Rung.TOLD, "aloud", acme, date(2026, 11, 2))
    assert book.boundaries.standing(HOURS, acme).reached[Rung.TOLD].on_day == date(2026, 11, 2)
    book.records.undo()
    assert not book.boundaries.standing(HOURS, acme).has(Rung.TOLD)


def test_a_client_who_agrees_no_longer_refuses_and_one_undo_takes_back_both(book: Casebook, acme: int) -> None:
    book.boundaries.move(HOURS, Rung.REFUSED, "said", acme)
    book.boundaries.move(HOURS, Rung.TOLD, AGREED, acme)
    assert book.boundaries.standing(HOURS, acme).stage is Stage.TOLD
    book.records.undo()
    assert book.boundaries.standing(HOURS, acme).stage is Stage.REFUSED


@pytest.mark.parametrize(
    ("act", "key"),
    [
        (lambda book: book.boundaries.move("hours", Rung.TOLD, "said"), "boundary_unknown"),
        (lambda book: book.boundaries.set_term("hours", {}), "boundary_unknown"),
        (lambda book: book.boundaries.move(HOURS, Rung.TOLD, "said", None, date(2026, 11, 22)), "day_to_come"),
        (lambda book: book.boundaries.put_off(book.boundaries.open_steps(HOURS)[0], date(2026, 11, 20)), "day_past"),
    ],
)
def test_what_cannot_be_is_refused_in_words(book: Casebook, act: object, key: str) -> None:
    with pytest.raises(Refused) as refused:
        act(book)  # type: ignore[operator]
    assert refused.value.key == key
    assert book.library.words(f"refused.{key}", **refused.value.blanks)


def test_a_check_writes_what_was_told_and_kept_on_its_own_day(book: Casebook, acme: int) -> None:
    day = date(2026, 11, 3)
    checked(book, acme, day, *happened("after_hours", told="writing", kept="rarely", then="went_on"))
    stands = book.boundaries.standing(HOURS, acme)
    assert {rung: move.on_day for rung, move in stands.reached.items() if not move.mine} == {
        Rung.DECIDED: day, Rung.WRITTEN: day, Rung.TOLD: day,
    }  # fmt: skip
    assert stands.stage is Stage.NOT_KEPT
    assert not book.boundaries.standing(HOURS).has(Rung.TOLD)


def test_the_same_words_in_a_later_check_do_not_move_the_day(book: Casebook, acme: int) -> None:
    told = happened("after_hours", told="aloud", kept="each", then="went_on")
    checked(book, acme, date(2026, 9, 1), *told)
    checked(book, acme, date(2026, 11, 1), *told)
    reached = book.boundaries.standing(HOURS, acme).reached
    assert (reached[Rung.TOLD].on_day, reached[Rung.KEPT].on_day) == (date(2026, 9, 1), date(2026, 9, 1))


def test_a_check_entered_for_the_past_does_not_take_back_what_came_later(book: Casebook, acme: int) -> None:
    book.boundaries.move(HOURS, Rung.TOLD, "aloud", acme, date(2026, 11, 1))
    checked(book, acme, date(2026, 9, 1), *happened("after_hours", told="no"))
    assert book.boundaries.standing(HOURS, acme).has(Rung.TOLD)
    checked(book, acme, date(2026, 11, 10), *happened("after_hours", told="no"))
    assert book.boundaries.standing(HOURS, acme).stage is Stage.NOT_TOLD


def test_a_refusal_is_written_and_respect_takes_it_back(book: Casebook, acme: int) -> None:
    checked(book, acme, date(2026, 9, 1), *happened("after_hours", told="aloud", kept="each", then="refused"))
    assert book.boundaries.standing(HOURS, acme).stage is Stage.REFUSED
    checked(book, acme, date(2026, 11, 1), *happened("after_hours", told="aloud", kept="each", then="respected"))
    assert book.boundaries.standing(HOURS, acme).stage is Stage.KEPT


@pytest.mark.parametrize(
    "kind", [AnswerKind.DONT_KNOW, AnswerKind.RATHER_NOT_SAY, AnswerKind.SKIPPED, AnswerKind.NOT_APPLICABLE]
)
def test_what_is_left_unsaid_says_nothing_of_a_rung(kind: AnswerKind) -> None:
    answers = {
        each.item: each for each in [*happened("x", told="aloud"), silent("x.kept", kind), silent("x.then", kind)]
    }
    assert rungs_of_sign("x", answers) == [(Rung.TOLD, "aloud")]


@pytest.mark.parametrize("order", [("first", "second"), ("second", "first")])
def test_of_two_signs_of_one_boundary_told_once_is_told_and_kept_is_kept_for_both(order: tuple[str, str]) -> None:
    weighed = tuple(Weighed(sign, "conduct", 1, 1, SignState.UNSTATED, 0.0, 1.0) for sign in order)

    def said(*given: Answer) -> dict[Rung, str]:
        return rungs_by_boundary(weighed, {each.item: each for each in given})["conduct"]

    told = happened("first", told="aloud", kept="each", then="went_on")
    assert said(*told, *happened("second", told="no")) == {Rung.TOLD: "aloud", Rung.KEPT: "check"}
    lapsed = happened("second", told="aloud", kept="rarely", then="refused")
    assert said(*told, *lapsed) == {Rung.TOLD: "aloud", Rung.KEPT: NOT, Rung.REFUSED: "check"}


def test_what_was_taken_back_is_no_event(book: Casebook, acme: int) -> None:
    book.boundaries.move(HOURS, Rung.TOLD, "aloud", acme, date(2026, 10, 1))
    book.boundaries.move(HOURS, Rung.KEPT, NOT, acme, date(2026, 10, 2))
    rows = book.store.rows("SELECT on_day, detail FROM event WHERE noun = 'rung'")
    assert [tuple(row) for row in rows] == [("2026-10-01", "office_hours:told")]


def test_the_matrix_names_what_recurs(book: Casebook, acme: int) -> None:
    other, away = book.clients.add("Borg").id, book.clients.add("Away").id
    for client in (acme, other, away):
        book.boundaries.move("scope", Rung.TOLD, NOT, client)
    book.boundaries.move(HOURS, Rung.TOLD, NOT, acme)
    book.boundaries.move(HOURS, Rung.TOLD, NOT, away)
    book.clients.archive(away)
    matrix = book.boundaries.matrix()
    assert matrix.clients == ((acme, "Acme"), (other, "Borg"))
    assert matrix.mine_to_fix == ("scope",)
    assert (matrix.cells[acme][HOURS].stage, matrix.cells[other][HOURS].stage) == (Stage.NOT_TOLD, Stage.UNKNOWN)


def test_steps_are_dated_once_and_those_already_reached_have_no_day(book: Casebook) -> None:
    book.boundaries.set_term(HOURS, {"days": "Monday to Friday"})
    steps = book.boundaries.open_steps(HOURS)
    rungs = {each.id: (each.rung, each.days) for each in book.boundaries.playbook(HOURS).steps}
    for each in steps:
        rung, days = rungs[each.step]
        assert (each.due_on is None) == (rung is Rung.DECIDED)
        assert each.due_on is None or (each.due_on - TODAY).days == days
    assert book.boundaries.open_steps(HOURS) == steps == book.boundaries.steps(HOURS)
    book.records.undo()
    assert book.boundaries.steps(HOURS) == []


def test_the_last_step_of_a_rung_reaches_it_and_undo_takes_both_back(book: Casebook, acme: int) -> None:
    rungs = {each.id: each.rung for each in book.boundaries.playbook(HOURS).steps}
    told = [each for each in book.boundaries.open_steps(HOURS, acme) if rungs[each.step] is Rung.TOLD]
    for each in told[:-1]:
        book.boundaries.tick(HOURS, each, acme)
        assert not book.boundaries.standing(HOURS, acme).has(Rung.TOLD)
    book.boundaries.tick(HOURS, told[-1], acme)
    assert book.boundaries.standing(HOURS, acme).has(Rung.TOLD)
    book.records.undo()
    assert not book.boundaries.standing(HOURS, acme).has(Rung.TOLD)
    assert [each.done_on for each in book.boundaries.steps(HOURS, acme) if each.id == told[-1].id] == [None]


def test_due_steps_come_up_on_their_day_and_not_for_a_client_put_away(book: Casebook, acme: int) -> None:
    book.boundaries.open_steps(HOURS, acme)
    (first,) = {each.boundary for each in book.boundaries.steps_due()}
    assert first == HOURS
    due = book.boundaries.steps_due()[0]
    assert (due.client, due.step.due_on) == ("Acme", TODAY)
    book.boundaries.put_off(due.step, date(2026, 11, 25))
    assert due.step.id not in {each.step.id for each in book.boundaries.steps_due()}
    later = open_casebook(book.places.database.parent, fixed_clock(datetime(2026, 11, 25, tzinfo=UTC)))
    assert due.step.id in {each.step.id for each in later.boundaries.steps_due()}
    later.clients.archive(acme)
    assert later.boundaries.steps_due() == []
    later.records.close()
