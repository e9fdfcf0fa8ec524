"""Series of a client from checks, check-ins, the log and invoices on a real file."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coach.casebook.book import Casebook
from coach.casebook.trends.trends import Measure
from coach.clock import fixed_clock
from coach.engine.interview.answer import figure
from coach.engine.trend import Direction, direction
from coach.reports.trends import measured_text
from coach.wording.trends import TrendWording
from tests.shared.book import EUROS
from tests.shared.checks import check
from tests.shared.log import billed, checked_in, logged

TODAY = date(2026, 11, 21)


def values(book: Casebook, client: int, measure: Measure, which: int = 0) -> list[tuple[date, float | None]]:
    return [(point.day, point.value) for point in book.trends.measured(client, measure).series[which].points]


@pytest.fixture
def acme(book: Casebook) -> int:
    early = book.replaced(clock=fixed_clock(datetime(2026, 10, 1, 10, tzinfo=UTC)))
    return early.clients.add("Acme").id


def test_without_records_there_are_only_points(book: Casebook, acme: int) -> None:
    assert book.trends.measures(acme) == (Measure.POINTS,)
    assert book.trends.measured(acme, Measure.DREAD).series[0].points == ()
    assert (
        TrendWording(book.library).picture(book.trends.measured(acme, Measure.DREAD)).startswith("Nothing is recorded")
    )


def test_the_log_is_counted_by_whole_weeks_and_a_quiet_week_is_nothing(book: Casebook, acme: int) -> None:
    logged(book, acme, "after_hours", date(2026, 11, 2), date(2026, 11, 8), date(2026, 11, 17))
    logged(book, acme, "after_hours", date(2026, 11, 10), mine=True)
    assert values(book, acme, Measure.LOG) == [(date(2026, 11, 8), 2), (date(2026, 11, 15), 0)]
    assert values(book, acme, Measure.LOG, 1) == [(date(2026, 11, 8), 0), (date(2026, 11, 15), 1)]
    said = TrendWording(book.library).picture(book.trends.measured(acme, Measure.LOG))
    assert "2 in 2 weeks" in said and "Too few weeks" in said


def test_check_ins_give_their_own_series_by_the_week(book: Casebook, acme: int) -> None:
    day, before = date(2026, 11, 15), date(2026, 11, 1)
    checked_in(book, acme, before, None, dread=1, unpaid=60, out_of_hours=1)
    checked_in(book, acme, day, before, dread=4, unpaid=90, out_of_hours=2, kept=2)
    assert values(book, acme, Measure.DREAD) == [(before, 1), (day, 4)]
    assert values(book, acme, Measure.UNPAID) == [(before, 1), (day, 1.5)]
    assert values(book, acme, Measure.OUT_OF_HOURS) == [(before, 1), (day, 2)]
    assert values(book, acme, Measure.KEPT_RULES) == [(day, 0)], "kept rarely, so at the foot"
    words = TrendWording(book.library)
    assert words.picture(book.trends.measured(acme, Measure.KEPT_RULES)).startswith("My rules kept: rarely on")
    assert words.picture(book.trends.measured(acme, Measure.DREAD)).startswith("Dread: neutral on")
    assert values(book, acme, Measure.POINTS) == [], "check-ins add nothing to theirs"
    assert book.trends.measures_of_all() == (
        Measure.POINTS,
        Measure.DREAD,
        Measure.KEPT_RULES,
        Measure.OUT_OF_HOURS,
        Measure.UNPAID,
    )
    assert [each.measure for each in book.trends.measured_of_each(Measure.DREAD).values()] == ["dread"]


def test_an_invoice_counts_the_day_it_was_paid_or_today(book: Casebook, acme: int) -> None:
    billed(book, acme, date(2026, 9, 1), date(2026, 9, 15))
    billed(book, acme, date(2026, 10, 1), date(2026, 9, 28))
    billed(book, acme, date(2026, 11, 1))
    billed(book, acme, date(2026, 12, 1))
    assert values(book, acme, Measure.OVERDUE) == [(date(2026, 9, 15), 14), (date(2026, 9, 28), 0), (TODAY, 20)]


def test_an_hour_is_read_against_my_minimum(book: Casebook) -> None:
    book.limits.set(figure("limits.floor", 6500), EUROS)
    told = check(book, "Acme", {"pay_level": "about", "revenue": 200_000, "hours": 50 * 60, "share": 30})
    assert told is not None
    client = book.clients.find("Acme").id
    measured = book.trends.measured(client, Measure.RATE)
    assert values(book, client, Measure.RATE) == [(TODAY, 40)] and measured.floor == 65
    said = TrendWording(book.library, book.limits.currency()).picture(measured)
    assert "EUR 40" in said and "below your minimum of EUR 65" in said
    assert values(book, client, Measure.SHARE) == [(TODAY, 30)]


def test_plain_lines_say_every_measure_there_is(book: Casebook, acme: int) -> None:
    checked_in(book, acme, date(2026, 11, 1), None, dread=1, unpaid=60)
    wording = TrendWording(book.library)
    text = measured_text(wording, book.trends.measured_beside(acme))
    assert text.splitlines()[1:] == [
        "Also recorded:",
        "- Dread: neutral on 1 November 2026. A second one makes a trend.",
        "- Unpaid time, a week: 1 h on 1 November 2026. A second one makes a trend.",
    ]
    assert measured_text(wording, []) == ""


def test_four_points_name_a_direction_and_three_do_not(book: Casebook, acme: int) -> None:
    words = TrendWording(book.library)
    for place in range(4):
        checked_in(book, acme, TODAY - timedelta(weeks=4 - place), None, dread=place)
        said = words.picture(book.trends.measured(acme, Measure.DREAD))
        assert ("rising" in said) == (place == 3)


def test_sparse_counts_head_somewhere_by_the_month(book: Casebook) -> None:
    early = book.replaced(clock=fixed_clock(datetime(2026, 1, 5, 10, tzinfo=UTC)))
    client = early.clients.add("Acme").id
    # Four weeks without any, four with one, four with two, four with three: single weeks hold nothing or one.
    logged(book, client, "office_hours", date(2026, 7, 27))
    for month in range(4):
        first = date(2026, 7, 27) + timedelta(weeks=4 * month)
        logged(book, client, "after_hours", *[first + timedelta(weeks=each) for each in range(month)])
    words, series = TrendWording(book.library), book.trends.measured(client, Measure.LOG).series[0]
    assert direction(series, 0.25) is Direction.STEADY
    assert words.heading(Measure.LOG, series) is Direction.RISING
