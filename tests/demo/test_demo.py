"""The demo: it shows what it is meant to show on any day, it is always the same, and it leaves nothing behind."""

import io
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile
from pathlib import Path

import pytest

from coach.casebook.book import Casebook, open_casebook
from coach.clock import fixed_clock
from coach.demo import Ended, play, throwaway
from coach.engine.reset import Ending
from coach.engine.trend import Direction
from coach.engine.verdict.outcome import Outcome
from coach.engine.verdict.signs import SignState
from coach.store.turns import PULSE
from tests.commands.shell import Shell
from tests.shared.book import CLOCK, TODAY
from tests.shared.waits import LONGEST
from tests.whole.terminal import Terminal

DAY = TODAY


@contextmanager
def played(home: Path, day: date) -> Iterator[Casebook]:
    book = open_casebook(home, fixed_clock(datetime(day.year, day.month, day.day, 10, tzinfo=UTC)))
    play(book, day)
    yield book
    book.records.close()


@pytest.fixture(scope="module")
def demo(demo_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    home = tmp_path_factory.mktemp("demo") / "records"
    book = open_casebook(Path(shutil.copytree(demo_once, home)), CLOCK)
    yield book
    book.records.close()


def written(book: Casebook) -> str:
    out = io.StringIO()
    book.records.export(out)
    return out.getvalue()


def test_six_clients_show_each_outcome_once(demo: Casebook) -> None:
    assert sorted(line.told.outcome for line in demo.overview.lines() if line.told) == sorted(Outcome)


def test_today_has_something_of_each_kind_to_do(demo: Casebook) -> None:
    today = demo.overview.today()
    assert [len(each) for each in (today.resume, today.second_looks, today.look_again)] == [1, 1, 1]
    done, steps = demo.checks.resume(today.resume[0].assessment.id).interview.progress()
    assert 0 < done < steps
    assert today.look_again[0].decision is not None
    assert today.look_again[0].decision.look_again_on == DAY


def test_trends_rise_fall_stay_and_are_too_few_to_say(demo: Casebook) -> None:
    lines = demo.overview.lines()
    assert {line.direction for line in lines} == set(Direction)
    lengths = [
        len(demo.trends.of(line.client.id)[0].points) for line in lines if line.direction is not Direction.TOO_FEW
    ]
    assert min(lengths) >= 4 and max(lengths) == 12
    days = [point.day for line in lines for point in demo.trends.of(line.client.id)[0].points]
    assert DAY - min(days) > timedelta(weeks=50) and max(days) < DAY


def test_one_boundary_worked_and_one_did_not(demo: Casebook) -> None:
    states = {
        told.outcome: {each.state for each in told.grounds.weighed}
        for line in demo.overview.lines()
        if (told := line.told) is not None
    }
    assert states[Outcome.KEEP] == {SignState.WORKS}
    assert states[Outcome.PLAN_EXIT] == {SignState.ENFORCED}
    assert SignState.STATED_NOT_KEPT in states[Outcome.RESET], "a habit of one's own"


def test_one_last_try_was_followed_some_were_not_and_one_runs(demo: Casebook) -> None:
    ended = [each.reset for line in demo.overview.lines() for each in demo.tries.of(line.client.id)]
    endings = {each.ending for each in ended}
    assert endings == {Ending.FOLLOWED, Ending.PARTLY, Ending.NOT_FOLLOWED, None}
    (running,) = demo.tries.running()
    assert 7 < running.kept.reset.days_left(DAY) < 28 and running.kept.reset.follows


def test_decisions_stand_beside_recommendations_followed_and_not(demo: Casebook) -> None:
    entries = [entry for line in demo.overview.lines() for entry in demo.overview.page(line.client.id).history]
    decided = [(entry.told, entry.decision) for entry in entries if entry.decision is not None]
    assert {told.outcome == decision.decided for told, decision in decided} == {True, False}
    assert all(decision.because for _, decision in decided)
    assert {decision.decided for told, decision in decided if told.outcome is Outcome.LEAVE_NOW} == {Outcome.LEAVE_NOW}


def test_one_exit_stands_half_way_and_waits_at_its_gate(demo: Casebook) -> None:
    """7 800.00 in all: 2 600.00 done and paid; 3 900.00 to be delivered, 1 300.00 paid, 650.00 on an open invoice.

    3 900.00 less 1 300.00 leaves 2 600.00, less the deposit of 600.00: they owe 2 000.00, of which 650.00 is invoiced.
    """
    client = demo.clients.find("Corbel Joinery").id
    exit = demo.exits.of(client)
    assert exit is not None and exit.open == () and not exit.gate_open
    assert exit.gate is not None and (exit.gate.now, exit.gate.target) == (190000, 240000)
    assert (exit.settlement.net, exit.settlement.open, exit.settlement.invoice) == (200000, 65000, 135000)
    done = [step.id for step, row in exit.steps if row is not None and row.done_on is not None]
    assert done == ["read_contract", "tell_somebody"]
    assert [(each.client, each.step.step) for each in demo.exits.steps_due()] == [("Corbel Joinery", "other_work")]


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    with played(tmp_path / "one", DAY) as one, played(tmp_path / "again", DAY) as again:
        assert written(one) == written(again)


def test_another_day_moves_every_day_and_changes_nothing_else(demo: Casebook, tmp_path: Path) -> None:
    day = date(2028, 2, 29)

    def seen(book: Casebook, until: date) -> list[tuple[object, ...]]:
        return [
            (line.client.name, entry.told.outcome, entry.told.rule, until - entry.told.assessment.on_day)
            for line in book.overview.lines()
            for entry in book.overview.page(line.client.id).history
        ]

    with played(tmp_path, day) as moved:
        assert seen(moved, day) == seen(demo, DAY)


def test_what_was_written_down_takes_up_every_limit(demo: Casebook) -> None:
    assert set(demo.limits.standing()) == set(demo.library.instrument("limits").items)


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for what is thrown away."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    return folder


def test_the_folder_is_the_owners_alone_and_goes_whatever_happens(alone: Path) -> None:
    before = os.umask(0)
    try:
        with pytest.raises(ZeroDivisionError), throwaway() as folder:
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
            (folder / "inner").mkdir()
            (folder / "inner" / "file").write_text("made up")
            raise ZeroDivisionError
    finally:
        os.umask(before)
    assert list(alone.iterdir()) == []


def test_a_signal_takes_the_folder_along(alone: Path) -> None:
    handler = signal.getsignal(signal.SIGTERM)
    with pytest.raises(Ended) as end, throwaway():
        os.kill(os.getpid(), signal.SIGTERM)
    assert end.value.number == signal.SIGTERM
    assert list(alone.iterdir()) == []
    assert signal.getsignal(signal.SIGTERM) is handler


@pytest.mark.parametrize("words", [("demo", "--plain"), ("--plain", "demo")])
def test_typed_prompts_show_the_demo_and_leave_nothing_when_ended_from_outside(
    tmp_path: Path, alone: Path, words: tuple[str, ...]
) -> None:
    shell = Shell(tmp_path / "records", tmp_path)
    with subprocess.Popen(
        [sys.executable, "-m", "coach", *words, "--day", "2026-11-21"],
        env={**shell.environment, "TMPDIR": str(alone)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        said = "".join(takewhile(lambda line: not line.startswith("What would you like to do"), running.stdout))
        assert "nothing you do there is kept" in said
        assert "Coach, 21 November 2026." in said and "Second look at" in said
        assert len(list(alone.iterdir())) == 1
        running.terminate()
        assert running.wait(LONGEST) == 128 + signal.SIGTERM
    assert list(alone.iterdir()) == []
    assert not (tmp_path / "records").exists()


@pytest.mark.parametrize("ending", ["q", signal.SIGTERM])
def test_the_full_screen_says_that_it_is_the_demo_and_leaves_nothing(
    tmp_path: Path, alone: Path, ending: str | signal.Signals
) -> None:
    with Terminal("demo", home=tmp_path / "records", environment={"TMPDIR": str(alone)}) as terminal:
        terminal.wait_for("made-up practice", "Your clients", "Second look")
        if isinstance(ending, str):
            terminal.press(ending)
        else:
            terminal.process.send_signal(ending)
        terminal.wait_until(lambda: terminal.process.poll() is not None, "still running")
        assert terminal.process.returncode == (0 if isinstance(ending, str) else 128 + ending)
    assert list(alone.iterdir()) == []
    assert not (tmp_path / "records").exists()


@pytest.mark.parametrize(
    "words", [("--at", "here", "demo", "--plain"), ("demo",), ("demo", "--plain", "--day", "someday")]
)
def test_what_the_demo_cannot_do_is_one_line(tmp_path: Path, alone: Path, words: tuple[str, ...]) -> None:
    shell = Shell(tmp_path / "records", tmp_path)
    assert shell.run(*words, code=2, TMPDIR=str(alone)).line
    assert list(alone.iterdir()) == []


def test_the_export_of_the_demo_names_no_place_of_this_machine(demo: Casebook) -> None:
    assert str(demo.places.data) not in json.dumps(json.loads(written(demo)))


def year_of_check_ins(book: Casebook, day: date) -> None:
    """Assert that a year of check-ins leads up to that day, with one overdue and two due."""
    now = [each for each in book.rhythms.round() if each.now(day)]
    assert [each.name for each in now] == ["Corbel Joinery", "Marrow Dental", "Quayside Lettings"]
    assert [each.due.late(day) for each in now if each.due] == [True, False, False]
    points = {
        line.client.name: book.trends.of(line.client.id, ("pulse.dread",), PULSE)[0].points
        for line in book.overview.lines()
    }
    assert sum(len(each) for each in points.values()) > 80
    assert day - points["Corbel Joinery"][0].day > timedelta(weeks=45)


def test_a_year_of_check_ins_with_one_overdue_and_two_due_on_any_day(demo: Casebook, tmp_path: Path) -> None:
    year_of_check_ins(demo, DAY)
    with played(tmp_path, day := date(2027, 2, 3)) as book:
        year_of_check_ins(book, day)
