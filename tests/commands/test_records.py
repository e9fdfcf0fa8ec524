"""Where the records go, and the export of all there is."""

import json
import os
from pathlib import Path

from tests.commands.shell import Shell

QUICK_TODAY = "2026-03-01"


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
