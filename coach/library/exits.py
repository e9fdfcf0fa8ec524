"""What an exit asks and does: facts, steps and emergency numbers, from content/exit.toml. Draws no conclusion."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from coach.engine.exits.plan import Anchor, ExitStep
from coach.engine.value import Value
from coach.library.blocks import block, each_of
from coach.library.faults import Fault, nearest
from coach.library.reader import Raw, read, table

EXIT = "exit.toml"
SECTIONS = ("first", "contract", "money", "holding", "pace")
"""The parts in which facts are asked."""
FLAGS = frozenset(
    {
        *("safety", "legal", "ordinary", "regulated", "stop", "collect", "replace", "finish"),
        *("owed", "invoice", "refund", "deliver", "deadline", "data", "access"),
    }
)
"""What a step may want, or not bear."""
OPENS = frozenset({"", "call", "after"})


class FactKind(StrEnum):
    """What a fact is answered with."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    COUNTRY = "country"
    MONEY = "money"
    DAY = "day"
    COUNT = "count"
    PERCENT = "percent"
    CODE = "code"
    RATE = "rate"


class Fact(Value):
    """One thing to know of a job before it is ended.

    It is asked only where ``only_fact`` has one of those values, or a figure above another, and where ``flag`` holds.
    An ``optional`` one is not missed while it is open; a ``logged`` one keeps its earlier values with their days.
    """

    id: str
    section: str
    kind: FactKind
    options: tuple[str, ...]
    only_fact: str
    only_is: tuple[str, ...]
    only_above: int | None
    flag: str
    column: str
    limit: str
    optional: bool
    ahead: bool
    logged: bool


class ExitBook(Value):
    """The facts and steps of an exit, in their order, and the emergency number of each place."""

    facts: Mapping[str, Fact]
    steps: tuple[ExitStep, ...]
    emergency: Mapping[str, str]


class OnlyBlock(msgspec.Struct, forbid_unknown_fields=True):
    """``only`` of a fact."""

    fact: str
    is_: list[str] = msgspec.field(default_factory=list, name="is")
    above: int | None = None


class FactBlock(msgspec.Struct, forbid_unknown_fields=True):
    """One ``[[fact]]``."""

    id: str
    section: str
    kind: FactKind
    sources: list[str]
    options: list[str] = msgspec.field(default_factory=list)
    only: OnlyBlock | None = None
    flag: str = ""
    column: str = ""
    limit: str = ""
    optional: bool = False
    ahead: bool = False
    logged: bool = False


class StepBlock(msgspec.Struct, forbid_unknown_fields=True):
    """One ``[[step]]``."""

    id: str
    sources: list[str]
    from_: Anchor = msgspec.field(name="from")
    wants: list[str] = msgspec.field(default_factory=list)
    never: list[str] = msgspec.field(default_factory=list)
    days: int = 0
    after: str = ""
    gated: bool = False
    letter: str = ""
    opens: str = ""


class NumberBlock(msgspec.Struct, forbid_unknown_fields=True):
    """One line of ``[emergency]``."""

    number: str
    checked_on: str
    source: str


T = TypeVar("T", FactBlock, StepBlock)


def exit_book(root: Path) -> tuple[ExitBook, list[Fault]]:
    """Everything of exit.toml, and what is wrong with it."""
    raw, faults = read(root, EXIT)
    facts = {given.id: _fact(given) for given in _blocks(raw, "fact", FactBlock, faults)}
    steps = {made.id: _step(made) for made in _blocks(raw, "step", StepBlock, faults)}
    lines = each_of(raw, "emergency", NumberBlock, EXIT, faults, "emergency.")
    emergency = {place: line.number for place, line in lines}
    return ExitBook(facts, tuple(steps.values()), emergency), faults + _joined(facts, steps)


def exit_faults(root: Path, language: str) -> list[Fault]:
    """Everything wrong with it, and with what one language says of it."""
    book, faults = exit_book(root)
    file = f"languages/{language}/{EXIT}"
    words, found = read(root, file)
    faults += found
    said = {kind: table(words, kind, file, faults) for kind in ("fact", "step")}
    wanted: list[tuple[str, str, tuple[str, ...]]] = [
        ("fact", each.id, ("ask", "short", "cost")) for each in book.facts.values()
    ]
    wanted += [("step", each.id, ("text", "how")) for each in book.steps]
    for kind, name, fields in wanted:
        own = said[kind].get(name, {})
        faults += [
            Fault(file, f"{kind}.{name}", f"has no wording `{field}`", f'Add {field} = "…"')
            for field in fields
            if not isinstance(own, dict) or field not in own
        ]
    for fact in book.facts.values():
        own = said["fact"].get(fact.id, {})
        have = own.get("option", {}) if isinstance(own, dict) else {}
        faults += [
            Fault(file, f"fact.{fact.id}.option", f"has no wording `{each}`", f'Add {each} = "…"')
            for each in fact.options
            if each not in have
        ]
    known = {"fact": set(book.facts), "step": {each.id for each in book.steps}}
    for kind, ids in known.items():
        faults += [
            Fault(file, f"{kind}.{spare}", f"is worded, but no {kind}", nearest(spare, ids))
            for spare in said[kind].keys() - ids
        ]
    return faults


def exit_citations(root: Path) -> list[tuple[str, str, object]]:
    """What each fact and step cites: file, block, and its ``sources`` as they are written."""
    raw = read(root, EXIT)[0]
    return [
        (EXIT, name, each.get("sources"))
        for kind in ("fact", "step")
        for name, each in _listed(raw, kind)
        if isinstance(each, dict)
    ]


def _listed(raw: Raw, kind: str) -> list[tuple[str, Any]]:
    listed = raw.get(kind)
    return [
        (str(each.get("id", kind)) if isinstance(each, dict) else kind, each)
        for each in (listed if isinstance(listed, list) else [])
    ]


def _blocks(raw: Raw, kind: str, shape: type[T], faults: list[Fault]) -> Iterator[T]:
    """Every block of a kind; what is wrong is added to ``faults`` as it is met."""
    ids: set[str] = set()
    for name, each in _listed(raw, kind):
        given = block(each, shape, EXIT, name, faults)
        if given is not None:
            if given.id in ids:
                faults.append(Fault(EXIT, given.id, "has an id that is used twice", "Rename one"))
            ids.add(given.id)
            yield given


def _fact(given: FactBlock) -> Fact:
    only = given.only
    return Fact(
        given.id, given.section, given.kind, tuple(given.options),
        only.fact if only else "", tuple(only.is_) if only else (), only.above if only else None,
        given.flag, given.column, given.limit, given.optional, given.ahead, given.logged,
    )  # fmt: skip


def _step(given: StepBlock) -> ExitStep:
    return ExitStep(
        given.id, frozenset(given.wants), frozenset(given.never), given.from_, given.days,
        given.after, given.gated, given.letter, given.opens, tuple(given.sources),
    )  # fmt: skip


def _joined(facts: Mapping[str, Fact], steps: Mapping[str, ExitStep]) -> list[Fault]:
    """What names something that is not there, or comes before it."""
    faults: list[Fault] = []
    seen: set[str] = set()
    for fact in facts.values():
        if fact.section not in SECTIONS:
            faults.append(Fault(EXIT, fact.id, f"has the section {fact.section}", nearest(fact.section, SECTIONS)))
        if fact.only_fact and fact.only_fact not in seen:
            problem = f"hangs on {fact.only_fact}, which is not asked before it"
            faults.append(Fault(EXIT, fact.id, problem, nearest(fact.only_fact, seen)))
        if (fact.kind is FactKind.CHOICE) != bool(fact.options):
            faults.append(Fault(EXIT, fact.id, "has options and another kind, or a choice of none", "Mend one of them"))
        if fact.flag and fact.flag not in FLAGS:
            faults.append(Fault(EXIT, fact.id, f"has the flag {fact.flag}", nearest(fact.flag, FLAGS)))
        seen.add(fact.id)
    seen.clear()
    for step in steps.values():
        faults += [
            Fault(EXIT, step.id, f"names the flag {flag}", nearest(flag, FLAGS))
            for flag in sorted((step.wants | step.never) - FLAGS)
        ]
        if step.after and step.after not in seen:
            faults.append(Fault(EXIT, step.id, f"comes after {step.after}, which is no step before it", "Move it up"))
        if step.opens not in OPENS:
            faults.append(Fault(EXIT, step.id, f"opens {step.opens}", nearest(step.opens, OPENS - {""})))
        seen.add(step.id)
    return faults
