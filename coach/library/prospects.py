"""How a prospect is judged, from its structure file. Knows how rules are written down; knows no answer."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from coach.engine.interview.instrument import Item
from coach.engine.interview.relevance import Condition, FigureIs, Is, Reaches, leaves
from coach.engine.prospect import Advice, Count, ProspectModel, ProspectQuestion, ProspectRule, ProspectTerm, Trace
from coach.library.blocks import blocks, each_of
from coach.library.checks.conditions import condition, unknown_item
from coach.library.checks.relevance import token_faults
from coach.library.faults import Fault, nearest
from coach.library.proof.wording import wording_faults
from coach.library.reader import Raw, read

FILE = "prospect.toml"
INSTRUMENT = "prospect-check"
WORDED = {
    "rule": ("reason",),
    "question": ("ask",),
    "term": ("line",),
    "outcome": ("line", "tag", "said", "act"),
}
"""What a language has to say of each block, by kind."""


class CitedBlock(msgspec.Struct, forbid_unknown_fields=True):
    """What every block has: an id, and what it rests on."""

    id: str
    sources: list[str] = msgspec.field(default_factory=list)


class RuleBlock(CitedBlock, kw_only=True):
    """One ``[[rule]]``."""

    outcome: Advice
    when: Raw


class QuestionBlock(CitedBlock, kw_only=True):
    """One ``[[question]]``."""

    when: Raw


class TermBlock(CitedBlock, kw_only=True):
    """One ``[[term]]``."""

    when: Raw
    letter: str
    boundary: str = ""
    agreed: str = ""


class TraceBlock(CitedBlock, kw_only=True):
    """One ``[[trace]]``; its id is an item."""

    tokens: list[str] = msgspec.field(name="is")
    signs: list[str]


class CountBlock(msgspec.Struct, forbid_unknown_fields=True):
    """One line of ``[count]``."""

    items: list[str]
    tokens: list[str] = msgspec.field(name="is")


def prospect_model(root: Path) -> tuple[ProspectModel | None, list[Fault]]:
    """How a prospect is judged, or None, and what is wrong with the file by itself."""
    raw, faults = read(root, FILE)
    if faults:
        return None, faults
    counts = {
        name: Count(tuple(given.items), frozenset(given.tokens))
        for name, given in each_of(raw, "count", CountBlock, FILE, faults, "count.")
    }

    def when(given: RuleBlock | QuestionBlock | TermBlock) -> Condition:
        return condition(given.when, FILE, given.id, faults)

    rules = blocks(raw, "rule", RuleBlock, FILE, faults)
    questions = blocks(raw, "question", QuestionBlock, FILE, faults)
    terms = blocks(raw, "term", TermBlock, FILE, faults)
    traces = blocks(raw, "trace", TraceBlock, FILE, faults)
    version = raw.get("version")
    if not isinstance(version, int) or version < 1:
        faults.append(Fault(FILE, "file", "has no whole-number version", "Write version = 1 at the top"))
        version = 1
    built = ProspectModel(
        version,
        counts,
        tuple(ProspectRule(each.id, each.outcome, when(each)) for each in rules),
        tuple(ProspectQuestion(each.id, when(each)) for each in questions),
        tuple(ProspectTerm(each.id, each.boundary, each.letter, when(each), each.agreed) for each in terms),
        tuple(Trace(each.id, frozenset(each.tokens), tuple(each.signs)) for each in traces),
    )
    faults += _unknown_counts(built)
    return (None if faults else built), faults


def _conditions(built: ProspectModel) -> Iterator[tuple[str, Condition]]:
    yield from ((each.id, each.when) for each in built.rules)
    yield from ((each.id, each.when) for each in built.questions)
    yield from ((each.id, each.when) for each in built.terms)


def _unknown_counts(built: ProspectModel) -> Iterator[Fault]:
    for name, when in _conditions(built):
        for leaf in leaves(when):
            if not isinstance(leaf, Reaches):
                continue
            if leaf.measure not in built.counts:
                yield Fault(FILE, name, f"asks for the count {leaf.measure}", nearest(leaf.measure, built.counts))
            if isinstance(leaf.threshold, str):
                yield Fault(FILE, name, f"has {leaf.measure} reach {leaf.threshold!r}", "Write a number without quotes")


def prospect_faults(
    root: Path, language: str, items: Mapping[str, Item], boundaries: Iterable[str], letters: Iterable[str],
    signs: Iterable[str],
) -> list[Fault]:  # fmt: skip
    """Everything wrong with how a prospect is judged and with what one language says of it."""
    built, faults = prospect_model(root)
    if built is None:
        return faults
    for name, when in _conditions(built):
        for leaf in leaves(when):
            if isinstance(leaf, (Is, FigureIs)):
                faults += _leaf(leaf, items, name)
    for name, count in built.counts.items():
        for item in count.items:
            faults += _leaf(Is(item, count.tokens), items, f"count.{name}")
    for trace in built.traces:
        faults += _leaf(Is(trace.item, trace.tokens), items, trace.item)
        faults += _names(trace.item, "sign", trace.signs, signs)
    for term in built.terms:
        faults += _names(term.id, "boundary", [term.boundary] if term.boundary else [], boundaries)
        faults += _names(term.id, "letter", [term.letter], letters)
        faults += _names(term.id, "item", [term.agreed] if term.agreed else [], items)
    ids = {
        "rule": [each.id for each in built.rules],
        "question": [each.id for each in built.questions],
        "term": [each.id for each in built.terms],
        "outcome": [each.value for each in Advice],
    }
    return faults + wording_faults(root, language, "prospect", ids, WORDED)


def _leaf(leaf: Is | FigureIs, items: Mapping[str, Item], name: str) -> list[Fault]:
    if leaf.item not in items:
        return [unknown_item(leaf.item, FILE, name, set(items))]
    return token_faults(items[leaf.item], leaf, FILE, name)


def _names(name: str, kind: str, ids: Iterable[str], known: Iterable[str]) -> list[Fault]:
    there = set(known)
    return [Fault(FILE, name, f"names the {kind} {each}", nearest(each, there)) for each in ids if each not in there]
