"""What the facts of an exit come to: notice, day, lines, flags, gate. Reads and writes no record."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from coach.casebook.exits.facts import DONT_KNOW, Facts, day_of, figure
from coach.engine.exits.dates import Dates, Notice, NoticeUnit
from coach.engine.exits.plan import LEGAL, SAFETY, Gate, GateKind, Pace
from coach.engine.exits.sums import RETAINER, MonthPart, PieceAct, PieceOfWork, PieceState, Settlement, retainer
from coach.store.exits import InvoiceRow, PieceRow

USUAL = Notice(NoticeUnit.DAYS, 30)
"""What is taken where nobody knows the notice, or where there is no clause."""
BEFORE_NOTICE = {Pace.COLLECT_FIRST: 16, Pace.STOP_NOW: 0}
"""Days from the opening of the plan until they hear it, where the owner names no day."""
A_WEEK = 7
STARTED = {PieceState.DONE_PAID: 100, PieceState.DONE_UNPAID: 100, PieceState.NOT_STARTED: 0}


def undated_of(holds: frozenset[str], known: Mapping[str, str], done: Mapping[str, date | None]) -> str:
    """Why no date may be named yet; empty where one may."""
    if SAFETY in holds:
        return SAFETY
    if LEGAL in holds and done.get("advice") is None:
        return "advice"
    return "duties" if known.get("regulated") == "yes" and done.get("duties") is None else ""


def notice_of(known: Mapping[str, str]) -> Notice:
    """The notice that was said, else the usual one."""
    unit, count = known.get("notice_unit", ""), figure(known, "notice_count")
    if unit in list(NoticeUnit) and unit != NoticeUnit.NONE and count is not None:
        return Notice(NoticeUnit(unit), count)
    return USUAL


def given_of(
    known: Mapping[str, str],
    ways: tuple[Pace, ...],
    opened: date,
    today: date,
    cool: date | None,
    latest: date | None,
    working: Callable[[date], date],
) -> date:
    """The day on which they hear it: the owner's own, or one that leaves time for what comes before it."""
    wanted = day_of(known, "notice_on")
    if wanted is None:
        wait = min((BEFORE_NOTICE.get(way, A_WEEK) for way in ways), default=A_WEEK)
        wanted = opened + timedelta(days=wait)
        if Pace.STOP_NOW not in ways:
            wanted = working(wanted)
        if latest is not None and latest >= today:
            wanted = min(wanted, latest)
    return max(wanted, today, cool or today)


def lines_of(
    known: Mapping[str, str],
    facts: Facts,
    pieces: list[PieceRow],
    invoices: list[InvoiceRow],
    ways: tuple[Pace, ...],
    end: date,
) -> tuple[list[PieceOfWork], tuple[MonthPart, ...]]:
    """The pieces of work as lines of the settlement, and the months behind a monthly fee."""
    open_of: dict[int, int] = {}
    for each in invoices:
        if each.paid_on is None and str(each.id) in facts.of:
            number = facts.of[str(each.id)]
            open_of[number] = open_of.get(number, 0) + each.amount
    lines = []
    for piece in pieces:
        state = PieceState(piece.state)
        act = PieceAct(facts.acts.get(str(piece.number), "") or usual_act(state, ways))
        paid = piece.price if state is PieceState.DONE_PAID else piece.paid
        share = STARTED.get(state, round(piece.share * 100))
        lines.append(
            PieceOfWork(piece.number, piece.label, state, act, piece.price, paid, share, open_of.get(piece.number, 0))
        )
    fee, until = figure(known, "price"), day_of(known, "paid_until")
    if known.get("fee_kind") != "retainer" or fee is None or until is None:
        return lines, ()
    line, months = retainer(fee, until, end, open=open_of.get(RETAINER, 0))
    return ([*lines, line] if months or line.open else lines), months


def usual_act(state: PieceState, ways: tuple[Pace, ...]) -> PieceAct:
    """What happens to a piece of work where the owner does not say: what is begun is finished, but not for nothing."""
    if state in (PieceState.DONE_PAID, PieceState.DONE_UNPAID):
        return PieceAct.DELIVER
    halting = {Pace.STOP_NOW, Pace.COLLECT_FIRST} & set(ways)
    return PieceAct.DELIVER if state is PieceState.IN_PROGRESS and not halting else PieceAct.STOP


def flags_of(
    holds: frozenset[str],
    ways: tuple[Pace, ...],
    known: Mapping[str, str],
    overdue: bool,
    settlement: Settlement,
    ending: Dates | None,
) -> frozenset[str]:
    """The flags by which steps and facts are chosen."""
    ways_said = {
        Pace.STOP_NOW: "stop",
        Pace.COLLECT_FIRST: "collect",
        Pace.REPLACE_FIRST: "replace",
        Pace.FINISH: "finish",
    }
    delivers = any(
        each.line.act is PieceAct.DELIVER and each.line.state in (PieceState.IN_PROGRESS, PieceState.NOT_STARTED)
        for each in settlement.lines
    )
    held = {
        "ordinary": not holds,
        "regulated": known.get("regulated") == "yes",
        "owed": overdue,
        "invoice": settlement.invoice > 0,
        "refund": settlement.owe > 0,
        "deliver": delivers,
        "deadline": ending is not None and ending.deadline is not None,
        # What nobody remembers is what goes wrong later, so "don't know" counts as yes.
        "data": known.get("data", DONT_KNOW) != "no",
        "access": known.get("access", DONT_KNOW) != "no",
    }
    said = {ways_said[way] for way in ways if way in ways_said}
    return holds | said | {name for name, holding in held.items() if holding}


def gate_of(known: Mapping[str, str]) -> Gate | None:
    """What has to be there before notice is given, with where it stands; None where no figure was said."""
    kind = known.get("gate_kind", "")
    if kind not in list(GateKind):
        return None
    target = figure(known, f"gate_{kind}")
    return None if target is None else Gate(GateKind(kind), target, figure(known, f"now_{kind}"))
