"""One exit as it stands: branches, pace, sums, dates and steps, from what was said of it. Writes nothing."""

from collections.abc import Mapping
from datetime import date

from coach.casebook.checks.checks import Checks
from coach.casebook.checks.recommendation import Recommendation
from coach.casebook.clients import Clients
from coach.casebook.desk import Noun
from coach.casebook.exits.calendars import contract_calendar, own_calendar
from coach.casebook.exits.facts import DONT_KNOW, Facts, asked, day_of, facts_from, figure, rate_of, values
from coach.casebook.exits.parts import flags_of, gate_of, given_of, lines_of, notice_of, undated_of
from coach.casebook.limits import Limits
from coach.engine.exits.dates import Clause, Dates, Notice, NoticeUnit, dates, give_by
from coach.engine.exits.plan import (
    COLLECT_FIRST,
    LEGAL,
    REPLACE_INCOME,
    SAFETY,
    ExitStep,
    Gate,
    Pace,
    branches,
    chosen,
    due_days,
    paces,
)
from coach.engine.exits.sums import Deposit, MonthPart, Rate, Settlement, settle
from coach.engine.value import Value
from coach.engine.verdict.outcome import Outcome
from coach.library.exits import Fact
from coach.store import exits, verdicts
from coach.store.clients import Client
from coach.store.exits import ExitPlan, InvoiceRow, PieceRow, StepRow

LITTLE_BUFFER = 3
"""Months of buffer below which the income is replaced first; as the model has it."""
SPOKEN = ("call", "tell_as_advised", "end_in_writing")
"""The steps with which they hear it."""


class Exit(Value):
    """Everything about one exit.

    ``known`` are the facts with a value, ``open`` those nobody has said anything about, ``unknown`` those the owner
    does not know. ``due`` is the day each step would be due on, before it was put off. ``months`` lie behind the
    monthly fee. ``dated`` says why there are no dates: ``safety``, ``advice`` or ``duties``; empty where there are.
    """

    client: Client
    plan: ExitPlan
    facts: Facts
    known: Mapping[str, str]
    asked: tuple[Fact, ...]
    branches: frozenset[str]
    paces: tuple[Pace, ...]
    flags: frozenset[str]
    gate: Gate | None
    gate_open: bool
    pieces: tuple[PieceRow, ...]
    invoices: tuple[InvoiceRow, ...]
    settlement: Settlement
    months: tuple[MonthPart, ...]
    rate: Rate | None
    notice: Notice
    ending: Dates | None
    dated: str
    give_by: date | None
    cool_until: date | None
    due: Mapping[str, date | None]
    steps: tuple[tuple[ExitStep, StepRow | None], ...]

    @property
    def open(self) -> tuple[Fact, ...]:
        """The facts that are still missed."""
        return tuple(fact for fact in self.asked if fact.id not in self.known and not fact.optional)

    @property
    def unknown(self) -> tuple[Fact, ...]:
        """The facts that the owner does not know."""
        return tuple(fact for fact in self.asked if self.known.get(fact.id) == DONT_KNOW)

    @property
    def safe(self) -> bool:
        """Whether the safety branch holds."""
        return SAFETY in self.branches


class ExitReader(Noun):
    """Reads an exit; each time anew, since nothing that is reckoned is kept."""

    clients: Clients
    checks: Checks
    limits: Limits

    def read(self, client_id: int, covered: bool = False) -> Exit | None:
        """The newest exit of a client as it stands, or None. Raises Refused where the client is gone.

        ``covered`` says that credit and deposit pay for what is overdue, so that nothing is left to collect first.
        """
        client = self.clients.one(client_id)
        plan = exits.newest(self.store, client_id)
        if plan is None:
            return None
        today, told, limits = self.clock.today(), self.checks.latest(client_id), self.limits.standing()
        facts, job = facts_from(plan.facts), self.clients.job(client_id)
        known = values(self.library, facts, job, limits)
        rows = {each.step: each for each in exits.steps(self.store, plan.id)}
        pieces, invoices = exits.pieces(self.store, plan.id), exits.invoices(self.store, client_id)
        holds = branches(self.found_branches(told), [each for each in (SAFETY, LEGAL) if known.get(each) == "yes"])
        overdue = not covered and any(each.paid_on is None and each.due_on < today for each in invoices)
        buffer = limits.get("limits.buffer")
        short = buffer is not None and buffer.low is not None and buffer.low < LITTLE_BUFFER
        owed = overdue or (not invoices and COLLECT_FIRST in _said(told, facts))
        ways = self._paces(told, facts, holds, owed, short)
        done = {step: row.done_on for step, row in rows.items()}
        place = known.get("law", "")
        own, contract = own_calendar(limits, place, plan.opened_on), contract_calendar(place, plan.opened_on)
        notice = notice_of(known)
        clause = Clause(known["termination"]) if known.get("termination") in list(Clause) else Clause.WITH_NOTICE
        cool = None if Pace.STOP_NOW in ways or told is None else told.second_look_on
        cool = cool if cool is not None and cool > today else None
        dated = undated_of(holds, known, done)
        spoken = next((day for step in SPOKEN if (day := done.get(step)) is not None), None)
        ends = day_of(known, "ends")
        latest = give_by(notice, ends, contract) if ends and Pace.FINISH in ways else None
        given = spoken or given_of(known, ways, plan.opened_on, today, cool, latest, own.on_or_after)
        ending = None
        if not dated:
            counted = Notice(NoticeUnit.NONE) if Pace.STOP_NOW in ways else notice
            held = Clause.WITH_NOTICE if Pace.STOP_NOW in ways else clause
            ending = dates(counted, given, contract, own, ends, held, day_of(known, "deadline"))
        lines, months = lines_of(
            known, facts, pieces, invoices, ways, ending.end if ending else max(plan.opened_on, given)
        )
        earlier = sum(each.amount for each in invoices if each.paid_on is None and str(each.id) not in facts.of)
        rule = {"kept": Deposit.KEPT, "returned": Deposit.RETURNED}.get(
            known.get("deposit_rule", ""), Deposit.DONT_KNOW
        )
        settlement = settle(lines, earlier, figure(known, "deposit") or 0, rule)
        if overdue and settlement.lines and settlement.open <= 0:
            return self.read(client_id, covered=True)
        flags = flags_of(holds, ways, known, overdue, settlement, ending)
        gate = gate_of(known)
        gate_open = (
            Pace.REPLACE_FIRST not in ways or known.get("gate_kind") == "none" or (gate is not None and gate.met)
        )
        wanted = chosen(self.library.exits.steps, flags)
        due = due_days(wanted, done, plan.opened_on, ending, gate_open, own)
        return Exit(
            client, plan, facts, known, tuple(asked(self.library, known, flags)), holds, ways, flags, gate, gate_open,
            tuple(pieces), tuple(invoices), settlement, months, rate_of(known, facts.since), notice, ending, dated,
            latest, cool, due, self._steps(wanted, rows),
        )  # fmt: skip

    def found_branches(self, told: Recommendation | None) -> frozenset[str]:
        """The branches that a recommendation touches, confirmed or not yet clear."""
        if told is None:
            return frozenset()
        signs = (self.library.model.sign(each) for each in (*told.grounds.confirmed, *told.grounds.unclear))
        return frozenset({told.grounds.branch, *(sign.branch for sign in signs if sign is not None)} & {SAFETY, LEGAL})

    def _paces(
        self, told: Recommendation | None, facts: Facts, holds: frozenset[str], owed: bool, short: bool
    ) -> tuple[Pace, ...]:
        """How it begins. A later quick check does not ask the share again, so what the plan was opened on still counts.

        Money is collected first while an invoice is overdue; while none is entered, the recommendation says so.
        """
        ways = [REPLACE_INCOME] if short or REPLACE_INCOME in _said(told, facts) else []
        if told is None:
            return paces(None, "", holds, ways, owed, False)
        decision, outcome = verdicts.decision(self.store, told.assessment.client_id or 0), told.outcome
        if decision is not None and decision.decided in (Outcome.PLAN_EXIT.value, Outcome.LEAVE_NOW.value):
            outcome = Outcome(decision.decided)
        stop = bool(told.grounds.confirmed) and told.outcome is Outcome.LEAVE_NOW
        return paces(outcome, told.subtype, holds, ways, owed, stop)

    def _steps(
        self, wanted: list[ExitStep], rows: Mapping[str, StepRow]
    ) -> tuple[tuple[ExitStep, StepRow | None], ...]:
        """The steps this exit takes, and those done that it does not take any more, in their order."""
        taken = {each.id for each in wanted}
        done = {step for step, row in rows.items() if row.done_on is not None}
        return tuple((each, rows.get(each.id)) for each in self.library.exits.steps if each.id in taken | done)


def _said(told: Recommendation | None, facts: Facts) -> set[str]:
    """How the recommendations began, the one the plan was opened on and the latest."""
    return {*facts.begun, *(told.grounds.paces if told is not None else ())}
