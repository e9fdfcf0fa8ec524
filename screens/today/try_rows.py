"""Last tries as rows of Today. Draws nothing else and decides nothing."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from coach.casebook.tries import DueTry
from coach.formats.text import clean
from coach.wording.tries import TryWording
from screens.widgets.lists.columns import Row


def try_rows(due: Iterable[DueTry], today: date, said: TryWording) -> tuple[list[Row], dict[str, int]]:
    """A row for each try that runs, the first to end on top, with the client that each row stands for."""
    rows, behind = [], {}
    for each in due:
        row = f"try:{each.kept.id}"
        behind[row] = each.kept.client_id
        state = Content(said.state(each.kept.reset, today, "short"))
        if each.kept.reset.over(today):
            state = state.stylize("$warning")
        rows.append(Row(row, (Content(said.words("today.try", name=clean(each.client))), state)))
    return rows, behind
