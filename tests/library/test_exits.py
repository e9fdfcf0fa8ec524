"""What exits say and do: everything worded and cited, nothing offered that is never to be offered, faults named."""

import re
from pathlib import Path

import pytest

from coach.library.exits import EXIT, exit_book, exit_faults
from coach.library.library import Library
from coach.library.reader import content_root, read
from tests.library.authors import change

NEVER = {
    "holding for money": r"(keep|hold|withhold)\w* (back )?(the |their )?(data|files|work|deliverables)\b.* until",
    "taking down": r"(take|shut|switch|turn) (down|off) (their|the client)|take (their|the) \w+ (down|off)|lock them",
    "shaming": r"review|post about|name them|publicly|social media|warn others",
    "recording": r"record (the|every) (call|talk|meeting)|secretly|tape",
}
"""What no step may offer."""


def texts() -> dict[str, str]:
    words = read(content_root(), f"languages/en/{EXIT}")[0]
    return {name: f"{each['text']} {each['how']}" for name, each in words["step"].items()}


@pytest.mark.parametrize("what", NEVER)
def test_no_step_offers_it(what: str) -> None:
    found = {name: text for name, text in texts().items() if re.search(NEVER[what], text, re.IGNORECASE)}
    assert found == {}


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("holding for money", "Keep their files until the invoice is paid."),
        ("taking down", "Take their site down for a day."),
        ("shaming", "Write an honest review of them."),
        ("recording", "Record the call on your telephone."),
    ],
)
def test_it_would_be_found(what: str, said: str) -> None:
    assert re.search(NEVER[what], said, re.IGNORECASE)


def test_the_safe_way_has_no_call_no_meeting_and_no_thanks() -> None:
    book = Library().exits
    safe = [each for each in book.steps if each.wants <= {"safety"} and "safety" not in each.never]
    assert len(safe) >= 10
    assert not any(each.opens or each.letter for each in safe)
    assert not any(re.search(r"\bthank|\bmeet them|\bring them", texts()[each.id], re.IGNORECASE) for each in safe)


def test_data_goes_back_whatever_is_owed() -> None:
    step = next(each for each in Library().exits.steps if each.id == "return_data")
    assert not step.wants & {"owed", "invoice", "collect"} and not step.after
    assert "never held for money" in texts()["return_data"]


def test_every_place_a_law_may_be_of_has_a_number_but_the_unknown_one() -> None:
    from coach.casebook.exits.facts import countries

    assert set(countries()) - set(Library().exits.emergency) == {"other"}
    assert {Library().exits.emergency[each] for each in ("NO", "UK", "US-NYC")} == {"112", "999", "911"}


def test_a_country_may_be_chosen_as_the_limits_have_it() -> None:
    from coach.casebook.exits.facts import countries

    assert countries() == Library().instrument("limits").items["limits.country"].options


def test_every_letter_a_step_names_is_there_and_every_letter_of_an_ending_is_offered() -> None:
    known = Library().letters[0]
    named = {each.id: each.letter for each in Library().exits.steps if each.letter}
    assert {step: letter for step, letter in named.items() if letter not in known} == {}
    assert named["confirm"] == "exit_confirmation" and named["handover"] == "exit_handover"
    # Where nobody is rung the words come from a lawyer, so no step offers the notice; the call card has its own door.
    endings = {each for each, letter in known.items() if letter.group == "exit"}
    assert endings - set(named.values()) == {"exit_call", "exit_notice"}


def test_as_it_stands_nothing_is_wrong(root: Path) -> None:
    assert exit_faults(root, "en") == []


@pytest.mark.parametrize(
    ("file", "was", "now", "problem"),
    [
        (EXIT, 'section = "first"', 'section = "frist"', "has the section frist"),
        (EXIT, 'kind = "yes_no"', 'kind = "yesno"', "none of its choices"),
        (EXIT, 'fact = "deposit", above = 0', 'fact = "depsit", above = 0', "hangs on depsit"),
        (EXIT, 'wants = ["safety"]', 'wants = ["safty"]', "names the flag safty"),
        (EXIT, 'after = "lawyer"', 'after = "lawyr"', "comes after lawyr"),
        (EXIT, 'opens = "call"', 'opens = "cal"', "opens cal"),
        (EXIT, 'id = "police"', 'id = "emergency"', "used twice"),
        (EXIT, 'options = ["returned", "kept"]\n', "", "a choice of none"),
        (EXIT, 'from = "start"', 'form = "start"', "nothing reads"),
        (EXIT, 'checked_on = "2026-11", source = "European emergency number 112, EEA"', 'source = "x"', "checked_on"),
        (f"languages/en/{EXIT}", "[step.police]", "[step.polce]", "has no wording `text`"),
        (f"languages/en/{EXIT}", "[step.police]", "[step.polce]", "is worded, but no step"),
        (f"languages/en/{EXIT}", 'hourly = "by the hour"', "", "has no wording `hourly`"),
    ],
)
def test_a_slip_of_an_author_is_named(root: Path, file: str, was: str, now: str, problem: str) -> None:
    change(root, file, was, now)
    found = [str(each) for each in exit_faults(root, "en")]
    assert any(problem in each for each in found), found


def test_a_missing_file_is_one_fault_and_no_crash(tmp_path: Path) -> None:
    book, faults = exit_book(tmp_path)
    assert not book.steps and len(faults) == 1
