"""Last tries on a real file: begun, ended, undone, held side by side, and what a failed one does to the next check."""

from datetime import UTC, date, datetime

import pytest

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.clock import fixed_clock
from coach.engine.reset import Ending, MyPart
from coach.engine.verdict.outcome import Outcome
from tests.shared.checks import KEPT, check

TODAY = date(2026, 11, 21)


def on(book: Casebook, day: date) -> Casebook:
    """The same records on another day."""
    return book.replaced(clock=fixed_clock(datetime(day.year, day.month, day.day, 10, tzinfo=UTC)))


@pytest.fixture
def acme(book: Casebook) -> int:
    return book.clients.add("Acme").id


def test_a_try_runs_four_weeks_from_today_where_nothing_else_is_said(book: Casebook, acme: int) -> None:
    begun = book.tries.begin(acme, ["scope", "scope", "revision_rounds"], "I finish the page\x1b and leave.")
    assert begun.reset.rules == ("revision_rounds", "scope")
    assert (begun.reset.starts, begun.reset.ends) == (TODAY, date(2026, 12, 19))
    assert begun.reset.follows == "I finish the page\ufffd and leave."
    assert book.tries.running_with(acme) == begun
    assert [(each.client, each.kept.id) for each in book.tries.running()] == [("Acme", begun.id)]


@pytest.mark.parametrize(
    ("rules", "ends", "starts", "key"),
    [
        ([], None, None, "try_no_rule"),
        (["scope", "channels", "process", "no_show"], None, None, "try_rules"),
        (["scope"], TODAY, None, "try_backwards"),
        (["scope"], date(2026, 11, 1), date(2026, 10, 1), "day_past"),
        (["nonsense"], None, None, "boundary_unknown"),
    ],
)
def test_what_cannot_be_a_try_is_refused_and_nothing_is_kept(
    book: Casebook, acme: int, rules: list[str], ends: date | None, starts: date | None, key: str
) -> None:
    with pytest.raises(Refused, match=key):
        book.tries.begin(acme, rules, ends=ends, starts=starts)
    assert book.tries.of(acme) == []


def test_one_try_at_a_time_and_undo_takes_it_back(book: Casebook, acme: int) -> None:
    book.tries.begin(acme, ["scope"])
    with pytest.raises(Refused, match="try_running"):
        book.tries.begin(acme, ["channels"])
    undone = book.records.undo()
    assert undone is not None and undone.verb == "start_reset"
    assert book.tries.running_with(acme) is None and book.tries.begin(acme, ["channels"]).reset.rules == ("channels",)


def test_it_ends_by_its_rules_and_undo_lets_it_run_again(book: Casebook, acme: int) -> None:
    begun = book.tries.begin(acme, ["scope", "channels"])
    with pytest.raises(Refused, match="try_rule_open"):
        book.tries.end(begun.id, {"scope": Ending.FOLLOWED}, MyPart.KEPT)
    ended = book.tries.end(begun.id, {"scope": Ending.FOLLOWED, "channels": Ending.NOT_FOLLOWED}, MyPart.PARTLY)
    assert (ended.reset.ending, ended.reset.mine, ended.reset.ended_on) == (Ending.PARTLY, MyPart.PARTLY, TODAY)
    assert ended.reset.by_rule == {"scope": Ending.FOLLOWED, "channels": Ending.NOT_FOLLOWED}
    assert book.tries.running_with(acme) is None
    with pytest.raises(Refused, match="try_ended"):
        book.tries.stop(begun.id)
    book.records.undo()
    running = book.tries.running_with(acme)
    assert running is not None and running.reset.by_rule == {}


def test_a_stopped_try_says_nothing_of_anybody(book: Casebook, acme: int) -> None:
    stopped = book.tries.stop(book.tries.begin(acme, ["scope"]).id)
    assert (stopped.reset.ending, stopped.reset.mine) == (Ending.STOPPED, None)
    assert book.checks.context(acme).failed == frozenset()


@pytest.mark.parametrize(
    ("ending", "mine", "signs", "outcome"),
    [
        (Ending.NOT_FOLLOWED, MyPart.KEPT, "scope_creep", Outcome.PLAN_EXIT),
        (Ending.NOT_FOLLOWED, MyPart.NOT_KEPT, "scope_creep", Outcome.RESET),
        (Ending.FOLLOWED, MyPart.KEPT, "scope_creep", Outcome.RESET),
        (Ending.NOT_FOLLOWED, MyPart.KEPT, "mind_changing", Outcome.RESET),
    ],
)
def test_a_failed_try_weighs_only_where_i_kept_it_and_the_same_goes_on(
    book: Casebook, acme: int, ending: Ending, mine: MyPart, signs: str, outcome: Outcome
) -> None:
    begun = book.tries.begin(acme, ["scope"])
    book.tries.end(begun.id, {"scope": ending}, mine)
    told = check(book, "Acme", {signs: KEPT})
    assert told.outcome is outcome
    assert ("failed_try" in [each.rule for each in told.grounds.reasons]) == (outcome is Outcome.PLAN_EXIT)


def test_the_same_items_stand_side_by_side(book: Casebook) -> None:
    early, start, late = date(2026, 8, 1), date(2026, 8, 10), date(2026, 9, 10)
    check(on(book, early), "Acme", {"scope_creep": KEPT, "mind_changing": KEPT})
    client = book.clients.find("Acme").id
    begun = on(book, start).tries.begin(client, ["scope"])
    alone = book.tries.side_by_side(begun)
    assert alone.before is not None and alone.before.on_day == early and alone.after is None
    check(on(book, date(2026, 8, 20)), "Acme", {"scope_creep": KEPT})
    inside = book.tries.side_by_side(begun).after
    assert inside is not None and inside.on_day == date(2026, 8, 20)
    check(on(book, late), "Acme", {"scope_creep": ("1", "writing", "each", "respected")})
    check(on(book, date(2026, 10, 20)), "Acme", {})
    both = book.tries.side_by_side(begun)
    assert both.after is not None and both.after.on_day == late and both.signs == ("scope_creep",)
    assert (both.before_said["scope_creep"].option, both.after_said["scope_creep"].option) == ("3", "1")


def test_what_weighs_is_offered_as_a_rule_first(book: Casebook) -> None:
    check(book, "Acme", {"scope_creep": ("2", "no"), "mind_changing": KEPT})
    client = book.clients.find("Acme").id
    assert book.tries.rules_offered(client)[:2] == ("revision_rounds", "scope")
    assert len(book.tries.rules_offered(book.clients.add("New").id)) == 6


def test_a_try_is_wanted_after_a_recommendation_or_a_decision_for_one(book: Casebook) -> None:
    told = check(book, "Acme", {"scope_creep": KEPT})
    client = book.clients.find("Acme").id
    assert told.outcome is Outcome.RESET and book.tries.wanted(client)
    book.tries.begin(client, ["scope"])
    assert not book.tries.wanted(client)
