"""A recommendation as the owner was told it, kept as it was, whatever the model becomes. Its grounds are read last."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from coach.engine.value import Value
from coach.engine.verdict.outcome import Outcome
from coach.store.assessments import Assessment
from coach.store.verdicts import Decision, StoredVerdict

if TYPE_CHECKING:
    from coach.casebook.checks.grounds import Grounds


class Recommendation(Value):
    """A recommendation, the check it came from and, in ``kept``, its grounds as they stand in the record."""

    id: int
    assessment: Assessment
    model: int
    outcome: Outcome
    subtype: str
    second_look_on: date | None
    kept: Any

    @cached_property
    def grounds(self) -> "Grounds":
        """What it rested on. Raises msgspec.ValidationError where the record is not one this program wrote."""
        from coach.casebook.checks.grounds import read_grounds

        return read_grounds(self.kept)

    @property
    def theirs(self) -> float:
        """Points that are the client's; read without the rest, since a list shows nothing else."""
        return float(self.kept["theirs"])

    @property
    def mine(self) -> float:
        """Points that are one's own."""
        return float(self.kept["mine"])

    @property
    def speaking(self) -> int:
        """How many signs spoke for the client."""
        return len(self.kept["speaks"])

    @property
    def rule(self) -> str:
        """The id of the rule that decided, or an empty string."""
        decided = [reason.rule for reason in self.grounds.reasons if reason.outcome is self.outcome]
        return decided[0] if decided else ""


class PastCheck(Value):
    """One concluded check of a client's history."""

    told: Recommendation
    decision: Decision | None


def recommendation_from(stored: StoredVerdict, assessment: Assessment) -> Recommendation:
    """A stored recommendation as a value. Raises ValueError for an outcome this program does not know."""
    return Recommendation(
        stored.id,
        assessment,
        stored.model,
        Outcome(stored.outcome),
        stored.subtype,
        stored.second_look_on,
        stored.reasons,
    )
