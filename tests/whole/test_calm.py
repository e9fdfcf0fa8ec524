"""Whatever ends the coach, the terminal is given back, nothing of the owner's is printed, what was typed is kept."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.whole.records import (
    FIRST_CARD,
    GO_ON,
    SECOND_CARD,
    answers,
    begin_check,
    half_a_note,
    note_half_typed,
    rows,
    to_second_card,
)
from tests.whole.terminal import Terminal

BREAK = """
import importlib, sys
module, owner, method = {place!r}.replace(":", ".").rsplit(".", 2)[0], *{place!r}.split(":")[1].split(".")
kind = getattr(importlib.import_module(module), owner)
def broken(self, *given, **named):
    canary = "canary in a local"
    raise RuntimeError("canary in words", canary)
setattr(kind, method, broken)
sys.argv = ["coach"]
from coach.cli import main
main()
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Records with a check begun."""
    begin_check(tmp_path / "records")
    return tmp_path / "records"


def note_kept(home: Path) -> None:
    """Start again and find the answers and the note."""
    assert len(answers(home)) == 8
    with Terminal(home=home) as again:
        again.wait_for(GO_ON)
        again.press("enter")
        again.wait_for(SECOND_CARD)
        again.press("m")
        again.wait_for("keep the note", "half a thought")


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        ("screens.today.today:TodayScreen.compose", ""),
        ("screens.today.today:TodayScreen.refresh_place", ""),
        ("screens.today.today:TodayScreen.action_add", "a"),
        ("screens.clients.clients:ClientsScreen.compose", "c"),
        ("screens.clients.clients:ClientsScreen.refresh_place", "c"),
        ("screens.checks.ask:AskScreen.compose", "\r"),
        ("screens.app:CoachApp.look_elsewhere", ""),
        ("screens.widgets.lists.row_list:RowList.render_line", ""),
    ],
)
def test_a_fault_of_our_own_is_one_line_and_gives_the_terminal_back(home: Path, place: str, keys: str) -> None:
    with Terminal(home=home, program=("-c", BREAK.format(place=place))) as terminal:
        if keys:
            terminal.wait_for(GO_ON)
            terminal.write(keys)
        assert terminal.end() == 1
        assert terminal.restored()
        assert terminal.after().count("\n") == 1
        assert terminal.after().startswith("coach: ") and str(home / "coach.db") in terminal.after()
        assert b"canary" not in terminal.raw
    assert rows(home, "SELECT name FROM client") == [("Acme",)]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back_and_keeps_what_was_typed(home: Path, number: int) -> None:
    with Terminal(home=home) as terminal:
        note_half_typed(terminal)
        terminal.signal(number)
        assert terminal.end() == 128 + number
        assert terminal.restored()
        assert terminal.after().strip() == ""
    note_kept(home)


def test_a_closed_terminal_ends_the_coach_and_keeps_what_was_typed(home: Path) -> None:
    with Terminal(home=home) as terminal:
        note_half_typed(terminal)
        terminal.unplug()
        assert terminal.end() == 128 + signal.SIGHUP
    note_kept(home)


def test_quitting_gives_the_terminal_back(home: Path) -> None:
    with Terminal(home=home) as terminal:
        terminal.wait_for(GO_ON)
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.restored()
        assert terminal.after().strip() == ""


@pytest.mark.parametrize("kind", ["dumb", ""])
def test_a_terminal_that_cannot_draw_is_asked_in_plain_lines(home: Path, kind: str) -> None:
    with Terminal(home=home, environment={"TERM": kind}) as terminal:
        terminal.wait_for("Acme", "Quit")
        terminal.write("q\n")
        assert terminal.end() == 0
        assert b"\x1b" not in terminal.raw


def test_what_the_toolkit_would_log_is_not_logged(home: Path, tmp_path: Path) -> None:
    logged = {"TEXTUAL_LOG": str(tmp_path / "log"), "TEXTUAL_PRESS": "q", "TEXTUAL_SCREENSHOT": "0"}
    with Terminal(home=home, environment=logged) as terminal:
        note_half_typed(terminal)
        terminal.signal(signal.SIGTERM)
        assert terminal.end() == 128 + signal.SIGTERM
    assert not (tmp_path / "log").exists()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    mounted = mount and os.geteuid() == 0 and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True, check=False
    ).returncode == 0  # fmt: skip
    if not mounted:
        pytest.skip("no disk of its own can be mounted here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def fill(disk: Path) -> Path:
    """Leave no byte free; the file that takes the space."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError:
                continue
    return ballast


def test_a_full_disk_is_said_and_the_answer_can_be_given_again(small_disk: Path) -> None:
    home = small_disk / "records"
    begin_check(home)
    with Terminal(home=home) as terminal:
        terminal.wait_for(GO_ON)
        terminal.press("enter")
        terminal.wait_for(FIRST_CARD)
        terminal.wait_until(lambda: any((home / "backups").glob("coach-*.db")))
        ballast = fill(small_disk)
        terminal.press("2", "enter")
        terminal.wait_for("The disk is full, so this was not saved.")
        assert FIRST_CARD in terminal.flowing
        assert answers(home) == {}
        ballast.unlink()
        terminal.press("down", "enter")
        terminal.wait_without(FIRST_CARD)
        assert answers(home)["sexual"] == "yes"
        assert len(answers(home)) == 8
        terminal.signal(signal.SIGTERM)
        terminal.end()


def test_two_terminals_see_what_the_other_has_written(home: Path) -> None:
    with Terminal(home=home) as one, Terminal(home=home) as two:
        one.wait_for(GO_ON)
        two.wait_for(GO_ON)
        two.press("a")
        two.wait_for("A new client")
        two.write("Brook")
        two.wait_for("Brook")
        two.press("enter")
        two.wait_for("Brook", "Trends")
        one.wait_for("Brook", GO_ON)
        one.press("enter")
        one.wait_for(FIRST_CARD)
        one.press("down", "enter")
        one.wait_for(SECOND_CARD)
        two.press("t")
        two.wait_for(GO_ON, "1 of")
    assert len(answers(home)) == 8


def test_a_file_swapped_underneath_is_noticed_and_not_written_to(home: Path) -> None:
    with Terminal(home=home) as terminal:
        terminal.wait_for(GO_ON)
        os.replace(home / "coach.db", home / "aside.db")
        begin_check(home)
        terminal.wait_for("Another file now lies where the records were.")
        terminal.press("a")
        terminal.wait_for("A new client")
        terminal.write("Brook")
        terminal.wait_for("Brook")
        terminal.press("enter")
        terminal.wait_for("A new client", "Brook", "Another file now lies")
    assert rows(home, "SELECT name FROM client") == [("Acme",)]


def test_resizing_loses_nothing(home: Path) -> None:
    with Terminal(home=home) as terminal:
        to_second_card(terminal)
        terminal.press("1", "4", "9")
        terminal.wait_for("■ A clear limit refused")
        for columns, rows_high in ((60, 20), (120, 40), (20, 5), (200, 60), (80, 24)):
            terminal.resize(columns, rows_high)
            if columns >= 60:
                terminal.wait_until(lambda: terminal.text.count("■") == 3, "three ticks")
                terminal.wait_for(SECOND_CARD)
        half_a_note(terminal)
        for columns, rows_high in ((60, 20), (120, 40)):
            terminal.resize(columns, rows_high)
            terminal.wait_for("keep the note", "half a thought")
        terminal.press("enter")
        terminal.wait_without("keep the note")
        terminal.press("down", "enter")
        terminal.wait_for("How often")
    kept = answers(home)
    assert {item for item, option in kept.items() if option == "ticked"} == {
        "after_hours",
        "scope_creep",
        "refuses_limits",
    }
