"""One's own limits on a real file: what stands, what a check needs, what its figures answer, how undo works."""

import json
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest

from coach.casebook.book import Casebook, open_casebook
from coach.clock import fixed_clock
from coach.engine.interview.answer import Answer, AnswerKind, chosen, figure, silent
from coach.engine.interview.instrument import Depth, Item
from coach.engine.interview.interview import Interview, Step, StepKind
from coach.engine.value import replace
from coach.engine.verdict.verdict import Outcome
from coach.formats.unreadable import Unreadable

FLOOR = figure("limits.floor", 6000)


def table(book: Casebook, name: str) -> list[dict[str, object]]:
    """The rows of one table, as they are exported."""
    written = StringIO()
    book.records.export(written)
    rows: list[dict[str, object]] = json.loads(written.getvalue())["tables"][name]
    return rows


def test_nothing_stands_before_anything_was_said(book: Casebook) -> None:
    assert book.limits.standing() == {}


def test_a_changed_mind_stands_and_the_old_answer_is_kept(book: Casebook) -> None:
    book.limits.set(FLOOR, silent("limits.buffer", AnswerKind.DONT_KNOW))
    standing = book.limits.set(figure("limits.floor", 7000))
    assert standing == book.limits.standing()
    assert standing["limits.floor"] == figure("limits.floor", 7000)
    assert standing["limits.buffer"].kind is AnswerKind.DONT_KNOW
    assert [row["low"] for row in table(book, "answer") if row["item"] == "limits.floor"] == [6000, 7000]


def test_one_assessment_of_oneself_holds_them_all(book: Casebook) -> None:
    book.limits.set(FLOOR)
    book.limits.set(chosen("limits.country", "NO"))
    (row,) = table(book, "assessment")
    assert (row["client_id"], row["instrument"]) == (None, "limits")
    assert row["concluded_at"] is not None
    assert book.checks.unfinished() == []


def test_two_terminals_share_it(book: Casebook) -> None:
    other = open_casebook(book.places.database.parent, fixed_clock(datetime(2026, 11, 22, tzinfo=UTC)))
    other.limits.set(FLOOR)
    book.limits.set(figure("limits.buffer", 4))
    assert other.limits.standing() == book.limits.standing()
    assert len(table(book, "assessment")) == 1
    other.records.close()


def test_the_same_answer_again_is_no_change(book: Casebook) -> None:
    book.limits.set(FLOOR)
    change = book.records.last_change()
    book.limits.set(FLOOR)
    assert book.records.last_change() == change


def test_undo_takes_back_one_verb_at_a_time(book: Casebook) -> None:
    book.limits.set(FLOOR)
    book.limits.set(figure("limits.floor", 7000), figure("limits.buffer", 4))
    change = book.records.undo()
    assert change is not None
    assert change.verb == "limits"
    assert book.limits.standing() == {"limits.floor": FLOOR}
    book.records.undo()
    assert book.limits.standing() == {}
    assert table(book, "assessment") == []


@pytest.mark.parametrize(
    "wrong", [figure("limits.buffer", 241), figure("limits.until", 1441), figure("limits.floor", 0, 50)]
)
def test_figures_out_of_bounds_are_refused_with_all_that_came_with_them(book: Casebook, wrong: Answer) -> None:
    with pytest.raises(Unreadable, match=r"out_of_range|too_small"):
        book.limits.set(chosen("limits.country", "NO"), wrong)
    assert book.limits.standing() == {}


@pytest.mark.parametrize("wrong", [figure("revenue", 5), chosen("limits.country", "Narnia")])
def test_what_is_not_asked_is_not_kept(book: Casebook, wrong: Answer) -> None:
    with pytest.raises(ValueError, match="not asked"):
        book.limits.set(wrong)


def test_own_words_are_cleaned_on_the_way_in(book: Casebook) -> None:
    book.limits.set(Answer("limits.priorities", AnswerKind.TEXT, text="rest\x1b[2J\u202e" + "x" * 9000))
    kept = book.limits.standing()["limits.priorities"].text
    assert kept.startswith("rest\ufffd[2J")
    assert len(kept) == 400


def item(book: Casebook, name: str) -> Item:
    return book.library.instrument("client-check").items[name]


def test_a_limit_is_missing_until_something_is_said_of_it(book: Casebook) -> None:
    pay = item(book, "pay_level")
    assert book.limits.missing(pay) == ("limits.currency", "limits.floor")
    book.limits.set(Answer("limits.currency", AnswerKind.TEXT, text="EUR"))
    assert book.limits.missing(pay) == ("limits.floor",)
    book.limits.set(silent("limits.floor", AnswerKind.DONT_KNOW))
    assert book.limits.missing(pay) == ()
    assert book.limits.missing(item(book, "stage")) == ()


def test_a_card_is_missing_until_one_of_its_lines_is_answered(book: Casebook) -> None:
    late = item(book, "after_hours")
    assert book.limits.missing(late) == ("limits.days", "limits.from", "limits.until")
    book.limits.set(chosen("limits.days.mon", "no"))
    assert book.limits.missing(late) == ("limits.from", "limits.until")


def test_only_a_question_that_stands_alone_waits_for_limits(book: Casebook) -> None:
    late = item(book, "after_hours")
    assert book.limits.wanted(Step("after_hours", StepKind.ITEM, (late,)))
    assert book.limits.wanted(Step("after_hours", StepKind.ROW, (late,))) == ()
    card = next(
        each for each in Interview.begin(book.library.instrument("client-check"), Depth.FULL).steps() if each.card
    )
    assert book.limits.wanted(card) == ()


FIGURES = (silent("pay_level", AnswerKind.DONT_KNOW), figure("revenue", 200_000), figure("hours", 2400))


def calm(book: Casebook, *given: Answer) -> dict[str, Answer]:
    """A whole full check without trouble, but for what is given."""
    quiet = ("no", "none", "0", "running", "same", "yes", "not_asked")
    run = Interview.begin(
        book.library.instrument("client-check"),
        Depth.FULL,
        {each.item: each for each in (*given, chosen("worth_it", "yes"))},
    )
    while (step := run.step) is not None:
        options = {each.id: next((way for way in quiet if way in each.options), "") for each in step.items}
        run = run.answer(
            *(
                chosen(each, way) if way else silent(each, AnswerKind.NOT_APPLICABLE)
                for each, way in options.items()
                if each not in run.answers
            )
        )
    return dict(run.answers)


def test_figures_below_the_minimum_decide_where_the_owner_did_not_know(book: Casebook) -> None:
    client = book.clients.add("Acme")
    answers = calm(book, *FIGURES, chosen("repriced", "not_asked"))
    assert book.checks.assess(client.id, answers, Depth.FULL).outcome is Outcome.KEEP
    book.limits.set(FLOOR)
    told = book.checks.assess(client.id, answers, Depth.FULL)
    assert (told.outcome, told.rule) == (Outcome.RESET, "below_floor")
    assert told.grounds.sure == (Outcome.RESET,)
    assert told.grounds.open_answers == 0


def test_what_was_reckoned_counts_as_answered_and_is_not_written_down(book: Casebook) -> None:
    client = book.clients.add("Acme")
    before = book.checks.assess(client.id, calm(book, *FIGURES), Depth.FULL)
    book.limits.set(FLOOR)
    after = book.checks.assess(client.id, calm(book, *FIGURES), Depth.FULL)
    assert before.grounds.open_answers == 1
    assert before.grounds.coverage < after.grounds.coverage == 1.0
    kept = [row["kind"] for row in table(book, "answer") if row["item"] == "pay_level"]
    assert kept == ["dont_know", "dont_know"]


def test_the_owner_s_own_word_is_left_as_it_is(book: Casebook) -> None:
    client = book.clients.add("Acme")
    book.limits.set(FLOOR)
    said = replace(FIGURES[0], kind=AnswerKind.OPTION, option="above")
    assert book.checks.assess(client.id, calm(book, said), Depth.FULL).outcome is Outcome.KEEP


def test_figures_ask_whether_a_price_was_spoken_of(book: Casebook) -> None:
    client = book.clients.add("Acme")
    sitting = book.checks.begin(client.id, Depth.FULL)
    known = sitting.at(replace(sitting.interview, answers={each.item: each for each in FIGURES}))
    assert "repriced" in known.interview.asked()
    unknown = {**known.interview.answers, "hours": silent("hours", AnswerKind.DONT_KNOW)}
    assert "repriced" not in replace(known.interview, answers=unknown).asked()


def test_limits_of_one_home_are_not_those_of_another(book: Casebook, tmp_path: Path) -> None:
    book.limits.set(FLOOR)
    other = open_casebook(tmp_path / "elsewhere")
    assert other.limits.standing() == {}
    other.records.close()
