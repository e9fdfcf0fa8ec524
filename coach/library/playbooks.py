"""How each boundary is put in place: terms, steps and response ladder, from content/playbooks. Draws no conclusion."""

from pathlib import Path

import msgspec

from coach.engine.boundary import STEPS, Rung
from coach.engine.letter import BlankKind
from coach.engine.value import Value
from coach.library.blocks import block
from coach.library.faults import Fault, nearest
from coach.library.reader import Raw, read


class Param(Value):
    """One figure or phrase of my terms."""

    id: str
    kind: BlankKind


class PlayStep(Value):
    """One act that brings a boundary to a rung, due so many days after the plan begins."""

    id: str
    rung: Rung
    days: int
    sources: tuple[str, ...]


class Crossed(Value):
    """What to do when the boundary is crossed; the next entry is for the next time."""

    id: str
    letter: str
    sources: tuple[str, ...]


class Playbook(Value):
    """Everything about putting one boundary in place and keeping it."""

    boundary: str
    params: tuple[Param, ...]
    letters: tuple[str, ...]
    stretch: str
    steps: tuple[PlayStep, ...]
    crossed: tuple[Crossed, ...]
    emergency: bool


class ParamBlock(msgspec.Struct, forbid_unknown_fields=True):
    """One entry of ``params``."""

    id: str
    kind: BlankKind


class StepBlock(msgspec.Struct, forbid_unknown_fields=True):
    """One ``[[step]]``."""

    id: str
    rung: Rung
    days: int = 0
    sources: list[str] = msgspec.field(default_factory=list)


class CrossedBlock(msgspec.Struct, forbid_unknown_fields=True):
    """One ``[[crossed]]``."""

    id: str
    letter: str = ""
    sources: list[str] = msgspec.field(default_factory=list)


class PlaybookBlock(msgspec.Struct, forbid_unknown_fields=True):
    """A playbook file."""

    id: str
    params: list[ParamBlock] = msgspec.field(default_factory=list)
    letters: list[str] = msgspec.field(default_factory=list)
    stretch: str = "sometimes"
    step: list[StepBlock] = msgspec.field(default_factory=list)
    crossed: list[CrossedBlock] = msgspec.field(default_factory=list)
    emergency: Raw | None = None


def playbook(root: Path, boundary: str) -> tuple[Playbook | None, list[Fault]]:
    """The playbook of a boundary, or None where its file cannot be used."""
    file = f"playbooks/{boundary}.toml"
    raw, faults = read(root, file)
    if faults:
        return None, faults
    given = block(raw, PlaybookBlock, file, "file", faults)
    if given is None:
        return None, faults
    if given.id != boundary:
        faults.append(Fault(file, "file", f"has the id {given.id}", f'Write id = "{boundary}", as the file is named'))
    if given.stretch not in ("sometimes", "never"):
        faults.append(
            Fault(file, "file", f"has stretch = {given.stretch!r}", nearest(given.stretch, ("sometimes", "never")))
        )
    lacking = [rung for rung in STEPS if not any(step.rung is rung for step in given.step)]
    faults += [Fault(file, "file", f"has no step that leads to {rung}", "Add one") for rung in lacking]
    for kind in (given.step, given.crossed, given.params):
        ids = [each.id for each in kind]
        twice = sorted({each for each in ids if ids.count(each) > 1})
        faults += [Fault(file, each, "has an id that is used twice", "Rename one") for each in twice]
    return (
        Playbook(
            boundary,
            tuple(Param(each.id, each.kind) for each in given.params),
            tuple(given.letters),
            given.stretch,
            tuple(PlayStep(each.id, each.rung, each.days, tuple(each.sources)) for each in given.step),
            tuple(Crossed(each.id, each.letter, tuple(each.sources)) for each in given.crossed),
            given.emergency is not None,
        ),
        faults,
    )


def playbook_faults(root: Path, language: str, boundaries: tuple[str, ...], letters: set[str]) -> list[Fault]:
    """Everything wrong with the playbooks and their wording in one language."""
    words, faults = read(root, f"languages/{language}/playbooks.toml")
    file = f"languages/{language}/playbooks.toml"
    for boundary in boundaries:
        built, found = playbook(root, boundary)
        faults += found
        if built is None:
            continue
        named = [*built.letters, *(each.letter for each in built.crossed if each.letter)]
        faults += [
            Fault(f"playbooks/{boundary}.toml", "letters", f"names the letter {each}", nearest(each, letters))
            for each in named
            if each not in letters
        ]
        own = words.get(boundary, {})
        fields = ["why", "stretch", *(["emergency"] if built.emergency else [])]
        faults += [
            Fault(file, boundary, f"has no wording `{each}`", f'Add {each} = "…"')
            for each in fields
            if not own.get(each)
        ]
        wanted: list[tuple[str, str, tuple[str, ...]]] = [
            ("param", each.id, ("ask", "example")) for each in built.params
        ]
        wanted += [("step", each.id, ("text", "how")) for each in built.steps]
        wanted += [("crossed", each.id, ("text",)) for each in built.crossed]
        for kind, name, keys in wanted:
            have = own.get(kind, {}).get(name, {})
            faults += [
                Fault(file, f"{boundary}.{kind}.{name}", f"has no wording `{key}`", f'Add {key} = "…"')
                for key in keys
                if not have.get(key)
            ]
    return faults
