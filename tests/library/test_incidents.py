"""The kinds of entries and the counts, as an author may write them wrongly."""

from pathlib import Path

import pytest

from coach.library.library import Library
from coach.library.log.incident_kinds import is_slip
from coach.library.log.incidents import incident_faults, incident_types, spans
from coach.library.reader import content_root
from tests.library.authors import change


def test_every_sign_that_can_be_seen_has_a_kind_and_every_boundary_a_slip_or_none() -> None:
    library = Library()
    kinds = library.incident_types.values()
    conditional = {sign.id for sign in library.model.signs if sign.kind.value in ("conditional", "knock_out")}
    assert conditional - {"stop_before"} <= {each.sign for each in kinds}
    assert {each.id for each in kinds if each.stop} == conditional & {
        sign.id for sign in library.model.signs if sign.kind.value == "knock_out"
    } - {"stop_before"}
    assert all(each.boundary in library.boundaries for each in kinds if each.id != "effect")


def test_what_is_shipped_has_no_fault() -> None:
    assert incident_faults(content_root(), "en", Library().boundaries) == []


def test_the_quick_reading_agrees_with_the_whole(root: Path) -> None:
    kinds, _ = incident_types(root)
    assert {name: is_slip(root, name) for name in kinds} == {name: each.mine for name, each in kinds.items()}
    assert is_slip(root, "nothing_of_the_kind") is None


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("incidents.toml", 'sign = "after_hours"', 'sign = "after_ours"', "names the sign after_ours"),
        ("incidents.toml", 'sign = "after_hours"', 'sing = "after_hours"', "has a field `sing`"),
        ("incidents.toml", 'sign = "after_hours"', 'boundary = "scope"', "names no sign"),
        ("incidents.toml", 'boundary = "response_time"', 'sign = "channel"', "is a slip without a boundary"),
        ("incidents.toml", 'boundary = "response_time"', 'boundary = "response"', "names the boundary response"),
        ("incidents.toml", "[type.after_hours]", "[kind.after_hours]", "is a heading that nothing reads"),
        ("languages/en/incidents.toml", "[type.after_hours]", "[type.after_ours]", "has no wording `name`"),
        ("languages/en/incidents.toml", "[type.after_hours]", "[type.after_ours]", "nothing uses it"),
        ("responses.toml", '"1" = [1, 1]', '"9" = [1, 1]', "counts 9, which is no answer"),
        ("responses.toml", '"1" = [1, 1]', '"1" = [3, 1]', "does not say how many times 1 means"),
        ("responses.toml", "far = 2", "far = 0", "has far = 0"),
        ("responses.toml", "far = 2\n", "", "lacks the field `far`"),
    ],
)
def test_each_mistake_is_named_once(root: Path, file: str, old: str, new: str, said: str) -> None:
    change(root, file, old, new)
    found = [each for each in incident_faults(root, "en", Library().boundaries) if said in each.problem]
    assert len(found) == 1 and found[0].remedy


@pytest.mark.parametrize("text", ["type = 3", "type = []", "[type]\nx = 3", "sets = 3\ncounts = 4", "sign = 'x'"])
def test_a_file_of_another_shape_is_no_crash(root: Path, text: str) -> None:
    for name in ("incidents.toml", "signs.toml", "responses.toml", "languages/en/incidents.toml"):
        kept = (root / name).read_text(encoding="utf-8")
        (root / name).write_text(text, encoding="utf-8")
        incident_faults(root, "en", ["scope"])
        spans(root)
        is_slip(root, "after_hours")
        (root / name).write_text(kept, encoding="utf-8")
