"""A whole check of a client in one call: nothing happened but what is said."""

from datetime import date

from coach.casebook.book import Casebook
from coach.casebook.checks.told import Told
from coach.engine.interview.answer import Answer, Kind, chosen, figure, silent
from coach.engine.interview.instrument import Card, Depth

QUIET = {
    "stage": "running", "recent": "no", "stop_before": "no", "late_payment": "none", "owed": "no", "pay_level": "above",
    "crowding": "no", "direction": "same", "innocent": "no", "elsewhere": "no", "past_try": "none", "effect": "tired",
    "worth_it": "changed",
}  # fmt: skip
PARTS = ("told", "kept", "then")

Said = str | int | None | tuple[str, ...]
"""An option, a figure, "I don't know", or for a behaviour: how often, told, kept, and then."""


def check(book: Casebook, name: str, said: dict[str, Said], on: date | None = None, depth: Depth = Depth.FULL) -> Told:
    """Enter a check of the client of that name, who is added where there is none."""
    known = {client.name: client for client in book.clients()}
    client = known.get(name) or book.add_client(name)
    order = book.library.instrument("client-check").order
    answers: dict[str, Answer] = {
        row: chosen(row, place.blank) for place in order if isinstance(place, Card) for row in place.rows
    }
    for item, what in {**QUIET, **said}.items():
        if isinstance(what, tuple):
            answers[item] = chosen(item, what[0])
            rest = zip(PARTS, what[1:], strict=False)
            answers |= {f"{item}.{part}": chosen(f"{item}.{part}", token) for part, token in rest}
        elif isinstance(what, int):
            answers[item] = figure(item, what)
        else:
            answers[item] = silent(item, Kind.DONT_KNOW) if what is None else chosen(item, what)
    return book.assess(client.id, answers, depth, on)


KEPT: tuple[str, ...] = ("3", "writing", "each", "went_on")
"""A rule told and kept each time, and it went on about every week."""
