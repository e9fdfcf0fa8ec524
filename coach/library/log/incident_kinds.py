"""Whether a kind of entry is known, and whose it is, read quickly. Knows one file, and nothing of what it means."""

from pathlib import Path

from coach.library.reader import read

FILE = "incidents.toml"


def is_slip(root: Path, kind: str) -> bool | None:
    """Whether a kind is a slip of one's own; None for a kind there is not."""
    kinds = read(root, FILE)[0].get("type")
    found = kinds.get(kind) if isinstance(kinds, dict) else None
    return bool(found.get("mine")) if isinstance(found, dict) else None
