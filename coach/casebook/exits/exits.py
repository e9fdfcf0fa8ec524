"""Ending work with a client: the plan opened, filled, carried out and closed. Knows no wording of it and no screen."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from coach.casebook.boundaries import Boundaries
from coach.casebook.checks.checks import Checks
from coach.casebook.clients import Clients
from coach.casebook.desk import Noun, Refused
from coach.casebook.exits.plans import ExitPlans
from coach.engine.value import Value, replace
from coach.formats.text import clean, one_line
from coach.store import clients, engagements, exits
from coach.store.exits import StepRow
from coach.store.file.writer import Writer

if TYPE_CHECKING:
    from coach.casebook.exits.facts import Facts
    from coach.casebook.exits.reading import Exit
    from coach.library.exits import Fact

LONGEST_LABEL, LONGEST_NOTE = 60, 400


class DueExitStep(Value):
    """A step of an exit to do: whose, which, and since when it is due."""

    client_id: int
    client: str
    step: StepRow


class Exits(Noun):
    """Verbs about ending work with a client."""

    clients: Clients
    checks: Checks
    boundaries: Boundaries
    plans: ExitPlans

    def of(self, client_id: int) -> "Exit | None":
        """The newest exit of a client as it stands, or None. Raises Refused where the client is gone."""
        return self.plans.find(client_id)

    def open(self, client_id: int) -> "Exit":
        """Open a plan, or go on with the one that is open."""
        from coach.casebook.exits.facts import Facts

        self.clients.one(client_id)
        found = exits.newest(self.store, client_id)
        if found is None or found.closed_on is not None:
            # What a recommendation has found stays, whatever a later check says.
            today = self.clock.today().isoformat()
            told = self.checks.latest(client_id)
            answers = dict.fromkeys(sorted(self.plans.reader.found_branches(told)), "yes")
            begun = told.grounds.paces if told is not None else ()
            facts = Facts(answers=answers, since=dict.fromkeys(answers, today), begun=begun)
            with self.store.write("open_exit", self.clock.now(), client_id) as writer:
                exits.open_exit(writer, client_id, facts.as_json(), self.clock.today())
                self.plans.date_anew(writer, client_id)
        return self.plans.one(client_id)

    def fact(self, fact_id: str) -> "Fact":
        """What an exit asks for under that name. Raises Refused where it asks for no such thing."""
        found = self.library.exits.facts.get(fact_id)
        if found is None:
            raise Refused("exit_fact", fact=clean(fact_id, limit=40))
        return found

    def say(self, client_id: int, fact_id: str, typed: str) -> "Exit":
        """Keep a fact, also where the job holds it. Raises Refused, and Unreadable for what cannot be read."""
        from coach.casebook.exits.facts import currency_of, read_fact

        fact, known = self.fact(fact_id), self.plans.one(client_id).known
        value = read_fact(self.library, fact, typed, self.clock.today(), currency_of(known))
        today = self.clock.today().isoformat()

        def said(facts: "Facts") -> "Facts":
            log = dict(facts.log)
            if fact.logged and value.isdigit():
                earlier = [each for each in log.get(fact.id, []) if each[0] != today]
                log[fact.id] = [*earlier, [today, value]]
            return replace(
                facts,
                answers={**facts.answers, fact.id: value},
                since={**facts.since, fact.id: today},
                log=log,
            )

        return self.plans.change(
            "exit_fact", client_id, said, lambda writer: self._hold(writer, client_id, fact, value)
        )

    def tick(self, client_id: int, step_id: str) -> "Exit":
        """Say that a step is done, or not after all; what waited for it is dated anew."""
        row = self._row(client_id, step_id)
        done = None if row.done_on else self.clock.today()

        def write(writer: Writer) -> None:
            from coach.store import plans

            plans.tick(writer, row.id, done)

        return self.plans.change("exit_tick", client_id, lambda facts: facts, write)

    def put_off(self, client_id: int, step_id: str, until: date, reason: str) -> "Exit":
        """Give a step another day, and say why; without a reason the day is kept all the same.

        Raises Refused for a day that has passed.
        """
        if until < self.clock.today():
            raise Refused("day_past")
        row = self._row(client_id, step_id)
        why = one_line(reason, LONGEST_NOTE) or "·"
        return self.plans.change(
            "exit_put_off", client_id, lambda facts: facts, lambda writer: exits.set_step(writer, row.id, until, why)
        )

    def note_contact(self, client_id: int, text: str) -> "Exit":
        """Note that they were in touch again, with what they wanted."""
        said = one_line(text, LONGEST_NOTE)
        today = self.clock.today().isoformat()
        return self.plans.change(
            "exit_contact",
            client_id,
            lambda facts: replace(facts, contacts=(*facts.contacts, (today, said))),
            lambda _: None,
        )

    def close(self, client_id: int, take_back: str, keep: str, term: str) -> "Exit":
        """Look back and close the plan: what was learned is kept, and the client is put away with everything recorded.

        ``term`` is the boundary whose standard terms change, or empty. Raises Refused for one there is not.
        """
        if term:
            self.boundaries.check_known(term)
        plan_id = self.plans.one(client_id).plan.id
        after = {"take_back": take_back, "keep": clean(keep, lines=True, limit=LONGEST_NOTE).strip(), "term": term}

        def write(writer: Writer) -> None:
            exits.close(writer, plan_id, self.clock.today())
            clients.amend(writer, client_id, state="archived")

        return self.plans.change("close_exit", client_id, lambda facts: replace(facts, after=after), write)

    def load_holidays(self) -> None:
        """Have the holidays at hand that open exits count with: the first look takes as long as many later ones."""
        from coach.casebook.exits.calendars import holidays_of

        for client_id in exits.client_ids(self.store):
            job, plan = self.clients.job(client_id), exits.newest(self.store, client_id)
            if job is not None and plan is not None:
                holidays_of(job.law, plan.opened_on.year)

    def steps_due(self) -> list[DueExitStep]:
        """Steps of exits that are due today or before and not done, the longest due first."""
        due = exits.due(self.store, self.clock.today())
        names = {each.id: each.name for each in self.clients.everyone()} if due else {}
        return [DueExitStep(client_id, names.get(client_id, ""), row) for client_id, row in due]

    def _row(self, client_id: int, step_id: str) -> StepRow:
        row = next(
            (row for step, row in self.plans.one(client_id).steps if step.id == step_id and row is not None), None
        )
        if row is None:
            raise Refused("exit_step")
        return row

    def _hold(self, writer: Writer, client_id: int, fact: "Fact", value: str) -> None:
        """Keep a fact with the job as well, where letters look for it."""
        from coach.casebook.exits.facts import DONT_KNOW, NONE

        held: dict[str, str] = {}
        if fact.column and value != DONT_KNOW:
            held[fact.column] = "" if value == NONE else value
        if fact.id in ("notice_unit", "notice_count"):
            found = self.plans.one(client_id)
            held["notice"] = self._notice({**found.known, fact.id: value})
        if held:
            engagements.set_job(writer, client_id, self.clients.job(client_id), held)

    def _notice(self, known: Mapping[str, str]) -> str:
        from coach.casebook.exits.facts import DONT_KNOW, NONE

        unit, count = known.get("notice_unit", ""), known.get("notice_count", "")
        if unit in ("", NONE, DONT_KNOW) or not count.isdigit():
            return ""
        return self.library.words.count("exit", f"notice.{unit}", int(count))
