"""Whole checks of a client in one call: nothing happened but what is said."""

from datetime import date

from coach.casebook.book import Casebook
from coach.casebook.checks.recommendation import Recommendation
from coach.engine.interview.answer import Answer, AnswerKind, chosen, figure, silent
from coach.engine.interview.instrument import Card, Depth, Item
from coach.engine.interview.interview import Interview, Step

QUIET = {
    "stage": "running", "recent": "no", "stop_before": "no", "late_payment": "none", "owed": "no", "pay_level": "above",
    "crowding": "no", "direction": "same", "innocent": "no", "elsewhere": "no", "past_try": "none", "effect": "tired",
    "worth_it": "changed",
}  # fmt: skip
PARTS = ("told", "kept", "then")

Said = str | int | None | tuple[str, ...]
"""An option, a figure, "I don't know", or for a behaviour: how often, told, kept, and then."""


def check(
    book: Casebook, name: str, said: dict[str, Said], on: date | None = None, depth: Depth = Depth.FULL
) -> Recommendation:
    """Enter a check of the client of that name, who is added where there is none."""
    known = {client.name: client for client in book.clients.everyone()}
    client = known.get(name) or book.clients.add(name)
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
            answers[item] = silent(item, AnswerKind.DONT_KNOW) if what is None else chosen(item, what)
    return book.checks.assess(client.id, answers, depth, on)


KEPT: tuple[str, ...] = ("3", "writing", "each", "went_on")
"""A rule told and kept each time, and it went on about every week."""


def told_kept(sign: str, often: int) -> list[Answer]:
    """A behaviour that went on against a rule that was told and kept."""
    rest = {"told": "aloud", "kept": "each", "then": "went_on"}
    return [chosen(sign, str(often)), *(chosen(f"{sign}.{part}", option) for part, option in rest.items())]


def checked(book: Casebook, client_id: int, day: date, *given: Answer, depth: Depth = Depth.QUICK) -> Recommendation:
    """A finished check: the answers given, and for the rest that nothing happened or is not known."""
    run = Interview.begin(book.library.instrument("client-check"), depth, {each.item: each for each in given})
    while (step := run.step) is not None:
        run = run.answer(*(_nothing(step, item) for item in step.items if item.id not in run.answers))
    return book.checks.assess(client_id, run.answers, depth, day)


def _nothing(step: Step, item: Item) -> Answer:
    nothing = step.card.blank if step.card else next((each for each in ("no", "none") if each in item.options), "")
    return chosen(item.id, nothing) if nothing else silent(item.id, AnswerKind.DONT_KNOW)
