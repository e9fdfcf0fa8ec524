"""Reading what the coach rests on: claims come in the order asked for, and an unknown id is left out."""

from pathlib import Path

from coach.library.sources import says


def test_claims_come_in_the_order_asked_for(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(
        'A-1 = {seed = "a", says = "First."}\nA-2 = {seed = "a", says = "Second."}\n'
    )
    assert says(tmp_path, ["A-2", "A-9", "A-1"]) == [("A-2", "Second."), ("A-1", "First.")]


def test_without_the_file_there_are_no_claims(tmp_path: Path) -> None:
    assert says(tmp_path / "elsewhere", ["A-1"]) == []
