"""How a client has gone and what changed, as plain lines or JSON. Knows series and their wording; asks nothing."""

from collections.abc import Iterable
from math import isfinite
from typing import Any

from coach.casebook.trends.changes import Change, DecisionFollowUp, WhatChanged
from coach.casebook.trends.trends import Measured
from coach.engine.trend import Series, direction
from coach.formats.text import clean
from coach.library.library import Library
from coach.reports.layout import as_json, bullets, headed, tidy
from coach.reports.tries import try_values
from coach.store.resets import Try
from coach.wording.trends import TrendWording
from coach.wording.tries import TryWording


def trend_text(wording: TrendWording, name: str, series: Iterable[Series]) -> str:
    """A trend as a sentence a series, then the figures day by day."""
    words, given, lines = wording.words, list(series), [clean(name), ""]
    if not given or not given[0].points:
        return tidy([*lines, words("report.no_checks")])
    lines += [f"{words(f'trend.measure.{each.measure}')}: {wording.trend(each)}" for each in given]
    lines.append("")
    for points in zip(*(each.points for each in given), strict=True):
        figures = ", ".join(
            f"{words(f'trend.measure.{each.measure}').lower()} "
            f"{words.number(point.value) if point.value is not None else '-'}"
            for each, point in zip(given, points, strict=True)
        )
        depth = words(f"report.{'quick' if points[0].hollow else 'full'}")
        lines.append(f"{points[0].day.isoformat()}: {figures} ({depth})")
    return tidy(lines)


def measured_text(wording: TrendWording, given: Iterable[Measured]) -> str:
    """What else is drawn of a client, a sentence a measure; nothing where there is nothing else."""
    sentences = [wording.picture(each) for each in given]
    return "\n" + tidy([wording.words("report.measured"), *bullets(sentences)]) if sentences else ""


def trend_json(name: str, series: Iterable[Series]) -> str:
    """A trend for a program."""
    measures = [
        {
            "measure": each.measure,
            "direction": direction(each).value,
            "breaks": [day.isoformat() for day in each.breaks],
            "points": [
                {"on": point.day.isoformat(), "value": point.value, "depth": "quick" if point.hollow else "full"}
                for point in each.points
            ],
        }
        for each in series
    ]
    return as_json({"client": clean(name), "measures": measures})


def changed_text(library: Library, name: str, changes: WhatChanged, tries: Iterable[Try]) -> str:
    """What changed with a client as lines: sentences first, figures below each."""
    wording, of_tries = TrendWording(library), TryWording(library)
    told = [" ".join(part for part in each if part) for each in wording.changes(changes.boundaries)]
    lines = [clean(name), "", *headed(wording.say("report.boundaries"), told)]
    lines += headed(wording.say("report.both"), wording.both(changes.both))
    lines += headed(wording.say("report.right"), map(wording.followed, changes.followed))
    return tidy([*lines, *headed(wording.say("report.tries"), (of_tries.line(each.reset) for each in tries))])


def changed_json(name: str, changes: WhatChanged, tries: Iterable[Try]) -> str:
    """What changed with a client, for a program; an open upper end is null."""
    both = changes.both
    return as_json(
        {
            "client": clean(name),
            "boundaries": [_compared(each) for each in changes.boundaries],
            "weeks": both.weeks,
            "incidents": both.incidents,
            "slips": both.slips,
            "recurring": [
                {"boundary": each.boundary, "times": each.times, "clients": each.clients} for each in both.recurring
            ],
            "decided": [_followed(each) for each in changes.followed],
            "tries": [try_values(each) for each in tries],
        }
    )


def _compared(each: Change) -> dict[str, Any]:
    compared = each.compared
    ends = (("ratio", compared.ratio), ("low", compared.low), ("high", compared.high), ("chance", compared.chance))
    return {
        "boundary": each.boundary,
        "told": compared.told.isoformat(),
        "weeks": compared.weeks,
        "before": compared.before,
        "after": compared.after,
        "finding": compared.finding.value,
        **{name: round(value, 4) if value is not None and isfinite(value) else None for name, value in ends},
    }


def _followed(each: DecisionFollowUp) -> dict[str, Any]:
    told, decision, later = each.entry.told, each.entry.decision, each.later
    return {
        "on": told.assessment.on_day.isoformat(),
        "recommended": told.outcome.value,
        "decided": decision.decided if decision else None,
        "theirs": told.theirs,
        "later_on": later.assessment.on_day.isoformat() if later else None,
        "later_theirs": later.theirs if later else None,
        "later_recommended": later.outcome.value if later else None,
    }
