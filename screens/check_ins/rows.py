"""Check-ins as cells of a table and lines beneath it. Knows wording and columns; reads no record and keeps nothing."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from coach.casebook.check_ins.check_ins import CheckIn
from coach.engine.interview.instrument import Instrument, Item
from coach.engine.pulse import DREAD, FIXED, KEPT
from coach.wording.check_ins import CheckInWording
from screens.frame.client_rows import MUTED
from screens.frame.discreet import DOTS, hides, named
from screens.widgets.lists.entry_table import EntryColumn, EntryRow

NAME, WIDE_NAME, STATE = 20, 24, 12
NARROW_NAME = 8
WIDE, NARROW = 100, 80
"""Cells from which on there is room for longer names and since when, and below which there is none for the state."""
SINCE = 8
WIDTHS = {FIXED[0]: 9, FIXED[1]: 6, DREAD: 7, KEPT: 11}


def heads_of(pulse: Instrument, said: CheckInWording, width: int) -> tuple[EntryColumn, ...]:
    """The columns: whom, the four questions, where it stands."""
    wide, narrow = width >= WIDE, width < NARROW
    asked = [
        EntryColumn(item, said.short(each), WIDTHS[item], "digit" if each.options else "figure")
        for item, each in pulse.items.items()
        if item in FIXED
    ]
    since = [EntryColumn("since", said("table.since_head"), SINCE)] if wide else []
    name = EntryColumn("name", said("table.name"), WIDE_NAME if wide else NARROW_NAME if narrow else NAME)
    state = [] if narrow else [EntryColumn("state", said("table.state"), STATE)]
    return (name, *since, *asked, *state)


def row_of(each: CheckIn, heads: Sequence[EntryColumn], pulse: Instrument, said: CheckInWording) -> EntryRow:
    """One client's row; what is given is dots while others can see the screen."""
    hidden = hides(said.words)
    cells = {
        "name": named(each.name, said.words).plain,
        "since": said.words.day(each.since, "short"),
        "state": said.state(each.place, sum(item in each.answers for item in FIXED), len(FIXED), each.on_day),
    }
    for item in FIXED:
        given = said.answer(pulse.items[item], each.answers.get(item))
        cells[item] = DOTS[: WIDTHS[item]] if hidden and given else given
    return EntryRow(str(each.client_id), tuple(cells[head.id] for head in heads), each.place.done)


def beneath(each: CheckIn, item: Item, items: Mapping[str, Item], said: CheckInWording) -> Content:
    """What the cell under the cursor asks, how it is answered, and what is worth knowing of its row."""
    lines = [Content(said.ask(item)).stylize("bold")]
    options = [said("table.options", number=place, option=name) for place, name in enumerate(said.options(item), 1)]
    lines.append(Content("  ".join([*options, said("table.unknown")]) if options else said("table.figure")))
    if item.id == DREAD and DREAD in each.answers and not hides(said.words):
        last = said("state.last", answer=said.words.option(item.responses, each.last)) if each.last else ""
        lines.append(Content(last or said("state.first")).stylize(MUTED))
    elif item.id == KEPT and DREAD in each.answers and each.last and not hides(said.words):
        # A digit goes on at once: without this nobody would see what the feeling was last time.
        feeling = said.words.option(items[DREAD].responses, each.last)
        lines.append(Content(said("state.last_feeling", answer=feeling)).stylize(MUTED))
    named_ = [said.short(other).lower() for name, other in items.items() if name not in FIXED]
    if named_:
        lines.append(Content(said("table.also", what=", ".join(named_))).stylize(MUTED))
    # One at a time, so that nothing is cut beneath nine rows; Today proposes the full check, too.
    if why := said.slower(each.place):
        lines.append(Content(said("table.slower", why=why)))
    elif why := said.whole(each.place):
        lines.append(Content(said("table.whole", why=why)))
    return Content("\n").join(lines)
