"""A planned exit: every fact said, at which each test changes what it is about."""

from coach.casebook.book import Casebook

KNOWN = {
    "safety": "no", "legal": "no", "regulated": "no", "fee_kind": "fixed", "price": "6 000", "currency": "EUR",
    "law": "DK", "ends": "0", "termination": "with_notice", "notice_unit": "weeks", "notice_count": "4",
    "deadline": "0", "rights": "on_payment", "deposit": "0", "data": "yes", "access": "yes", "notice_on": "1 December",
}  # fmt: skip


def planned(book: Casebook, name: str = "Acme", **facts: str) -> int:
    client = book.clients.add(name).id
    book.exits.open(client)
    say(book, client, **{**KNOWN, **facts})
    return client


def say(book: Casebook, client: int, **facts: str) -> None:
    for fact, typed in facts.items():
        book.exits.say(client, fact, typed)
