"""Three exits from three recommendations, worked out by hand: a threat, a late payer, a friendly client."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coach.casebook.book import Casebook
from coach.casebook.exits.reading import Exit
from coach.clock import fixed_clock
from coach.engine.exits.dates import Near
from coach.engine.exits.plan import Pace
from coach.engine.exits.sums import PieceAct
from coach.engine.interview.answer import chosen, figure
from coach.engine.interview.instrument import Depth
from coach.engine.verdict.outcome import Outcome
from coach.reports.exits import exit_markdown
from coach.store.exits import PieceRow
from coach.wording.exits.plan import ExitWording
from tests.shared.book import TODAY
from tests.shared.checks import checked


def steps(found: Exit) -> dict[str, date | None]:
    return {step.id: row.due_on if row else None for step, row in found.steps}


def markdown(book: Casebook, found: Exit) -> str:
    country = book.limits.standing().get("limits.country")
    return exit_markdown(found, ExitWording(book.library, country.option if country else ""), book.clock.today())


def on(book: Casebook, day: date) -> Casebook:
    return book.replaced(clock=fixed_clock(datetime(day.year, day.month, day.day, 10, tzinfo=UTC)))


def test_a_threat(book: Casebook) -> None:
    """A threat on the telephone, website at 60 per cent of 3 000.00, of which 1 500.00 is paid.

    3 000.00 × 60 % = 1 800.00; less 1 500.00 leaves 300.00 for the lawyer to write about. No date, no call, no thanks.
    """
    client = book.clients.add("Grim Ltd").id
    book.limits.set(chosen("limits.country", "UK"))
    told = checked(book, client, TODAY, chosen("violence", "yes"))
    assert told.outcome is Outcome.LEAVE_NOW
    found = book.exits.open(client)
    assert found.safe and found.paces == (Pace.STOP_NOW,) and found.ending is None
    book.exits.say(client, "safety", "no")
    found = book.work.put_piece(client, PieceRow(0, "Website", "in_progress", 300000, 150000, 0.6))
    assert found.safe, "what the recommendation found cannot be said away"
    assert (found.settlement.invoice, found.settlement.owe, found.settlement.net) == (30000, 0, 30000)

    taken = steps(found)
    spoken = {"call", "rehearse", "thank", "prepare", "refer", "successor", "confirm", "pay_back", "final_invoice"}
    assert not spoken & taken.keys()
    at_once = ["safe", "emergency", "tell_now", "evidence", "stop_contact", "passwords"]
    assert [taken[each] for each in at_once] == [TODAY] * 6
    assert taken["lawyer"] == date(2026, 11, 23), "a Monday; 23 November is two days on"
    assert taken["end_in_writing"] is None, "after the lawyer"
    later = on(book, date(2026, 11, 23)).exits.tick(client, "lawyer")
    assert steps(later)["end_in_writing"] == date(2026, 11, 24)

    page = markdown(book, found)
    assert page.startswith("# Notes of 21 November 2026") and "Grim" not in page
    assert "ring 999" in page and "Ctrl+L" in page
    assert page.index("Get out of reach") < page.index("The facts")


def test_a_late_payer_who_owes_money_with_half_finished_work(book: Casebook) -> None:
    """Britain, pounds, one month's notice to the end of a month.

    Brand book, done: 1 800.00, of which 900.00 is paid and 900.00 on an invoice due 1 October.
    Website, 55 per cent: 4 000.00 × 55 % = 2 200.00; less 1 000.00 paid leaves 1 200.00 to invoice.
    Newsletter, not started: 300.00 paid in advance is too much, and is set against what they owe.
    Earlier work: 450.00 on an invoice due 15 September.
    Worth 1 800 + 0 + 2 200 = 4 000.00, less 900 + 1 000 + 300 = 2 200.00 paid, plus 450.00: they owe 2 250.00.
    Final invoice 1 200.00 − 300.00 = 900.00; to collect 900.00 + 450.00 = 1 350.00; together 2 250.00.
    Told on Monday 7 December (16 days, to leave the demand two weeks): a month on is 7 January, so 31 January 2027,
    a Sunday; the last working day is Friday 29 January.
    """
    client = book.clients.add("Slow & Sons").id
    answers = {"owed": "yes", "owed.state": "refused", "owed.agreed": "writing", "still_to_deliver": "must_deliver"}
    answers |= {"other_contact": "asked", "late_payment": "three", "share": ""}
    given = [chosen(item, option) for item, option in answers.items() if option]
    told = checked(book, client, date(2026, 11, 14), *given, depth=Depth.FULL)
    assert told.outcome is Outcome.PLAN_EXIT
    book.exits.open(client)
    facts = {"safety": "no", "legal": "no", "regulated": "no", "fee_kind": "fixed", "currency": "gbp", "law": "UK"}
    facts |= {"ends": "0", "termination": "with_notice", "notice_unit": "months_to_end", "notice_count": "1"}
    facts |= {"deadline": "0", "rights": "on_payment", "deposit": "0", "data": "yes", "access": "no", "price": "6 400"}
    for fact, typed in facts.items():
        book.exits.say(client, fact, typed)
    book.work.put_piece(client, PieceRow(0, "Brand book", "done_unpaid", 180000, 90000, 0))
    book.work.put_piece(client, PieceRow(0, "Website", "in_progress", 400000, 100000, 0.55))
    book.work.put_piece(client, PieceRow(0, "Newsletter", "not_started", 60000, 30000, 0), PieceAct.CREDIT)
    book.work.put_invoice(client, 90000, date(2026, 10, 1), 1)
    found = book.work.put_invoice(client, 45000, date(2026, 9, 15))

    assert found.paces[0] is Pace.COLLECT_FIRST and found.open == ()
    sums = found.settlement
    assert [(each.worth, each.invoice, each.stands, each.credit) for each in sums.lines] == [
        (180000, 0, 90000, 0),
        (220000, 120000, 0, 0),
        (0, 0, 0, 30000),
    ]
    assert (sums.worth, sums.paid, sums.earlier) == (400000, 220000, 45000)
    assert (sums.invoice, sums.open, sums.owe, sums.net) == (90000, 135000, 0, 225000)
    ending = found.ending
    assert ending is not None
    assert (ending.given, ending.end, ending.last_working) == (date(2026, 12, 7), date(2027, 1, 31), date(2027, 1, 29))
    taken = steps(found)
    assert taken["hold_work"] == TODAY and taken["demand"] == date(2026, 11, 23)
    assert taken["after_demand"] is None and taken["call"] == date(2026, 12, 7)
    assert taken["final_invoice"] == date(2027, 1, 29) and "pay_back" not in taken
    assert taken["return_data"] == date(2027, 1, 31) and "close_access" not in taken
    demanded = on(book, date(2026, 11, 24)).exits.tick(client, "demand")
    assert steps(demanded)["after_demand"] == date(2026, 12, 8), "fourteen days after it was sent"

    page = markdown(book, found)
    for line in (
        "**They owe you: GBP 2 250**",
        "Final invoice: GBP 900",
        "Website: 55 % of 4 000 is 2 200. 2 200 less 1 000 paid leaves 1 200 for them to pay.",
        "0 less 300 paid: 300 is too much, and is set against what they owe.",
        "Late Payment of Commercial Debts (Interest) Act 1998",
        "It ends: 31 January 2027",
    ):
        assert line in page
    job = book.clients.job(client)
    assert job is not None and (job.notice, job.law, job.currency) == ("1 month to the end of a month", "UK", "GBP")

    paid = book.work.settle_invoice(client, found.invoices[1].id)
    assert (paid.settlement.open, paid.settlement.net) == (45000, 135000), "what was paid of the brand book"
    settled = book.work.settle_invoice(client, found.invoices[0].id)
    assert Pace.COLLECT_FIRST not in settled.paces and "hold_work" not in steps(settled)


def test_an_unprofitable_friendly_client_with_55_per_cent_of_the_income(book: Casebook) -> None:
    """Norway, kroner, a retainer of 24 000.00 a month paid until 30 November, thirty days' notice, 5 000.00 deposit.

    The gate: other clients bring in 30 000.00 a month; now 18 000.00, so notice has no date yet.
    If told on Friday 11 December: thirty days on is Sunday 10 January 2027; the last working day is Friday the 8th.
    December whole, 24 000.00; January 10 of 31 days, 24 000.00 × 10 / 31 = 7 741.935…, so 7 741.94.
    31 741.94 less the deposit of 5 000.00 is 26 741.94 on the final invoice. At 0.0856 that is 2 289.11 euro.
    Their deadline of 14 January comes four days after the end.
    """
    client = book.clients.add("Nice AS").id
    given = [chosen("worth_it", "no"), chosen("pay_level", "below"), chosen("repriced", "refused")]
    told = checked(book, client, date(2026, 11, 14), *given, figure("share", 55), depth=Depth.FULL)
    assert told.outcome is Outcome.PLAN_EXIT and "replace_income" in told.grounds.paces
    found = book.exits.open(client)
    assert found.paces == (Pace.REPLACE_FIRST,)
    facts = {"safety": "no", "legal": "no", "regulated": "no", "fee_kind": "retainer", "price": "24 000"}
    facts |= {"currency": "NOK", "law": "NO", "ends": "0", "termination": "with_notice", "notice_unit": "days"}
    facts |= {"notice_count": "30", "deadline": "14 January 2027", "rights": "on_delivery", "deposit": "5 000"}
    facts |= {"paid_until": "30 November", "deposit_rule": "returned", "data": "no", "access": "no"}
    facts |= {"notice_on": "11 December", "gate_kind": "income", "gate_income": "30 000", "now_income": "18 000"}
    facts |= {"rate": "EUR 0.0856"}
    for fact, typed in facts.items():
        found = book.exits.say(client, fact, typed)

    assert found.gate is not None and not found.gate.met and found.gate.progress == pytest.approx(0.6)
    assert steps(found)["call"] is None and steps(found)["handover"] is None and steps(found)["other_work"]
    ending = found.ending
    assert ending is not None
    assert (ending.given, ending.end, ending.last_working) == (date(2026, 12, 11), date(2027, 1, 10), date(2027, 1, 8))
    assert ending.deadline is not None and (ending.deadline.near, ending.deadline.days) == (Near.AFTER, 4)
    assert [(part.days, part.of, part.worth) for part in found.months] == [(31, 31, 2400000), (10, 31, 774194)]
    sums = found.settlement
    assert (sums.worth, sums.deposit_used, sums.invoice, sums.net) == (3174194, 500000, 2674194, 2674194)

    page = markdown(book, found)
    for line in (
        "Notice when other clients bring in NOK 30 000.00 a month; now NOK 18 000.00.",
        "If they hear it: 11 December 2026",
        "Their deadline of 14 January 2027 comes 4 days after the end.",
        "1 Jan to 10 Jan 2027: 10 of 31 days, 7 741.94",
        "Of the deposit of 5 000.00, 5 000.00 pays for work",
        "**They owe you: NOK 26 741.94**",
        "The same in EUR, at 0.0856 on 21 November 2026: EUR 2 289.11",
        "at the gate",
    ):
        assert line in page

    opened = on(book, date(2026, 11, 30)).exits.say(client, "now_income", "31 000")
    assert opened.gate_open and steps(opened)["call"] == date(2026, 12, 11)
    # Three working days after the last one: a Monday. Two days before a Friday: the Wednesday.
    assert steps(opened)["prepare"] == date(2026, 12, 9)
    assert [int(value) for _, value in opened.facts.log["now_income"]] == [1800000, 3100000]


def test_a_fresh_recommendation_waits_two_days_and_a_reason_to_stop_does_not(book: Casebook) -> None:
    """Checked today with something within the last day: told on Saturday, so nothing is said before Monday."""
    client = book.clients.add("Acme").id
    answers = [chosen("worth_it", "no"), chosen("after_hours", "4"), chosen("recent", "yes")]
    answers += [chosen("after_hours.told", "writing"), chosen("after_hours.kept", "each")]
    told = checked(book, client, TODAY, *answers, chosen("after_hours.then", "refused"))
    assert told.outcome is Outcome.PLAN_EXIT and told.second_look_on == TODAY + timedelta(days=2)
    book.exits.open(client)
    found = book.exits.say(client, "notice_on", "2026-11-21")
    assert found.cool_until == date(2026, 11, 23)
    assert found.ending is not None and found.ending.given == date(2026, 11, 23)
    stop = book.clients.add("Rude").id
    checked(book, stop, TODAY, chosen("degrading", "yes"), chosen("degrading.form", "grave"), chosen("recent", "yes"))
    now = book.exits.open(stop)
    assert (now.paces, now.cool_until, now.safe) == ((Pace.STOP_NOW,), None, False)
    assert now.ending is not None and now.ending.end == TODAY


def test_what_a_deposit_already_pays_for_is_not_demanded(book: Casebook) -> None:
    """Half of 3 000.00 is worth 1 500.00; less 1 000.00 paid leaves 500.00, which a deposit of 500.00 covers.

    The overdue invoice of 800.00 is 300.00 too high; corrected, and with the deposit set against it, nothing is left.
    """
    client = book.clients.add("Slow & Sons").id
    told = checked(book, client, date(2026, 11, 14), chosen("owed", "yes"), chosen("owed.state", "refused"))
    assert told.outcome is not None
    book.exits.open(client)
    facts = {"safety": "no", "legal": "no", "fee_kind": "fixed", "currency": "gbp", "law": "UK", "deposit": "500"}
    for fact, typed in facts.items():
        book.exits.say(client, fact, typed)
    book.work.put_piece(client, PieceRow(0, "Site", "in_progress", 300000, 100000, 0.5), PieceAct.STOP)
    found = book.work.put_invoice(client, 80000, date(2026, 10, 1), 1)
    assert (found.settlement.open, found.settlement.net) == (0, 0)
    assert Pace.COLLECT_FIRST not in found.paces and "demand" not in steps(found)
