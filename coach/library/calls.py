"""The call that ends a job, from its structure file. Knows how it is written down; knows no client and no wording."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from coach.engine.call import SAFETY, CallBar, CallModel, CallReason
from coach.library.blocks import blocks
from coach.library.faults import Fault, nearest
from coach.library.proof.wording import wording_faults
from coach.library.reader import read

FILE = "call.toml"
KINDS = ("reason", "barred", "objection", "dont")
WORDED = {
    "reason": ("name", "say"),
    "barred": ("title", "caution"),
    "objection": ("they", "you"),
    "dont": ("say", "short"),
}


class CallBlock(msgspec.Struct, forbid_unknown_fields=True):
    """One block of any kind; an objection and a don't have an id alone."""

    id: str
    rules: list[str] = msgspec.field(default_factory=list)
    signs: list[str] = msgspec.field(default_factory=list)
    confirmed: list[str] = msgspec.field(default_factory=list)
    unclear: list[str] = msgspec.field(default_factory=list)
    sources: list[str] = msgspec.field(default_factory=list)


def call_model(root: Path) -> tuple[CallModel | None, list[Fault]]:
    """What can be said in the call, or None, and what is wrong with the file by itself."""
    raw, faults = read(root, FILE)
    if faults:
        return None, faults
    found = {kind: blocks(raw, kind, CallBlock, FILE, faults) for kind in KINDS}
    if not found["reason"] or found["reason"][0].rules or found["reason"][0].signs:
        faults.append(Fault(FILE, "reason", "begins with no reason that always fits", "Put one without signs first"))
    if SAFETY not in [each.id for each in found["barred"]]:
        faults.append(Fault(FILE, "barred", f"has no block {SAFETY}", "Put it back: it keeps people out of danger"))
    if faults:
        return None, faults
    return CallModel(
        tuple(CallReason(each.id, tuple(each.rules), tuple(each.signs)) for each in found["reason"]),
        tuple(CallBar(each.id, tuple(each.confirmed), tuple(each.unclear)) for each in found["barred"]),
        tuple(each.id for each in found["objection"]),
        tuple(each.id for each in found["dont"]),
    ), []


def call_faults(root: Path, language: str, rules: Iterable[str], signs: Iterable[str]) -> list[Fault]:
    """Everything wrong with the call and with what one language says of it."""
    built, faults = call_model(root)
    if built is None:
        return faults
    known = {"rule": set(rules), "sign": set(signs)}
    named = [(each.id, "rule", each.rules) for each in built.reasons]
    named += [(each.id, "sign", each.signs) for each in built.reasons]
    named += [(each.id, "sign", (*each.confirmed, *each.unclear)) for each in built.bars]
    for name, kind, ids in named:
        faults += [
            Fault(FILE, name, f"names the {kind} {each}", nearest(each, known[kind]))
            for each in ids
            if each not in known[kind]
        ]
    worded = {
        "reason": [each.id for each in built.reasons],
        "barred": [each.id for each in built.bars],
        "objection": list(built.objections),
        "dont": list(built.donts),
    }
    return faults + wording_faults(root, language, "call", worded, WORDED)
