"""The one place that asks the time. Knows the moment and the local day, not what either is for."""

import os
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo

from coach.engine.value import Value

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Clock(Value):
    """The time as the coach sees it: a moment in UTC and the owner's local day, both from one source.

    ``source`` returns an aware datetime in the owner's own zone, ``rules`` that zone with its summer times where a
    moment knows only how far it is from UTC.
    """

    source: Callable[[], datetime]
    rules: Callable[[], tzinfo] | None = None

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return self.source().astimezone(UTC)

    def local_now(self) -> datetime:
        """The present moment on the owner's own clock."""
        return self.local(self.source())

    def local(self, moment: datetime) -> datetime:
        """A moment as the owner's own clock shows it then, whatever the clocks do in between."""
        return moment.astimezone(self.rules() if self.rules else self.source().tzinfo)

    def today(self) -> date:
        """The present day where the owner is."""
        return self.source().date()


def system_clock(on_day: date | None = None) -> Clock:
    """The machine's clock; ``on_day``, or ``COACH_TODAY=YYYY-MM-DD``, puts another day under the same time of day.

    Raises ValueError where that variable holds no such day.
    """
    day = on_day or _chosen_day(os.environ.get("COACH_TODAY", ""))

    def moment() -> datetime:
        local = datetime.now().astimezone()
        return local if day is None else datetime.combine(day, local.time()).astimezone()

    return Clock(moment, _zone)


def fixed_clock(moment: datetime, zone: tzinfo = UTC) -> Clock:
    """A clock that stands still at one moment, seen from one zone.

    Raises ValueError for a moment without a zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs its zone")
    local = moment.astimezone(zone)
    return Clock(lambda: local)


def _zone() -> tzinfo:
    """The machine's zone with its rules; the standard library tells only how far it is from UTC now."""
    from pendulum.tz.local_timezone import get_local_timezone

    return get_local_timezone()


def _chosen_day(text: str) -> date | None:
    if not text:
        return None
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f"COACH_TODAY holds {text[:40]!r}, which is not a day written YYYY-MM-DD")
