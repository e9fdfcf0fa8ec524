"""The whole of content checked at once, for authors: every fault, and every claim that nothing cites yet."""

from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

import msgspec

from coach.engine.interview.instrument import Card, Instrument, Part
from coach.engine.interview.relevance import NEVER
from coach.engine.value import replace
from coach.engine.verdict.signs import Sign, SignClass
from coach.engine.verdict.verdict import Model
from coach.library.blocks import block
from coach.library.calls import FILE as CALL
from coach.library.calls import KINDS as CALL_KINDS
from coach.library.calls import call_faults
from coach.library.checks.instruments import RESPONSES, instrument
from coach.library.checks.model import BOUNDARIES, MODEL, SIGNS, boundaries, model, model_faults
from coach.library.faults import Fault, nearest
from coach.library.letters.letters import letters
from coach.library.library import LIMITS
from coach.library.proof.language import FIRST, wording_faults
from coach.library.proof.texts import text_citations, text_faults
from coach.library.prospects import FILE as PROSPECT
from coach.library.prospects import prospect_faults
from coach.library.reader import Raw, read

SOURCES = "sources.toml"
PROSPECT_KINDS = ("rule", "question", "term", "trace")
HEADINGS = {
    SIGNS: ("sign",),
    BOUNDARIES: ("boundary",),
    RESPONSES: ("sets", "counts"),
    PROSPECT: ("version", "count", *PROSPECT_KINDS),
    CALL: CALL_KINDS,
}
IN_INSTRUMENTS = ("id", "version", "weeks", "ladder", "step")
"""What stands at the top of the structure files."""


class SourceBlock(msgspec.Struct, forbid_unknown_fields=True):
    """One claim of sources.toml."""

    seed: str
    says: str
    tags: list[str] = msgspec.field(default_factory=list)


def check(root: Path) -> list[Fault]:
    """Every fault and warning of a content folder, faults first.

    What only follows from another fault is left out: a file that cannot be read hides what leans on it, and so does an
    item whose block is wrong.
    """
    if broken := _unreadable(root):
        return broken
    sources, faults = read(root, SOURCES)
    for claim, each in sources.items():
        block(each, SourceBlock, SOURCES, claim, faults)
    faults += _heading_faults(root)
    built, found = model(root)
    faults += found
    known, _ = boundaries(root)
    cited = citations(root)
    faults += _citation_faults(cited, sources)
    instruments: dict[str, Instrument] = {}
    for path in sorted((root / "instruments").glob("*.toml")):
        made, found = instrument(root, path.stem, {}, LIMITS)
        faults += found
        instruments[path.stem] = made
    items = {item: each for made in instruments.values() for item, each in made.items.items()}
    lost = _lost(root, instruments)
    if built is not None:
        faults += model_faults(built, items, LIMITS)
        faults += _number_faults(built)
        faults += _sign_faults(built.signs, items.keys() | lost)
    faults += _twice(instruments)
    faults += _limit_faults(instruments)
    for language in _languages(root):
        faults += wording_faults(root, language, instruments, built, known)
        signs = [sign.id for sign in built.signs] if built is not None else []
        faults += prospect_faults(root, language, items, known, letters(root)[0], signs)
        faults += call_faults(root, language, [rule.id for rule in built.rules] if built is not None else [], signs)
        faults += text_faults(root, language, known)
    return [each for each in dict.fromkeys(faults) if not _follows(each, lost)] + _uncited(cited, sources)


def _unreadable(root: Path) -> list[Fault]:
    """The files that cannot be read at all, and languages that are not there."""
    faults = [fault for name in [SOURCES, *_structure(root)] for fault in read(root, name)[1]]
    if FIRST not in _languages(root):
        faults.append(Fault("languages", "folder", f"holds no {FIRST}", f"Put languages/{FIRST} back"))
    return faults


def _structure(root: Path) -> list[str]:
    instruments = sorted(f"instruments/{path.name}" for path in (root / "instruments").glob("*.toml"))
    return [*HEADINGS, MODEL, *instruments]


def _languages(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "languages").glob("*") if path.is_dir())


def _heading_faults(root: Path) -> Iterator[Fault]:
    """Headings that nothing reads."""
    for name in _structure(root):
        known = HEADINGS.get(name, IN_INSTRUMENTS)
        for heading in read(root, name)[0] if name != MODEL else ():
            if heading not in known:
                yield Fault(name, heading, "is a heading that nothing reads", nearest(heading, known))


def _lost(root: Path, instruments: Mapping[str, Instrument]) -> set[str]:
    """The ids of items and cards that are written down, and that a fault kept out."""
    written: set[str] = set()
    for name, made in instruments.items():
        steps = read(root, f"instruments/{name}.toml")[0].get("step", [])
        for step in steps if isinstance(steps, list) else []:
            if isinstance(step, dict):
                listed = {field: step.get(field, []) for field in ("rows", "ladder")}
                rows, ladder = (
                    [str(one) for one in each] if isinstance(each, list) else [] for each in listed.values()
                )
                parts = [f"{sign}.{part}" for sign in ladder for part in Part]
                written |= {str(step.get("item", "")), str(step.get("card", "")), *rows, *parts}
        written -= {*made.items, *(place.id for place in made.order if isinstance(place, Card))}
    return written - {""}


def _follows(fault: Fault, lost: Iterable[str]) -> bool:
    """Whether a fault only says again, elsewhere, that an item is not there."""
    where = fault.block.removeprefix("item.").removeprefix("card.")
    return any(
        f" {each}," in fault.problem or (each == where and not fault.file.startswith("instruments/")) for each in lost
    )


def _twice(instruments: Mapping[str, Instrument]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for name, made in instruments.items():
        for item in made.items:
            if item in seen:
                problem = f"has an id that instruments/{seen[item]}.toml uses too"
                yield Fault(f"instruments/{name}.toml", item, problem, "Give one of them another id")
            seen[item] = name


def _limit_faults(instruments: Mapping[str, Instrument]) -> Iterator[Fault]:
    """Limits that items need or show and that are asked nowhere, and numbers that no figure could meet."""
    made = instruments.get("limits")
    known = {*made.items, *(place.id for place in made.order if isinstance(place, Card))} if made else set()
    for name, each in instruments.items():
        for item in each.items.values():
            for limit in (*item.needs, *item.shows):
                if limit not in known:
                    problem = f"names the limit {limit}, which instruments/limits.toml does not ask"
                    yield Fault(f"instruments/{name}.toml", item.id, problem, nearest(limit, known))
            if item.least is not None and item.most is not None and item.least > item.most:
                problem = f"wants at least {item.least} and at most {item.most}"
                yield Fault(f"instruments/{name}.toml", item.id, problem, "Write the smaller one as least")


def _number_faults(built: Model) -> Iterator[Fault]:
    """Numbers of the model that can be read and mean nothing."""
    if not 0 <= built.enough <= 1:
        yield Fault(MODEL, "enough", f"is {built.enough:g}", "Write it as a part of one, such as 0.70")
    if not built.near >= 0:
        yield Fault(MODEL, "near", f"is {built.near:g}", "Write points, 0 or more")
    if built.strong < 1:
        yield Fault(MODEL, "strong", f"is {built.strong}", "Write points, 1 or more")
    for name, threshold in built.thresholds.items():
        if not threshold.value > 0:
            yield Fault(MODEL, f"thresholds.{name}", f"has the value {threshold.value:g}", "Write points above 0")


def _sign_faults(signs: Iterable[Sign], items: Set[str]) -> Iterator[Fault]:
    """Signs that could never count, or never count fully, or that no boundary answers."""
    for sign in signs:
        behaviour = sign.kind is SignClass.CONDITIONAL
        if behaviour and sign.id in items and f"{sign.id}.told" not in items:
            yield Fault(
                SIGNS, sign.id, "is asked without told, kept and then", "Add it to the ladder of its instrument"
            )
        if not behaviour and NEVER == sign.confirmed == sign.unclear and not sign.levels:
            yield Fault(SIGNS, sign.id, "can never count", 'Add confirmed = { item = "…", is = ["…"] }')
        if not sign.boundary and sign.kind not in (SignClass.WELFARE, SignClass.SPEAKS):
            yield Fault(SIGNS, sign.id, "names no boundary", 'Add boundary = "…" with an id of boundaries.toml')


def citations(root: Path) -> list[tuple[str, str, object]]:
    """What each block of the structure files cites: file, block, and its ``sources`` as they are written."""
    found = [
        (name, where, each.get("sources", []))
        for name in _structure(root)
        for where, each in _blocks(read(root, name)[0])
        if isinstance(each, dict)
    ]
    return found + text_citations(root, _languages(root))


def _blocks(raw: Raw) -> Iterator[tuple[str, object]]:
    """Every block that rests on sources; a ladder's stand in its own heading."""
    for key in ("step", *PROSPECT_KINDS, *CALL_KINDS):
        listed = raw.get(key, [])
        for each in listed if isinstance(listed, list) else []:
            if isinstance(each, dict) and "ladder" not in each:
                yield next((str(each[field]) for field in ("item", "card", "id") if field in each), key), each
    for key in ("sign", "boundary"):
        named = raw.get(key, {})
        yield from named.items() if isinstance(named, dict) else ()
    if "ladder" in raw:
        yield "ladder", raw["ladder"]


def _citation_faults(cited: Iterable[tuple[str, str, object]], sources: Raw) -> Iterator[Fault]:
    for file, where, ids in cited:
        if ids == []:
            yield Fault(file, where, "rests on no source", 'Add sources = ["…"] with ids of sources.toml')
        for each in ids if isinstance(ids, list) else []:
            if isinstance(each, str) and each not in sources:
                yield Fault(file, where, f"cites {each}, which {SOURCES} does not hold", nearest(each, sources))


def _uncited(cited: Iterable[tuple[str, str, object]], sources: Raw) -> list[Fault]:
    known = {each for _, _, ids in cited if isinstance(ids, list) for each in ids if isinstance(each, str)}
    warning = Fault(SOURCES, "", "is cited by nothing yet", "Cite it where it bears on something", warning=True)
    return [replace(warning, block=claim) for claim in sources if claim not in known]
