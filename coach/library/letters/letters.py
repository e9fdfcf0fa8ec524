"""Letters from their structure and text files. Knows how they are written down; fills nothing."""

import re
from pathlib import Path

import msgspec

from coach.engine.letter import BLANK, Blank, BlankKind, Letter, Tone, blanks_of
from coach.library.blocks import each_of, lacking
from coach.library.faults import Fault, nearest
from coach.library.reader import MOST, read

LETTERS = "letters.toml"
GROUPS = ("welcome", "clauses", "replies", "money", "try", "decline", "exit", "away")
RUNGS = ("", "written", "told")
_ID = re.compile(r"[a-z][a-z0-9_]*")


class LetterBlock(msgspec.Struct, forbid_unknown_fields=True):
    """One ``[letter.…]``."""

    group: str
    boundary: str = ""
    moves: str = ""
    tones: list[Tone] = msgspec.field(default_factory=list)
    sources: list[str] = msgspec.field(default_factory=list)


class BlankBlock(msgspec.Struct, forbid_unknown_fields=True, rename={"first": "from", "second": "or"}):
    """One line of ``[blank]``."""

    first: str
    kind: BlankKind
    second: str = ""


def letters(root: Path) -> tuple[dict[str, Letter], dict[str, Blank], list[Fault]]:
    """Every letter and every blank by id, in the order of the file, and what is wrong with them."""
    raw, faults = read(root, LETTERS)
    known: dict[str, Letter] = {}
    for name, given in each_of(raw, "letter", LetterBlock, LETTERS, faults):
        if not _ID.fullmatch(name):
            faults.append(Fault(LETTERS, name, "has an id with other signs than a-z, 0-9 and _", "Rename it"))
        if given.group not in GROUPS:
            faults.append(Fault(LETTERS, name, f"stands in the group {given.group}", nearest(given.group, GROUPS)))
        if given.moves not in RUNGS:
            faults.append(Fault(LETTERS, name, f"moves the rung {given.moves}", nearest(given.moves, RUNGS[1:])))
        if not given.tones:
            faults.append(Fault(LETTERS, name, "has no tone", 'Write tones = ["neutral"]'))
        known[name] = Letter(name, given.group, given.boundary, given.moves, tuple(given.tones), tuple(given.sources))
    holes = {
        name: Blank(name, tuple(place for place in (hole.first, hole.second) if place), hole.kind)
        for name, hole in each_of(raw, "blank", BlankBlock, LETTERS, faults, "blank.")
    }
    return known, holes, faults


def text_of(root: Path, language: str, letter: Letter) -> tuple[dict[Tone, tuple[str, str]], list[Fault]]:
    """A letter's heading and body by tone, and what is wrong with its text file."""
    name = f"languages/{language}/letters/{letter.id}.txt"
    path = root / name
    try:
        if path.stat().st_size > MOST:
            return {}, [Fault(name, "file", "is larger than a megabyte", "Shorten it")]
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return {}, [Fault(name, "file", "is missing", "Write the letter, or take it out of letters.toml")]
    except UnicodeDecodeError:
        return {}, [Fault(name, "file", "is not UTF-8 text", "Save it as UTF-8")]
    heading, parts = "", dict[str, list[str]]()
    for line in lines:
        if found := re.fullmatch(r"--- (\w+)\s*", line):
            parts[found[1]] = []
        elif parts:
            list(parts.values())[-1].append(line)
        elif found := re.fullmatch(r"(?:subject|title): (.+)", line):
            heading = found[1].strip()
    faults = [Fault(name, "file", "has no first line subject: or title:", "Write one")] if not heading else []
    faults += [
        Fault(name, tone, "has no text in that tone", f"Write it below --- {tone}")
        for tone in letter.tones
        if tone.value not in parts
    ]
    return {
        tone: (heading, "\n".join(parts[tone.value]).strip()) for tone in letter.tones if tone.value in parts
    }, faults


def letter_faults(root: Path, language: str) -> list[Fault]:
    """Everything wrong with the letters of one language, their blanks and their wording."""
    known, holes, faults = letters(root)
    words, found = read(root, f"languages/{language}/letters.toml")
    faults += found
    used: set[str] = set()
    for letter in known.values():
        texts, found = text_of(root, language, letter)
        faults += found
        for heading, body in texts.values():
            names = blanks_of(f"{heading}\n{body}")
            used |= set(names)
            file = f"languages/{language}/letters/{letter.id}.txt"
            faults += [
                Fault(file, "text", f"has a blank ${name} that {LETTERS} does not list", nearest(name, holes))
                for name in names
                if name not in holes
            ]
            if BLANK.sub("", body).count("$"):
                faults.append(Fault(file, "text", "has a $ that begins no blank", "Write the amount as a blank"))
        faults += _lacking(words, language, "letter", letter.id, ("name", "when"))
    for hole in holes:
        faults += _lacking(words, language, "blank", hole, ("ask", "example"))
        if hole not in used:
            faults.append(Fault(LETTERS, f"blank.{hole}", "is used by no letter", "Take it out"))
    for group in GROUPS:
        faults += _lacking(words, language, "group", group, ("name", "note"))
    return faults


def _lacking(words: dict[str, object], language: str, kind: str, name: str, fields: tuple[str, ...]) -> list[Fault]:
    blocks = words.get(kind, {})
    own = blocks.get(name, {}) if isinstance(blocks, dict) else {}
    return lacking(f"languages/{language}/letters.toml", f"{kind}.{name}", own, fields)
