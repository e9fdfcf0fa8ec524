"""What each command prints, where the records go, and that programs can read it."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from coach import __version__
from tests.cli.shell import GOOD, HARD, ROOT, Shell

QUICK_TODAY = "2026-03-01"


def test_version_and_help_say_what_there_is(shell: Shell) -> None:
    assert shell.run("--version").out == f"coach, version {__version__}\n"
    told = shell.run("--help").out
    assert all(each in told for each in ("assess", "verdict", "trend", "clients", "content", "export", "where", "--at"))
    assert shell.run("-h").out == told
    assert not shell.home.exists()


def test_a_group_alone_says_what_it_holds(shell: Shell) -> None:
    ran = shell.run("content", code=None)
    assert "check" in ran.out + ran.err
    assert not (ran.out + ran.err).startswith("coach: Usage")


def test_where_names_the_places_and_makes_none(shell: Shell, tmp_path: Path) -> None:
    assert str(shell.home / "coach.db") in shell.run("where").out
    assert str(tmp_path / "other" / "coach.db") in shell.run("--at", tmp_path / "other", "where").out
    usual = shell.run("where", COACH_HOME="", XDG_DATA_HOME=str(tmp_path / "data")).out
    assert str(tmp_path / "data" / "coach" / "coach.db") in usual
    assert not any((tmp_path / each).exists() for each in ("records", "other", "data"))


def test_the_records_go_where_they_are_told_to(checked: Shell, tmp_path: Path) -> None:
    assert "no clients" in checked.run("--at", tmp_path / "other", "clients").out
    assert "Acme" in checked.run("--at", checked.home, "clients", COACH_HOME=str(tmp_path / "third")).out
    assert (tmp_path / "other" / "coach.db").is_file()
    assert not (tmp_path / "third").exists()


def test_an_assessment_says_the_same_as_a_later_verdict(checked: Shell) -> None:
    hard = checked.file("hard.toml", HARD)
    told = checked.run("assess", "Acme", "--answers", hard, "--on", "2026-02-02")
    assert told.out.startswith("Acme\nquick check of 2 February 2026\n")
    assert checked.run("verdict", "Acme").out == told.out
    assert checked.run("verdict", "acm").out == told.out
    both = checked.run("assess", "Acme", "--answers", hard, "--on", "2026-02-03", "--json").out
    assert checked.run("verdict", "Acme", "--json").out == both
    found = json.loads(both)
    assert (found["client"], found["on"], found["depth"], found["outcome"]) == (
        "Acme",
        "2026-02-03",
        "quick",
        "plan_exit",
    )
    assert "after_hours" in {each["sign"] for each in found["signs"]}
    assert not any(inside in told.out for inside in ("(sentence=", "lever=", "None", "Outcome."))


def test_json_and_toml_answers_give_the_same_recommendation(checked: Shell) -> None:
    as_json = {
        "depth": "quick",
        "confirm_cards": True,
        "recent": "no",
        "late_payment": "none",
        "owed": "no",
        "after_hours": ["3", "writing", "each", "refused"],
        "worth_it": "no",
        "on": "2026-02-02",
    }
    first = checked.run("assess", "Acme", "--answers", checked.file("a.json", json.dumps(as_json)), "--json").out
    assert (
        checked.run("assess", "Acme", "--answers", checked.file("a.toml", HARD + "on = 2026-02-02\n"), "--json").out
        == first
    )


def test_figures_may_be_ranges_written_the_way_people_write_them(checked: Shell) -> None:
    text = GOOD.replace('depth = "quick"\n', "") + 'unpaid = {}\nfavours = ["1", "no"]\nshare = {}\n'
    for place, (unpaid, share) in enumerate((('"2.5"', '"30-45"'), ("2.5", '"30 – 45 %"'), ('"2:30"', '"30 to 45"'))):
        answers = checked.file(f"{place}.toml", text.format(unpaid, share))
        checked.run("assess", "Acme", "--answers", answers, "--on", f"2026-02-0{place + 1}")
    with sqlite3.connect(checked.home / "coach.db") as records:
        rows = records.execute("SELECT item, low, high FROM answer WHERE item IN ('unpaid', 'share')").fetchall()
    assert sorted(rows) == [("share", 30, 45)] * 3 + [("unpaid", 150, 150)] * 3


def test_every_answer_of_a_file_is_in_the_records_with_its_note(checked: Shell) -> None:
    noted = GOOD.replace('owed = "no"', 'owed = { answer = "no", note = "all paid by May" }')
    checked.run("assess", "Acme", "--answers", checked.file("noted.toml", noted), "--on", "2026-02-02")
    with sqlite3.connect(checked.home / "coach.db") as records:
        rows = records.execute(
            "SELECT item, option, text FROM answer JOIN assessment ON assessment.id = assessment_id WHERE on_day = ?",
            ["2026-02-02"],
        ).fetchall()
    assert ("owed", "no", "all paid by May") in rows
    assert {("violence", "no", ""), ("after_hours", "0", ""), ("worth_it", "yes", "")} <= set(rows)


def test_a_trend_has_a_point_for_each_check_in_the_order_of_days(checked: Shell) -> None:
    checked.run("assess", "Acme", "--answers", checked.file("hard.toml", HARD), "--on", "2025-12-01")
    found = json.loads(checked.run("trend", "Acme", "--json").out)
    theirs = {each["measure"]: each for each in found["measures"]}["theirs"]
    assert [point["on"] for point in theirs["points"]] == ["2025-12-01", "2026-01-05"]
    assert theirs["points"][0]["value"] > theirs["points"][1]["value"] == 0
    text = checked.run("trend", "Acme").out
    assert text.startswith("Acme\n")
    assert text.index("2025-12-01") < text.index("2026-01-05")


def test_a_client_without_a_check_has_nothing_to_plot_and_no_recommendation(checked: Shell) -> None:
    checked.run("assess", "Acme", "--answers", checked.file("hard.toml", HARD), "--on", "2026-02-02")
    with sqlite3.connect(checked.home / "coach.db") as records:
        records.execute("UPDATE assessment SET withdrawn_at = begun_at")
    records.close()
    assert "Acme" in checked.run("trend", "Acme").out
    assert "Acme" in checked.run("verdict", "Acme", code=2).line


def test_clients_are_listed_the_heaviest_first(checked: Shell) -> None:
    checked.run("assess", "Brook", "--add", "--answers", checked.file("hard.toml", HARD), "--on", "2026-02-02")
    lines = checked.run("clients").out.splitlines()
    assert [line.split()[0] for line in lines] == ["Brook", "Acme"]
    found = json.loads(checked.run("clients", "--json").out)
    assert [(each["client"], each["outcome"]) for each in found] == [("Brook", "plan_exit"), ("Acme", "keep")]


def test_nobody_there_is_said_and_is_no_mistake(shell: Shell) -> None:
    assert shell.run("clients").out.count("\n") == 1
    assert json.loads(shell.run("clients", "--json").out) == []


def test_an_export_holds_everything_and_is_for_its_owner_alone(checked: Shell, tmp_path: Path) -> None:
    everything = json.loads(checked.run("export").out)
    assert [each["name"] for each in everything["tables"]["client"]] == ["Acme"]
    assert {each["item"] for each in everything["tables"]["answer"]} >= {"violence", "after_hours", "owed", "worth_it"}
    assert all(len(everything["tables"][each]) == 1 for each in ("assessment", "verdict"))
    kept = tmp_path / "kept.json"
    old = os.umask(0)
    try:
        assert checked.run("export", "--out", kept).out == f"{kept}\n"
    finally:
        os.umask(old)
    assert kept.stat().st_mode & 0o777 == 0o600
    assert json.loads(kept.read_text(encoding="utf-8")) == everything
    assert "--force" in checked.run("export", "--out", kept, code=2).line
    checked.run("export", "--out", kept, "--force")
    (tmp_path / "link.json").symlink_to(tmp_path / "elsewhere.json")
    assert "link.json" in checked.run("export", "--out", tmp_path / "link.json", "--force", code=2).line
    assert not (tmp_path / "elsewhere.json").exists()


def test_the_content_is_whole_and_a_broken_copy_is_found_out(shell: Shell, tmp_path: Path) -> None:
    assert shell.run("content", "check").out.startswith("0 faults, ")
    uncited = shell.run("content", "check", "--uncited").out.splitlines()
    assert int(uncited[-1].split()[2]) == len(uncited) - 1
    copy = tmp_path / "content"
    for path in (ROOT / "content").rglob("*.toml"):
        there = copy / path.relative_to(ROOT / "content")
        there.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        there.write_text(text.replace('item = "worth_it"', 'item = "worht_it"'), encoding="utf-8")
    broken = shell.run("content", "check", "--root", copy, code=2)
    assert "worht_it" in broken.out and "client-check" in broken.out
    assert not broken.out.splitlines()[-1].startswith("0 faults")


def test_a_folder_that_is_no_content_is_a_fault_and_no_accident(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = shell.run("content", "check", "--root", tmp_path / "empty", code=2)
    assert ran.out or ran.line


@pytest.mark.parametrize("command", [("export",), ("clients",), ("verdict", "Acme"), ("--help",)])
def test_a_reader_that_has_gone_is_no_mistake(checked: Shell, command: tuple[str, ...]) -> None:
    gone, pipe = os.pipe()
    os.close(gone)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "coach", *command],
            env=checked.environment,
            stdin=subprocess.DEVNULL,
            stdout=pipe,
            stderr=subprocess.PIPE,
            timeout=30,
        )
    finally:
        os.close(pipe)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("command", [("export",), ("clients",)])
def test_output_that_cannot_be_written_is_said(checked: Shell, command: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "coach", *command],
            env=checked.environment,
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=30,
        )
    assert done.returncode in (1, 2)
    assert done.stderr.startswith("coach: ") and done.stderr.count("\n") == 1
