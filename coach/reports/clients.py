"""Every client in one line each, or as JSON. Knows how they stand and the wording of it; asks nothing."""

from collections.abc import Iterable

from coach.casebook.overview import ClientLine
from coach.formats.text import clean
from coach.library.library import Library
from coach.reports.layout import as_json, iso
from coach.wording.checks.recommendation import RecommendationWording


def clients_text(library: Library, lines: Iterable[ClientLine]) -> str:
    """Every client, what is recommended and what was decided, in the order given."""
    wording, words = RecommendationWording(library), library.words

    def state(line: ClientLine) -> tuple[str, str]:
        if line.told is None:
            return words("report.unchecked"), ""
        decided = line.decision and words("report.decided", what=wording.outcome(line.decision.decided))
        return wording.tag(line.told), decided or ""

    rows = [(clean(line.client.name), *state(line)) for line in lines]
    if not rows:
        return words("report.no_clients") + "\n"
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    padded = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join(padded) + "\n"


def clients_json(lines: Iterable[ClientLine]) -> str:
    """Every client for a program."""
    return as_json(
        [
            {
                "client": clean(line.client.name),
                "outcome": line.told.outcome.value if line.told else None,
                "on": line.told.assessment.on_day.isoformat() if line.told else None,
                "theirs": line.told.grounds.theirs if line.told else None,
                "mine": line.told.grounds.mine if line.told else None,
                "decided": line.decision.decided if line.decision else None,
                "look_again_on": iso(line.decision.look_again_on if line.decision else None),
            }
            for line in lines
        ]
    )
