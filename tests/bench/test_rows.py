"""The records of the bench are what the bench says of them, and records the coach can read."""

from pathlib import Path

from coach.casebook.book import open_casebook
from tests.bench.goals import goals
from tests.bench.rows import CHECKS, DEMO, LONGEST, WEEKS, fill
from tests.whole.records import rows


def test_the_records_hold_as_much_as_is_said(tmp_path: Path) -> None:
    home = tmp_path / "records"
    fill(home, DEMO)
    kept = dict(rows(home, "SELECT instrument, count(*) FROM assessment WHERE client_id IS NOT NULL GROUP BY 1"))
    # The one more is the check that was begun.
    assert kept == {"client-check": WEEKS + CHECKS * (DEMO.clients - 1) + 1, "pulse": DEMO.clients * DEMO.check_ins}
    book = open_casebook(home)
    today = book.overview.today()
    longest = book.overview.page(book.clients.find(LONGEST).id)
    assert (len(today.lines), len(today.resume)) == (DEMO.clients, 1)
    assert (len(longest.history), len(longest.series[0].points)) == (WEEKS, WEEKS)
    book.records.close()


def test_a_goal_is_held_by_medians_and_each_screen_has_one() -> None:
    found = {name: [10.0, 1.0, 100.0] for name in ("hello key", "hello start", "widgets start", "today start")}
    by_name = {goal.measure: goal for goal in goals({**found, "key today": [13.0, 1.0, 900.0], "key ask": [15.0]})}
    assert by_name["key today"].ratio({**found, "key today": [13.0, 1.0, 900.0]}) == 1.3
    assert by_name["key ask"].ratio({**found, "key ask": [15.0]}) == 1.5
