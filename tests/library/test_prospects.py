# ruff: noqa: E501
"""Mistakes an author can make in the rules before signing and in the call, on a copy of the real content."""

from pathlib import Path

import pytest

from coach.library.proof.content import check, citations
from tests.library.authors import change


def faults(root: Path) -> list[str]:
    return [str(each) for each in check(root) if not each.warning]


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("prospect.toml", '"fit.job", ', '"fit.jobb", ', "names the item fit.jobb, which does not exist. Did you mean fit.job"),
        ("prospect.toml", 'outcome = "decline"', 'outcome = "declin"', "law: has declin at `outcome`"),
        ("prospect.toml", 'measure = "signs", reaches = 3', 'measure = "sings", reaches = 3', "asks for the count sings. Did you mean signs"),
        ("prospect.toml", 'reaches = 3', 'reaches = "3"', "has signs reach '3'. Write a number"),
        ("prospect.toml", 'boundary = "scope"', 'boundary = "scop"', "scope: names the boundary scop. Did you mean scope"),
        ("prospect.toml", 'letter = "clause_exit"', 'letter = "clause_exi"', "exit: names the letter clause_exi. Did you mean clause_exit"),
        ("prospect.toml", 'agreed = "agreed.scope"', 'agreed = "agreed.scop"', "scope: names the item agreed.scop. Did you mean agreed.scope"),
        ("prospect.toml", 'signs = ["mind_changing"]', 'signs = ["mind_changes"]', "names the sign mind_changes. Did you mean mind_changing"),
        ("prospect.toml", 'id = "conduct"', 'id = "law"', "law: has an id that is used twice"),
        ("prospect.toml", "version = 1", "", "has no whole-number version"),
        ("prospect.toml", 'is = ["below_fixed"]', 'is = ["below"]', "asks whether offer is below, which is none of its answers"),
        ("prospect.toml", 'sources = ["S002-17"]', "sources = []", "untrue: rests on no source"),
        ("prospect.toml", '"S002-45"', '"S002-99"', "cites S002-99, which sources.toml does not hold"),
        ("prospect.toml", "[[question]]", "[[questions]]", "questions: is a heading that nothing reads. Did you mean question"),
        ("languages/en/prospect.toml", "[rule.law]\nreason", "[rule.law]\nwhy", "rule.law: has no wording `reason`"),
        ("languages/en/prospect.toml", "[term.exit]", "[term.out]", "term.out: is worded, and nothing uses it"),
        ("call.toml", 'id = "plain"\n', 'id = "plain"\nsigns = ["owed"]\n', "begins with no reason that always fits"),
        ("call.toml", 'id = "safety"', 'id = "danger"', "barred: has no block safety"),
        ("call.toml", '"welfare"', '"wellfare"', "own: names the rule wellfare. Did you mean welfare"),
        ("call.toml", 'unclear = ["law"]', 'unclear = ["laws"]', "legal: names the sign laws. Did you mean law"),
        ("call.toml", 'sources = ["S004-15"]', "", "sugar: rests on no source"),
        ("languages/en/call.toml", "[objection.loud]\nthey", "[objection.loud]\nthem", "objection.loud: has no wording `they`"),
        ("languages/en/prospect-check.toml", '[item."fit.room"]', '[item."fit.rooms"]', "item.fit.rooms: is worded, and nothing uses it"),
    ],
)  # fmt: skip
def test_a_mistake_is_named(root: Path, name: str, old: str, new: str, fault: str) -> None:
    change(root, name, old, new)
    found = faults(root)
    assert any(fault in each for each in found), found


@pytest.mark.parametrize("name", ["prospect.toml", "call.toml"])
@pytest.mark.parametrize("text", ["rule = 3\nreason = 3\ncount = 3", "[[rule]]\n[[reason]]\n", "x ="])
def test_a_file_of_another_shape_is_no_crash(root: Path, name: str, text: str) -> None:
    (root / name).write_text(text, encoding="utf-8")
    assert any(each.startswith(f"{name}: ") for each in faults(root))


def test_every_block_cites(root: Path) -> None:
    for name, least in (("prospect.toml", 40), ("call.toml", 25)):
        found = [ids for file, _, ids in citations(root) if file == name]
        assert len(found) >= least and all(found)
