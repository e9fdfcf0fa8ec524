"""What a shell prompt, a script and a calendar learn of check-ins."""

import json

import pytest
from icalendar import Calendar

from tests.commands.shell import Shell
from tests.commands.test_imports import TOOLKIT, loaded

NOT_YET, DUE_DAY, LATER = "2026-01-10", "2026-02-06", "2026-02-09"
"""The client of these tests was checked on 5 January 2026 and is calm: a month later, on a Friday."""


def test_nothing_is_due_where_there_are_no_records_and_none_are_made(shell: Shell) -> None:
    assert shell.run("due").out == "Nothing is due.\n"
    assert shell.run("status").out == "nothing due\n"
    assert not shell.home.exists()


@pytest.mark.parametrize(
    ("words", "out"),
    [
        ((), "1 check-in due, 1 overdue\n"),
        (("--count",), "1\n"),
        (("--names",), "1 check-in due, 1 overdue\nAcme, 6 February 2026\n"),
    ],
)
def test_something_due_is_said_and_is_exit_code_ten(checked: Shell, words: tuple[str, ...], out: str) -> None:
    assert checked.run("due", *words, code=10, COACH_TODAY=LATER).out == out


def test_nothing_due_is_exit_code_nought_and_silence_for_a_prompt(checked: Shell) -> None:
    assert checked.run("due", COACH_TODAY=NOT_YET).out == "Nothing is due.\n"
    assert checked.run("due", "--count", COACH_TODAY=NOT_YET).out == ""


def test_due_today_is_not_overdue_and_json_names_only_when_asked(checked: Shell) -> None:
    assert checked.run("due", code=10, COACH_TODAY=DUE_DAY).out == "1 check-in due\n"
    plain = checked.run("due", "--json", code=10, COACH_TODAY=DUE_DAY).out
    assert json.loads(plain) == {
        "on": DUE_DAY,
        "due": 1,
        "check_ins": [{"due_on": DUE_DAY, "every": "monthly", "missed": 0}],
    }
    assert "Acme" not in plain
    assert (
        json.loads(checked.run("due", "--json", "--names", code=10, COACH_TODAY=DUE_DAY).out)["check_ins"][0]["client"]
        == "Acme"
    )


def test_the_status_is_one_line_without_a_name(checked: Shell) -> None:
    out = checked.run("status", COACH_TODAY=LATER).out
    assert out == "1 check-in due, 1 overdue\n"


@pytest.mark.parametrize("words", [("due",), ("due", "--count"), ("due", "--json"), ("status",)])
def test_a_prompt_waits_for_nothing_it_does_not_need(checked: Shell, words: tuple[str, ...]) -> None:
    checked.environment["COACH_TODAY"] = NOT_YET
    found = loaded(checked, *words)
    assert "sqlite3" in found
    assert found & (TOOLKIT | {"sqlite_utils", "msgspec", "screens"}) == set()


def test_a_check_in_in_typed_lines_is_no_longer_due(checked: Shell) -> None:
    done = checked.run("checkin", "Acme", "--plain", typed="2\n30\n3\n1\n\n", COACH_TODAY=LATER)
    assert "Saved: Acme. The next one comes on" in done.out
    assert checked.run("due", COACH_TODAY=LATER).out == "Nothing is due.\n"


def test_what_a_check_in_cannot_do_is_one_line(checked: Shell) -> None:
    assert checked.run("checkin", "Acme", code=2).line
    assert checked.run("checkin", "Nobody", "--plain", code=2).line
    assert checked.run("checkin", "Acme", "--plain", "--on", "2999-01-01", code=2).line
    assert checked.run("due", code=2, COACH_TODAY="soon").line


def test_the_calendar_comes_round_under_the_same_name_and_names_nobody(checked: Shell) -> None:
    paths = [checked.folder / name for name in ("first.ics", "second.ics")]
    for path in paths:
        checked.run("calendar", "--out", path, COACH_TODAY=NOT_YET)
    events = [Calendar.from_ical(path.read_bytes()).walk("VEVENT")[0] for path in paths]
    assert events[0]["UID"] == events[1]["UID"]
    assert events[0]["DTSTART"].dt.isoformat() == DUE_DAY
    assert dict(events[0]["RRULE"]) == {"FREQ": ["MONTHLY"], "BYDAY": ["1FR"]}
    assert "Acme" not in paths[0].read_text()
    assert checked.run("calendar", "--out", paths[0], code=2).line
    checked.run("calendar", "--out", paths[0], "--force", "--names", COACH_TODAY=NOT_YET)
    assert "SUMMARY:Check-in: Acme" in paths[0].read_text()
