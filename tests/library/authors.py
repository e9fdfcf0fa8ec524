"""What an author does to content."""

from pathlib import Path


def change(root: Path, file: str, old: str, new: str) -> None:
    """Put something in the place of the first of what stands there."""
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
