"""A recommendation as plain lines or JSON. Knows what a check came to and its wording; asks nothing."""

from coach.casebook.checks.recommendation import Recommendation
from coach.casebook.prospects import BeforeSigning
from coach.formats.text import clean
from coach.library.library import Library
from coach.reports.layout import as_json, bullets, headed, iso, tidy
from coach.wording.checks.recommendation import Bar, RecommendationWording
from coach.wording.prospects import ProspectWording


def recommendation_text(library: Library, name: str, told: Recommendation, before: BeforeSigning | None = None) -> str:
    """A recommendation as lines that read well from first to last; ``before`` is what could be seen beforehand."""
    wording, words = RecommendationWording(library), library.words
    lines = [clean(name), wording.check(told), ""]
    for branch in wording.branch_lines(told):
        lines += [branch.title, *(f"- {line}" for line in branch.lines), ""]
    lines += [wording.line(told), wording.why(told), "", words("report.next", act=wording.act(told))]
    lines += [*wording.paces(told), wording.second_look(told), wording.sure(told), ""]

    def bar(each: Bar) -> str:
        figures = words("report.split", theirs=words.number(each.theirs), mine=words.number(each.mine))
        return f"{each.name}: {figures}; {each.evidence}"

    lines += headed(words("report.change"), wording.changes(told))
    lines += headed(words("report.reasons"), (sentence for sentence, _ in wording.reasons(told)))
    lines += headed(words("report.bars"), map(bar, wording.bars(told)))
    lines += headed(words("report.works"), wording.works(told))
    lines += headed(words("report.speaks"), wording.speaks(told))
    lines += headed(words("report.missing"), (f"{each.boundary}: {each.step}" for each in wording.missing(told)))
    lead, *seen = ProspectWording(library).before(before) if before else [""]
    return tidy([*lines, lead, *bullets(seen), "", wording.law(told), wording.versions(told)])


def recommendation_json(name: str, told: Recommendation, before: BeforeSigning | None = None) -> str:
    """A recommendation for a program."""
    grounds = told.grounds
    return as_json(
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
            "second_look_on": iso(told.second_look_on),
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
