"""The decisions around the last call: which reason fits, and what rules a call out."""

import pytest

from coach.engine.call import CallBar, CallReason, barred, reason_for

REASONS = (CallReason("plain", (), ()), CallReason("a", ("r",), ("x",)), CallReason("b", (), ("y", "z")))


BARS = (CallBar("safety", ("v",), ("v",)), CallBar("legal", ("l",), ()))


@pytest.mark.parametrize(
    ("rule", "points", "reason"),
    [
        ("", {}, "plain"),
        ("r", {"y": 9.0}, "a"),
        ("q", {"x": 2.0, "y": 1.5, "z": 1.0}, "b"),
        ("q", {"other": 5.0}, "plain"),
    ],
)
def test_the_reason_goes_by_the_rule_and_then_by_what_weighs(rule: str, points: dict[str, float], reason: str) -> None:
    assert reason_for(REASONS, rule, points) == reason


@pytest.mark.parametrize(
    ("confirmed", "unclear", "branch", "found"),
    [
        ((), (), "", ""),
        (("v",), (), "", "safety"),
        ((), ("v",), "", "safety"),
        (("l",), (), "", "legal"),
        ((), ("l",), "", ""),
        (("l",), (), "safety", "safety"),
    ],
)
def test_what_rules_a_call_out(confirmed: tuple[str, ...], unclear: tuple[str, ...], branch: str, found: str) -> None:
    assert barred(BARS, confirmed, unclear, branch) == found
