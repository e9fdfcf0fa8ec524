"""Mistakes an author can make in letters, playbooks, the guide and the laws, on a copy of the real content."""

import re
import shutil
from pathlib import Path

import pytest

from coach.library.checks.model import boundaries
from coach.library.proof.texts import text_citations, text_faults
from coach.library.reader import content_root

KNOWN = boundaries(content_root())[0]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(content_root(), tmp_path / "content"))


def test_the_content_as_it_is_has_no_fault() -> None:
    assert text_faults(content_root(), "en", KNOWN) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("letters.toml", 'group = "money"', 'group = "mony"', "stands in the group mony. Did you mean money"),
        ("letters.toml", 'moves = "told"', 'moves = "tell"', "moves the rung tell. Did you mean told"),
        ("letters.toml", 'from = "contact.salutation", ', "", "blank.salutation: lacks the field `from`"),
        ("languages/en/letters.toml", 'example = "Ms Hill"\n', "", "blank.salutation: has no wording `example`"),
        (
            "languages/en/letters/call_note.txt",
            "$agreed",
            "$agred",
            "has a blank $agred that letters.toml does not list",
        ),
        ("languages/en/letters/call_note.txt", "$agreed", "$ 5", "has a $ that begins no blank"),
        ("languages/en/letters/call_note.txt", "--- firm", "--- hard", "firm: has no text in that tone"),
        ("languages/en/letters/call_note.txt", "subject: ", "", "has no first line subject: or title:"),
        ("playbooks/scope.toml", 'rung = "told"', 'rung = "said"', "which is none of its choices"),
        (
            "playbooks/scope.toml",
            '"clause_scope"',
            '"clause_scop"',
            "names the letter clause_scop. Did you mean clause_scope",
        ),
        ("languages/en/late_payment.toml", 'named = "Norway"\n', "", "place.NO: has no wording `named`"),
        ("languages/en/late_payment.toml", "[place.NO]", "[place.NQ]", "place.NQ: is worded, but no place"),
        ("late_payment.toml", 'checked_on = "2026-11"', "checked_on = 5", "has a whole number at `checked_on`"),
        ("languages/en/guide/01-why.md", "+++\ntopic", "++\ntopic", "01-why.md: page: cannot be read"),
    ],
)
def test_a_mistake_is_named_with_its_file(root: Path, name: str, old: str, new: str, fault: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [str(each) for each in text_faults(root, "en", KNOWN)]
    assert any(fault in each and Path(name).name in each for each in found), found


def test_every_citation_is_found(root: Path) -> None:
    written = re.compile(r"S\d{3}-\d+")
    for name in ("letters.toml", "playbooks/scope.toml", "languages/en/guide/01-why.md"):
        text = (root / name).read_text(encoding="utf-8")
        cited = {
            each
            for file, _, ids in text_citations(root, ["en"])
            if (file == name or file.endswith("guide: why")) and isinstance(ids, list)
            for each in ids
        }
        assert set(written.findall(text)) <= cited
