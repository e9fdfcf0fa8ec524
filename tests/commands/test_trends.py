"""coach trend as a shell runs it."""

import json
import sqlite3

from tests.commands.shell import HARD, Shell


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
