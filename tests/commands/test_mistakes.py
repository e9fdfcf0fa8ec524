"""Each mistake is one clear line with exit code 2, and nothing is written."""

import ctypes
import json
import os
import sqlite3
from pathlib import Path

import pytest

from tests.commands.shell import GOOD, Shell, foreign

FULL = GOOD.replace('depth = "quick"\n', "")

WRONG = {
    "a misspelt item": ("a.toml", GOOD + 'after_hour = "1"\n', ("after_hour", "after_hours")),
    "an item nothing resembles": ("a.toml", GOOD + 'zzqx = "no"\n', ("zzqx",)),
    "an unknown option": ("a.toml", GOOD.replace('owed = "no"', 'owed = "perhaps"'), ("owed", "perhaps", "dont_know")),
    "a truth value": ("a.toml", GOOD.replace('owed = "no"', "owed = false"), ("owed",)),
    "an id with a dot and no quotes": (
        "a.toml",
        GOOD.replace('owed = "no"', 'owed.state = "refused"'),
        ('"owed.state"',),
    ),
    "a table that is no answer": ("a.toml", GOOD.replace('owed = "no"', 'owed = { reply = "no" }'), ("owed", "answer")),
    "too long a list": ("a.toml", GOOD + 'after_hours = ["1", "no", "each", "refused", "x"]\n', ("after_hours",)),
    "a list where there is one answer": ("a.toml", GOOD.replace('owed = "no"', 'owed = ["no", "no"]'), ("owed",)),
    "an answer given twice": (
        "a.toml",
        GOOD + 'after_hours = ["1", "no"]\n"after_hours.told" = "aloud"\n',
        ("after_hours.told",),
    ),
    "one key twice in JSON": ("a.json", '{"depth": "quick", "owed": "no", "owed": "yes"}', ("owed",)),
    "a question that does not come up": ("a.toml", GOOD + '"owed.state" = "refused"\n', ("owed.state",)),
    "a question of the full check in a quick one": ("a.toml", GOOD + 'effect = "harms"\n', ("effect",)),
    "a figure in words": ("a.toml", FULL + 'share = "a lot"\n', ("share", "a lot")),
    "a figure out of range": ("a.toml", FULL + "share = 140\n", ("share", "140")),
    "a range that runs backwards": ("a.toml", FULL + 'share = "60-40"\n', ("share", "60-40")),
    "no number at all": ("a.json", '{"share": NaN}', ("share",)),
    "an endless number": ("a.json", '{"share": 1e400}', ("share",)),
    "an unknown depth": ("a.toml", GOOD.replace("quick", "deep"), ("depth", "deep", "full")),
    "a day that is none": ("a.toml", GOOD + 'on = "2026-02-30"\n', ("2026-10-24",)),
    "a day to come": ("a.toml", GOOD + "on = 2999-01-01\n", ("still to come",)),
    "TOML with a slip": ("a.toml", GOOD + "owed = \n", ("a.toml", "line 7")),
    "JSON with a slip": ("a.json", '{"owed": "no",\n "recent": }', ("a.json", "line 2")),
    "a JSON list": ("a.json", '["no"]', ("a.json",)),
    "an empty JSON file": ("a.json", "", ("a.json",)),
    "brackets without end in JSON": ("a.json", '{"owed": ' + "[" * 100_000, ("a.json",)),
    "brackets without end in TOML": ("a.toml", "owed = " + "[" * 50_000, ("a.toml",)),
    "a figure of 5000 digits": ("a.json", '{"share": ' + "9" * 5_000 + "}", ("a.json",)),
    "a file that is no text": ("a.toml", b"\x00\x80\xff\xfe", ("a.toml",)),
    "a file too large": ("a.toml", GOOD + "# " + "x" * 300_000, ("a.toml",)),
    "a file that steers the terminal": ("a.toml", GOOD + '"\\u001b]0;x\\u0007\\u202e" = "no"\n', ()),
    "a file whose name steers the terminal": ("a\x1b]0;x\x07.toml", b"\xff", ()),
}


@pytest.mark.parametrize("mistake", WRONG)
def test_a_mistake_in_an_answers_file_is_one_line_and_nothing_is_written(checked: Shell, mistake: str) -> None:
    name, content, clues = WRONG[mistake]
    before = checked.digest()
    line = checked.run("assess", "Newcomer", "--add", "--answers", checked.file(name, content), code=2).line
    assert all(clue in line for clue in clues), line
    assert checked.digest() == before


@pytest.mark.parametrize(
    ("words", "clue"),
    [
        (("assess", "Acme", "--answers", "good.toml", "--on", "2999-01-01"), "still to come"),
        (("assess", "Acme", "--answers", "good.toml", "--on", "soon"), "2026-11-28"),
        (("assess", "Acme", "--answers", "good.toml", "--on", "2026-02-30"), "2026-11-28"),
        (("assess", "Acme", "--answers", "good.toml", "--on", ""), "2026-11-28"),
        (("assess", "Acme", "--answers", "good.toml", "--on", "0001-01-01"), ""),
        (("assess", "Acme", "--answers", "missing.toml"), "missing.toml"),
        (("assess", "Acme", "--answers", "."), "directory"),
        (("assess", "Acme", "--answers", "/dev/zero"), "/dev/zero"),
        (("assess", "Acme"), "--answers"),
        (("assess", "Nobody", "--answers", "good.toml"), "Nobody"),
        (("assess", "", "--answers", "good.toml", "--add"), "name"),
        (("verdict", "Nobody"), "Nobody"),
        (("trend", "Nobody"), "Nobody"),
        (("verdict",), "terminal"),
        (("trend", "--json"), "terminal"),
        (("assess", "--answers", "good.toml"), "terminal"),
        ((), "terminal"),
        (("check", "Acme"), "terminal"),
        (("check", "Acme", "--quick", "--on", "2999-01-01", "--plain"), "still to come"),
        (("check", "Nobody", "--plain"), "Nobody"),
        (("limits",), "terminal"),
        (("asses",), "asses"),
        (("clients", "extra"), "extra"),
        (("--colour",), "--colour"),
        (("export", "--out", "no/such/folder.json"), "no/such/folder.json"),
        (("--at", "good.toml", "clients"), "good.toml"),
        (("--at", "good.toml/deeper", "clients"), "good.toml"),
        (("content", "check", "--root", "missing"), "missing"),
    ],
)
def test_a_mistake_on_the_command_line_is_one_line_and_nothing_is_written(
    checked: Shell, words: tuple[str, ...], clue: str
) -> None:
    before = checked.digest()
    assert clue in checked.run(*words, code=2).line
    assert checked.digest() == before


def test_a_beginning_that_fits_several_clients_asks_for_more(checked: Shell) -> None:
    good = checked.folder / "good.toml"
    for name in ("Brook & Sons", "Brook Hall"):
        checked.run("assess", name, "--add", "--answers", good)
    line = checked.run("verdict", "Brook", code=2).line
    assert "Brook & Sons" in line and "Brook Hall" in line


@pytest.mark.parametrize(
    "command", [("log", "-"), ("log",), ("checkin",), ("checkin", "Acme", "--plain"), ("try", "Acme", "--plain")]
)
def test_a_closed_standard_input_has_nothing_to_say(checked: Shell, command: tuple[str, ...]) -> None:
    ran = checked.run(*command, code=2, at_start=lambda: os.close(0))
    assert "went wrong" not in ran.err and ran.err.count("\n") <= 1


@pytest.mark.parametrize("stream", [1, 2])
def test_a_closed_output_is_no_fault(checked: Shell, stream: int) -> None:
    assert checked.run("clients", at_start=lambda: os.close(stream)).err == ""


def test_a_wrong_day_in_the_environment_is_said(checked: Shell) -> None:
    assert "COACH_TODAY" in checked.run("clients", code=2, COACH_TODAY="someday").line
    assert (
        "still to come"
        in checked.run(
            "assess", "Acme", "--answers", "good.toml", "--on", "2026-01-02", code=2, COACH_TODAY="2026-01-01"
        ).line
    )


NAMES = {
    "markup": "Acme [/] Ltd",
    "an action": "[@click=app.quit]x[/]",
    "an escape": "A\x1b]52;c;cHduZWQ=\x07\x1b[2J\x9b31m",
    "right to left": "שלום\u202e dtL \u2066x",
    "marks": "Z" + "\u0301" * 40,
    "length": "x" * 10_000,
    "a surrogate": b"caf\xe9",
    "a dash": "-rf",
}


@pytest.mark.parametrize("kind", NAMES)
def test_a_hostile_name_is_text_and_nothing_else(checked: Shell, kind: str) -> None:
    name, good = NAMES[kind], checked.folder / "good.toml"
    said = [checked.run("assess", "--add", "--answers", good, "--", name).out]
    said += [checked.run("clients").out, checked.run("trend", "--", name[:60]).out]
    found = {each["client"] for each in json.loads(checked.run("clients", "--json").out)}
    assert len(found) == 2
    assert all(foreign(each) == set() for each in (*said, *found))
    if kind in ("markup", "an action", "a dash"):
        assert name in found


def test_a_path_that_steers_the_terminal_is_shown_without(checked: Shell) -> None:
    odd = checked.folder / "odd\x1b]0;x\x07"
    assert foreign(checked.run("--at", odd, "where").out) == set()
    odd.write_bytes(b"")
    assert checked.run("--at", odd / "deeper", "clients", code=2).line
    assert checked.run("--at", odd, "clients", code=2).line
    assert checked.run("export", "--out", odd, code=2).line


def without_the_rights_of_root() -> None:
    """Give up the right of root to write where the mode forbids it, for what is started next."""
    drop, override, read_search = 24, 1, 2
    if os.geteuid() == 0:
        prctl = ctypes.CDLL(None, use_errno=True).prctl
        assert prctl(drop, override, 0, 0, 0) == prctl(drop, read_search, 0, 0, 0) == 0


def test_a_folder_that_may_not_be_written_is_said(checked: Shell, tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(0o500)
    line = checked.run("--at", shut / "records", "clients", code=2, at_start=without_the_rights_of_root).line
    assert str(shut) in line
    assert list(shut.iterdir()) == []


def test_records_that_may_not_be_written_are_said_and_still_read(checked: Shell) -> None:
    records = checked.home / "coach.db"
    records.chmod(0o400)
    before = checked.digest()
    rights = {"code": None, "at_start": without_the_rights_of_root}
    ran = checked.run("assess", "Acme", "--answers", "good.toml", **rights)  # type: ignore[arg-type]
    assert ran.code == 2 and ran.line
    assert checked.digest() == before


def test_the_records_of_a_newer_coach_are_left_alone(checked: Shell) -> None:
    records = sqlite3.connect(checked.home / "coach.db")
    records.execute("PRAGMA user_version=99")
    records.close()
    before = checked.digest()
    for words in (("clients",), ("export",), ("assess", "Acme", "--answers", "good.toml")):
        assert "newer" in checked.run(*words, code=2).line
    assert checked.digest() == before


@pytest.mark.parametrize("damage", ["noise", "cut off", "zeroed"])
def test_damaged_records_are_said_and_left_alone(checked: Shell, damage: str) -> None:
    path = checked.home / "coach.db"
    whole = path.read_bytes()
    broken = {
        "noise": b"\x17coach" * 2000,
        "cut off": whole[: len(whole) // 3],
        "zeroed": whole[:4096] + bytes(len(whole) - 4096),
    }
    path.write_bytes(broken[damage])
    before = checked.digest()
    assert "damaged" in checked.run("clients", code=2).line
    assert checked.digest() == before


def test_another_programs_database_is_left_alone(checked: Shell) -> None:
    (checked.home / "coach.db").unlink()
    other = sqlite3.connect(checked.home / "coach.db")
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()
    before = checked.digest()
    assert checked.run("clients", code=2).line
    assert checked.digest() == before


def test_a_fault_of_our_own_says_nothing_of_what_was_at_hand(checked: Shell) -> None:
    program = """
import sys
from coach.casebook.overview import Overview
def broken(self):
    canary = "canary of a client"
    raise RuntimeError("canary in words", canary)
Overview.lines = broken
sys.argv = ["coach", "clients"]
from coach.cli import main
main()
"""
    ran = checked.run(program=("-c", program), code=1)
    assert ran.out == ""
    assert ran.err.startswith("coach: ") and ran.err.count("\n") == 1
    assert "canary" not in ran.err
