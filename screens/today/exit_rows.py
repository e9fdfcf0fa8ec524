"""Steps of exits that are due as rows of Today. Knows wording; reads no record. Loaded where there are any."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from coach.casebook.exits.exits import DueExitStep
from coach.wording.exits.plan import ExitWording
from screens.widgets.lists.columns import Row


def due_rows(due: Iterable[DueExitStep], said: ExitWording, today: date) -> list[tuple[int, Row]]:
    """One row of Today for each exit with steps that are due, and its client."""
    words, found = said.words, []
    by_client: dict[int, list[DueExitStep]] = {}
    for each in due:
        by_client.setdefault(each.client_id, []).append(each)
    for client_id, steps in by_client.items():
        safe, text = said.due([each.step.step for each in steps])
        on = steps[0].step.due_on or today
        day = words("today.due" if on == today else "today.since", day=words.day(on, "short"))
        who = words("today.exit_safe" if safe else "today.exit", name=steps[0].client)
        found.append((client_id, Row(f"exit:{client_id}", (Content(who), Content(day), Content(text)))))
    return found
