"""What Today says of check-ins, as rows. Knows wording and columns; reads no record. Light: Today waits for it."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from coach.casebook.check_ins.schedule import Schedule
from coach.library.words import Words
from screens.frame.discreet import named
from screens.widgets.lists.columns import Column, Row, Section

FILE = "due"
RUN, WHOLE = "check_ins", "whole:"
"""The row that leads to the table, and what the rows of full checks begin with."""
NAMED = 1
"""Clients a line names before it counts the others."""


def due_section(places: Sequence[Schedule], today: date, words: Words) -> Section:
    """What Today says: one line for every check-in that is due, and one for each full check that is proposed."""
    rows, days = [], [each.due.on_day for each in places if each.now(today) and each.due is not None]
    if days:
        who = _listed([named(each.name, words).plain for each in places if each.now(today)], words)
        oldest = words.day(min(days), "short")
        when = words.say(FILE, "late", day=oldest) if min(days) < today else words.say(FILE, "now")
        rows.append(Row(RUN, (Content(words.say(FILE, "run", who=who)), Content(when))))
    for each in places:
        if each.whole is not None:
            name = named(each.name, words).plain
            cells = (Content(words.say(FILE, "whole", name=name)), Content(words.say(FILE, f"why.{each.whole}")))
            rows.append(Row(f"{WHOLE}{each.client_id}", cells))
    return Section((Column(words.say(FILE, "heading"), least=24, most=80), Column(least=12, most=60)), tuple(rows))


def _listed(names: Sequence[str], words: Words) -> str:
    shown = list(names[:NAMED]) if len(names) > NAMED + 1 else list(names)
    if len(names) > len(shown):
        shown.append(words.count("screens", "phrases.list.others", len(names) - len(shown)))
    if len(shown) == 1:
        return shown[0]
    return words("phrases.list.and", first=words("phrases.list.comma").join(shown[:-1]), last=shown[-1])
