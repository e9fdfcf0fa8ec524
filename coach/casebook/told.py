"""A recommendation as the owner was told it, with all it rested on; kept as it was, whatever the model becomes."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from coach.engine.counterfactual import Change
from coach.engine.signs import Context, Weighed
from coach.engine.verdict import Outcome, Reason, Verdict
from coach.store.assessments import Assessment
from coach.store.verdicts import StoredVerdict


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a recommendation rested on; kept as JSON beside it.

    ``theirs`` and ``mine`` are points; ``coverage`` runs from 0 to 1. ``sure`` holds every outcome the open answers
    could still lead to, mildest first: one alone is firm. ``open_answers`` is how many there are.
    """

    reasons: tuple[Reason, ...]
    weighed: tuple[Weighed, ...]
    confirmed: tuple[str, ...]
    unclear: tuple[str, ...]
    speaks: tuple[str, ...]
    theirs: float
    mine: float
    coverage: float
    branch: str
    paces: tuple[str, ...]
    sure: tuple[Outcome, ...] = ()
    open_answers: int = 0
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A recommendation, the check it came from and its grounds."""

    id: int
    assessment: Assessment
    model: int
    outcome: Outcome
    subtype: str
    second_look_on: date | None
    grounds: Grounds

    @property
    def rule(self) -> str:
        """The id of the rule that decided, or an empty string."""
        decided = [reason.rule for reason in self.grounds.reasons if reason.outcome is self.outcome]
        return decided[0] if decided else ""


def grounds_of(
    verdict: Verdict, sure: tuple[Outcome, ...] = (), open_answers: int = 0, changes: tuple[Change, ...] = ()
) -> Grounds:
    """The grounds of a fresh verdict."""
    counted = verdict.tally
    return Grounds(
        verdict.reasons,
        counted.weighed,
        counted.confirmed,
        counted.unclear,
        counted.speaks,
        counted.measures["theirs"],
        counted.measures["mine"],
        verdict.coverage,
        verdict.branch,
        verdict.paces,
        sure,
        open_answers,
        changes,
    )


def as_json(value: Grounds | Context) -> Any:
    """A frozen value as plain dictionaries and lists."""
    return msgspec.to_builtins(value)


def told_from(stored: StoredVerdict, assessment: Assessment) -> Told:
    """A stored recommendation as a value.

    Raises msgspec.ValidationError where the record is not one this program wrote.
    """
    return Told(
        stored.id,
        assessment,
        stored.model,
        Outcome(stored.outcome),
        stored.subtype,
        stored.second_look_on,
        msgspec.convert(stored.reasons, Grounds, strict=False),
    )
