"""Steps that are due as rows of Today. Knows wording and columns; reads no record. Loaded where there are any."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from coach.casebook.boundaries import DueStep
from coach.wording.boundaries import BoundaryWording
from screens.widgets.lists.columns import Column, Row, Section

SHOWN_STEPS = 2
"""Steps that Today lists at once: a longer list is not a day's work."""
SHORTEST, LONGEST = 60, 130
"""Cells of a step: where there are fewer, it is not begun."""


def steps_section(due: Iterable[DueStep], today: date, said: BoundaryWording) -> tuple[Section, dict[str, DueStep]]:
    """Steps that are due as rows of Today, with the step that each row stands for; of many, those due longest."""
    words, rows, behind, waiting = said.words, [], {}, list(due)
    for each in waiting[:SHOWN_STEPS]:
        row = f"step:{each.step.id}"
        behind[row] = each
        key = "today.step_with" if each.client_id is not None else "today.step_mine"
        where = words(key, boundary=said.name(each.boundary), name=each.client)
        on = each.step.due_on or today
        day = words("today.due" if on == today else "today.since", day=words.day(on, "short"))
        cells = (Content(where), Content(day), Content(said.step(each.boundary, each.step.step)))
        rows.append(Row(row, cells))
    more = len(waiting) - SHOWN_STEPS
    heading = words("today.steps_more", count=more) if more > 0 else words("today.steps")
    # A step is a sentence: where there is no room for it, the page behind its row says it.
    columns = (Column(heading, least=30, most=60), Column(rank=1), Column(least=SHORTEST, most=LONGEST, rank=2))
    return Section(columns, tuple(rows)), behind
