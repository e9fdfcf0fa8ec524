"""The forms of exits, filled: facts of each kind, work, invoices, a step put off, a word of theirs, looking back."""

from coach.casebook.book import Casebook
from coach.engine.exits.sums import PieceAct
from coach.forms.exits.exits import closing, contact, put_off
from coach.forms.exits.facts import fact, facts
from coach.forms.exits.work import invoice, piece
from coach.forms.form import UNKNOWN, Form
from coach.store.exits import PieceRow
from tests.forms.case import Case


def _open(book: Casebook) -> tuple[int, ...]:
    client = book.clients.add("Acme").id
    book.exits.open(client)
    book.exits.say(client, "currency", "EUR")
    return (client,)


def _at_work(book: Casebook) -> tuple[int, ...]:
    (client,) = _open(book)
    book.work.put_piece(client, PieceRow(0, "Shop", "in_progress", 200000, 50000, 0.6), PieceAct.STOP)
    return (client,)


def _first(book: Casebook, client_id: int, at: int) -> Form | None:
    return facts(book, client_id)(book, at)


def _fact(name: str, typed: str) -> Case:
    return Case(f"fact {name} {typed}", fact, lambda book: (*_open(book), name), {name: typed})


CASES = [
    *(
        _fact(name, typed)
        for name, typed in {
            "safety": "yes", "regulated": UNKNOWN, "fee_kind": "hourly", "price": "2 400.50", "currency": "nok",
            "law": "PL", "ends": "0", "notice_count": "30", "deadline": "in 2 weeks", "paid_until": "1 October",
            "rate": "USD 1.08", "notice_on": "", "gate_share": "40 %", "deposit": UNKNOWN,
        }.items()
    ),
    Case("first fact", _first, lambda book: (*_open(book), 0), {"safety": "no"}),
    Case("piece", piece, _open, {"label": "Logo", "state": "done_unpaid", "price": "900", "paid": "100"}),
    Case("piece in progress", piece, lambda book: (*_at_work(book), 1), {"share": "80", "act": "refund"}),
    Case("piece done", piece, lambda book: (*_at_work(book), 1), {"state": "done_paid"}),
    Case("invoice", invoice, _open, {"amount": "400", "due": "1 October"}),
    Case("invoice of work", invoice, _at_work, {"amount": "400", "due": "in 10 days", "of": "1"}),
    Case("put off", put_off, lambda book: (*_open(book), "read_contract"), {"until": "1w", "reason": "on the train"}),
    Case("contact", contact, _open, {"wanted": "One more page"}),
    Case("closing", closing, _open, {"back": "changed", "keep": "Price the rounds.", "term": "revision_rounds"}),
]  # fmt: skip
