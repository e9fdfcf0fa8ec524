"""coach assess and coach verdict: what each prints, and that programs can read it."""

import json
import sqlite3

from tests.commands.shell import GOOD, HARD, Shell


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
