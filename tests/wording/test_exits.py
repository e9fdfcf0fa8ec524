"""What a plan fills into the letters of the ending: what it knows, nothing it refuses to say, and sums done by hand."""

from datetime import UTC, date, datetime

import pytest

from coach.casebook.book import Casebook
from coach.clock import fixed_clock
from coach.engine.exits.sums import PieceAct
from coach.engine.interview.answer import chosen, figure
from coach.engine.interview.instrument import Depth
from coach.engine.letter import Tone
from coach.reports.calls import call_text
from coach.store.exits import PieceRow
from coach.wording.calls import Call
from coach.wording.letters.draft import LetterDraft
from coach.wording.letters.filled import LetterWording
from tests.shared.book import HOSTILE, TODAY
from tests.shared.checks import checked
from tests.shared.exits import KNOWN, planned, say


def told(book: Casebook, client: int) -> dict[str, str]:
    return LetterWording(book).ending(client)


def body(book: Casebook, client: int, letter: str, tone: Tone = Tone.NEUTRAL) -> str:
    return LetterDraft(LetterWording(book), book.letters.letter(letter), client, tone).text.body


def test_a_plan_with_its_facts_fills_dates_work_and_sums(book: Casebook) -> None:
    """Told on Tuesday 1 December, four weeks: Tuesday 29 December. Brand book 2 000 paid; website 3 000, 1 200 paid,
    finished: 1 800 are left, of which 500 are on an invoice; shop, a quarter of 1 000, stops: 250. In all 2 050.
    """
    client = planned(book, deadline="14 January 2027")
    book.work.put_piece(client, PieceRow(0, "Brand book", "done_paid", 200000, 0, 0))
    book.work.put_piece(client, PieceRow(0, "Website", "in_progress", 300000, 120000, 0.8), PieceAct.DELIVER)
    book.work.put_piece(client, PieceRow(0, "Shop", "in_progress", 100000, 0, 0.25), PieceAct.STOP)
    book.work.put_invoice(client, 50000, date(2026, 12, 5), 2)
    found = told(book, client)
    assert found["exit.ends"] == found["exit.last_day"] == "29 December 2026"
    assert found["exit.handover_on"] == "29 December 2026"
    assert found["exit.done"] == "Brand book" and found["exit.open"] == "Shop, of which 25 % is done"
    assert found["exit.work"] == (
        "I finish Website and hand everything over by 29 December 2026. Work on Shop stops where it stands."
    )
    assert found["exit.deadlines"].endswith("is 14 January 2027.")
    assert found["exit.ground"] == "our agreement, which can be ended with a notice of 4 weeks"
    assert "30 December 2026" in found["exit.access"], "the day after the end"
    assert found["exit.statement"].splitlines() == [
        "Brand book: EUR 2 000 for the whole. You have paid it.",
        "Website: EUR 3 000 for the whole. You have paid EUR 1 200, so EUR 1 800 is left to pay.",
        "Shop: 25 % of EUR 1 000 is done, which makes EUR 250.",
    ]
    assert "EUR 2 050 is left" in found["exit.balance"]
    assert (
        "EUR 1 550 with the final invoice" in found["exit.balance"] and "EUR 500 on invoices" in found["exit.balance"]
    )
    assert "29 December 2026" in call_text(Call(book, client)) and "EUR 2 050" in body(
        book, client, "exit_final_statement"
    )
    assert {"exit.files", "exit.data", "exit.kept", "exit.contact"}.isdisjoint(found), "a plan does not know these"


def test_what_goes_back_is_said_with_its_day(book: Casebook) -> None:
    """400 of 1 000 done, 700 paid: 300 too much; a deposit of 200 pays for nothing: 500 go back."""
    client = planned(book, deposit="200", deposit_rule="returned")
    book.work.put_piece(client, PieceRow(0, "Guide", "in_progress", 100000, 70000, 0.4), PieceAct.REFUND)
    found = told(book, client)
    assert "EUR 300 is too much" in found["exit.statement"] and "EUR 200 of it goes back" in found["exit.statement"]
    # Three working days after Tuesday 29 December, New Year's Day not among them.
    assert found["exit.balance"] == "I pay EUR 500 back to you by 4 January 2027."
    book.exits.say(client, "deposit_rule", "dont_know")
    assert "exit.balance" not in told(book, client), "nobody knows what becomes of the deposit"


def test_a_monthly_fee_is_said_month_by_month(book: Casebook) -> None:
    """3 100 a month, until 29 December: 29 of 31 days are 2 900. Paid until 31 December, 2 of 31 days go back: 200."""
    client = planned(book, fee_kind="retainer", price="3 100", paid_until="30 November")
    found = told(book, client)
    assert found["exit.statement"] == "Monthly fee: EUR 2 900 (1 Dec to 29 Dec 2026: 29 of 31 days, 2 900)."
    assert "EUR 2 900 is left" in found["exit.balance"]
    book.exits.say(client, "paid_until", "31 December")
    assert "EUR 200 for days after the end" in told(book, client)["exit.statement"]
    assert told(book, client)["exit.balance"].startswith("I pay EUR 200 back")


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"notice_unit": "dont_know"}, {"exit.ends", "exit.last_day", "exit.handover_on", "exit.ground"}),
        ({"notice_count": "dont_know"}, {"exit.ends", "exit.ground"}),
        ({"termination": "dont_know"}, {"exit.ends", "exit.ground"}),
        ({"termination": "for_cause"}, {"exit.ends", "exit.ground"}),
        ({"regulated": "yes"}, {"exit.ends", "exit.handover_on"}),
        ({"legal": "yes"}, {"exit.ends", "exit.work", "exit.ground"}),
        ({"deadline": "14 December"}, {"exit.deadlines"}),
        ({"access": "dont_know"}, {"exit.access"}),
        ({"data": "dont_know"}, {"exit.data_by"}),
        ({"deposit": "dont_know"}, {"exit.statement", "exit.balance"}),
        ({"currency": "dont_know"}, {"exit.statement", "exit.balance"}),
        ({"fee_kind": "retainer", "paid_until": "dont_know"}, {"exit.statement", "exit.balance"}),
    ],
)
def test_what_the_plan_does_not_know_stays_open(book: Casebook, facts: dict[str, str], missing: set[str]) -> None:
    client = planned(book, deadline="14 January 2027", name="Sure")
    other = planned(book, **{"deadline": "14 January 2027", **facts})
    for each in (client, other):
        book.work.put_piece(each, PieceRow(0, "Website", "in_progress", 300000, 120000, 0.8))
    assert missing <= told(book, client).keys() and missing.isdisjoint(told(book, other))


def test_a_shut_gate_gives_no_date_and_the_call_gives_its_own(book: Casebook) -> None:
    client = book.clients.add("Nice AS").id
    given = [chosen("worth_it", "no"), chosen("pay_level", "below"), chosen("repriced", "refused")]
    checked(book, client, date(2026, 11, 14), *given, figure("share", 55), depth=Depth.FULL)
    book.exits.open(client)
    say(book, client, **KNOWN, gate_kind="income", gate_income="3 000", now_income="1 000")
    book.work.put_piece(client, PieceRow(0, "Website", "in_progress", 300000, 120000, 0.8))
    found = told(book, client)
    assert {"exit.ends", "exit.handover_on", "exit.access"} - found.keys() == {"exit.ends", "exit.handover_on"}
    assert "EUR 1 800" in found["exit.balance"] and "2026" not in "".join(found.values())
    book.exits.say(client, "now_income", "3 100")
    assert told(book, client)["exit.ends"] == "29 December 2026"
    later = book.replaced(clock=fixed_clock(datetime(2026, 12, 3, 10, tzinfo=UTC)))
    later.exits.tick(client, "call")
    assert told(later, client)["exit.call_on"] == "3 December 2026"
    assert told(later, client)["exit.ends"] == "31 December 2026", "four weeks from the day they heard it"
    assert "our call of 3 December 2026" in body(later, client, "exit_confirmation")


def test_in_danger_nothing_is_offered(book: Casebook) -> None:
    client = planned(book, safety="yes")
    book.work.put_piece(client, PieceRow(0, "Website", "in_progress", 300000, 120000, 0.8))
    assert told(book, client) == {}
    checked_one = book.clients.add("Grim")
    checked(book, checked_one.id, TODAY, chosen("violence", "yes"))
    assert told(book, checked_one.id) == {}, "nor before a plan is opened"
    for tone in Tone:
        text = body(book, client, "exit_notice", tone)
        assert "2026" not in text and "EUR" not in text and "rounds" not in text


def test_a_closed_plan_keeps_the_day_they_heard_and_guesses_none(book: Casebook) -> None:
    heard, never = planned(book), planned(book, name="Borg")
    on = book.replaced(clock=fixed_clock(datetime(2026, 12, 1, 10, tzinfo=UTC)))
    on.exits.tick(heard, "call")
    for client in (heard, never):
        on.exits.close(client, "no", "", "")
    later = book.replaced(clock=fixed_clock(datetime(2027, 2, 1, 10, tzinfo=UTC)))
    assert told(later, heard)["exit.ends"] == "29 December 2026"
    assert "29 December 2026" in body(later, heard, "exit_no_reply")
    assert "exit.ends" not in told(later, never)


def test_only_letters_that_end_a_job_ask_the_plan(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    client = planned(book)
    asked: list[int] = []
    monkeypatch.setattr(LetterWording, "ending", lambda _, who: asked.append(who) or {})
    body(book, client, "late_friendly")
    assert asked == []
    body(book, client, "exit_handover")
    assert asked == [client]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_piece_of_work_leaves_its_line(book: Casebook, name: str) -> None:
    client = planned(book)
    book.work.put_piece(client, PieceRow(0, f"a {name} $exit_ends", "in_progress", 300000, 120000, 0.8))
    found = told(book, client)
    assert len(found["exit.statement"].splitlines()) == 1 and "\n" not in found["exit.work"]
    assert "29 December 2026" not in found["exit.statement"]
