"""The goals of the decision model on the published cases, and that every case is answered to its end."""

from pathlib import Path

import pytest

from coach.casebook.checks.answers_file import read_answers_file
from coach.engine.interview.interview import Interview
from coach.library.library import Library
from tests.calibration.measure import measure, report

HERE = Path(__file__).parent
CASES = sorted(path.stem for path in HERE.glob("C*.toml"))


def test_the_goals_hold() -> None:
    """Better than two experienced readers were."""
    result = measure()
    assert result.good_enough, report(result)


def test_every_miss_is_named_with_its_reasons() -> None:
    """A miss that is not shown cannot be defended."""
    result = measure()
    text = report(result)
    misses = [case.id for case in result.cases if case.verdict.outcome not in case.acceptable]
    assert misses
    assert all(f"\n{case} miss: " in text for case in misses)


@pytest.mark.parametrize("case", CASES)
def test_a_case_leaves_nothing_unanswered(case: str) -> None:
    """Silence in a case is coded as an answer or as don't know, never left out."""
    instrument = Library().instrument("client-check")
    sheet = read_answers_file(HERE / f"{case}.toml", instrument, Library().words.lexicon)
    assert Interview.begin(instrument, sheet.depth, sheet.answers).at is None
