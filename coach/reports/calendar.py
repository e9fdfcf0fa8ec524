"""Check-ins and steps as a calendar file that any calendar program reads. Knows wording; keeps and asks nothing."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from coach.casebook.check_ins.schedule import Schedule
from coach.engine.cadence import Every
from coach.library.words import Words

if TYPE_CHECKING:
    from icalendar import Event

    from coach.casebook.exits.reading import Exit

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
EXIT = "exit"


def calendar(places: Iterable[Schedule], at: datetime, words: Words, names: bool, plans: "Iterable[Exit]" = ()) -> str:
    """Every client's check-in as an event that comes round, from the next one due; ``names`` puts names into it.

    Beside them the steps of ``plans`` that have a day and are not done. An event keeps its UID as long as its client or
    its plan is there, so that a newer file replaces an older one. ``at`` is aware.
    """
    from icalendar import Calendar

    whole = Calendar()
    whole.add("prodid", "-//client-coach//EN")
    whole.add("version", "2.0")
    for each in places:
        if each.due is None:
            continue
        event = _event(f"{each.turn.created_at} {each.client_id}", at, each.due.on_day)
        event.add("rrule", _rule(each.rhythm.every, each.due.on_day))
        key = "summary_named" if names else "summary"
        event.add("summary", words.say("due", key, name=each.name))
        event.add("description", words.say("due", "about"))
        whole.add_component(event)
    for plan in plans:
        for uid, day, summary, about in _steps(plan, words, names):
            event = _event(uid, at, day)
            event.add("summary", summary)
            if about:
                event.add("description", about)
            whole.add_component(event)
    return str(whole.to_ical().decode("utf-8"))


def _event(about: str, at: datetime, day: date) -> "Event":
    """A day of a calendar, under a UID made from what it is about."""
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_OID, about)}@client-coach")
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _steps(exit: "Exit", words: Words, names: bool) -> Iterator[tuple[str, date, str, str]]:
    """What each step is told from, its day, its title and what else stands in it.

    Where somebody may be in danger a day tells that there is something, once, and neither whose nor what.
    """
    plan = f"{exit.client.created_at.isoformat()} {exit.client.id} {EXIT} {exit.plan.id}"
    open_steps = [
        (step.id, row.due_on)
        for step, row in exit.steps
        if row is not None and row.done_on is None and row.due_on is not None
    ]
    if exit.safe:
        for day in sorted({day for _, day in open_steps}):
            yield f"{plan} {day.isoformat()}", day, words.say(EXIT, "calendar.safe"), ""
        return
    for step, day in open_steps:
        own = f"calendar.step.{step}"
        title = words.say(EXIT, own if words.has(EXIT, own) else f"step.{step}.text")
        key = "calendar.named" if names else "calendar.title"
        summary = words.say(EXIT, key, name=exit.client.name, step=title)
        yield f"{plan} {step}", day, summary, words.say(EXIT, "calendar.about")


def _rule(every: Every, first: date) -> dict[str, object]:
    """How it comes round: on the weekday of the first one, by the month on its first, second, … or last such day."""
    weekday = DAYS[first.weekday()]
    if every is Every.MONTHLY:
        place = (first.day - 1) // 7 + 1
        return {"freq": "monthly", "byday": f"{place if place < 5 else -1}{weekday}"}
    return {"freq": "weekly", "interval": 1 if every is Every.WEEKLY else 2, "byday": weekday}
