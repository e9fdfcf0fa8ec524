"""Series of a client from checks, check-ins, the log and invoices on a real file."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coach.casebook.book import Casebook
from coach.casebook.trends.measures import Lens
from coach.clock import fixed_clock
from coach.engine.interview.answer import figure
from coach.engine.trend import Direction, direction
from coach.engine.value import replace
from coach.reports.checks import Report
from coach.wording.checks.recommendation import Phrases
from coach.wording.trends import ChangeWords
from tests.casebook.log import billed, checked_in, logged
from tests.full_check import check

TODAY = date(2026, 11, 21)


def values(book: Casebook, client: int, lens: Lens, which: int = 0) -> list[tuple[date, float | None]]:
    return [(point.day, point.value) for point in book.measured(client, lens).series[which].points]


@pytest.fixture
def acme(book: Casebook) -> int:
    early = replace(book, clock=fixed_clock(datetime(2026, 10, 1, 10, tzinfo=UTC)))
    return early.add_client("Acme").id


def test_without_records_there_are_only_points(book: Casebook, acme: int) -> None:
    assert book.lenses(acme) == (Lens.POINTS,)
    assert book.measured(acme, Lens.DREAD).series[0].points == ()
    assert ChangeWords(book.library).picture(book.measured(acme, Lens.DREAD)).startswith("Nothing is recorded")


def test_the_log_is_counted_by_whole_weeks_and_a_quiet_week_is_nothing(book: Casebook, acme: int) -> None:
    logged(book, acme, "after_hours", date(2026, 11, 2), date(2026, 11, 8), date(2026, 11, 17))
    logged(book, acme, "after_hours", date(2026, 11, 10), mine=True)
    assert values(book, acme, Lens.LOG) == [(date(2026, 11, 8), 2), (date(2026, 11, 15), 0)]
    assert values(book, acme, Lens.LOG, 1) == [(date(2026, 11, 8), 0), (date(2026, 11, 15), 1)]
    said = ChangeWords(book.library).picture(book.measured(acme, Lens.LOG))
    assert "2 in 2 weeks" in said and "Too few weeks" in said


def test_check_ins_give_their_own_series_by_the_week(book: Casebook, acme: int) -> None:
    day, before = date(2026, 11, 15), date(2026, 11, 1)
    checked_in(book, acme, before, None, dread=1, unpaid=60, out_of_hours=1)
    checked_in(book, acme, day, before, dread=4, unpaid=90, out_of_hours=2, kept=2)
    assert values(book, acme, Lens.DREAD) == [(before, 1), (day, 4)]
    assert values(book, acme, Lens.UNPAID) == [(before, 1), (day, 1.5)]
    assert values(book, acme, Lens.OUT_OF_HOURS) == [(before, 1), (day, 2)]
    assert values(book, acme, Lens.KEPT_RULES) == [(day, 0)], "kept rarely, so at the foot"
    words = ChangeWords(book.library)
    assert words.picture(book.measured(acme, Lens.KEPT_RULES)).startswith("My rules kept: rarely on")
    assert words.picture(book.measured(acme, Lens.DREAD)).startswith("Dread: neutral on")
    assert values(book, acme, Lens.POINTS) == [], "check-ins add nothing to theirs"
    assert book.lenses_of_all() == (Lens.POINTS, Lens.DREAD, Lens.KEPT_RULES, Lens.OUT_OF_HOURS, Lens.UNPAID)
    assert [each.measure for each in book.measured_of_each(Lens.DREAD).values()] == ["dread"]


def test_an_invoice_counts_the_day_it_was_paid_or_today(book: Casebook, acme: int) -> None:
    billed(book, acme, date(2026, 9, 1), date(2026, 9, 15))
    billed(book, acme, date(2026, 10, 1), date(2026, 9, 28))
    billed(book, acme, date(2026, 11, 1))
    billed(book, acme, date(2026, 12, 1))
    assert values(book, acme, Lens.OVERDUE) == [(date(2026, 9, 15), 14), (date(2026, 9, 28), 0), (TODAY, 20)]


def test_an_hour_is_read_against_my_minimum(book: Casebook) -> None:
    book.set_limits(figure("limits.floor", 6500), book.read_limit("limits.currency", "EUR"))
    told = check(book, "Acme", {"pay_level": "about", "revenue": 200_000, "hours": 50 * 60, "share": 30})
    assert told is not None
    client = book.find_client("Acme").id
    measured = book.measured(client, Lens.RATE)
    assert values(book, client, Lens.RATE) == [(TODAY, 40)] and measured.floor == 65
    said = ChangeWords(book.library, book.currency()).picture(measured)
    assert "EUR 40" in said and "below your minimum of EUR 65" in said
    assert values(book, client, Lens.SHARE) == [(TODAY, 30)]


def test_plain_lines_say_every_measure_there_is(book: Casebook, acme: int) -> None:
    checked_in(book, acme, date(2026, 11, 1), None, dread=1, unpaid=60)
    report, said = Report(Phrases(book.library), book.library.words), ChangeWords(book.library)
    text = report.measured(book.measured_beside(acme), said)
    assert text.splitlines()[1:] == [
        "Also recorded:",
        "- Dread: neutral on 1 November 2026. A second one makes a trend.",
        "- Unpaid time, a week: 1 h on 1 November 2026. A second one makes a trend.",
    ]
    assert report.measured([], said) == ""


def test_four_points_name_a_direction_and_three_do_not(book: Casebook, acme: int) -> None:
    words = ChangeWords(book.library)
    for place in range(4):
        checked_in(book, acme, TODAY - timedelta(weeks=4 - place), None, dread=place)
        said = words.picture(book.measured(acme, Lens.DREAD))
        assert ("rising" in said) == (place == 3)


def test_sparse_counts_head_somewhere_by_the_month(book: Casebook) -> None:
    early = replace(book, clock=fixed_clock(datetime(2026, 1, 5, 10, tzinfo=UTC)))
    client = early.add_client("Acme").id
    # Four weeks without any, four with one, four with two, four with three: single weeks hold nothing or one.
    logged(book, client, "office_hours", date(2026, 7, 27))
    for month in range(4):
        first = date(2026, 7, 27) + timedelta(weeks=4 * month)
        logged(book, client, "after_hours", *[first + timedelta(weeks=each) for each in range(month)])
    words, series = ChangeWords(book.library), book.measured(client, Lens.LOG).series[0]
    assert direction(series, 0.25) is Direction.STEADY
    assert words.heading(Lens.LOG, series) is Direction.RISING
