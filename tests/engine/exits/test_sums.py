"""What is owed when a job ends: the sums balance, nothing below nothing slips through, and rounding happens once."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.engine.exits.sums import (
    Deposit,
    PieceAct,
    PieceOfWork,
    PieceState,
    Rate,
    converted,
    monthly,
    part_of,
    reckon,
    retainer,
    settle,
)

amounts = st.integers(0, 10**9)
lines = st.builds(
    PieceOfWork,
    st.integers(1, 9),
    st.just("piece"),
    st.sampled_from(PieceState),
    st.sampled_from(PieceAct),
    amounts,
    amounts,
    st.integers(0, 100),
    amounts,
)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(lines)
def test_a_piece_balances_and_nothing_of_it_is_below_nothing(line: PieceOfWork) -> None:
    found = reckon(line)
    assert found.worth - line.paid == found.invoice + found.stands - found.refund - found.credit
    assert found.stands + found.correct == line.open
    parts = (found.worth, found.invoice, found.stands, found.correct, found.refund, found.credit)
    assert min(parts) >= 0 and found.worth <= line.price
    assert not (found.invoice + found.stands and found.refund + found.credit), "nobody owes both ways for one piece"


@given(st.lists(lines, max_size=6), amounts, amounts, st.sampled_from(Deposit))
def test_the_whole_balances(found: list[PieceOfWork], earlier: int, deposit: int, rule: Deposit) -> None:
    settled = settle(found, earlier, deposit, rule)
    assert settled.net == settled.worth - settled.paid + earlier - deposit + settled.deposit_kept
    assert settled.deposit == settled.deposit_used + settled.deposit_kept + settled.deposit_back
    assert min(settled.invoice, settled.open, settled.owe, settled.credit_used, settled.deposit_back) >= 0
    assert settled.credit_used <= settled.credit
    if rule is not Deposit.KEPT:
        assert settled.deposit_kept == 0


@given(st.lists(lines, max_size=5), amounts)
def test_a_deposit_that_stays_never_costs_me_and_one_that_is_not_known_counts_as_returned(
    found: list[PieceOfWork], deposit: int
) -> None:
    kept, returned, unknown = (settle(found, 0, deposit, rule) for rule in Deposit)
    by_rule = dict(zip(Deposit, (kept, returned, unknown), strict=True))
    assert by_rule[Deposit.KEPT].net >= by_rule[Deposit.RETURNED].net
    assert by_rule[Deposit.DONT_KNOW] == by_rule[Deposit.RETURNED]


@given(st.lists(lines, min_size=1, max_size=5))
def test_credit_and_refund_come_to_the_same_in_the_end(found: list[PieceOfWork]) -> None:
    from coach.engine.value import replace

    stopped = [replace(each, act=PieceAct.REFUND) for each in found]
    credited = [replace(each, act=PieceAct.CREDIT) for each in found]
    assert settle(stopped).net == settle(credited).net
    assert settle(credited).owe <= settle(stopped).owe


@pytest.mark.parametrize("share", [-1, 101, 1000])
def test_a_share_outside_the_whole_is_refused(share: int) -> None:
    with pytest.raises(ValueError, match="share"):
        PieceOfWork(1, "", PieceState.IN_PROGRESS, PieceAct.STOP, 100, 0, share)


@pytest.mark.parametrize("field", ["price", "paid", "open"])
def test_a_figure_below_nothing_is_refused(field: str) -> None:
    figures = {"price": 100, "paid": 0, "open": 0, field: -1}
    with pytest.raises(ValueError, match="below nothing"):
        PieceOfWork(1, "", PieceState.IN_PROGRESS, PieceAct.STOP, share=50, **figures)
    with pytest.raises(ValueError, match="below nothing"):
        settle([], earlier=-1)
    with pytest.raises(ValueError, match="below nothing"):
        settle([], deposit=-1)


def test_half_a_coin_is_rounded_up_once() -> None:
    assert part_of(101, 50, 100) == 51  # 50.5
    assert part_of(99, 1, 100) == 1  # 0.99
    assert part_of(49, 1, 100) == 0  # 0.49
    assert part_of(100, 0, 100) == 0 and part_of(100, 100, 100) == 100


def test_what_is_invoiced_beyond_its_worth_is_taken_off_by_a_credit_note() -> None:
    """2 000.00 at 30 per cent is 600.00; 200.00 is paid, so 400.00 is due; the open invoice says 1 000.00."""
    found = reckon(PieceOfWork(1, "", PieceState.IN_PROGRESS, PieceAct.STOP, 200000, 20000, 30, 100000))
    assert (found.worth, found.stands, found.correct, found.invoice, found.refund) == (60000, 40000, 60000, 0, 0)


def test_a_deposit_pays_for_work_before_it_is_kept() -> None:
    """Worth 400.00 of 1 000.00, nothing paid but a deposit of 500.00: 400.00 pays for work, 100.00 is left."""
    line = PieceOfWork(1, "", PieceState.IN_PROGRESS, PieceAct.STOP, 100000, 0, 40)
    kept, returned = settle([line], 0, 50000, Deposit.KEPT), settle([line], 0, 50000, Deposit.RETURNED)
    assert (kept.invoice, kept.deposit_used, kept.deposit_kept, kept.owe, kept.net) == (0, 40000, 10000, 0, 0)
    assert (returned.deposit_back, returned.owe, returned.net) == (10000, 10000, -10000)


@given(st.integers(0, 10**8), days, st.integers(0, 900))
def test_a_monthly_fee_is_whole_for_whole_months_and_covers_each_day_once(fee: int, after: date, length: int) -> None:
    last = after + timedelta(days=length)
    parts = monthly(fee, after, last)
    assert sum(part.days for part in parts) == length
    assert all(part.worth == fee for part in parts if part.days == part.of)
    assert all(0 <= part.worth <= fee for part in parts)
    edges = [day for part in parts for day in (part.first, part.last)]
    assert edges == sorted(edges) and (not parts or (edges[0], edges[-1]) == (after + timedelta(days=1), last))


def test_a_month_paid_beyond_the_end_goes_back() -> None:
    """3 100.00 for December is paid, and the last day is the 21st: ten of 31 days, 1 000.00, go back."""
    line, parts = retainer(310000, date(2026, 12, 31), date(2026, 12, 21))
    assert [(part.days, part.of, part.worth) for part in parts] == [(10, 31, 100000)]
    assert settle([line]).owe == 100000


def test_another_currency_is_rounded_once_and_alike_on_both_sides() -> None:
    rate = Rate("USD", Fraction("1.085"), date(2026, 11, 20))
    assert converted(100, rate) == 109 and converted(-100, rate) == -109  # 108.5
    with pytest.raises(ValueError, match="above nothing"):
        Rate("USD", Fraction(0), date(2026, 11, 20))
