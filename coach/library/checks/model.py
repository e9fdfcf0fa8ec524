"""Signs, boundaries and the decision model from their files. Knows how they are written down; draws no conclusion."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from coach.engine.interview.instrument import Item
from coach.engine.interview.relevance import NEVER, Condition, Is, Reaches, leaves
from coach.engine.verdict.signs import MEASURES, Shares, Sign, SignClass
from coach.engine.verdict.verdict import Model, Outcome, Rule, Threshold
from coach.library.blocks import block, each_of
from coach.library.checks.conditions import condition, unknown_item
from coach.library.checks.relevance import token_faults
from coach.library.faults import Fault, nearest
from coach.library.reader import Raw, read, table

SIGNS, BOUNDARIES, MODEL = "signs.toml", "boundaries.toml", "model.toml"


class LevelBlock(msgspec.Struct, forbid_unknown_fields=True):
    """A frequency, and the answers that make it."""

    level: int
    when: Raw


class WeightBlock(msgspec.Struct, forbid_unknown_fields=True):
    """A weight, and the answers that give it."""

    weight: int
    when: Raw


class SignBlock(msgspec.Struct, forbid_unknown_fields=True, rename={"kind": "class"}):
    """One ``[sign.…]``."""

    kind: SignClass
    weight: int = 0
    boundary: str = ""
    branch: str = ""
    confirmed: Raw | None = None
    unclear: Raw | None = None
    levels: list[LevelBlock] = msgspec.field(default_factory=list)
    weights: list[WeightBlock] = msgspec.field(default_factory=list)
    sources: list[str] = msgspec.field(default_factory=list)


class BoundaryBlock(msgspec.Struct, forbid_unknown_fields=True):
    """One line of ``[boundary]``; ``stress`` names the item that points to it."""

    stress: str = ""
    sources: list[str] = msgspec.field(default_factory=list)


class ThresholdBlock(msgspec.Struct, forbid_unknown_fields=True):
    """One line of ``[thresholds]``."""

    value: float
    raised: float | None = None
    speaks: int = 0
    near: bool = True


class RuleBlock(msgspec.Struct, forbid_unknown_fields=True):
    """One ``[[rule]]``."""

    id: str
    outcome: Outcome
    when: Raw
    subtype: str = ""
    second_look: bool = False
    sources: list[str] = msgspec.field(default_factory=list)


class SharesBlock(msgspec.Struct, forbid_unknown_fields=True):
    """``[shares]``."""

    refused: float
    enforced: float
    mostly_kept: float
    rarely_kept: float
    unstated: float


class ModelBlock(msgspec.Struct, forbid_unknown_fields=True):
    """model.toml as a whole; its blocks are converted one by one."""

    version: int
    enough: float
    near: float
    strong: int
    shares: Raw
    thresholds: dict[str, Raw]
    rule: list[Raw]
    when: dict[str, Raw] = msgspec.field(default_factory=dict)
    pace: dict[str, Raw] = msgspec.field(default_factory=dict)


def stress_points(root: Path) -> dict[str, str]:
    """The item of the audit that points to a boundary, by boundary."""
    raw, _ = read(root, BOUNDARIES)
    return {name: str(each["stress"]) for name, each in raw.get("boundary", {}).items() if each.get("stress")}


def boundaries(root: Path) -> tuple[dict[str, tuple[str, ...]], list[Fault]]:
    """The standard boundaries: their sources by id, in the order of the file."""
    raw, faults = read(root, BOUNDARIES)
    known: dict[str, tuple[str, ...]] = {}
    for name, each in table(raw, "boundary", BOUNDARIES, faults).items():
        given = block(each, BoundaryBlock, BOUNDARIES, name, faults)
        known[name] = tuple(given.sources) if given else ()
    return known, faults


def signs(root: Path) -> tuple[tuple[Sign, ...], list[Fault]]:
    """Every sign, in the order of the file."""
    raw, faults = read(root, SIGNS)
    known, found = boundaries(root)
    faults += found
    built: list[Sign] = []
    for name, given in each_of(raw, "sign", SignBlock, SIGNS, faults):
        if given.kind is SignClass.CONDITIONAL and not 1 <= given.weight <= 3:
            faults.append(Fault(SIGNS, name, f"has the weight {given.weight}", "Give it 1, 2 or 3"))
        if not all(1 <= one.level <= 4 for one in given.levels):
            faults.append(Fault(SIGNS, name, "has a level outside 1 to 4", "Write level = 1, 2, 3 or 4"))
        if not all(1 <= one.weight <= 3 for one in given.weights):
            faults.append(Fault(SIGNS, name, "has a weight outside 1 to 3", "Write weight = 1, 2 or 3"))
        if given.boundary and given.boundary not in known:
            problem = f"names the boundary {given.boundary}, which boundaries.toml does not list"
            faults.append(Fault(SIGNS, name, problem, nearest(given.boundary, known)))
        confirmed, unclear = (_condition(each, SIGNS, name, faults) for each in (given.confirmed, given.unclear))
        levels = tuple((one.level, _condition(one.when, SIGNS, name, faults)) for one in given.levels)
        weights = tuple((one.weight, _condition(one.when, SIGNS, name, faults)) for one in given.weights)
        sign = Sign(
            name, given.kind, given.weight, given.boundary, given.branch, confirmed, unclear, levels, weights,
            tuple(given.sources),
        )  # fmt: skip
        built.append(sign)
    return tuple(built), faults


def model(root: Path, name: str = MODEL) -> tuple[Model | None, list[Fault]]:
    """The decision model, or None where its file cannot be used at all."""
    raw, faults = read(root, name)
    known, found = signs(root)
    faults += found
    whole = block(raw, ModelBlock, name, "file", faults) if raw else None
    if whole is None:
        return None, faults
    shares = block(whole.shares, SharesBlock, name, "shares", faults)
    thresholds: dict[str, Threshold] = {}
    for key, each in whole.thresholds.items():
        given = block(each, ThresholdBlock, name, f"thresholds.{key}", faults)
        if given is not None and given.raised is not None and given.raised < given.value:
            problem = "is raised to less than its value, so that what speaks for a client would harden"
            faults.append(Fault(name, f"thresholds.{key}", problem, "Raise it, or leave `raised` out"))
        if given is not None:
            thresholds[key] = Threshold(given.value, given.raised, given.speaks, given.near)
    rules = _rules(whole.rule, thresholds, name, faults)
    named = {key: _condition(each, name, f"when.{key}", faults) for key, each in whole.when.items()}
    faults += [
        Fault(name, f"when.{key}", "is a word nothing reads", nearest(key, WHEN)) for key in named if key not in WHEN
    ]
    if shares is None:
        return None, faults
    if not all(0 <= each <= 1 for each in msgspec.structs.astuple(shares)):
        faults.append(Fault(name, "shares", "has a share outside 0 to 1", "Write each as a part of one"))
    return (
        Model(
            version=whole.version,
            signs=known,
            shares=Shares(*msgspec.structs.astuple(shares)),
            strong=whole.strong,
            thresholds=thresholds,
            rules=rules,
            enough=whole.enough,
            near=whole.near,
            paces={key: _condition(each, name, f"pace.{key}", faults) for key, each in whole.pace.items()},
            **{key: named.get(key, NEVER) for key in WHEN},
        ),
        faults,
    )


WHEN = ("worse", "better", "second_look", "finishing")


def model_faults(built: Model, items: Mapping[str, Item], outside: frozenset[str], name: str = MODEL) -> list[Fault]:
    """Conditions of the model and of its signs that name items, options or measures there are not."""
    named: list[tuple[str, str, Condition]] = [(name, rule.id, rule.when) for rule in built.rules]
    named += [(name, f"when.{key}", getattr(built, key)) for key in WHEN]
    named += [(name, f"pace.{key}", when) for key, when in built.paces.items()]
    for sign in built.signs:
        conditions = [sign.confirmed, sign.unclear, *(when for _, when in sign.levels + sign.weights)]
        named += [(SIGNS, sign.id, when) for when in conditions]
    faults: list[Fault] = []
    for file, where, when in named:
        for leaf in leaves(when):
            if isinstance(leaf, Reaches):
                if leaf.measure not in MEASURES:
                    faults.append(
                        Fault(file, where, f"asks for the measure {leaf.measure}", nearest(leaf.measure, MEASURES))
                    )
            elif leaf.item in items:
                faults += token_faults(items[leaf.item], leaf, file, where)
            elif leaf.item not in outside:
                faults.append(unknown_item(leaf.item, file, where, set(items) | outside))
    for sign in built.signs:
        if sign.kind is SignClass.CONDITIONAL and sign.id not in items:
            faults.append(Fault(SIGNS, sign.id, "is asked by no item", "Add it to a card of an instrument"))
    return faults


def _rules(raw: Iterable[Raw], thresholds: Mapping[str, Threshold], name: str, faults: list[Fault]) -> tuple[Rule, ...]:
    rules: list[Rule] = []
    for number, each in enumerate(raw, 1):
        label = str(each.get("id", f"rule {number}"))
        given = block(each, RuleBlock, name, label, faults)
        if given is None:
            continue
        if any(rule.id == given.id for rule in rules):
            faults.append(Fault(name, label, "has an id that is used twice", "Give one of them another id"))
        when = _condition(given.when, name, label, faults)
        for leaf in leaves(when):
            if isinstance(leaf, Reaches) and isinstance(leaf.threshold, str) and leaf.threshold not in thresholds:
                faults.append(
                    Fault(name, label, f"names the threshold {leaf.threshold}", nearest(leaf.threshold, thresholds))
                )
        rules.append(Rule(given.id, given.outcome, when, given.subtype, given.second_look))
    return tuple(rules)


def _condition(raw: Raw | None, file: str, where: str, faults: list[Fault]) -> Condition:
    return NEVER if raw is None else condition(raw, file, where, faults)


def cited(sign: Sign) -> tuple[str, ...]:
    """The items a sign's conditions ask about."""
    conditions = (sign.confirmed, sign.unclear, *(when for _, when in sign.levels + sign.weights))
    return tuple(leaf.item for when in conditions for leaf in leaves(when) if isinstance(leaf, Is))
