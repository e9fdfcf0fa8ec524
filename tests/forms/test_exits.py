"""The forms of exits: which facts are asked after which, what not knowing costs, and what is refused in its field."""

import pytest

from coach.casebook.book import Casebook
from coach.forms.exits.exits import put_off
from coach.forms.exits.facts import fact, facts
from coach.forms.exits.work import invoice, piece
from coach.forms.form import UNKNOWN, Form, Kept, Wrong, asked, read_all
from tests.forms.case import Case
from tests.forms.cases_exits import CASES
from tests.shared.exits import planned


@pytest.fixture
def client(book: Casebook) -> int:
    client = book.clients.add("Acme").id
    book.exits.open(client)
    return client


def answer(form: Form | None, text: str) -> Kept:
    assert form is not None
    return form.keep(read_all(form, {form.fields[0].id: text}))


def name(form: Form | None) -> str:
    return form.fields[0].id if form is not None else ""


def refused(form: Form, **texts: str) -> str:
    with pytest.raises(Wrong) as wrong:
        read_all(form, {**form.texts(), **texts})
    return f"{wrong.value.field} {wrong.value.problem.key}"


def test_every_open_fact_is_asked_once_and_one_that_an_answer_opens_where_it_stands(
    book: Casebook, client: int
) -> None:
    next_fact, said = facts(book, client), []
    first = {"fee_kind": "retainer", "notice_unit": "weeks", "deposit": "500"}
    while (form := next_fact(book, len(said))) is not None:
        said.append(name(form))
        answer(form, first.get(name(form), UNKNOWN))
    exit = book.exit_plans.one(client)
    assert exit.open == () and said == [each.id for each in exit.asked if not each.optional]
    assert said[said.index("notice_unit") + 1] == "notice_count" and "paid_until" in said and "deposit_rule" in said
    answer(next_fact(book, said.index("fee_kind")), "hourly")
    assert name(next_fact(book, said.index("paid_until"))) == "deposit", "it is not asked any more"


def test_where_nothing_is_open_all_is_gone_through_again(book: Casebook) -> None:
    client = planned(book)
    next_fact = facts(book, client)
    asked = [name(next_fact(book, at)) for at in range(3)]
    assert asked == ["safety", "legal", "regulated"]
    form = next_fact(book, 4)
    assert form is not None and form.texts() == {"price": "6000"}


def test_not_knowing_is_kept_with_its_cost_and_danger_is_said_at_once(book: Casebook, client: int) -> None:
    form = fact(book, client, "deposit")
    assert answer(form, UNKNOWN).said == book.library.words.say("exit", "fact.deposit.cost")
    assert fact(book, client, "deposit").texts() == {"deposit": UNKNOWN}
    told = answer(fact(book, client, "safety"), "yes").said
    assert told.startswith("Your safety comes first\nIn danger now") and book.exit_plans.one(client).safe
    assert answer(fact(book, client, "legal"), "no").said == ""


def test_what_may_stay_open_is_kept_as_none_and_stands_open_again(book: Casebook, client: int) -> None:
    for optional in ("rate", "notice_on"):
        answer(fact(book, client, optional), "")
        assert book.exit_plans.one(client).known[optional] == "none"
        assert fact(book, client, optional).texts() == {optional: ""}


def test_one_reader_decides_and_says_it_in_the_field(book: Casebook, client: int) -> None:
    book.exits.say(client, "currency", "EUR")
    assert refused(fact(book, client, "price"), price="USD 5") == "price money_currency"
    assert refused(fact(book, client, "deadline"), deadline="2020-01-01") == "deadline day_past"
    assert refused(fact(book, client, "currency"), currency="Euro") == "currency exit_code"
    assert refused(fact(book, client, "safety"), safety="perhaps") == "safety choice"
    assert refused(fact(book, client, "price"), price="") == "price empty"
    assert refused(invoice(book, client), amount="0", due="today") == "amount invoice_empty"
    assert refused(put_off(book, client, "read_contract"), until="2020-01-01") == "until day_past"


def test_of_a_piece_of_work_only_what_its_state_leaves_open_is_asked(book: Casebook, client: int) -> None:
    form = piece(book, client)
    by_state = {
        state: [field.id for field in asked(form, {**form.texts(), "state": state})][2:]
        for state in ("done_paid", "done_unpaid", "in_progress", "not_started")
    }
    assert by_state == {
        "done_paid": ["price"],
        "done_unpaid": ["price", "paid"],
        "in_progress": ["price", "paid", "share", "act"],
        "not_started": ["price", "paid", "act"],
    }


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_each_can_be_kept(book: Casebook, case: Case) -> None:
    form = case.make(book, *case.ready(book))
    assert form is not None and form.keep(read_all(form, {**form.texts(), **case.texts})).value is not None
