"""What the log has to do today: replies that have waited, entries whose kind is still open. Reads; keeps nothing."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.library.words import Words
from coach.store.held import Held
from screens.frame import commands
from screens.frame.discreet import named
from screens.widgets.lists.columns import Row

if TYPE_CHECKING:
    from coach.wording.log import LogWording

Leads = dict[str, tuple[int | None, Callable[[], Message]]]
"""Where each row leads, and which client it is about."""


def log_rows(book: Casebook, words: Words) -> tuple[list[Row], Leads]:
    """A row for each reply that has waited, and one for entries without a kind. Raises StoreFault."""
    held, open_ones, leads, rows = book.held_replies.due(), book.log.unnamed(), Leads(), list[Row]()
    if not (held or open_ones):
        return rows, leads
    from coach.wording.log import LogWording

    said = LogWording(book.library)
    for each in held:
        row = f"held:{each.id}"
        leads[row] = (each.client_id, partial(commands.ShowHeld, each.id))
        since = said.say("hold.since", **said.moment(book.clock.local(each.until), "short"))
        rows.append(Row(row, (Content(_of(book, each, said)), Content(since))))
    if open_ones:
        clients = {each.client_id for each in open_ones}
        first = open_ones[0].client_id
        leads["unnamed"] = (first, partial(commands.ShowClient, first, "log"))
        if len(clients) == 1:
            whose = said.say("today.unnamed_said", name=named(book.clients.one(first).name, words).plain)
        else:
            whose = said.say("today.unnamed_several")
        rows.append(Row("unnamed", (Content(said.count("today.unnamed", len(open_ones))), Content(whose))))
    return rows, leads


def until_next(book: Casebook) -> float | None:
    """Seconds until the next reply has waited long enough; None where none waits. Raises StoreFault."""
    now = book.clock.now()
    waits = [(each.until - now).total_seconds() for each in book.held_replies.waiting() if each.until > now]
    return min(waits, default=None)


def _of(book: Casebook, held: Held, said: "LogWording") -> str:
    try:
        name = book.clients.one(held.client_id).name if held.client_id is not None else ""
    except Refused:
        name = ""
    return said.say("hold.due_to", name=name) if name else said.say("hold.due")
