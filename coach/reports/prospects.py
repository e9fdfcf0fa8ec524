"""Prospects as plain lines or JSON for the command line. Knows values and words; asks and writes nothing."""

import json
from collections.abc import Iterable

from coach.casebook.prospects import ProspectLine, ProspectResult
from coach.formats.text import clean
from coach.wording.prospects import ProspectWords


def prospect_text(said: ProspectWords, result: ProspectResult) -> str:
    """What a check before signing came to, as lines that read well from first to last."""
    words, outcome = said.words, result.considered.outcome
    lines = [clean(result.client.name), words("prospect.checked", day=words.day(result.assessment.on_day)), ""]
    lines += [
        said.of(outcome, "line"),
        said.of(outcome, "said"),
        "",
        words("report.next", act=said.of(outcome, "act")),
        "",
    ]
    for heading, entries in (
        ("reasons", said.reasons(result)),
        ("questions", said.questions(result)),
        ("terms", [each.line for each in said.terms(result)]),
        ("seen", said.seen(result)),
        ("notes", said.notes(result)),
    ):
        if entries:
            lines += [words(f"prospect.{heading}"), *(f"- {entry}" for entry in entries), ""]
    return "\n".join(lines).rstrip() + "\n"


def prospect_json(result: ProspectResult) -> str:
    """The same for a program: ids of the rules, questions and terms."""
    considered = result.considered
    return _json(
        {
            "client": clean(result.client.name),
            "state": result.client.state,
            "on": result.assessment.on_day.isoformat(),
            "outcome": considered.outcome.value,
            "reasons": list(considered.rules),
            "questions": list(considered.questions),
            "terms": list(considered.terms),
            "version": result.assessment.version,
        }
    )


def prospects_text(said: ProspectWords, lines: Iterable[ProspectLine]) -> str:
    """Everybody not yet taken or declined, a line each."""
    rows = [(clean(each.client.name), _state(said, each)) for each in lines]
    if not rows:
        return said.words("prospects.nobody") + "\n"
    wide = max(len(name) for name, _ in rows)
    return "".join(f"{name:<{wide}}  {state}\n" for name, state in rows)


def prospects_json(lines: Iterable[ProspectLine]) -> str:
    """The same for a program."""
    return _json(
        [
            {
                "client": clean(each.client.name),
                "outcome": each.result.considered.outcome.value if each.result else None,
                "on": each.result.assessment.on_day.isoformat() if each.result else None,
            }
            for each in lines
        ]
    )


def _state(said: ProspectWords, line: ProspectLine) -> str:
    if line.result is None:
        return said.words("prospects.waiting" if line.waiting else "prospects.unchecked")
    return said.of(line.result.considered.outcome, "tag")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
