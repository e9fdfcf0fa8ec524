"""How every report is laid out: lists, blank lines, JSON. Knows no noun and no words."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any


def bullets(entries: Iterable[str]) -> list[str]:
    """Entries that are not empty as a list, and an empty line behind it; nothing where there are none."""
    given = [f"- {each}" for each in entries if each]
    return [*given, ""] if given else []


def headed(heading: str, entries: Iterable[str]) -> list[str]:
    """The same under a heading."""
    given = bullets(entries)
    return [heading, *given] if given else []


def tidy(lines: Iterable[str]) -> str:
    """Lines with no more than one empty one between them, and none at the end."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).rstrip() + "\n"


def iso(day: date | None) -> str | None:
    """A day for a program; None where there is none."""
    return None if day is None else day.isoformat()


def as_json(value: Any) -> str:
    """A value for a program."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
