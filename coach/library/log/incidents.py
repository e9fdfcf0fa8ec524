"""What can be written down of a day, from its content, and how answers and counts compare. Decides nothing."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from coach.engine.incident import IncidentType
from coach.engine.memory import Spans
from coach.library.blocks import block, each_of
from coach.library.faults import Fault, nearest
from coach.library.log.incident_kinds import FILE
from coach.library.proof.wording import wording_faults
from coach.library.reader import Raw, read, table

SIGNS = "signs.toml"
RESPONSES = "responses.toml"
FREQUENCY = "frequency"
STOPS = "knock_out"
"""The class of signs that are a reason to stop."""


class TypeBlock(msgspec.Struct, forbid_unknown_fields=True):
    """One ``[type.…]``."""

    sign: str = ""
    boundary: str = ""
    mine: bool = False
    sources: list[str] = msgspec.field(default_factory=list)


class CountsBlock(msgspec.Struct, forbid_unknown_fields=True):
    """``[counts]``: how many times each answer means, and how far apart is far."""

    far: int
    frequency: dict[str, list[int]]


def incident_types(root: Path) -> tuple[dict[str, IncidentType], list[Fault]]:
    """Every type by id, in the order of the file, and what is wrong with the file."""
    raw, faults = read(root, FILE)
    faults += [
        Fault(FILE, each, "is a heading that nothing reads", nearest(each, ("type",))) for each in raw.keys() - {"type"}
    ]
    listed = table(read(root, SIGNS)[0], "sign", SIGNS, [])
    signs = {name: each for name, each in listed.items() if isinstance(each, dict)}
    known: dict[str, IncidentType] = {}
    for name, given in each_of(raw, "type", TypeBlock, FILE, faults):
        faults += _type_faults(name, given, signs)
        of = signs.get(given.sign, {})
        known[name] = IncidentType(
            name,
            given.mine,
            given.sign,
            given.boundary or str(of.get("boundary", "")),
            of.get("class") == STOPS,
            str(of.get("branch", "")),
            tuple(given.sources),
        )
    return known, faults


def spans(root: Path) -> tuple[Spans | None, list[Fault]]:
    """How many times each answer of frequency means in one window, or None where that is not said rightly."""
    raw, faults = read(root, RESPONSES)
    given = block(raw.get("counts", {}), CountsBlock, RESPONSES, "counts", faults)
    if given is None:
        return None, faults
    listed = table(raw, "sets", RESPONSES, []).get(FREQUENCY, [])
    options = [str(each) for each in listed] if isinstance(listed, list) else []
    for option in options:
        span = given.frequency.get(option, [])
        if not (1 <= len(span) <= 2 and span == sorted(span)):
            remedy = f'Write "{option}" = [from, to], or [from] for no end'
            faults.append(Fault(RESPONSES, "counts", f"does not say how many times {option} means", remedy))
    spare = sorted(set(given.frequency) - set(options))
    faults += [
        Fault(RESPONSES, "counts", f"counts {each}, which is no answer", nearest(each, options)) for each in spare
    ]
    if given.far < 1:
        faults.append(Fault(RESPONSES, "counts", f"has far = {given.far}", "Write a whole number from 1 on"))
    counted = {each: (span[0], span[1] if len(span) > 1 else None) for each, span in given.frequency.items() if span}
    return Spans(counted, given.far), faults


def incident_faults(root: Path, language: str, boundaries: Iterable[str]) -> list[Fault]:
    """Everything wrong with the types, the counts and what one language says of them."""
    known, faults = incident_types(root)
    faults += spans(root)[1]
    lines = list(boundaries)
    faults += [
        Fault(FILE, each.id, f"names the boundary {each.boundary}", nearest(each.boundary, lines))
        for each in known.values()
        if each.boundary and each.boundary not in lines
    ]
    return faults + wording_faults(root, language, "incidents", {"type": known}, {"type": ("name",)})


def incident_citations(root: Path) -> list[tuple[str, str, object]]:
    """What each type cites."""
    blocks = read(root, FILE)[0].get("type", {})
    listed = blocks.items() if isinstance(blocks, dict) else ()
    return [(FILE, str(name), each.get("sources", [])) for name, each in listed if isinstance(each, dict)]


def _type_faults(name: str, given: TypeBlock, signs: Raw) -> list[Fault]:
    if given.mine:
        if given.sign or not given.boundary:
            return [Fault(FILE, name, "is a slip without a boundary", 'Write boundary = "…" and no sign')]
        return []
    if given.boundary or not given.sign:
        return [Fault(FILE, name, "names no sign, or a boundary beside it", 'Write sign = "…" and no boundary')]
    if given.sign not in signs:
        return [
            Fault(FILE, name, f"names the sign {given.sign}, which {SIGNS} does not hold", nearest(given.sign, signs))
        ]
    return []
