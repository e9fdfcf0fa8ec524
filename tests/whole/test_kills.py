"""The coach is killed at random instants of an interview and loses no answer it had acknowledged."""

import random
from pathlib import Path

import pytest

from tests.whole.kills import one_round


@pytest.mark.parametrize("part", range(4))
def test_no_acknowledged_answer_is_lost_to_a_kill(tmp_path: Path, part: int) -> None:
    dice = random.Random(part)
    became = [one_round(tmp_path / f"{number}", dice) for number in range(5)]
    assert set(became) - {"none"}
