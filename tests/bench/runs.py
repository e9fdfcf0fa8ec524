"""One run of each program, from its start to its end, and what was measured on the way. Knows keys and words shown."""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from coach.casebook.book import open_casebook
from coach.casebook.checks.checks import CLIENT_CHECK
from coach.engine.interview.instrument import Depth
from coach.engine.interview.interview import Interview
from screens.app import CoachApp
from screens.today.today import TodayScreen
from screens.widgets.lists.row_list import RowList
from tests.bench.rows import DAY, FEW, LONGEST, Size, fill
from tests.bench.terminal import ROOT, SIZE, Timed
from tests.whole.player import Player

Figures = dict[str, list[float]]
"""What was measured, by the name of the measure; milliseconds, or MiB for a peak."""

DUE = 10
"""The exit code of a command that found something due."""
IDLE = 4.0
"""Seconds in which a program has nothing to do."""
TIMES = 8
"""How often a key is pressed on each screen."""
STARTS = 4
"""How often each program is started in a round."""
MOST = 24
"""Answers given in one interview."""


@dataclass(frozen=True)
class Scene:
    """The records a run works on, and what a person finds on them."""

    home: Path
    rows: Path
    longest: int
    open_label: str
    few: Path

    def fresh(self) -> "Scene":
        """The same on a copy of the records, which a run may write to."""
        home = self.home.with_name("again")
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(self.home, home, copy_function=lambda *pair: os.link(*pair))
        for each in self.home.glob("coach.db*"):
            (home / each.name).unlink()
            shutil.copy(each, home)
            with (home / each.name).open("rb+") as copied:
                # Or the first thing written to the copy would wait until all of it is on the disk.
                os.fsync(copied.fileno())
        return replace(self, home=home)

    @property
    def environment(self) -> dict[str, str]:
        """What tells the coach where the records are, and which day it is."""
        return {"HOME": str(self.home.parent), "COACH_HOME": str(self.home), "COACH_TODAY": DAY.isoformat()}


async def prepare(folder: Path, size: Size) -> Scene:
    """Fill records of that size, and write down the rows of Today for the reference that shows them without records."""
    home, rows, few = folder / size.name, folder / f"{size.name}.json", folder / FEW.name
    fill(home, size)
    if not few.exists():
        fill(few, FEW)
    book = open_casebook(home)
    app = CoachApp(book)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        written = [
            {
                "columns": [{name: getattr(each, name) for name in each.__match_args__} for each in section.columns],
                "rows": [(row.id, [cell.plain for cell in row.cells]) for row in section.rows],
            }
            for section in app.screen.query_one(RowList).sections
        ]
    rows.write_text(json.dumps({"sections": written}), encoding="utf-8")
    found = Scene(home, rows, book.clients.find(LONGEST).id, book.library.words("today.key.check"), few)
    book.records.close()
    return found


def app(name: str, *words: str) -> list[str]:
    """The command of a reference program."""
    return [sys.executable, str(ROOT / "tests" / "bench" / "apps" / f"{name}.py"), *words]


COACH = [sys.executable, "-m", "coach"]


def starts(scene: Scene) -> Figures:
    """Every first picture, one beside the other, several times: one alone says little on a machine others use too."""
    few = replace(scene, home=scene.few).environment
    programs: dict[str, tuple[list[str], dict[str, str], tuple[str, ...]]] = {
        "hello": (app("hello"), scene.environment, ("hello",)),
        "widgets": (app("today", str(scene.rows)), scene.environment, ("Client 0", "New check")),
        "today": (COACH, scene.environment, ("Client 0", scene.open_label)),
        "few": (COACH, few, (LONGEST, scene.open_label)),
        "empty": (app("empty"), scene.environment, ("empty",)),
        "trend": (app("trend", str(scene.longest)), scene.environment, (LONGEST, "2017")),
    }
    found: Figures = {f"{name} start": [] for name in programs}
    for _ in range(STARTS):
        for name, (command, environment, wanted) in programs.items():
            with Timed(command, environment) as seen:
                found[f"{name} start"].append(seen.painted(*wanted))
    return found


def hello(scene: Scene) -> Figures:
    """The least there can be: keys, rest."""
    with Timed(app("hello"), scene.environment) as seen:
        seen.painted("hello")
        return {"hello key": _keys(seen, "down"), **_idle(seen, "hello")}


def today(scene: Scene) -> Figures:
    """The coach on Today: rest."""
    with Timed(COACH, scene.environment) as seen:
        seen.painted("Client 0", scene.open_label)
        return _idle(seen, "today")


def ask(scene: Scene) -> Figures:
    """An interview with records: answers and the memory it takes."""
    with Timed(COACH, scene.fresh().environment) as seen:
        seen.painted("Client 0", scene.open_label)
        seen.rest()
        seen.press("enter", *_player().shown())
        found = _answers(seen)
        return {"ask answer": found, "ask first": found[:1], "ask peak": [seen.peak()]}


def ask_alone(scene: Scene) -> Figures:
    """The same interview over records that keep nothing."""
    with Timed(app("ask"), scene.environment) as seen:
        seen.painted(*_player().shown())
        return {"unkept answer": _answers(seen)}


def tour(scene: Scene) -> Figures:
    """A key that moves something, on every screen; and how long each screen takes to open."""
    found: Figures = {}
    with Timed(COACH, scene.fresh().environment) as seen:
        seen.painted("Client 0", scene.open_label)
        for name, opens, moves in STOPS:
            for key in opens:
                seen.rest()
                took = seen.press(key)
                seen.rest()
            if opens:
                found[f"open {name}"] = [took]
            if moves:
                found[f"key {name}"] = _keys(seen, *moves)
    return found


STOPS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("today", (), ("down",)),
    ("check-ins", ("k", "a"), ("right", "left")),
    ("limits", ("l",), ("down",)),
    ("clients", ("c",), ("down",)),
    ("client", ("enter",), ()),
    ("trends", ("2",), ()),
    ("trend cursor", ("enter",), ("left",)),
    ("log", ("escape", "3"), ("down",)),
    ("history", ("6",), ("down",)),
    ("recommendation", ("enter",), ()),
    ("reasons", ("w",), ()),
    ("decision", ("escape", "d"), ("down", "up")),
    ("start check", ("escape", "escape", "n"), ("down", "up")),
    ("ask", ("enter",), ("down", "up")),
)
"""Screens in the order one comes to them: its name, the keys that lead there, and the keys that move something."""


def commands(scene: Scene) -> Figures:
    """The quickest commands beside an interpreter that does nothing."""
    words = {
        "python": ("-c", "pass"),
        "--help": ("-m", "coach", "--help"),
        "--version": ("-m", "coach", "--version"),
        "due": ("-m", "coach", "due"),
        "due --count": ("-m", "coach", "due", "--count"),
    }
    found: Figures = {name: [] for name in (*words, "due few", "log")}
    for _ in range(TIMES):
        for name, each in words.items():
            found[name].append(_process(scene, *each))
        found["due few"].append(_process(replace(scene, home=scene.few), "-m", "coach", "due"))
        log = ("-m", "coach", "log", "-", "--client", LONGEST)
        found["log"].append(_process(scene.fresh(), *log, typed="The telephone rang."))
    return found


RUNS: tuple[Callable[[Scene], Figures], ...] = (
    starts, hello, today, ask_alone, ask, tour, commands,
)  # fmt: skip


def _player() -> Player:
    from coach.library.library import Library

    library = Library()
    begun = Interview.begin(library.instrument(CLIENT_CHECK), Depth.FULL)
    return Player(library, begun, random.Random(11))


def _answers(seen: Timed) -> list[float]:
    player, found = _player(), []
    for _ in range(MOST):
        if player.interview.step is None:
            break
        keys, answers = player.move()
        for key in keys[:-1]:
            seen.rest()
            seen.press(key)
        player.interview = player.interview.answer(*answers)
        seen.rest()
        found.append(seen.press(keys[-1], *player.shown()))
    return found


def _keys(seen: Timed, *keys: str) -> list[float]:
    found = []
    for number in range(TIMES):
        seen.rest()
        found.append(seen.press(keys[number % len(keys)]))
    return found


def _idle(seen: Timed, name: str) -> Figures:
    seen.rest(0.5)
    before = seen.work()
    seen.rest(IDLE)
    return {f"{name} idle": [(seen.work() - before) / IDLE], f"{name} peak": [seen.peak()]}


def _process(scene: Scene, *words: str, typed: str = "") -> float:
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *words],
        cwd="/",
        env={"PYTHONPATH": str(ROOT), **scene.environment},
        input=typed,
        text=True,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode in (0, DUE), done
    return (time.perf_counter() - begun) * 1000
