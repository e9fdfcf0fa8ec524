"""Mistakes in what items say of limits, as faults that an author can act on."""

from pathlib import Path

from coach.library.faults import Fault
from coach.library.proof.content import check
from tests.library.authors import change


def faults(root: Path, file: str, old: str, new: str) -> list[Fault]:
    """The faults of the content with one thing in it changed."""
    change(root, file, old, new)
    return [fault for fault in check(root) if not fault.warning]


CHECK = "instruments/client-check.toml"


def test_a_limit_that_is_asked_nowhere_is_named_with_the_nearest(root: Path) -> None:
    (fault,) = faults(root, CHECK, 'needs = ["limits.buffer"]', 'needs = ["limits.bufer"]')
    assert (fault.file, fault.block) == (CHECK, "share")
    assert "limits.bufer" in fault.problem
    assert "limits.buffer" in fault.remedy


def test_a_card_gives_limits_to_its_own_rows_only(root: Path) -> None:
    (fault,) = faults(root, CHECK, 'availability_drain = ["limits.response"]', 'availability = ["limits.response"]')
    assert fault.block == "happened_most"
    assert "availability_drain" in fault.remedy


def test_a_group_needs_its_words(root: Path) -> None:
    (fault,) = faults(root, "languages/en/limits.toml", 'name = "Money"\n', "")
    assert (fault.file, fault.block) == ("languages/en/limits.toml", "group.money")
    assert "name" in fault.problem


def test_words_for_a_group_that_is_not_there_are_spare(root: Path) -> None:
    found = faults(root, "languages/en/limits.toml", "[group.work]", "[group.works]")
    assert {fault.block for fault in found} == {"group.work", "group.works"}
