"""Check-ins in typed lines: the questions, their letters, and how often they come."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coach.casebook.book import Casebook
from coach.clock import fixed_clock
from coach.engine.cadence import Every
from coach.engine.interview.answer import AnswerKind
from coach.engine.pulse import DREAD, KEPT, NOTE, OUT_OF_HOURS, SEEN, UNPAID
from tests.prompts.scripted import Script, at_menu, offered
from tests.shared.book import TODAY
from tests.shared.checks import KEPT as WENT_ON
from tests.shared.checks import check


@pytest.fixture
def due(book: Casebook) -> Casebook:
    """Acme, checked three weeks ago, with one thing to watch; due today."""
    check(book, "Acme", {"scope_creep": WENT_ON}, TODAY - timedelta(weeks=3))
    return book


def run(book: Casebook, *lines: str) -> Script:
    script = Script(*lines)
    assert script.shell(book).run(lambda shell: shell.check_ins.through(None, None)) == 0
    return script


def test_everything_is_asked_once_and_kept(due: Casebook) -> None:
    script = run(due, "2", "45", "?", "3", "1", "4", "calm but long")
    answers = due.check_ins.one(1).answers
    assert (answers[OUT_OF_HOURS].low, answers[UNPAID].low, answers[DREAD].option) == (2, 45, "wary")
    assert (answers[KEPT].option, answers[f"{SEEN}scope_creep"].low, answers[NOTE].text) == ("each", 4, "calm but long")
    assert "The body often knows before the figures do." in script.text
    assert "Saved: Acme. The next one comes on 27 November 2026." in script.said


def test_letters_leave_go_back_and_say_nothing(due: Casebook) -> None:
    script = run(due, "", "x", "2", "d", "b", "30", "q")
    answers = due.check_ins.one(1).answers
    assert answers[UNPAID].low == 30 and answers[OUT_OF_HOURS].low == 2
    assert "Left here. What you said is saved." in script.said
    assert run(due, "", "s", "1", "1", "d", "").said[-1].startswith("Saved: Acme.")
    assert due.check_ins.one(1).answers[UNPAID].kind is AnswerKind.SKIPPED
    assert run(due).said == ["No check-in is due."]


@pytest.mark.parametrize("letter", ["b", "q", "d", "n", "s"])
def test_a_lone_letter_is_a_note_and_only_the_sign_goes_back(due: Casebook, letter: str) -> None:
    script = run(due, "<", "2", "45", "3", "1", "4", "<", "5", "?", letter)
    answers = due.check_ins.one(1).answers
    assert answers[NOTE].text == letter and answers[f"{SEEN}scope_creep"].low == 5
    assert "In half a year the figure will still be there" in script.text and not script.lines


@pytest.mark.parametrize(
    ("place", "line", "said"),
    [
        (0, "abc", "read that number. Try 12 or 1,200. It has to lie between 0 and 999."),
        (0, "5000", "It has to lie between 0 and 999."),
        (1, "1,5", "A whole number is needed here, such as 12. It has to lie between 0 and 10080."),
        (1, "EUR 500", "read that length of time. Try 1:30, 90 min or 1.5 h. It has to lie between 0 and 10080."),
    ],
)
def test_a_figure_mistyped_is_asked_again_with_its_range(due: Casebook, place: int, line: str, said: str) -> None:
    script = run(due, *["1"] * place, line, "q")
    assert said in script.text and not script.lines
    assert len(due.check_ins.one(1).answers) == place


def test_last_times_answer_is_read_out_after_this_times(due: Casebook) -> None:
    run(due, "0", "0", "5", "1", "0", "")
    later = due.replaced(clock=fixed_clock(datetime(2026, 12, 12, 9, tzinfo=UTC)))
    said = run(later, "0", "0", "2", "1", "0", "").said
    assert said.index("Last time: dread.") > said.index("5  dread")


def test_the_rhythm_days_off_and_invoices_from_the_menu(due: Casebook) -> None:
    entry = "How often check-ins come"
    at_menu(due, offered(due, entry), "1", "1", "4", "3", "q")
    assert (due.rhythms.round()[0].rhythm.every, due.rhythms.round()[0].rhythm.weekday) == (Every.MONTHLY, 2)
    at_menu(due, offered(due, entry), "1", "2", "nonsense", "5d", "40d", "q")
    found = due.rhythms.round()[0].due
    assert found is not None and found.on_day == TODAY + timedelta(days=40)
    assert "Left out." in at_menu(due, offered(due, entry), "1", "3", "q", "q").text
    at_menu(due, offered(due, entry), "1", "4", "0", "480", "2026-11-01", "q")
    assert [each.amount for each in due.invoices.of(1, open_only=True)] == [48_000]
    at_menu(due, offered(due, entry), "1", "5", "1", "q")
    assert due.invoices.of(1, open_only=True) == []
    at_menu(due, offered(due, entry), "2", "20 Dec", "2026-12-19", "4 Jan", "q")
    assert due.rhythms.holidays() == ((date(2026, 12, 20), date(2027, 1, 4)),)
    at_menu(due, offered(due, entry), "2", "-", "q")
    assert due.rhythms.holidays() == ()
