"""The whole of content checked at once, for authors: every fault, and every claim that nothing cites yet."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from coach.engine.instrument import Ask, Card, Instrument
from coach.engine.signs import SignClass
from coach.engine.verdict import Model, Outcome
from coach.library.faults import Fault, nearest
from coach.library.instruments import instrument, response_sets
from coach.library.model import boundaries, model, model_faults
from coach.library.reader import Raw, read
from coach.library.shelf import LIMITS
from coach.library.written import written_citations, written_faults

SOURCES = "sources.toml"


def check(root: Path) -> list[Fault]:
    """Every fault and warning of a content folder, faults first."""
    sources, faults = read(root, SOURCES)
    built, found = model(root)
    faults += found
    known, _ = boundaries(root)
    faults += [
        Fault(file, where, f"cites {cited}, which {SOURCES} does not hold", nearest(cited, sources))
        for file, where, cited in citations(root)
        if cited not in sources
    ]
    instruments: dict[str, Instrument] = {}
    for path in sorted((root / "instruments").glob("*.toml")):
        made, found = instrument(root, path.stem, {}, LIMITS)
        faults += found
        instruments[path.stem] = made
    items = {item: each for made in instruments.values() for item, each in made.items.items()}
    if built is not None:
        faults += model_faults(built, items, LIMITS)
    faults += _twice(instruments)
    faults += _limit_faults(instruments)
    languages = sorted(path for path in (root / "languages").glob("*") if path.is_dir())
    if not languages:
        faults.append(Fault("languages", "folder", "holds no language", "Put at least languages/en there"))
    for language in languages:
        faults += _wording(root, f"languages/{language.name}", instruments, built, known)
        faults += written_faults(root, language.name, known)
    faults = list(dict.fromkeys(faults))
    return faults + _uncited(root, sources)


def _twice(instruments: dict[str, Instrument]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for name, made in instruments.items():
        for item in made.items:
            if item in seen:
                problem = f"has an id that instruments/{seen[item]}.toml uses too"
                yield Fault(f"instruments/{name}.toml", item, problem, "Give one of them another id")
            seen[item] = name


def _limit_faults(instruments: dict[str, Instrument]) -> Iterator[Fault]:
    """Limits that items need or show and that are asked nowhere."""
    made = instruments.get("limits")
    known = {*made.items, *(place.id for place in made.order if isinstance(place, Card))} if made else set()
    for name, each in instruments.items():
        for item in each.items.values():
            for limit in (*item.needs, *item.shows):
                if limit not in known:
                    problem = f"names the limit {limit}, which instruments/limits.toml does not ask"
                    yield Fault(f"instruments/{name}.toml", item.id, problem, nearest(limit, known))


def _wording(
    root: Path, folder: str, instruments: dict[str, Instrument], built: Model | None, known: Iterable[str]
) -> list[Fault]:
    faults: list[Fault] = []

    def table(name: str) -> Raw:
        raw, found = read(root, f"{folder}/{name}.toml")
        faults.extend(found)
        return raw

    def want(name: str, raw: Raw, block: str, entry: str, fields: Iterable[str]) -> None:
        for field in fields:
            if not str(raw.get(entry, {}).get(field, "")).strip():
                where = f"{block}.{entry}" if block else entry
                fault = Fault(f"{folder}/{name}.toml", where, f"has no wording `{field}`", f'Add {field} = "…"')
                faults.append(fault)

    sets, _ = response_sets(root)
    responses = table("responses")
    for name, options in sets.items():
        want("responses", responses, "", name, options)
    for name, made in instruments.items():
        words = table(name)
        rungs = words.get("ladder", {})
        for item in made.items.values():
            if item.part is None or item.id in words.get("item", {}):
                want(name, words.get("item", {}), "item", item.id, ("ask", "short", "why"))
        for group in dict.fromkeys(item.group for item in made.items.values() if item.group):
            want(name, words.get("group", {}), "group", group, ("name", "reason"))
        if any(item.part for item in made.items.values()):
            for part in ("told", "kept", "then"):
                want(name, rungs, "ladder", part, ("ask", "short", "why"))
        for place in made.order:
            if isinstance(place, Card):
                want(name, words.get("card", {}), "card", place.id, ("ask", "why"))
                for row in place.rows:
                    want(name, words.get("item", {}), "item", row, ("row",))
        faults += _spare(f"{folder}/{name}.toml", words, made)
    boundary_words = table("boundaries")
    for name in known:
        want("boundaries", boundary_words, "", name, ("name", "rule", "decided", "written", "told", "kept"))
    if built is not None:
        sign_words, verdicts = table("signs"), table("verdict")
        for sign in built.signs:
            fields = ("name", "phrase", "works") if sign.kind is SignClass.CONDITIONAL else ("name", "phrase")
            want("signs", sign_words, "", sign.id, fields)
        for rule in built.rules:
            want("verdict", verdicts.get("rule", {}), "rule", rule.id, ("reason",))
            if rule.subtype:
                want("verdict", verdicts.get("subtype", {}), "subtype", rule.subtype, ("line", "said", "act"))
        for outcome in Outcome:
            want("verdict", verdicts.get("outcome", {}), "outcome", outcome.value, ("line", "tag", "said", "act"))
        for pace in built.paces:
            want("verdict", verdicts.get("pace", {}), "pace", pace, ("line",))
    return faults


def _spare(file: str, words: Raw, made: Instrument) -> Iterator[Fault]:
    cards = {place.id for place in made.order if isinstance(place, Card)}
    groups = {item.group for item in made.items.values()}
    for kind, ids in (("item", set(made.items)), ("card", cards), ("group", groups)):
        for spare in sorted(set(words.get(kind, {})) - ids):
            yield Fault(file, f"{kind}.{spare}", "is worded but asked nowhere", nearest(spare, ids))
    numbers = [item.id for item in made.items.values() if item.ask is Ask.NUMBER and item.unit is None]
    yield from (Fault(file, item, "has no unit", "Add one") for item in numbers)


def citations(root: Path) -> Iterator[tuple[str, str, str]]:
    """Every claim id cited in structure files: file, block and id."""
    files = [
        root / "signs.toml",
        root / "boundaries.toml",
        root / "model.toml",
        *sorted((root / "instruments").glob("*.toml")),
    ]
    for path in files:
        try:
            raw = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        name = path.relative_to(root).as_posix()
        for block, each in _blocks(raw):
            yield from ((name, block, str(cited)) for cited in each.get("sources", []))
    yield from written_citations(root, sorted(path.name for path in (root / "languages").glob("*")))


def _blocks(raw: Raw) -> Iterator[tuple[str, Raw]]:
    for step in raw.get("step", []):
        if isinstance(step, dict):
            yield str(step.get("item", step.get("card", "ladder"))), step
    yield from ((str(rule.get("id")), rule) for rule in raw.get("rule", []) if isinstance(rule, dict))
    for kind in ("sign", "boundary"):
        yield from ((name, each) for name, each in raw.get(kind, {}).items() if isinstance(each, dict))
    if isinstance(raw.get("ladder"), dict):
        yield "ladder", raw["ladder"]


def _uncited(root: Path, sources: Raw) -> list[Fault]:
    cited = {each for _, _, each in citations(root)}
    warning = Fault(SOURCES, "", "is cited by nothing yet", "Cite it where it bears on something", warning=True)
    return [replace(warning, block=claim) for claim in sources if claim not in cited]
