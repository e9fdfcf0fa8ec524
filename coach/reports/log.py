"""The log of a client as plain lines or JSON. Knows entries and their wording; asks nothing."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from coach.engine.incident import Incident
from coach.formats.text import clean
from coach.library.library import Library
from coach.reports.layout import as_json
from coach.store.clients import Client

if TYPE_CHECKING:
    from coach.casebook.log.timeline import TimelineEntry

FILE = "incidents"


def log_text(library: Library, client: Client, entries: Iterable[Incident]) -> str:
    """Every entry as a line, in the order given."""
    from coach.wording.log import LogWording

    return _under_name(library, client, [LogWording(library).line(each) for each in entries])


def timeline_text(library: Library, client: Client, moments: "Iterable[TimelineEntry]") -> str:
    """Everything on the timeline, a line each."""
    from coach.wording.log import LogWording

    return _under_name(library, client, [LogWording(library).dated(each) for each in moments])


def log_json(library: Library, client: Client, entries: Iterable[Incident]) -> str:
    """The log for a program."""
    return as_json({"client": clean(client.name), "entries": [_values(library, each) for each in entries]})


def entry_text(library: Library, client: Client, entry: Incident) -> str:
    """That an entry was written down, in one line."""
    words = library.words
    blanks = {"name": client.name, "day": words.day(entry.on_day)}
    if not entry.type:
        return words.say(FILE, "report.logged_open", **blanks) + "\n"
    kind = words.say(FILE, f"type.{entry.type}.name").lower()
    return words.say(FILE, "report.logged", kind=kind, **blanks) + "\n"


def entry_json(library: Library, client: Client, entry: Incident) -> str:
    """One entry for a program."""
    return as_json({"client": clean(client.name), **_values(library, entry)})


def kinds_text(library: Library) -> str:
    """Every kind of entry with its id, a line each."""
    return "".join(f"{name:<20} {library.words.say(FILE, f'type.{name}.name')}\n" for name in library.incident_types)


def _under_name(library: Library, client: Client, lines: list[str]) -> str:
    head = library.words.say(FILE, "report.head" if lines else "report.empty", name=client.name)
    return "\n".join([head, *lines]) + "\n"


def _values(library: Library, entry: Incident) -> dict[str, Any]:
    known = library.incident_types.get(entry.type)
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
        "proof": clean(entry.proof),
    }
