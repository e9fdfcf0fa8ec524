"""The log of a client as plain lines or JSON. Knows entries and their wording; asks nothing."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coach.casebook.log.log import Log
from coach.engine.incident import Incident
from coach.formats.text import clean
from coach.store.clients import Client
from coach.wording.log import LogWords

if TYPE_CHECKING:
    from coach.casebook.log.timeline import Moment


def log_lines(book: Log, client: Client, moments: Sequence["Moment"] | None = None) -> str:
    """Every entry as a line, the newest first; with ``moments``, everything on the timeline."""
    said = LogWords(book.library)
    lines = [said.line(each) for each in book.logged(client.id)] if moments is None else list(map(said.dated, moments))
    if not lines:
        return said.say("report.empty", name=client.name) + "\n"
    return "\n".join([said.say("report.head", name=client.name), *lines]) + "\n"


def log_json(book: Log, client: Client) -> str:
    """The log for a program."""
    entries = [_entry(book, each) for each in book.logged(client.id)]
    return _json({"client": clean(client.name), "entries": entries})


def entry_json(book: Log, client: Client, entry: Incident) -> str:
    """One entry for a program."""
    return _json({"client": clean(client.name), **_entry(book, entry)})


def _entry(book: Log, entry: Incident) -> dict[str, Any]:
    known = book.library.incident_types.get(entry.type)
    return {
        "id": entry.id,
        "on": entry.on_day.isoformat(),
        "kind": entry.type,
        "mine": entry.mine,
        "boundary": known.boundary if known else "",
        "text": clean(entry.text, lines=True),
        "minutes": entry.minutes,
        "amount": entry.amount,
        "channel": clean(entry.channel),
        "who": clean(entry.who),
        "told": entry.told,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
