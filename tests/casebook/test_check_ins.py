"""Check-ins on real records: what is due, what is kept, what it comes to, and how the rhythm is changed."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.clock import fixed_clock
from coach.engine.cadence import Every, Occasion
from coach.engine.interview.answer import Answer, AnswerKind, chosen, figure, silent
from coach.engine.pulse import DREAD, FIXED, HOURS, KEPT, OUT_OF_HOURS, OVERDUE, REVENUE, SEEN, UNPAID
from coach.engine.verdict.outcome import Outcome
from coach.formats.unreadable import Unreadable
from coach.store.turns import PULSE
from tests.shared.checks import KEPT as WENT_ON
from tests.shared.checks import check

TODAY = date(2026, 11, 21)  # a Saturday


def on(book: Casebook, day: date) -> Casebook:
    return book.replaced(clock=fixed_clock(datetime(day.year, day.month, day.day, 10, tzinfo=UTC)))


def whole(count: int = 2, minutes: int = 30, dread: str = "wary", kept: str = "mostly") -> tuple[Answer, ...]:
    return figure(OUT_OF_HOURS, count), figure(UNPAID, minutes), chosen(DREAD, dread), chosen(KEPT, kept)


@pytest.fixture
def acme(book: Casebook) -> int:
    """A client checked four weeks and a day ago, with things to watch, and a last try decided on."""
    told = check(
        book, "Acme", {"after_hours": WENT_ON, "scope_creep": WENT_ON, "stalling": ("1", "no")}, date(2026, 10, 23)
    )
    assert told.assessment.client_id is not None
    book.checks.decide(told, Outcome.RESET, "", None)
    return told.assessment.client_id


def values(book: Casebook, client: int, measure: str) -> list[float | None]:
    return [point.value for point in book.trends.of(client, (measure,), PULSE)[0].points]


def test_nobody_is_due_before_a_first_check_and_everyone_comes_round_after_it(book: Casebook, acme: int) -> None:
    book.clients.add("New")
    assert [each.name for each in book.rhythms.round() if each.now(TODAY)] == []
    later = on(book, TODAY + timedelta(days=6))
    assert [each.name for each in later.rhythms.round() if each.now(later.clock.today())] == ["Acme"]
    assert [each.name for each in later.check_ins.of_day()] == ["Acme"]


def test_each_value_is_on_disk_at_once_and_the_last_fixed_one_finishes(book: Casebook, acme: int) -> None:
    for given in whole()[:3]:
        found = book.check_ins.record(acme, given)
        assert not found.place.done and found.answers[given.item] == given
    assert values(book, acme, DREAD) == []
    found = book.check_ins.record(acme, whole()[3])
    assert found.place.done and found.finished
    assert values(book, acme, DREAD) == [2.0] and values(book, acme, KEPT) == [1.0]
    assert book.check_ins.one(acme).answers == found.answers
    assert found.place.due is not None and found.place.due.on_day > TODAY


def test_counts_are_told_by_the_week_they_speak_of(book: Casebook, acme: int) -> None:
    book.check_ins.record(acme, *whole(2), on_day=TODAY - timedelta(days=14))
    book.check_ins.record(acme, *whole(6, 90))
    assert values(book, acme, OUT_OF_HOURS)[1] == 3.0
    assert values(book, acme, UNPAID)[1] == 45.0


def test_a_changed_mind_changes_the_figure_and_one_taken_back_takes_it_away(book: Casebook, acme: int) -> None:
    book.check_ins.record(acme, *whole(7))
    book.check_ins.record(acme, silent(DREAD, AnswerKind.DONT_KNOW))
    assert values(book, acme, DREAD) == []
    book.check_ins.record(acme, chosen(DREAD, "dread"))
    assert values(book, acme, DREAD) == [4.0]
    assert len(values(book, acme, OUT_OF_HOURS)) == 1
    book.records.undo()
    assert values(book, acme, DREAD) == []


def test_nothing_to_keep_to_has_no_figure(book: Casebook, acme: int) -> None:
    book.check_ins.record(acme, *whole(kept="nothing"))
    assert values(book, acme, KEPT) == [] and values(book, acme, DREAD) == [2.0]


def test_last_times_dread_is_shown_only_beside_a_new_one(book: Casebook, acme: int) -> None:
    book.check_ins.record(acme, *whole(dread="tense"), on_day=TODAY - timedelta(days=7))
    assert book.check_ins.record(acme, figure(OUT_OF_HOURS, 1)).last == ""
    assert book.check_ins.record(acme, chosen(DREAD, "at_ease")).last == "tense"


def test_the_heaviest_signs_of_the_last_full_check_are_watched_until_the_next(book: Casebook, acme: int) -> None:
    assert book.check_ins.watched(acme) == ("scope_creep", "stalling")
    assert list(book.check_ins.items(acme)) == [*FIXED, f"{SEEN}scope_creep", f"{SEEN}stalling", "pulse.note"]
    book.check_ins.record(acme, *whole(), figure(f"{SEEN}scope_creep", 4))
    assert values(book, acme, f"{SEEN}scope_creep") != []
    check(book, "Acme", {"stalling": WENT_ON}, TODAY)
    assert book.check_ins.watched(acme) == ("stalling",)


def test_money_is_asked_only_where_it_is_tracked(book: Casebook, acme: int) -> None:
    assert HOURS not in book.check_ins.items(acme)
    with pytest.raises(ValueError, match="hours"):
        book.check_ins.record(acme, figure(HOURS, 600))
    book.rhythms.track_money(True)
    book.check_ins.record(acme, *whole(), figure(HOURS, 600), figure(REVENUE, 50_000))
    assert values(book, acme, REVENUE) == [50_000.0]


def test_what_is_overdue_comes_from_the_invoices(book: Casebook, acme: int) -> None:
    book.check_ins.record(acme, *whole(), on_day=TODAY - timedelta(days=30))
    assert values(book, acme, OVERDUE) == []
    book.invoices.add(acme, 48_000, TODAY - timedelta(days=9))
    book.invoices.add(acme, 12_000, TODAY + timedelta(days=9))
    book.check_ins.record(acme, *whole())
    assert values(book, acme, OVERDUE) == [9.0]
    book.invoices.pay(acme, book.invoices.of(acme)[0].id, TODAY)
    assert [each.amount for each in book.invoices.of(acme, open_only=True)] == [12_000]
    with pytest.raises(Refused):
        book.invoices.add(acme, 0, TODAY)


def test_what_was_left_unfinished_is_gone_on_with_on_another_day(book: Casebook, acme: int) -> None:
    book.check_ins.record(acme, figure(OUT_OF_HOURS, 5))
    later = on(book, TODAY + timedelta(days=2))
    assert later.check_ins.one(acme).answers[OUT_OF_HOURS].low == 5
    assert later.check_ins.record(acme, *whole(5)).place.done
    assert [point.day for point in later.trends.of(acme, (DREAD,), PULSE)[0].points] == [TODAY + timedelta(days=2)]


@pytest.mark.parametrize("given", [figure(OUT_OF_HOURS, 1000), figure(UNPAID, 10_081)])
def test_a_figure_out_of_bounds_keeps_nothing(book: Casebook, acme: int, given: Answer) -> None:
    with pytest.raises(Unreadable, match="out_of_range"):
        book.check_ins.record(acme, given)
    assert book.check_ins.one(acme).answers == {}


def test_no_check_in_speaks_of_a_day_to_come(book: Casebook, acme: int) -> None:
    with pytest.raises(Refused):
        book.check_ins.record(acme, *whole(), on_day=TODAY + timedelta(days=1))


def test_a_rhythm_that_was_chosen_stands_and_can_be_given_back(book: Casebook, acme: int) -> None:
    def place() -> tuple[Every, bool, int | None]:
        (found,) = book.rhythms.round()
        return found.rhythm.every, found.chosen, None if found.due is None else found.due.on_day.weekday()

    assert place() == (Every.WEEKLY, False, 4)
    book.rhythms.set(acme, Every.MONTHLY, 1)
    assert place() == (Every.MONTHLY, True, 1)
    book.rhythms.set(acme, Every.NEVER)
    assert place() == (Every.NEVER, True, None)
    with pytest.raises(Refused):
        book.rhythms.skip(acme)
    book.rhythms.set(acme, None)
    assert place() == (Every.WEEKLY, False, 1)


def test_skipped_and_put_off_are_kept_apart_from_missed(book: Casebook, acme: int) -> None:
    later = on(book, TODAY + timedelta(days=40))
    (before,) = later.rhythms.round()
    assert before.due is not None and before.due.missed >= 2 and before.slower is Every.FORTNIGHTLY
    later.rhythms.skip(acme, "their summer break")
    (after,) = later.rhythms.round()
    assert after.due is not None and not after.now(later.clock.today()) and after.due.missed == 0
    later.rhythms.snooze(acme, later.clock.today() + timedelta(days=12))
    (put_off,) = later.rhythms.round()
    assert put_off.due is not None and put_off.due.on_day == later.clock.today() + timedelta(days=12)
    with pytest.raises(Refused):
        later.rhythms.snooze(acme, later.clock.today())


def test_nothing_is_due_on_days_off(book: Casebook, acme: int) -> None:
    later = on(book, TODAY + timedelta(days=10))
    later.rhythms.set_holidays((TODAY, TODAY + timedelta(days=20)))
    (found,) = later.rhythms.round()
    assert found.due is not None and found.due.on_day == TODAY + timedelta(days=21)
    assert later.rhythms.holidays() == ((TODAY, TODAY + timedelta(days=20)),)
    with pytest.raises(Refused):
        later.rhythms.set_holidays((TODAY, TODAY - timedelta(days=1)))


def test_a_full_check_is_proposed_after_a_try_and_after_a_reason_to_stop(book: Casebook, acme: int) -> None:
    def why() -> Occasion | None:
        return book.rhythms.round()[0].whole

    assert why() is None
    with book.store.write("try", book.clock.now(), acme) as writer:
        row = {"client_id": acme, "starts": "2026-10-24", "ends": "2026-11-20", "outcome": "followed"}
        writer.insert("reset", {**row, "ended_on": "2026-11-20"})
    assert why() is Occasion.TRY_ENDED
    with book.store.write("log", book.clock.now(), acme) as writer:
        writer.insert("incident", {"client_id": acme, "type": "degrading", "mine": 0, "on_day": "2026-11-20"})
    assert why() is Occasion.REASON_TO_STOP
    check(book, "Acme", {}, TODAY)
    assert why() is None


def test_a_try_that_runs_asks_for_every_week_from_its_first_day(book: Casebook) -> None:
    told = check(book, "Calm", {}, TODAY - timedelta(days=20))
    client = told.assessment.client_id
    assert client is not None and book.rhythms.round()[0].rhythm.every is Every.MONTHLY
    with book.store.write("try", book.clock.now(), client) as writer:
        writer.insert("reset", {"client_id": client, "starts": "2026-11-21", "ends": "2026-12-19", "outcome": ""})
    (found,) = book.rhythms.round()
    assert found.rhythm.every is Every.WEEKLY and found.due is not None
    assert found.due.on_day == date(2026, 11, 27)


def test_a_client_put_away_is_not_asked_about(book: Casebook, acme: int) -> None:
    book.clients.archive(acme)
    assert book.rhythms.round() == ()
    with pytest.raises(Refused):
        book.check_ins.record(acme, *whole())
