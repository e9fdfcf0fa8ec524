"""How the plan of an exit is changed: read, written and dated anew in one transaction. Knows no verb of an owner's."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from coach.casebook.checks.checks import Checks
from coach.casebook.clients import Clients
from coach.casebook.desk import Noun, Refused
from coach.casebook.limits import Limits
from coach.store import engagements, exits
from coach.store.file.writer import Writer

if TYPE_CHECKING:
    from coach.casebook.exits.facts import Facts
    from coach.casebook.exits.reading import Exit, ExitReader


class ExitPlans(Noun):
    """Plans of exits, as they stand and as they are changed."""

    clients: Clients
    checks: Checks
    limits: Limits

    @cached_property
    def reader(self) -> "ExitReader":
        """What reads an exit; loaded when one is."""
        from coach.casebook.exits.reading import ExitReader

        return ExitReader(self.desk, self.clients, self.checks, self.limits)

    def find(self, client_id: int) -> "Exit | None":
        """The newest exit of a client as it stands, or None. Raises Refused where the client is gone."""
        return self.reader.read(client_id)

    def one(self, client_id: int) -> "Exit":
        """The newest exit of a client. Raises Refused where there is none."""
        found = self.find(client_id)
        if found is None:
            raise Refused("exit_none")
        return found

    def change(
        self,
        verb: str,
        client_id: int,
        said: "Callable[[Facts], Facts]",
        write: Callable[[Writer], None],
    ) -> "Exit":
        """One change of a plan, after which its steps are dated anew; all of it in one transaction."""
        with self.store.write(verb, self.clock.now(), client_id) as writer:
            found = self.one(client_id)
            write(writer)
            facts = said(found.facts)
            if facts != found.facts:
                exits.set_facts(writer, found.plan.id, facts.as_json())
            self.date_anew(writer, client_id)
        return self.one(client_id)

    def date_anew(self, writer: Writer, client_id: int) -> None:
        """Give every step its day: what is new is added, what the exit does not take any more and is not done goes.

        A step that was put off by hand keeps the day it was put off to.
        """
        found = self.one(client_id)
        if found.plan.closed_on is not None:
            return
        rows = {each.step: each for each in exits.steps(self.store, found.plan.id)}
        for step, row in rows.items():
            if step not in found.due and row.done_on is None:
                exits.drop_step(writer, row.id)
        for step, due in found.due.items():
            there = rows.get(step)
            if there is None:
                exits.add_step(writer, found.plan.id, step, due)
            elif there.done_on is None and not there.reason and there.due_on != due:
                exits.set_step(writer, there.id, due)

    def job_id(self, writer: Writer, client_id: int) -> int:
        """The job with a client, made here where there is none."""
        job = self.clients.job(client_id)
        return job.id if job is not None else engagements.set_job(writer, client_id, None, {})
