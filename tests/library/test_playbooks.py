"""Playbooks of the content we ship, and each mistake an author may make in one."""

from pathlib import Path

import pytest

from coach.engine.boundary import STEPS
from coach.library.checks.model import boundaries
from coach.library.library import Library
from coach.library.playbooks import playbook, playbook_faults
from coach.library.reader import content_root
from tests.library.authors import change

NAME = "single_contact"
FILE = f"playbooks/{NAME}.toml"


def test_every_boundary_has_steps_to_every_rung_in_order_of_days() -> None:
    library = Library()
    for boundary in library.boundaries:
        built = library.playbook(boundary)
        assert {step.rung for step in built.steps} == set(STEPS)
        for rung in STEPS:
            days = [step.days for step in built.steps if step.rung is rung]
            assert days == sorted(days)
        assert built.crossed and built.letters


def test_payment_conduct_and_the_law_are_never_stretched() -> None:
    library = Library()
    never = {each for each in library.boundaries if library.playbook(each).stretch == "never"}
    assert never == {"payment_terms", "conduct", "lawful_work"}


def test_what_we_ship_has_every_word_it_needs() -> None:
    known = boundaries(content_root())[0]
    assert playbook_faults(content_root(), "en", tuple(known), set(Library().letters[0])) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (f'id = "{NAME}"', 'id = "another"', "has the id another"),
        ('rung = "decided"', 'rung = "decide"', "rung"),
        ('stretch = "sometimes"', 'stretch = "somtimes"', "has stretch = 'somtimes'"),
        ("[[crossed]]", '[[crossed]]\nlettre = "x"', "lettre"),
        ("[[step]]", "[[step]", ""),
    ],
)
def test_each_mistake_is_named(root: Path, old: str, new: str, problem: str) -> None:
    change(root, FILE, old, new)
    _, faults = playbook(root, NAME)
    assert faults and all(fault.file == FILE for fault in faults)
    assert any(problem in str(fault) for fault in faults)


def test_a_rung_without_a_step_and_an_id_used_twice_are_named(root: Path) -> None:
    text = (root / FILE).read_text(encoding="utf-8").replace('rung = "told"', 'rung = "kept"')
    first = text.split("[[step]]")[1]
    (root / FILE).write_text(text + "\n[[step]]" + first, encoding="utf-8")
    found = " ".join(str(fault) for fault in playbook(root, NAME)[1])
    assert "no step that leads to told" in found and "an id that is used twice" in found


def test_a_letter_that_is_not_there_and_words_that_are_missing_are_named(root: Path) -> None:
    text = (root / FILE).read_text(encoding="utf-8")
    letter = text.split("letters = [")[1].split('"')[1]
    change(root, FILE, f'"{letter}"', f'"{letter}x"')
    wording = root / "languages/en/playbooks.toml"
    words = wording.read_text(encoding="utf-8")
    start = words.index(f"[{NAME}]")
    wording.write_text(words[:start] + words[start:].replace('why = "', 'because = "', 1), encoding="utf-8")
    faults = playbook_faults(root, "en", (NAME,), set(Library().letters[0]))
    assert {(fault.file, fault.problem.split(" ")[0]) for fault in faults} >= {
        (FILE, "names"),
        ("languages/en/playbooks.toml", "has"),
    }


def test_a_playbook_that_is_not_there_is_one_fault(root: Path) -> None:
    (root / FILE).unlink()
    built, faults = playbook(root, NAME)
    assert built is None and len(faults) == 1
