"""What is still owed when a job ends: by them, by me, and every step on the way. Knows no client, wording or file.

Money is a whole number of the currency's smallest unit. Shares are whole per cent of the work done. Nothing is rounded
but the worth of a part, once, half up.
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from coach.engine.value import Value

RETAINER = 0
"""The number under which the monthly fee stands among the lines."""


class PieceState(StrEnum):
    """How far a piece of work has come."""

    DONE_PAID = "done_paid"
    DONE_UNPAID = "done_unpaid"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"


class PieceAct(StrEnum):
    """What happens to a piece of work: finished and handed over, or stopped, and how what is overpaid goes back."""

    DELIVER = "deliver"
    STOP = "stop"
    REFUND = "refund"
    CREDIT = "credit"


class Deposit(StrEnum):
    """What was agreed of money paid beforehand: it is a payment like any other, or it stays with me."""

    RETURNED = "returned"
    KEPT = "kept"
    DONT_KNOW = "dont_know"


class PieceOfWork(Value):
    """One piece of work: its whole price, what was paid of it, and the share that is done, 0 to 100.

    ``open`` is what was invoiced for it and is not paid yet. Raises ValueError for a figure below nothing, or a share
    outside 0 to 100.
    """

    number: int
    label: str
    state: PieceState
    act: PieceAct
    price: int
    paid: int = 0
    share: int = 0
    open: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.share <= 100:
            raise ValueError("a share lies between 0 and 100 per cent")
        if min(self.price, self.paid, self.open) < 0:
            raise ValueError("money is not below nothing")


class Reckoned(Value):
    """What becomes of one piece of work.

    ``worth`` is what it comes to; ``invoice`` is still to be invoiced, ``stands`` is due on invoices that are open,
    ``correct`` is taken off them by a credit note. ``refund`` is paid back, ``credit`` set against what they owe.
    Always: worth − paid = invoice + stands − refund − credit.
    """

    line: PieceOfWork
    worth: int
    invoice: int
    stands: int
    correct: int
    refund: int
    credit: int


class Settlement(Value):
    """The whole of it: the lines, then invoices for earlier work, then the deposit.

    ``deposit_used`` of the deposit pays for work, ``deposit_kept`` stays with me as agreed, ``deposit_back`` goes back.
    ``invoice`` is the final invoice after the deposit and credits; ``open`` is due on invoices already sent, after the
    same; ``owe`` is what I pay back. ``net`` is invoice + open − owe: above nothing they owe me, below I owe them.
    """

    lines: tuple[Reckoned, ...]
    worth: int
    paid: int
    earlier: int
    deposit: int
    deposit_used: int
    deposit_kept: int
    deposit_back: int
    credit: int
    credit_used: int
    correct: int
    invoice: int
    open: int
    owe: int

    @property
    def net(self) -> int:
        """What remains between us: theirs to pay above nothing, mine below."""
        return self.invoice + self.open - self.owe


class MonthPart(Value):
    """Some days of one month of a monthly fee: of how many, and what they come to."""

    first: date
    last: date
    days: int
    of: int
    worth: int


class Rate(Value):
    """How much of another currency one unit of the job's is worth, as the owner typed it, and of which day."""

    currency: str
    value: Fraction
    on: date

    def __post_init__(self) -> None:
        if self.value <= 0:
            raise ValueError("a rate is above nothing")


def reckon(line: PieceOfWork) -> Reckoned:
    """What one piece of work comes to, and who owes what for it."""
    worth = line.price if line.act is PieceAct.DELIVER else part_of(line.price, line.share, 100)
    balance = worth - line.paid
    stands = min(line.open, max(balance, 0))
    back = max(-balance, 0)
    credited = line.act is PieceAct.CREDIT
    return Reckoned(
        line,
        worth,
        invoice=max(balance, 0) - stands,
        stands=stands,
        correct=line.open - stands,
        refund=0 if credited else back,
        credit=back if credited else 0,
    )


def settle(
    lines: Sequence[PieceOfWork], earlier: int = 0, deposit: int = 0, rule: Deposit = Deposit.RETURNED
) -> Settlement:
    """What remains between us.

    ``earlier`` is open on invoices for work that is not among the lines, ``deposit`` was paid beforehand and is counted
    in none of them. A deposit pays for the work first, whatever was agreed: only what is left of it is kept or goes
    back. Where nobody knows what was agreed, it goes back, the careful reading. Raises ValueError for figures below
    nothing.
    """
    if min(earlier, deposit) < 0:
        raise ValueError("money is not below nothing")
    found = tuple(reckon(line) for line in lines)
    invoice, stands = sum(each.invoice for each in found), sum(each.stands for each in found)
    used_new = min(deposit, invoice)
    used_open = min(deposit - used_new, stands)
    left = deposit - used_new - used_open
    kept = left if rule is Deposit.KEPT else 0
    invoice, still = invoice - used_new, stands - used_open + earlier
    credit = sum(each.credit for each in found)
    against_new = min(credit, invoice)
    against_open = min(credit - against_new, still)
    credit_back = credit - against_new - against_open
    return Settlement(
        found,
        worth=sum(each.worth for each in found),
        paid=sum(each.line.paid for each in found),
        earlier=earlier,
        deposit=deposit,
        deposit_used=used_new + used_open,
        deposit_kept=kept,
        deposit_back=left - kept,
        credit=credit,
        credit_used=against_new + against_open,
        correct=sum(each.correct for each in found),
        invoice=invoice - against_new,
        open=still - against_open,
        owe=sum(each.refund for each in found) + (left - kept) + credit_back,
    )


def monthly(fee: int, after: date, last: date) -> tuple[MonthPart, ...]:
    """A monthly fee from the day after ``after`` until ``last``, month by month; a part of one by its calendar days.

    Nothing where that span is empty. Raises ValueError for a fee below nothing.
    """
    if fee < 0:
        raise ValueError("money is not below nothing")
    parts: list[MonthPart] = []
    first = after + timedelta(days=1)
    while first <= last:
        of = monthrange(first.year, first.month)[1]
        end = min(first.replace(day=of), last)
        days = (end - first).days + 1
        parts.append(MonthPart(first, end, days, of, part_of(fee, days, of)))
        first = end + timedelta(days=1)
    return tuple(parts)


def retainer(
    fee: int, paid_until: date, last: date, label: str = "", open: int = 0
) -> tuple[PieceOfWork, tuple[MonthPart, ...]]:
    """The monthly fee as a line of the settlement, and the months behind it.

    Where it is paid beyond the last day, what lies after it goes back.
    """
    if last >= paid_until:
        parts = monthly(fee, paid_until, last)
        due = sum(part.worth for part in parts)
        return PieceOfWork(RETAINER, label, PieceState.DONE_UNPAID, PieceAct.DELIVER, due, open=open), parts
    parts = monthly(fee, last, paid_until)
    over = sum(part.worth for part in parts)
    return PieceOfWork(RETAINER, label, PieceState.NOT_STARTED, PieceAct.REFUND, over, paid=over, open=open), parts


def part_of(amount: int, share: int, of: int) -> int:
    """So many of so many parts of an amount, rounded half up once."""
    return (2 * amount * share + of) // (2 * of)


def converted(amount: int, rate: Rate) -> int:
    """An amount in the rate's currency, rounded half away from nothing once; both with as many small units."""
    exact = abs(amount) * rate.value
    whole = (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
    return whole if amount >= 0 else -whole
