"""Names."""

from coach.casebook.book import Casebook
from coach.forms.clients import new_client, new_prospect, rename
from tests.forms.case import Case


def _acme(book: Casebook) -> tuple[int]:
    return (book.clients.add("Acme").id,)


CASES = [
    Case("new client", new_client, lambda _: (), {"name": "  Q & B  Ltd [/] "}),
    Case("new prospect", new_prospect, lambda _: (), {"name": "b"}),
    Case("rename", rename, _acme, {"name": "Acme Ltd"}),
]
