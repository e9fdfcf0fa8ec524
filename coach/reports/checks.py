"""Recommendations, clients and trends as plain lines or JSON. Knows the casebook's values and words; asks nothing."""

import json
from collections.abc import Iterable, Mapping
from math import isfinite
from typing import TYPE_CHECKING, Any

from coach.casebook.checks.told import Told
from coach.casebook.prospects import Before
from coach.casebook.reading import Line
from coach.engine.boundary import Standing
from coach.engine.trend import Series, direction
from coach.formats.text import clean
from coach.library.words import Words
from coach.store.register import Term
from coach.wording.checks.recommendation import Phrases

if TYPE_CHECKING:
    from coach.casebook.trends.changes import Change, Changes, Followed
    from coach.casebook.trends.measures import Measured
    from coach.store.resets import Try
    from coach.wording.trends import ChangeWords
    from coach.wording.tries import TryWords


class Report:
    """Writes values of the casebook down for people without the full screen, and for programs."""

    def __init__(self, phrases: Phrases, words: Words) -> None:
        self.phrases, self.words = phrases, words

    def recommendation(self, name: str, told: Told, before: Iterable[str] = ()) -> str:
        """A recommendation as lines that read well from first to last; ``before`` is what could be seen beforehand."""
        phrases, words = self.phrases, self.words
        lines = [clean(name), phrases.check(told), ""]
        for branch in phrases.branch_lines(told):
            lines += [branch.title, *(f"- {line}" for line in branch.lines), ""]
        lines += [phrases.line(told), phrases.why(told), "", words("report.next", act=phrases.act(told))]
        lines += [*phrases.paces(told), phrases.second_look(told), phrases.sure(told), ""]
        lines += self._listed("report.change", phrases.changes(told))
        lines += self._listed("report.reasons", [sentence for sentence, _ in phrases.reasons(told)])
        lines += self._listed("report.bars", [self._bar(bar) for bar in phrases.bars(told)])
        lines += self._listed("report.works", phrases.works(told))
        lines += self._listed("report.speaks", phrases.speaks(told))
        missing = [f"{each.boundary}: {each.step}" for each in phrases.missing(told)]
        lines += self._listed("report.missing", missing)
        seen = list(before)
        lines += [*seen[:1], *(f"- {line}" for line in seen[1:]), ""]
        lines += [phrases.law(told), phrases.versions(told)]
        return _tidy(lines)

    def recommendation_json(self, name: str, told: Told, before: Before | None = None) -> str:
        """A recommendation for a program."""
        grounds = told.grounds
        return _json(
            {
                "client": clean(name),
                "on": told.assessment.on_day.isoformat(),
                "depth": told.assessment.depth,
                "outcome": told.outcome.value,
                "subtype": told.subtype,
                "rule": told.rule,
                "theirs": grounds.theirs,
                "mine": grounds.mine,
                "coverage": round(grounds.coverage, 4),
                "sure": [each.value for each in grounds.sure],
                "open_answers": grounds.open_answers,
                "second_look_on": told.second_look_on.isoformat() if told.second_look_on else None,
                "branch": grounds.branch,
                "pace": list(grounds.paces),
                "reasons": [
                    {
                        "rule": reason.rule,
                        "outcome": reason.outcome.value,
                        "evidence": list(reason.evidence),
                        "figures": dict(reason.figures),
                    }
                    for reason in grounds.reasons
                ],
                "signs": [
                    {
                        "sign": each.sign,
                        "boundary": each.boundary,
                        "frequency": each.frequency,
                        "weight": each.weight,
                        "state": each.state.value,
                        "theirs": each.theirs,
                        "mine": each.mine,
                    }
                    for each in grounds.weighed
                ],
                "changes": [
                    {"outcome": each.outcome.value, "parts": dict(each.parts), "lever": each.lever}
                    for each in grounds.changes
                ],
                "before": None
                if before is None
                else {
                    "on": before.on_day.isoformat(),
                    "outcome": before.outcome.value,
                    "seen": [{"item": each.item, "answer": each.token, "now": list(each.now)} for each in before.seen],
                },
                "model": told.model,
                "instrument": told.assessment.instrument,
                "version": told.assessment.version,
            }
        )

    def clients(self, lines: Iterable[Line]) -> str:
        """Every client in one line each, the heaviest first."""
        rows = [(clean(line.client.name), *self._state(line)) for line in lines]
        if not rows:
            return self.words("report.no_clients") + "\n"
        widths = [max(len(row[place]) for row in rows) for place in range(3)]
        padded = (
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
        )
        return "\n".join(padded) + "\n"

    def clients_json(self, lines: Iterable[Line]) -> str:
        """Every client for a program."""
        return _json(
            [
                {
                    "client": clean(line.client.name),
                    "outcome": line.told.outcome.value if line.told else None,
                    "on": line.told.assessment.on_day.isoformat() if line.told else None,
                    "theirs": line.told.grounds.theirs if line.told else None,
                    "mine": line.told.grounds.mine if line.told else None,
                    "decided": line.decision.decided if line.decision else None,
                    "look_again_on": line.decision.look_again_on.isoformat()
                    if line.decision and line.decision.look_again_on
                    else None,
                }
                for line in lines
            ]
        )

    def trend(self, name: str, series: Iterable[Series]) -> str:
        """A trend as a sentence a series, then the figures day by day."""
        given = list(series)
        lines = [clean(name), ""]
        if not given or not given[0].points:
            return _tidy([*lines, self.words("report.no_checks")])
        for each in given:
            lines.append(f"{self.words(f'trend.measure.{each.measure}')}: {self.phrases.trend(each)}")
        lines.append("")
        for points in zip(*(each.points for each in given), strict=True):
            figures = ", ".join(
                f"{self.words(f'trend.measure.{each.measure}').lower()} "
                f"{self.words.number(point.value) if point.value is not None else '-'}"
                for each, point in zip(given, points, strict=True)
            )
            depth = self.words(f"report.{'quick' if points[0].hollow else 'full'}")
            lines.append(f"{points[0].day.isoformat()}: {figures} ({depth})")
        return _tidy(lines)

    def measured(self, given: "Iterable[Measured]", said: "ChangeWords") -> str:
        """What else is drawn of a client, a sentence a measure; nothing where there is nothing else."""
        sentences = [said.picture(each) for each in given]
        return "\n" + _tidy([self.words("report.measured"), *(f"- {each}" for each in sentences)]) if sentences else ""

    def trend_json(self, name: str, series: Iterable[Series]) -> str:
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
        return _json({"client": clean(name), "measures": measures})

    def changed(
        self, name: str, changes: "Changes", tries: "Iterable[Try]", said: "ChangeWords", trying: "TryWords"
    ) -> str:
        """What changed with a client as lines: sentences first, figures below each."""
        told = [" ".join(part for part in each if part) for each in said.changes(changes.boundaries)]
        lines = [clean(name), "", *self._under(said.say("report.boundaries"), told)]
        lines += self._under(said.say("report.both"), said.both(changes.both))
        lines += self._under(said.say("report.right"), [said.followed(each) for each in changes.followed])
        return _tidy([*lines, *self._under(said.say("report.tries"), [trying.line(each.reset) for each in tries])])

    def changed_json(self, name: str, changes: "Changes", tries: "Iterable[Try]") -> str:
        """What changed with a client, for a program; an open upper end is null."""
        both = changes.both
        return _json(
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

    def tries_json(self, tries: "Iterable[Try]") -> str:
        """The last tries with a client, for a program."""
        return _json([try_values(each) for each in tries])

    def boundaries(self, heading: str, lines: Iterable[str]) -> str:
        """Boundaries in one line each."""
        return _tidy([clean(heading), "", *(clean(line) for line in lines)])

    def boundaries_json(self, name: str | None, standings: Iterable[Standing], terms: Mapping[str, Term]) -> str:
        """Where boundaries stand, for a program; ``name`` is the client's, None for my own terms."""
        return _json(
            {
                "client": None if name is None else clean(name),
                "boundaries": [
                    {
                        "boundary": each.boundary,
                        "stage": each.stage.value,
                        "next": each.next.value if each.next else None,
                        "steps": {
                            rung.value: {"how": clean(move.how), "on": move.on_day.isoformat()}
                            for rung, move in each.reached.items()
                        },
                        "terms": dict(terms[each.boundary].params) if each.boundary in terms else {},
                    }
                    for each in standings
                ],
            }
        )

    def _state(self, line: Line) -> tuple[str, str]:
        if line.told is None:
            return self.words("report.unchecked"), ""
        decided = line.decision
        said = "" if decided is None else self.words("report.decided", what=self.phrases.outcome(decided.decided))
        return self.phrases.tag(line.told), said

    def _bar(self, bar: Any) -> str:
        figures = self.words("report.split", theirs=self.words.number(bar.theirs), mine=self.words.number(bar.mine))
        return f"{bar.name}: {figures}; {bar.evidence}"

    def _under(self, heading: str, entries: list[str]) -> list[str]:
        return [heading, *(f"- {entry}" for entry in entries), ""] if entries else []

    def _listed(self, key: str, entries: Iterable[str]) -> list[str]:
        given = [entry for entry in entries if entry]
        return [self.words(key), *(f"- {entry}" for entry in given), ""] if given else []


def try_values(kept: "Try") -> dict[str, Any]:
    """A last try for a program."""
    reset = kept.reset
    return {
        "rules": {rule: reset.by_rule[rule].value if rule in reset.by_rule else None for rule in reset.rules},
        "starts": reset.starts.isoformat(),
        "ends": reset.ends.isoformat(),
        "ended_on": reset.ended_on.isoformat() if reset.ended_on else None,
        "outcome": reset.ending.value if reset.ending else None,
        "mine": reset.mine.value if reset.mine else None,
        "follows": clean(reset.follows, lines=True),
    }


def _compared(each: "Change") -> dict[str, Any]:
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


def _followed(each: "Followed") -> dict[str, Any]:
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


def _tidy(lines: Iterable[str]) -> str:
    """Lines with no more than one empty one between them, and none at the end."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).rstrip() + "\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
