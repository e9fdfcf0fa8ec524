"""What is half written, as rows of Today: forms that were left, each with the way back. Reads; keeps nothing."""

from functools import partial

from textual.content import Content

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.store.drafts import Draft
from screens.frame import commands
from screens.frame.discreet import named
from screens.today.log_rows import Leads
from screens.widgets.lists.columns import Row


def draft_rows(book: Casebook) -> tuple[list[Row], Leads]:
    """A row for each form that was left with something in it and has a way back, the last one on top.

    Raises StoreFault.
    """
    words, rows, leads = book.library.words, [], Leads()
    for each in book.drafts.everything():
        kind = each.form.partition(":")[0]
        if not words.has("forms", f"draft.{kind}"):
            continue
        row = f"draft:{each.form}:{each.client_id or ''}"
        leads[row] = (each.client_id, partial(commands.GoOn, each.form, each.client_id))
        day = words.day(book.clock.local(each.at).date(), "short")
        since = words.say("forms", "draft.since", day=day)
        rows.append(Row(row, (Content(_what(book, each, kind)), Content(since))))
    return rows, leads


def _what(book: Casebook, draft: Draft, kind: str) -> str:
    words = book.library.words
    what = words.say("forms", f"draft.{kind}")
    try:
        name = named(book.clients.one(draft.client_id).name, words).plain if draft.client_id is not None else ""
    except Refused:
        name = ""
    return words.say("forms", "draft.with" if name else "draft.alone", what=what, name=name)
