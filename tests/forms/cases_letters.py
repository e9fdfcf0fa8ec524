"""The forms of letters, filled."""

from coach.casebook.book import Casebook
from coach.engine.letter import Tone
from coach.forms.form import Form
from coach.forms.letters import Wanted, blanks, sent
from coach.wording.letters.draft import LetterDraft
from coach.wording.letters.filled import LetterWording
from tests.forms.case import Case


def draft(book: Casebook, letter_id: str) -> LetterDraft:
    client = book.clients.add("Acme")
    return LetterDraft(LetterWording(book), book.letters.letter(letter_id), client.id, Tone.NEUTRAL)


def wanted(book: Casebook, name: str) -> tuple[object, ...]:
    return ([(draft(book, "late_formal"), name)],)


def finished(book: Casebook) -> tuple[object, ...]:
    writing = draft(book, "call_note")
    for name in writing.open:
        writing.fill(name, writing.said.example(name))
    return (writing,)


def first(book: Casebook, asked: Wanted) -> Form | None:
    return blanks(asked)(book, 0)


CASES = [
    *(
        Case(f"the blank {name}", first, lambda book, name=name: wanted(book, name), {name: typed})  # type: ignore[misc]
        for name, typed in {"salutation": "Ms Hill", "due_on": "3 Oct 2026", "invoice_sum": "1,600.50"}.items()
    ),
    Case("a letter was sent", sent, finished, {"sent": "yesterday"}),
]
