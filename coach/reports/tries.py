"""Last tries for a program. Knows the values of a try; asks nothing."""

from collections.abc import Iterable
from typing import Any

from coach.formats.text import clean
from coach.reports.layout import as_json, iso
from coach.store.resets import Try


def tries_json(tries: Iterable[Try]) -> str:
    """The last tries with a client."""
    return as_json([try_values(each) for each in tries])


def try_values(kept: Try) -> dict[str, Any]:
    """One last try, as what stands in JSON."""
    reset = kept.reset
    return {
        "rules": {rule: reset.by_rule[rule].value if rule in reset.by_rule else None for rule in reset.rules},
        "starts": reset.starts.isoformat(),
        "ends": reset.ends.isoformat(),
        "ended_on": iso(reset.ended_on),
        "outcome": reset.ending.value if reset.ending else None,
        "mine": reset.mine.value if reset.mine else None,
        "follows": clean(reset.follows, lines=True),
    }
