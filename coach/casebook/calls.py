"""The call that ends a job: whether there is one, which reason fits, and the note beside it. Knows no wording."""

from datetime import timedelta

from coach.casebook.checks.checks import Checks
from coach.casebook.desk import Noun
from coach.casebook.letters import LONGEST_BLANK
from coach.engine.value import Value
from coach.formats.text import clean
from coach.store import settings

YEAR = timedelta(days=365)
"""How long something grave rules a call out after the check that found it."""


class CallGround(Value):
    """Why there is no call, or an empty id; and the id of the reason that fits what the last check found."""

    barred: str
    reason: str


class Calls(Noun):
    """Verbs about the call that ends a job."""

    checks: Checks

    def ground(self, client_id: int) -> CallGround:
        """Whether there is a call with a client, and which reason fits. Raises StoreFault."""
        from coach.engine.call import barred, reason_for

        model, last = self.library.call, self.checks.latest(client_id)
        if last is None:
            return CallGround("", model.reasons[0].id)
        since = self.clock.today() - YEAR
        recent = [each.told.grounds for each in self.checks.history(client_id) if each.told.assessment.on_day >= since]
        confirmed = {sign for grounds in recent for sign in grounds.confirmed} | set(last.grounds.confirmed)
        no_call = barred(model.bars, confirmed, last.grounds.unclear, last.grounds.branch)
        points: dict[str, float] = {}
        for each in last.grounds.weighed:
            points[each.sign] = points.get(each.sign, 0.0) + each.points
        return CallGround(no_call, reason_for(model.reasons, last.rule, points))

    def note(self, client_id: int) -> str:
        """What was noted beside the call, or an empty text."""
        return str(settings.get(self.store, _key(client_id), ""))

    def set_note(self, client_id: int, text: str) -> None:
        """Keep a note beside the call; an empty one takes it away."""
        said = clean(text, lines=True, limit=LONGEST_BLANK).strip()
        if said != self.note(client_id):
            with self.store.write("note_call", self.clock.now(), client_id) as writer:
                settings.put(writer, _key(client_id), said)


def _key(client_id: int) -> str:
    return f"letter.call_note.{client_id}"
