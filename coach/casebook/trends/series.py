"""Scores of checks as a series over days. Knows versions of model and questions, and not what was measured."""

from itertools import pairwise

from coach.engine.trend import Point, Series
from coach.store.verdicts import ScorePoint


def series_of_scores(measure: str, rows: list[ScorePoint]) -> Series:
    """Measured values as a series; a new version of instrument or model breaks the line."""
    last_of: dict[int, ScorePoint] = {row.assessment_id: row for row in rows}
    kept = list(last_of.values())
    points = tuple(Point(row.on_day, row.value, row.depth == "quick", "") for row in kept)
    breaks = tuple(
        after.on_day
        for before, after in pairwise(kept)
        if (before.model, before.instrument_version) != (after.model, after.instrument_version)
    )
    return Series(measure, points, breaks)
