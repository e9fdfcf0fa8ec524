"""The register: my terms and how far each boundary has come, in general and with each client. Knows no screen.

*Told?* and *kept?* of a check write here, dated with the check, so that nothing is asked twice.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from coach.casebook.clients import Clients
from coach.casebook.desk import Noun, Refused
from coach.engine.boundary import NOT, STEPS, Move, Rung, Standing, mine_to_fix, standing, with_client
from coach.engine.value import Value
from coach.formats.text import clean, one_line
from coach.store import plans, register
from coach.store.file.writer import Writer
from coach.store.plans import PlanStep
from coach.store.register import Term

if TYPE_CHECKING:
    from coach.engine.interview.answer import Answer, Answers
    from coach.engine.verdict.signs import Weighed
    from coach.library.playbooks import Playbook

AUDIT = "boundary-audit"
PREFIX = "audit."
"""How the items of the audit begin, before the id of their boundary."""
LONGEST_TERM = 400
"""Characters of one parameter of a term."""
TOLD = {"writing": "writing", "aloud": "aloud"}
KEPT = {"each": "check", "mostly": "check", "rarely": NOT}
THEN = {"refused": "check", "respected": NOT}
AGREED = "agreed"
"""How a client was told who agreed."""
THEIRS = "their_conditions"
"""The parameter that holds what a client asked of me: noted beside my terms, and no decision of mine."""


class Matrix(Value):
    """Boundaries by clients: where each stands, mine under None, and which are mine to fix."""

    boundaries: tuple[str, ...]
    clients: tuple[tuple[int, str], ...]
    mine: Mapping[str, Standing]
    cells: Mapping[int, Mapping[str, Standing]]
    mine_to_fix: tuple[str, ...]


class DueStep(Value):
    """A step to do: of which boundary, for whom (None: my own terms), and since when it is due."""

    client_id: int | None
    client: str
    boundary: str
    step: PlanStep


class Boundaries(Noun):
    """Verbs about terms, rungs and the steps that bring them about."""

    clients: Clients

    def terms(self, client_id: int | None = None) -> dict[str, Term]:
        """My terms that stand, by boundary; with a client, those that differ for them."""
        return register.terms(self.store, client_id)

    def params(self, boundary: str, client_id: int | None = None) -> dict[str, str]:
        """The parameters that hold for a client: theirs where they differ, else mine."""
        mine, theirs = self.terms().get(boundary), self.terms(client_id).get(boundary) if client_id else None
        return {**(mine.params if mine else {}), **(theirs.params if theirs else {})}

    def set_term(self, boundary: str, params: Mapping[str, str], client_id: int | None = None) -> None:
        """Keep my terms of a boundary, in general or for one client; the first one named decides it.

        Raises Refused for a boundary there is not.
        """
        self.check_known(boundary)
        tidy = {name: one_line(text, LONGEST_TERM) for name, text in params.items()}
        kept = {name: text for name, text in tidy.items() if text}
        today = self.clock.today()
        with self.store.write("set_term", self.clock.now(), client_id) as writer:
            register.set_term(writer, boundary, client_id, kept, today)
            if kept.keys() - {THEIRS} and not self.standing(boundary).has(Rung.DECIDED):
                register.move(writer, boundary, None, Rung.DECIDED, "term", today)

    def move(
        self, boundary: str, rung: Rung, how: str, client_id: int | None = None, on_day: date | None = None
    ) -> Standing:
        """Say that a rung was reached, how and when; or, with ``not``, that it is not reached any more.

        Raises Refused for a boundary there is not, or a day to come.
        """
        self.check_known(boundary)
        day = on_day or self.clock.today()
        if day > self.clock.today():
            raise Refused("day_to_come")
        with self.store.write("move_rung", self.clock.now(), client_id) as writer:
            refused = self.standing(boundary, client_id).has(Rung.REFUSED)
            register.move(writer, boundary, client_id, rung, clean(how, limit=80), day)
            if how == AGREED and refused:
                register.move(writer, boundary, client_id, Rung.REFUSED, NOT, day)
        return self.standing(boundary, client_id)

    def standing(self, boundary: str, client_id: int | None = None) -> Standing:
        """Where one boundary stands, in my terms or with one client."""
        return self.standings(client_id)[boundary]

    def standings(self, client_id: int | None = None) -> dict[str, Standing]:
        """Where every boundary stands, in my terms or with one client."""
        moves = register.moves(self.store)
        return self._standings(moves, client_id)

    def matrix(self) -> Matrix:
        """Every boundary with every active client."""
        moves, clients = register.moves(self.store), self.clients.everyone()
        cells = {each.id: self._standings(moves, each.id) for each in clients}
        return Matrix(
            self.library.boundaries,
            tuple((each.id, each.name) for each in clients),
            self._standings(moves, None),
            cells,
            mine_to_fix(cells),
        )

    def open_steps(self, boundary: str, client_id: int | None = None) -> list[PlanStep]:
        """The steps of a boundary's playbook with their days, opened at first use: those still missing, from today."""
        found = plans.plan(self.store, boundary, client_id)
        if found is not None:
            return plans.steps(self.store, found.id)
        playbook, today = self.playbook(boundary), self.clock.today()
        reached = self.standing(boundary, client_id)
        steps = [
            (step.id, None if reached.has(step.rung) else today + timedelta(days=step.days)) for step in playbook.steps
        ]
        with self.store.write("open_plan", self.clock.now(), client_id) as writer:
            plan_id = plans.open_plan(writer, client_id, boundary, {}, steps)
        return plans.steps(self.store, plan_id)

    def steps(self, boundary: str, client_id: int | None = None) -> list[PlanStep]:
        """The steps of a playbook that was opened; none where it was not."""
        found = plans.plan(self.store, boundary, client_id)
        return [] if found is None else plans.steps(self.store, found.id)

    def tick(self, boundary: str, step: PlanStep, client_id: int | None = None) -> None:
        """Say that a step is done, or not after all; the last one of its rung reaches the rung."""
        today = self.clock.today()
        rungs = {each.id: each.rung for each in self.playbook(boundary).steps}
        with self.store.write("tick", self.clock.now(), client_id) as writer:
            plans.tick(writer, step.id, None if step.done_on else today)
            rung = rungs.get(step.step)
            left = [
                each
                for each in plans.steps(self.store, step.plan_id)
                if rungs.get(each.step) is rung and not each.done_on
            ]
            if rung is not None and not left and not self.standing(boundary, client_id).has(rung):
                register.move(writer, boundary, client_id, rung, "steps", today)

    def put_off(self, step: PlanStep, until: date) -> None:
        """Give a step another day. Raises Refused for a day that has passed."""
        if until < self.clock.today():
            raise Refused("day_past")
        with self.store.write("put_off", self.clock.now(), None) as writer:
            plans.put_off(writer, step.id, until)

    def steps_due(self) -> list[DueStep]:
        """Steps due today or before and not done, the longest due first."""
        due = plans.due(self.store, self.clock.today())
        names = {each.id: each.name for each in self.clients.everyone()} if due else {}
        return [DueStep(plan.client_id, names.get(plan.client_id or 0, ""), plan.playbook, step) for plan, step in due]

    def playbook(self, boundary: str) -> "Playbook":
        """The playbook of a boundary. Raises Refused where there is none."""
        self.check_known(boundary)
        return self.library.playbook(boundary)

    def note_answers(
        self, writer: Writer, client_id: int, weighed: "tuple[Weighed, ...]", answers: "Answers", on_day: date
    ) -> None:
        """Write what a check said of *told* and *kept* into the register, where it says anything new."""
        standings = self.standings(client_id)
        for boundary, said in rungs_by_boundary(weighed, answers).items():
            stands = standings[boundary]
            for rung, how in said.items():
                if rung in stands.reached:
                    # The first day of a rung is when it was reached; saying so again does not move it.
                    new = how == NOT and stands.reached[rung].on_day <= on_day
                else:
                    new = how != NOT or (not stands.known and rung is not Rung.REFUSED)
                if new:
                    register.move(writer, boundary, client_id, rung, how, on_day)

    def audit_answers(self) -> "dict[str, Answer]":
        """What the register says already of what the audit asks."""
        from coach.engine.interview.answer import chosen

        known = (each for each in self.standings().values() if each.known)
        return {PREFIX + each.boundary: chosen(PREFIX + each.boundary, reached_of(each)) for each in known}

    def _standings(self, moves: Mapping[int | None, list[Move]], client_id: int | None) -> dict[str, Standing]:
        mine = moves.get(None, [])
        if client_id is None:
            return {boundary: standing(boundary, mine) for boundary in self.library.boundaries}
        theirs = moves.get(client_id, [])
        return {boundary: with_client(boundary, mine, theirs) for boundary in self.library.boundaries}

    def check_known(self, boundary: str) -> None:
        """Raises Refused for a boundary there is not."""
        if boundary not in self.library.boundaries:
            raise Refused("boundary_unknown", boundary=clean(boundary, limit=40))


def reached_of(each: Standing, unknown: str = "none") -> str:
    """The furthest step of a boundary, as the audit's answer; ``unknown`` where nothing was ever said of it."""
    if not each.known:
        return unknown
    reached = [rung for rung in STEPS if each.has(rung)]
    return reached[-1].value if reached else "none"


def rungs_by_boundary(weighed: "tuple[Weighed, ...]", answers: "Answers") -> dict[str, dict[Rung, str]]:
    """What the follow-ups of all signs say of the rungs of their boundaries.

    Several signs may belong to one boundary: told of one is told, and kept is only what was kept for all of them.
    """
    found: dict[str, dict[Rung, str]] = {}
    for each in weighed:
        if not each.boundary:
            continue
        said = found.setdefault(each.boundary, {})
        for rung, how in rungs_of_sign(each.sign, answers):
            weaker = NOT if rung is not Rung.KEPT else "check"
            if said.get(rung, weaker) == weaker:
                said[rung] = how
    return found


def rungs_of_sign(sign: str, answers: "Answers") -> list[tuple[Rung, str]]:
    """What the follow-ups of a sign say of rungs: told and how, kept or not, refused; not known says nothing."""
    told, kept, then = (
        answers[item].token if (item := f"{sign}.{part}") in answers else "" for part in ("told", "kept", "then")
    )
    found: list[tuple[Rung, str]] = []
    if told in TOLD:
        found.append((Rung.TOLD, TOLD[told]))
        if told == "writing":
            found.append((Rung.WRITTEN, "told"))
    elif told == "no":
        found.append((Rung.TOLD, NOT))
    if kept in KEPT:
        found.append((Rung.KEPT, KEPT[kept]))
    if then in THEN:
        found.append((Rung.REFUSED, THEN[then]))
    return found
