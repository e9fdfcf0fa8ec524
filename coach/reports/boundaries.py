"""Where boundaries stand, as plain lines or JSON. Knows standings, terms and their wording; asks nothing."""

from collections.abc import Iterable, Mapping

from coach.engine.boundary import Standing
from coach.formats.text import clean
from coach.library.library import Library
from coach.reports.layout import as_json, tidy
from coach.store.register import Term
from coach.wording.boundaries import BoundaryWording


def boundaries_text(
    library: Library, name: str | None, standings: Iterable[Standing], terms: Mapping[str, Term]
) -> str:
    """Boundaries in one line each; ``name`` is the client's, None for my own terms."""
    words = library.words
    heading = words("report.boundaries_with", name=name) if name else words("report.boundaries")
    lines = BoundaryWording(library).listing(standings, {name: each.params for name, each in terms.items()})
    return tidy([clean(heading), "", *map(clean, lines)])


def boundaries_json(name: str | None, standings: Iterable[Standing], terms: Mapping[str, Term]) -> str:
    """The same for a program."""
    return as_json(
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
