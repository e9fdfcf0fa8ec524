"""Runs each case through the released instrument and model and compares; knows the goals of the decision model."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from coach.casebook.checks.answers_file import read_answers_file
from coach.engine.interview.interview import Interview
from coach.engine.verdict.verdict import LADDER, Outcome, Verdict, decide
from coach.library.library import Library

HERE = Path(__file__).parent
LEAVING = {Outcome.PLAN_EXIT, Outcome.LEAVE_NOW}


@dataclass(frozen=True)
class Case:
    """One case: what its adviser said and allowed, and what the coach says."""

    id: str
    said: Outcome
    acceptable: frozenset[Outcome]
    verdict: Verdict
    asked: int

    @property
    def distance(self) -> int:
        """Steps on the ladder between the two; not enough counts as the foot of it."""
        rungs = [LADDER.index(each) if each in LADDER else 0 for each in (self.said, self.verdict.outcome)]
        return abs(rungs[0] - rungs[1])

    @property
    def same_side(self) -> bool:
        """Whether both say stay, or both say leave."""
        return (self.said in LEAVING) == (self.verdict.outcome in LEAVING)


@dataclass(frozen=True)
class Result:
    """All cases together; shares run from 0 to 1."""

    cases: tuple[Case, ...]

    def _share(self, hits: int) -> float:
        return hits / len(self.cases)

    @cached_property
    def exact(self) -> float:
        """Same outcome as the adviser."""
        return self._share(sum(case.verdict.outcome is case.said for case in self.cases))

    @cached_property
    def acceptable(self) -> float:
        """An outcome the adviser's page leaves room for."""
        return self._share(sum(case.verdict.outcome in case.acceptable for case in self.cases))

    @cached_property
    def same_side(self) -> float:
        """Stay or leave alike."""
        return self._share(sum(case.same_side for case in self.cases))

    @cached_property
    def distance(self) -> float:
        """Mean distance on the ladder."""
        return sum(case.distance for case in self.cases) / len(self.cases)

    @cached_property
    def opposites(self) -> int:
        """Cases at opposite ends of the ladder."""
        return sum(case.distance == len(LADDER) - 1 for case in self.cases)

    @cached_property
    def asked(self) -> int:
        """Steps asked in the median case."""
        return sorted(case.asked for case in self.cases)[len(self.cases) // 2]

    @property
    def good_enough(self) -> bool:
        """Whether the goals hold: 70 % acceptable, 85 % stay or leave, mean distance 0.5, no opposites, 30 steps."""
        return (
            self.acceptable >= 0.70
            and self.same_side >= 0.85
            and self.distance <= 0.5
            and not self.opposites
            and self.asked <= 30
        )


def measure(library: Library | None = None) -> Result:
    """Every case answered and compared. Raises Refused where an answers file is wrong."""
    shelf = library or Library()
    instrument = shelf.instrument("client-check")
    advisers = tomllib.loads((HERE / "advisers.toml").read_text(encoding="utf-8"))
    cases = []
    for name, adviser in sorted(advisers.items()):
        sheet = read_answers_file(HERE / f"{name}.toml", instrument, shelf.words.lexicon)
        interview = Interview.begin(instrument, sheet.depth, sheet.answers)
        verdict = decide(interview.relevant(), interview.asked(), shelf.model)
        acceptable = frozenset(Outcome(each) for each in adviser["acceptable"])
        cases.append(Case(name, Outcome(adviser["said"]), acceptable, verdict, len(interview.steps())))
    return Result(tuple(cases))


def report(result: Result) -> str:
    """The comparison as text: figures, confusion table, and every miss with its reasons."""
    lines = [
        f"cases                {len(result.cases)}",
        f"exact                {result.exact:.0%}",
        f"acceptable           {result.acceptable:.0%}   (goal 70 %)",
        f"stay or leave        {result.same_side:.0%}   (goal 85 %)",
        f"mean distance        {result.distance:.2f}  (goal 0.50)",
        f"opposite extremes    {result.opposites}",
        f"steps, median case   {result.asked}    (goal 30)",
        "",
        "adviser said (down), coach says (across)",
    ]
    counts = Counter((case.said, case.verdict.outcome) for case in result.cases)
    across = (*LADDER, Outcome.NOT_ENOUGH)
    lines.append(" " * 16 + "".join(f"{each.value:>16}" for each in across))
    lines += [f"{said.value:<16}" + "".join(f"{counts[said, each] or '·':>16}" for each in across) for said in LADDER]
    lines.append("")
    for case in result.cases:
        if case.verdict.outcome not in case.acceptable or not case.same_side:
            kind = "miss" if case.verdict.outcome not in case.acceptable else "other side, though acceptable"
            rules = ", ".join(f"{reason.rule} {reason.evidence}" for reason in case.verdict.reasons) or "no rule"
            measures = case.verdict.tally.measures
            sums = ", ".join(f"{name} {measures[name]:g}" for name in ("theirs", "mine", "hard", "told", "open"))
            lines.append(f"{case.id} {kind}: said {case.said}, coach {case.verdict.outcome}: {rules}; {sums}")
    return "\n".join(lines) + "\n"
