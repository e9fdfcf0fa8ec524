"""Letters, playbooks, incidents, exits, the guide and laws, checked for authors. Knows where each cites its claims."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from coach.library.exits import exit_citations, exit_faults
from coach.library.faults import Fault
from coach.library.guide import guide
from coach.library.letters.late_payment import place_faults
from coach.library.letters.letters import LETTERS, letter_faults, letters
from coach.library.log.incidents import incident_citations, incident_faults
from coach.library.playbooks import playbook_faults
from coach.library.reader import read


def text_faults(root: Path, language: str, boundaries: Iterable[str]) -> list[Fault]:
    """Everything wrong with them in one language; ``boundaries`` are the ids there are."""
    known = set(letters(root)[0])
    lines = tuple(boundaries)
    faults = letter_faults(root, language)
    faults += playbook_faults(root, language, lines, known)
    faults += incident_faults(root, language, lines)
    faults += place_faults(root, language)
    faults += exit_faults(root, language)
    return faults + guide(root, language)[1]


def text_citations(root: Path, languages: Iterable[str]) -> list[tuple[str, str, object]]:
    """What each block of them cites: file, block, and its ``sources`` as they are written."""
    found: list[tuple[str, str, object]] = [*incident_citations(root), *exit_citations(root)]
    for letter, each in _tables(read(root, LETTERS)[0].get("letter")):
        found.append((LETTERS, letter, each.get("sources")))
    for path in sorted((root / "playbooks").glob("*.toml")):
        name = f"playbooks/{path.name}"
        raw = read(root, name)[0]
        blocks = [("emergency", raw.get("emergency"))]
        for kind in ("step", "crossed"):
            listed = raw.get(kind)
            blocks += [(kind, each) for each in listed] if isinstance(listed, list) else []
        for kind, block in blocks:
            if isinstance(block, dict):
                found.append((name, str(block.get("id", kind)), block.get("sources")))
    for language in languages:
        for page in guide(root, language)[0]:
            name = f"languages/{language}/guide: {page.topic}"
            found += [(name, each.text[:40], list(each.sources)) for each in page.passages if each.sources]
    return found


def _tables(raw: object) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, each in raw.items() if isinstance(raw, dict) else ():
        if isinstance(each, dict):
            yield str(name), each
