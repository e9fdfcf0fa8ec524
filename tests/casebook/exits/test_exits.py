"""The plan of an exit in the records: facts, work, steps put off and ticked, closed and undone, and what is refused."""

from datetime import date, timedelta

import pytest

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.casebook.exits.facts import DONT_KNOW
from coach.casebook.exits.reading import Exit
from coach.engine.exits.sums import PieceAct
from coach.engine.interview.answer import chosen
from coach.engine.interview.instrument import Depth
from coach.formats.unreadable import Unreadable
from coach.reports.exits import exit_markdown
from coach.store.exits import PieceRow
from coach.wording.exits.plan import ExitWording
from tests.shared.book import HOSTILE, TODAY
from tests.shared.checks import checked


@pytest.fixture
def client(book: Casebook) -> int:
    client = book.clients.add("Acme").id
    book.exits.open(client)
    return client


def found(book: Casebook, client: int) -> Exit:
    exit = book.exits.of(client)
    assert exit is not None
    return exit


def due(book: Casebook, client: int, step: str) -> date | None:
    return next(row.due_on for each, row in found(book, client).steps if each.id == step and row)


def test_a_plan_is_opened_once_and_undone(book: Casebook) -> None:
    client = book.clients.add("Acme").id
    assert book.exits.of(client) is None
    first = book.exits.open(client)
    assert book.exits.open(client).plan.id == first.plan.id and first.steps
    book.records.undo()
    assert book.exits.of(client) is None


def test_a_fact_is_held_by_the_job_too_and_undone_with_it(book: Casebook, client: int) -> None:
    book.exits.say(client, "notice_unit", "weeks")
    book.exits.say(client, "notice_count", "4")
    book.exits.say(client, "ends", "31 December")
    job = book.clients.job(client)
    assert job is not None and (job.notice, job.ends) == ("4 weeks", date(2026, 12, 31))
    book.records.undo()
    job = book.clients.job(client)
    assert job is not None and job.ends is None and "ends" not in found(book, client).known


def test_what_the_job_and_the_limits_hold_need_not_be_said_again(book: Casebook) -> None:
    book.limits.set(chosen("limits.country", "DK"), chosen("limits.regulated", "no"))
    client = book.clients.add("Acme").id
    book.clients.set_job(client, currency="DKK", price="120000", law="")
    known = book.exits.open(client).known
    assert (known["law"], known["currency"], known["price"], known["regulated"]) == ("DK", "DKK", "120000", "no")


def test_not_knowing_is_an_answer_with_a_cost(book: Casebook, client: int) -> None:
    words = ExitWording(book.library)
    before = len(found(book, client).open)
    for fact in book.library.exits.facts.values():
        if fact.id in {each.id for each in found(book, client).asked}:
            book.exits.say(client, fact.id, DONT_KNOW)
    exit = found(book, client)
    assert exit.open == () and len(exit.unknown) >= before
    assert all(words.cost(exit, fact) for fact in exit.unknown if not fact.optional)
    assert exit.ending is not None and exit.notice.count == 30, "thirty days until somebody has looked"
    assert any("thirty days" in note for note in words.date_notes(exit))


@pytest.mark.parametrize(
    ("fact", "typed", "key"),
    [
        ("price", "-5", "money"),
        ("price", "10-20", "money_range"),
        ("price", "plenty", "money"),
        ("price", "USD 20", "money_currency"),
        ("ends", "some day", "day"),
        ("ends", "2026-11-20", "day_past"),
        ("deadline", "2026-11-20", "day_past"),
        ("notice_count", "1.5", "figure_whole"),
        ("notice_count", "2-4", "figure_whole"),
        ("notice_count", "1001", "out_of_range"),
        ("notice_count", "٣", "figure"),
        ("gate_share", "101", "share"),
        ("gate_share", "-1", "share"),
        ("rate", "USD", "exit_rate"),
        ("rate", "USD -1", "exit_rate"),
        ("rate", "USD nan", "exit_rate"),
        ("currency", "EURO", "exit_code"),
        ("fee_kind", "barter", "choice"),
        ("law", "XX", "choice"),
        ("notice_on", "2026-11-20", "day_past"),
        ("shoe_size", "42", "exit_fact"),
        *(("price", text, "money") for text in HOSTILE),
        *(("rate", text, "exit_rate") for text in HOSTILE),
    ],
)
def test_what_cannot_be_read_is_refused_and_changes_nothing(
    book: Casebook, client: int, fact: str, typed: str, key: str
) -> None:
    before = book.exits.say(client, "currency", "EUR").plan
    with pytest.raises((Refused, Unreadable)) as refused:
        book.exits.say(client, fact, typed)
    file, table = ("screens", "refused") if isinstance(refused.value, Refused) else ("forms", "unreadable")
    assert refused.value.key == key and book.library.words.has(file, f"{table}.{key}")
    assert found(book, client).plan == before


def test_figures_of_work_that_cannot_be_are_refused(book: Casebook, client: int) -> None:
    for piece in (
        PieceRow(0, "", "in_progress", -1, 0, 0.5),
        PieceRow(0, "", "in_progress", 1, -1, 0.5),
        PieceRow(0, "", "in_progress", 1, 0, 1.01),
    ):
        with pytest.raises(Unreadable):
            book.work.put_piece(client, piece)
    with pytest.raises(Refused):
        book.work.put_invoice(client, 0, TODAY)
    assert found(book, client).pieces == () and found(book, client).invoices == ()


def test_a_piece_is_changed_under_its_number_and_its_invoices_outlive_it(book: Casebook, client: int) -> None:
    book.work.put_piece(client, PieceRow(0, "Logo", "done_unpaid", 100000, 0, 0))
    book.work.put_invoice(client, 40000, TODAY + timedelta(days=9), 1)
    book.work.put_piece(client, PieceRow(1, "Logo, final", "done_unpaid", 110000, 0, 0))
    exit = found(book, client)
    assert [each.label for each in exit.pieces] == ["Logo, final"]
    assert (exit.settlement.invoice, exit.settlement.open, exit.settlement.net) == (70000, 40000, 110000)
    exit = book.work.drop_piece(client, 1)
    assert (exit.settlement.earlier, exit.settlement.net) == (40000, 40000)
    book.records.undo()
    assert found(book, client).settlement.net == 110000


def test_a_step_put_off_by_hand_stays_there_whatever_is_dated_anew(book: Casebook, client: int) -> None:
    assert [each.step.step for each in book.exits.steps_due()] == ["read_contract"]
    book.exits.put_off(client, "read_contract", TODAY + timedelta(days=3), "on the train")
    book.exits.say(client, "notice_on", "1 December")
    assert due(book, client, "read_contract") == TODAY + timedelta(days=3)
    assert due(book, client, "call") == date(2026, 12, 1)
    assert book.exits.steps_due() == []
    with pytest.raises(Refused, match="day_past"):
        book.exits.put_off(client, "call", TODAY - timedelta(days=1), "")
    book.records.undo()
    book.records.undo()
    assert due(book, client, "read_contract") == TODAY


def test_ticking_twice_takes_the_tick_away_and_a_done_step_stays_when_the_plan_turns(
    book: Casebook, client: int
) -> None:
    book.exits.tick(client, "tell_somebody")
    assert {row.done_on for step, row in found(book, client).steps if step.id == "tell_somebody" and row} == {TODAY}
    turned = book.exits.say(client, "safety", "yes")
    ids = [step.id for step, _ in turned.steps]
    assert "tell_somebody" in ids and "call" not in ids and "police" in ids
    book.exits.tick(client, "tell_somebody")
    assert "tell_somebody" not in [step.id for step, _ in found(book, client).steps]
    with pytest.raises(Refused, match="exit_step"):
        book.exits.tick(client, "call")


def test_the_law_comes_before_the_client_and_a_profession_before_any_date(book: Casebook, client: int) -> None:
    exit = book.exits.say(client, "legal", "yes")
    assert (exit.dated, exit.ending) == ("advice", None)
    ids = [step.id for step, _ in exit.steps]
    assert ids.index("stop_affected") < ids.index("advice") < ids.index("tell_as_advised") and "call" not in ids
    assert due(book, client, "tell_as_advised") is None
    book.exits.tick(client, "advice")
    assert due(book, client, "tell_as_advised") == date(2026, 11, 23) and found(book, client).ending is not None
    book.exits.say(client, "legal", "no")
    exit = book.exits.say(client, "regulated", "yes")
    assert exit.dated == "duties" and due(book, client, "call") is None
    assert book.exits.tick(client, "duties").ending is not None and due(book, client, "call") is not None


def test_it_is_closed_with_what_was_learned_and_everything_stays(book: Casebook, client: int) -> None:
    checked(book, client, TODAY)
    book.exits.note_contact(client, "Wants \x1b[31mone\x1b[0m page")
    exit = book.exits.close(client, "changed", "Price the rounds.", "revision_rounds")
    assert book.clients.one(client).state == "archived" and book.checks.history(client)
    assert exit.plan.closed_on == TODAY and exit.facts.after["term"] == "revision_rounds"
    said = ExitWording(book.library).afterwards(exit)
    assert any("In touch again" in line for line in said) and not any("\x1b" in line for line in said)
    assert book.exits.steps_due() == []
    book.records.undo()
    assert book.clients.one(client).state == "active" and found(book, client).plan.closed_on is None
    with pytest.raises(Refused):
        book.exits.close(client, "no", "", "no_such_boundary")


def test_finishing_without_renewing_is_told_in_time_for_the_end(book: Casebook) -> None:
    """Four weeks before 31 December 2026 is 3 December; a week from today, 28 November, is a Saturday, so the 30th."""
    client = book.clients.add("Acme").id
    answers = [chosen("stage", "nearly_finished"), chosen("after_hours", "4"), chosen("after_hours.told", "writing")]
    answers += [chosen("after_hours.kept", "each"), chosen("after_hours.then", "refused"), chosen("worth_it", "no")]
    told = checked(book, client, TODAY - timedelta(days=9), *answers, depth=Depth.FULL)
    assert told.subtype == "finish"
    book.exits.open(client)
    for fact, typed in {"ends": "31 December", "notice_unit": "weeks", "notice_count": "4"}.items():
        exit = book.exits.say(client, fact, typed)
    assert exit.give_by == date(2026, 12, 3)
    assert exit.ending is not None and (exit.ending.given, exit.ending.end) == (date(2026, 11, 30), date(2026, 12, 28))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1 October", date(2026, 10, 1)),
        ("15 December", date(2026, 12, 15)),
        ("30 June", date(2026, 6, 30)),
        ("2w", date(2026, 12, 5)),
        ("2026-01-02", date(2026, 1, 2)),
    ],
)
def test_a_day_without_a_year_is_the_nearer_one(book: Casebook, client: int, typed: str, day: date) -> None:
    assert book.exits.say(client, "paid_until", typed).known["paid_until"] == day.isoformat()


def test_refund_and_credit_are_what_was_chosen(book: Casebook, client: int) -> None:
    book.work.put_piece(client, PieceRow(0, "Site", "in_progress", 100000, 80000, 0.5), PieceAct.REFUND)
    exit = book.work.put_piece(client, PieceRow(0, "Book", "done_unpaid", 50000, 0, 0))
    assert (exit.settlement.invoice, exit.settlement.owe, exit.settlement.net) == (50000, 30000, 20000)
    assert any(step.id == "pay_back" for step, _ in exit.steps)
    exit = book.work.put_piece(client, exit.pieces[0], PieceAct.CREDIT)
    assert (exit.settlement.invoice, exit.settlement.owe, exit.settlement.net) == (20000, 0, 20000)
    assert not any(step.id == "pay_back" for step, _ in exit.steps)


@pytest.mark.parametrize(
    ("law", "end"),
    [("UK", date(2026, 12, 31)), ("NO", date(2026, 12, 30)), ("PL", date(2026, 12, 31)), ("other", date(2026, 12, 29))],
)
def test_working_days_are_counted_by_the_holidays_of_the_place(
    book: Casebook, client: int, law: str, end: date
) -> None:
    """Five working days from Tuesday 22 December 2026.

    Elsewhere: 23, 24, 25, 28, 29. Norway, not the 25th: 23, 24, 28, 29, 30. Poland, neither the 24th nor the 25th: 23,
    28, 29, 30, 31. Britain, neither the 25th nor the 28th, which stands for Boxing Day, a Saturday: 23, 24, 29, 30, 31.
    """
    for fact, typed in {"law": law, "notice_unit": "working_days", "notice_count": "5"}.items():
        book.exits.say(client, fact, typed)
    exit = book.exits.say(client, "notice_on", "22 December")
    assert exit.ending is not None and exit.ending.end == end
    said = ExitWording(book.library).date_notes(exit)
    assert any("Holidays are not counted" in note for note in said) is (law == "other")


def test_what_is_not_known_stands_on_the_plan_with_its_cost(book: Casebook, client: int) -> None:
    exit = book.exits.say(client, "deadline", DONT_KNOW)
    words = ExitWording(book.library)
    (fact,) = exit.unknown
    assert words.unknown(exit, fact).startswith("Their deadline: Leaving shortly before a deadline")


def test_in_danger_no_open_fact_speaks_of_the_ordinary_way(book: Casebook, client: int) -> None:
    words = ExitWording(book.library)
    book.exits.say(client, "safety", "yes")
    exit = found(book, client)
    page = exit_markdown(exit, words, TODAY)
    for ordinary in ("speak to the client", "thirty days", '"with notice"'):
        assert ordinary not in page
    assert "### When you tell them" not in page, "a heading without a fact under it"
