"""Prospects as plain lines or JSON for the command line. Knows values and words; asks and writes nothing."""

from collections.abc import Iterable

from coach.casebook.prospects import ProspectLine, ProspectResult
from coach.formats.text import clean
from coach.reports.layout import as_json, headed, tidy
from coach.wording.prospects import ProspectWording


def prospect_text(wording: ProspectWording, result: ProspectResult) -> str:
    """What a check before signing came to, as lines that read well from first to last."""
    words, outcome = wording.words, result.considered.outcome
    lines = [clean(result.client.name), words("prospect.checked", day=words.day(result.assessment.on_day)), ""]
    lines += [
        wording.of(outcome, "line"),
        wording.of(outcome, "said"),
        "",
        words("report.next", act=wording.of(outcome, "act")),
        "",
    ]
    for heading, entries in wording.findings(result):
        lines += headed(heading, entries)
    return tidy(lines)


def prospect_json(result: ProspectResult) -> str:
    """The same for a program: ids of the rules, questions and terms."""
    considered = result.considered
    return as_json(
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


def prospects_text(wording: ProspectWording, lines: Iterable[ProspectLine]) -> str:
    """Everybody not yet taken or declined, a line each."""
    rows = [(clean(each.client.name), _state(wording, each)) for each in lines]
    if not rows:
        return wording.words("prospects.nobody") + "\n"
    wide = max(len(name) for name, _ in rows)
    return "".join(f"{name:<{wide}}  {state}\n" for name, state in rows)


def prospects_json(lines: Iterable[ProspectLine]) -> str:
    """The same for a program."""
    return as_json(
        [
            {
                "client": clean(each.client.name),
                "outcome": each.result.considered.outcome.value if each.result else None,
                "on": each.result.assessment.on_day.isoformat() if each.result else None,
            }
            for each in lines
        ]
    )


def _state(wording: ProspectWording, line: ProspectLine) -> str:
    if line.result is None:
        return wording.words("prospects.waiting" if line.waiting else "prospects.unchecked")
    return wording.of(line.result.considered.outcome, "tag")
