"""How many check-ins are due, in lines short enough for a shell prompt, or as JSON. Loads nothing but words."""

import json
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from coach.library.words import Words

if TYPE_CHECKING:
    from coach.casebook.check_ins.schedule import Schedule
    from coach.store.turns import Waiting

DUE = "due"


def due_text(words: Words, day: date, now: "Sequence[Schedule]", names: bool) -> str:
    """How many are due and how many of them late; with ``names``, whose, a line each."""
    lines = [_count(words, day, now) if now else words.say(DUE, "none")]
    if names:
        lines += [words.say(DUE, "listed", name=each.name, day=words.day(each.due.on_day)) for each in now if each.due]
    return "\n".join(lines)


def due_json(day: date, now: "Sequence[Schedule]", names: bool) -> str:
    """What is due for a program; nobody is named without ``names``."""
    rows = [
        {
            **({"client": each.name} if names else {}),
            "due_on": each.due.on_day.isoformat() if each.due else None,
            "every": each.rhythm.every.value,
            "missed": each.due.missed if each.due else 0,
        }
        for each in now
    ]
    return json.dumps({"on": day.isoformat(), "due": len(now), "check_ins": rows}, ensure_ascii=False)


def status_text(words: Words, day: date, now: "Sequence[Schedule]", waits: "Waiting | None") -> str:
    """What waits in one line, without a name."""
    parts = [_count(words, day, now)] if now else []
    if waits is not None:
        counts = {"resume": waits.resume, "again": waits.again, "steps": waits.steps}
        parts += [words.count(DUE, key, many) for key, many in counts.items() if many]
    return words.say(DUE, "between").join(parts) if parts else words.say(DUE, "status_none")


def _count(words: Words, day: date, now: "Sequence[Schedule]") -> str:
    said, late = words.count(DUE, "due", len(now)), sum(each.due.late(day) for each in now if each.due)
    return words.say(DUE, "overdue", said=said, late=late) if late else said
