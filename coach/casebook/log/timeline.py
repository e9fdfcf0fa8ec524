"""The log beside everything else: on one timeline, and held against what was answered. Words nothing."""

from datetime import timedelta

from coach.casebook.desk import Noun
from coach.casebook.log.log import Log
from coach.engine.incident import Incident
from coach.engine.value import Value
from coach.store import events
from coach.store.assessments import Assessment
from coach.store.events import Event

FREQUENCY = "frequency"
"""The set of answers that counts how often something happened."""


class TimelineEntry(Value):
    """One place on a client's timeline: what is dated there, and the entry of the log where it is one."""

    event: Event
    entry: Incident | None


class Timeline(Noun):
    """Verbs that set the log beside a check."""

    log: Log

    def counted_in(self, assessment: Assessment) -> dict[str, int]:
        """How many incidents of each sign the log holds in the weeks a check asks about; none for one of oneself."""
        if assessment.client_id is None:
            return {}
        length = timedelta(weeks=self.library.instrument(assessment.instrument).weeks)
        first = assessment.since_day or assessment.on_day - length
        return self.log.counted(assessment.client_id, first, min(assessment.on_day, first + length))

    def events(self, client_id: int) -> list[Event]:
        """Everything dated about one client, oldest first."""
        return events.of_client(self.store, client_id)

    def of(self, client_id: int) -> list[TimelineEntry]:
        """Everything dated about a client, the newest first: entries, words told, letters, tries, checks, decisions."""
        entries = {each.id: each for each in self.log.of(client_id)}
        return [
            TimelineEntry(each, entries.get(each.id) if each.noun in ("incident", "slip") else None)
            for each in reversed(self.events(client_id))
        ]
