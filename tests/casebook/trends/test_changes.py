"""What changed, read from a real file: boundaries before and after, my slips beside theirs, what followed decisions."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coach.casebook.book import Casebook
from coach.casebook.trends.changes import told_on
from coach.clock import fixed_clock
from coach.engine.before_after import Finding
from coach.engine.boundary import NOT, Move, Rung
from coach.engine.verdict.outcome import Outcome
from coach.wording.trends import TrendWording
from tests.shared.checks import KEPT, check
from tests.shared.log import logged

TODAY = date(2026, 11, 21)
TOLD = TODAY - timedelta(weeks=10)


def weeks(*offsets: int) -> list[date]:
    """Days so many weeks from the day the rule was told, and one day on."""
    return [TOLD + timedelta(weeks=each, days=1) for each in offsets]


@pytest.fixture
def acme(book: Casebook) -> int:
    early = book.replaced(clock=fixed_clock(datetime(2026, 1, 5, 10, tzinfo=UTC)))
    return early.clients.add("Acme").id


def test_a_boundary_is_compared_by_the_entries_of_its_signs(book: Casebook, acme: int) -> None:
    logged(book, acme, "scope_creep", *weeks(*range(-12, 0)), *weeks(2))
    logged(book, acme, "", *weeks(3))
    logged(book, acme, "scope_creep", *weeks(4, 5, 6, 7, 8), mine=True)
    logged(book, acme, "after_hours", *weeks(4, 5, 6))
    assert book.changes.boundaries(acme) == ()
    book.boundaries.move("scope", Rung.TOLD, "writing", acme, TOLD)
    (found,) = book.changes.boundaries(acme)
    compared = found.compared
    assert (found.boundary, compared.weeks, compared.before, compared.after) == ("scope", 10, 10, 1)
    assert compared.finding is Finding.FEWER
    sentence, figures = TrendWording(book.library).change(found)
    assert "less often" in sentence and "10 in the 10 weeks before, 1 in the 10 weeks after" in sentence
    assert "A week: 1 before, 0.1 after, which is 10% of what it was" in figures and "once in 100 times" in figures


def test_an_entry_taken_out_or_replaced_is_not_counted(book: Casebook, acme: int) -> None:
    book.boundaries.move("scope", Rung.TOLD, "writing", acme, TOLD)
    logged(book, acme, "scope_creep", *weeks(-12, -9, -8))
    with book.store.write("log", book.clock.now(), acme) as writer:
        row = {"client_id": acme, "type": "scope_creep", "mine": 0, "on_day": weeks(-7)[0].isoformat()}
        first = writer.insert("incident", row)
        writer.insert("incident", {**row, "replaces": first, "on_day": weeks(-6)[0].isoformat()})
        writer.insert("incident", {**row, "deleted_at": book.clock.now().isoformat()})
    assert book.changes.boundaries(acme)[0].compared.before == 3


def test_a_log_begun_lately_is_too_few_weeks_to_say(book: Casebook, acme: int) -> None:
    book.boundaries.move("scope", Rung.TOLD, "writing", acme, TOLD)
    logged(book, acme, "scope_creep", *weeks(-2, -1, 1, 2, 3, 4, 5))
    (found,) = book.changes.boundaries(acme)
    assert found.compared.finding is Finding.TOO_FEW
    sentence, figures = TrendWording(book.library).change(found)
    assert "too few weeks to say" in sentence and figures == ""


def test_being_told_again_does_not_move_the_day_but_taking_it_back_does() -> None:
    days = [date(2026, 3, day) for day in (1, 2, 3, 4)]
    said = [
        Move("scope", Rung.TOLD, how, day) for how, day in zip(("aloud", "writing", NOT, "aloud"), days, strict=True)
    ]
    assert told_on("scope", said[:2]) == days[0]
    assert told_on("scope", said[:3]) is None
    assert told_on("scope", said) == days[3]
    assert told_on("channels", said) is None


def test_my_slips_stand_beside_their_incidents(book: Casebook, acme: int) -> None:
    days = [TODAY - timedelta(days=each) for each in (3, 10, 17, 24, 31, 38, 45)]
    logged(book, acme, "after_hours", *days[:3])
    logged(book, acme, "after_hours", *days, mine=True)
    both = book.changes.both_sides(acme)
    assert (both.weeks, both.incidents, both.slips, both.recurring) == (6, 3, 6, ())
    said = TrendWording(book.library).both(both)
    assert "3 of theirs, 6 of yours" in said[0] and "Begin with yours" in said[1]


@pytest.mark.parametrize(("back", "said"), [(12, "in the last week, on"), (20, "in the last 2 weeks, on")])
def test_weeks_in_which_nothing_was_logged_are_counted_in_words(book: Casebook, back: int, said: str) -> None:
    early = book.replaced(clock=fixed_clock(datetime(2026, 11, 21, 10, tzinfo=UTC) - timedelta(days=back)))
    late = early.clients.add("Late").id
    logged(book, late, "after_hours", TODAY - timedelta(days=back))
    assert said in TrendWording(book.library).both(book.changes.both_sides(late))[0]


def test_the_same_slip_at_several_clients_is_named_once(book: Casebook, acme: int) -> None:
    other, away = book.clients.add("Beta").id, book.clients.add("Gamma").id
    for client in (acme, other, away):
        logged(book, client, "after_hours", TODAY - timedelta(days=8), mine=True)
    logged(book, acme, "answered_outside", TODAY - timedelta(days=9), mine=True)
    logged(book, acme, "scope_creep", TODAY - timedelta(days=9), mine=True)
    book.clients.archive(away)
    (found,) = book.changes.both_sides(acme).recurring
    assert (found.boundary, found.times, found.clients) == ("office_hours", 3, 2)
    assert book.changes.both_sides(other).recurring == (found,)


def test_a_log_of_less_than_a_week_says_nothing_yet(book: Casebook, acme: int) -> None:
    logged(book, acme, "after_hours", TODAY)
    assert book.changes.both_sides(acme).weeks == 0


def test_what_followed_a_decision_is_the_check_of_the_next_one(book: Casebook) -> None:
    days = [date(2026, month, 2) for month in (3, 5, 7, 9)]
    for day, often in zip(days, ("3", "3", "2", "1"), strict=True):
        there = book.replaced(clock=fixed_clock(datetime(day.year, day.month, day.day, 10, tzinfo=UTC)))
        told = check(there, "Acme", {"scope_creep": (often, *KEPT[1:])})
        if day != days[1]:
            there.checks.decide(told, Outcome.KEEP, "", None)
    found = book.changes.followed(book.clients.find("Acme").id)
    assert [each.entry.told.assessment.on_day for each in found] == [days[3], days[2], days[0]]
    assert [each.later.assessment.on_day if each.later else None for each in found] == [None, days[3], days[2]]
    assert [each.moved for each in found] == [None, -2.0, -2.0]
    assert [each.agreed for each in found] == [True, True, False]
    said = TrendWording(book.library).followed(found[2])
    assert "recommended last try; you decided keep" in said and "had fallen from 6 to 4 points" in said
