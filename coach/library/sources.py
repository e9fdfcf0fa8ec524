"""What the coach rests on, claim by claim. Knows the file of sources, and nothing of who cites it."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from coach.library.reader import Raw, read

SOURCES = "sources.toml"


def says(root: Path, ids: Iterable[str]) -> list[tuple[str, str]]:
    """The claims of those ids in our own words, in the order asked for; an id the file does not hold is left out."""
    claims = _claims(root)
    return [(each, str(claims[each]["says"])) for each in ids if each in claims]


@lru_cache(maxsize=1)
def _claims(root: Path) -> Raw:
    raw, _ = read(root, SOURCES)
    return raw
